"""`duplicate-tag`: a tag that is there already is found."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pytest

CASES: dict[str, tuple[Mapping[str, str], list[str]]] = {
    "twice": ({"a": "tags: [x, y, x]\n"}, ["a 1:14"]),
    "by case": ({"a": "tags:\n  - x\n  - X\n"}, ["a 3:5"]),
    "three times": ({"a": "tags: [x, x, x]\n"}, ["a 1:11", "a 1:14"]),
    "in two entries": ({"a": "tags: [x]\n", "b": "tags: [x]\n"}, []),
}


@pytest.mark.parametrize(("entries", "expected"), CASES.values(), ids=CASES)
def test_a_tag_that_is_there_already_is_found(
    places: Callable[..., list[str]], entries: Mapping[str, str], expected: list[str]
) -> None:
    assert places("duplicate-tag", entries) == expected
