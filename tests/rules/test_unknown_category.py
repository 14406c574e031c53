"""`unknown-category`: a category that does not exist is found."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pytest

CASES: dict[str, tuple[Mapping[str, str], list[str]]] = {
    "unknown": ({"a": "category: z\n", "_categories": "x: X\n"}, ["a 1:11"]),
    "by title": ({"a": "category: The X\n", "_categories": "x: the X\n"}, []),
    "a parent": ({"a": "category: x\n", "_categories": "x:\n  title: X\n  parent: z\n"}, ["_categories 3:11"]),
    "free text": ({"a": "category: z\n"}, []),
    "of a file that cannot be read": ({"a": "category: z\n", "_categories": "x: X: X\n"}, []),
    "of one with a mistake": ({"a": "category: x\n", "_categories": "x: [X]\ny: Y\n"}, []),
}


@pytest.mark.parametrize(("entries", "expected"), CASES.values(), ids=CASES)
def test_a_category_that_does_not_exist_is_found(
    places: Callable[..., list[str]], entries: Mapping[str, str], expected: list[str]
) -> None:
    assert places("unknown-category", entries) == expected
