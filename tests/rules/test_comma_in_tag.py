"""`comma-in-tag`: a list that was written as one tag is found."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pytest

CASES: dict[str, tuple[Mapping[str, str], list[str]]] = {
    "instead of a list": ({"a": "tags: x, y\n"}, ["a 1:7"]),
    "in an item": ({"a": "tags:\n  - z\n  - x,y\n"}, ["a 3:5"]),
    "a list": ({"a": "tags: [x, y]\n"}, []),
}


@pytest.mark.parametrize(("entries", "expected"), CASES.values(), ids=CASES)
def test_a_tag_of_several_is_found(
    places: Callable[..., list[str]], entries: Mapping[str, str], expected: list[str]
) -> None:
    assert places("comma-in-tag", entries) == expected
