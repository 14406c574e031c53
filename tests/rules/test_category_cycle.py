"""`category-cycle`: a cycle is found at each parent of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pytest

CASES: dict[str, tuple[Mapping[str, str], list[str]]] = {
    "two": (
        {"_categories": "a: {title: A, parent: b}\nb: {title: B, parent: A}\n"},
        ["_categories 1:23", "_categories 2:23"],
    ),
    "itself": ({"_categories": "a:\n  title: A\n  parent: a\n"}, ["_categories 3:11"]),
    "below a cycle": ({"_categories": "a: {title: A, parent: a}\nb: {title: B, parent: a}\n"}, ["_categories 1:23"]),
    "none": ({"_categories": "a: A\nb: {title: B, parent: a}\nc: {title: C, parent: b}\n"}, []),
    "a parent that does not exist": ({"_categories": "a: {title: A, parent: z}\n"}, []),
}


@pytest.mark.parametrize(("entries", "expected"), CASES.values(), ids=CASES)
def test_a_cycle_is_found_at_each_parent_of_it(
    places: Callable[..., list[str]], entries: Mapping[str, str], expected: list[str]
) -> None:
    assert places("category-cycle", entries) == expected
