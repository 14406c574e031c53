"""Sites of our own text, built by MkDocs in temporary folders."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from harbours import LAYOUTS, Harbour
from projects import Project

THEMES = ("material", "mkdocs", "readthedocs")
VARIANTS = [
    *(("beside", theme, folders) for theme in THEMES for folders in (True, False)),
    *((layout, "material", folders) for layout in LAYOUTS if layout != "beside" for folders in (True, False)),
    ("corner", "mkdocs", False),
    ("outside-corner", "readthedocs", True),
]
"""Every theme with both shapes of addresses, every layout with both, and a few that are odd in two ways."""


@pytest.fixture
def project(tmp_path: Path, run_mkdocs) -> Project:  # type: ignore[no-untyped-def]
    """An empty project for a test to fill."""
    return Project(tmp_path / "project", run_mkdocs)


@pytest.fixture(scope="session")
def make_harbour(tmp_path_factory: pytest.TempPathFactory, run_mkdocs) -> Callable[..., Harbour]:  # type: ignore[no-untyped-def]
    """Builds the harbour's site in a layout, a theme and a shape of addresses; each only once."""
    made: dict[tuple[str, str, bool], Harbour] = {}

    def make(layout: str = "beside", theme: str = "material", folders: bool = True) -> Harbour:
        key = (layout, theme, folders)
        if key not in made:
            root = tmp_path_factory.mktemp("harbour")
            made[key] = Harbour(Project(root, run_mkdocs), LAYOUTS[layout], theme, folders)
        return made[key]

    return make


def _variant(layout: str, theme: str, folders: bool) -> Any:
    name = f"{layout}-{theme}-{'folders' if folders else 'files'}"
    return pytest.param((layout, theme, folders), id=name, marks=pytest.mark.xdist_group(name))


@pytest.fixture(params=[_variant(*variant) for variant in VARIANTS])
def harbour(request: pytest.FixtureRequest, make_harbour: Callable[..., Harbour]) -> Harbour:
    """The harbour's site in every variant."""
    return make_harbour(*request.param)
