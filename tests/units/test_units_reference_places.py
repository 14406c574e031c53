"""Where the texts of a term first refer to another one."""

from __future__ import annotations

from pathlib import Path

import pytest

from effort import steps
from glossmith.model.edition import Edition
from glossmith.stages._reference_places import ReferencePlaces
from scratch import Scratch

FEW = 200
"""Steps for one link; making a pattern takes thousands, and looking from the beginning for each has no bound."""


def edition(folder: Path, background: str) -> Edition:
    files = {f"terms/{name}.yml": f"term: {name}\ndefinition: d\n" for name in ("ebb", "tide")}
    return Scratch(folder, {**files, "terms/a.yml": f"term: a\ndefinition: d\nbackground: '{background}'\n"}).read()


@pytest.mark.parametrize(
    ("background", "written"),
    [
        ("The [ebb *now*](ebb.yml) and [tide](tide.yml).", ">ebb <em>now</em></a>"),
        ("[![tide](x.png)](tide.yml) [x](x.md) [ebb](ebb.yml) [low](ebb.yml)", ">ebb</a>"),
        ("[x](https://example.org) and [[ebb]], [low](ebb.yml)", "ebb\0/t0\0"),
    ],
)
def test_the_first_reference_is_found(tmp_path: Path, background: str, written: str) -> None:
    place = ReferencePlaces(edition(tmp_path, background)).find("a", "ebb")
    assert place is not None
    assert place.typeset.html[place.start : place.end].endswith(written)


def test_each_of_many_links_to_files_takes_few_steps(tmp_path: Path) -> None:
    def effort(links: int) -> int:
        places = ReferencePlaces(edition(tmp_path, "[ebb](ebb.yml) " * links))
        return steps(lambda _: places.find("a", "ebb"), None)

    assert effort(60) - effort(10) < 50 * FEW
