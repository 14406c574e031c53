"""`unused-category`: a category without terms is found."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pytest

CASES: dict[str, tuple[Mapping[str, str], list[str]]] = {
    "unused": ({"a": "category: x\n", "_categories": "x: X\ny: Y\n"}, ["_categories 2:1"]),
    "used below": ({"a": "category: y\n", "_categories": "x: X\ny: {title: Y, parent: x}\n"}, []),
    "unused below": ({"a": "category: x\n", "_categories": "x: X\ny: {title: Y, parent: x}\n"}, ["_categories 2:1"]),
    "what cannot be read may be in it": ({"a": "category: x\n", "b": "term: [", "_categories": "x: X\ny: Y\n"}, []),
    "free text": ({"a": "category: x\n"}, []),
}


@pytest.mark.parametrize(("entries", "expected"), CASES.values(), ids=CASES)
def test_a_category_without_terms_is_found(
    places: Callable[..., list[str]], entries: Mapping[str, str], expected: list[str]
) -> None:
    assert places("unused-category", entries) == expected
