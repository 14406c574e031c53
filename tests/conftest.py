"""What tests of whole sites have in common: they run MkDocs as people do, in a process of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

SECONDS = 120

RunMkDocs = Callable[..., "subprocess.CompletedProcess[str]"]


@pytest.fixture(scope="session")
def mkdocs_environment() -> dict[str, str]:
    """The environment of every MkDocs that a test starts."""
    kept = {name: value for name, value in os.environ.items() if name not in {"COLUMNS", "SOURCE_DATE_EPOCH"}}
    # The first is Material's own switch for its advertisement; the second holds MkDocs to our filterwarnings = error.
    return kept | {"NO_MKDOCS_2_WARNING": "1", "PYTHONWARNINGS": "error::ResourceWarning", "PYTHONUTF8": "1"}


@pytest.fixture(scope="session")
def run_mkdocs(mkdocs_environment: dict[str, str]) -> RunMkDocs:
    """Runs `mkdocs ARGUMENTS` in a folder; the output of both streams is in `stdout`."""

    def run(folder: Path, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-m", "mkdocs", *arguments],
            cwd=folder,
            env=mkdocs_environment | environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            timeout=SECONDS,
            check=False,
        )

    return run
