"""`circular-definition`: a pair that names only each other is found in both."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pytest

CASES: dict[str, tuple[Mapping[str, str], list[str]]] = {
    "names alone": ({"a-x": "definition: b x\n", "b-x": "definition: a x\n"}, ["a-x 1:13", "b-x 1:13"]),
    "words that say nothing": (
        {"a-x": "definition: The same as the [[b x]].\n", "b-x": "definition: Another word for a x.\n"},
        ["a-x 1:13", "b-x 1:13"],
    ),
    "one says something": ({"a-x": "definition: b x of sorts, but green\n", "b-x": "definition: a x\n"}, []),
    "three in a ring are left alone": (
        {"a-x": "definition: b x\n", "b-x": "definition: c x\n", "c-x": "definition: a x\n"},
        [],
    ),
    "drafts do not count": ({"a-x": "definition: b x\nstatus: draft\n", "b-x": "definition: a x\n"}, []),
}


@pytest.mark.parametrize(("entries", "expected"), CASES.values(), ids=CASES)
def test_a_pair_that_names_only_each_other_is_found_in_both(
    places: Callable[..., list[str]], entries: Mapping[str, str], expected: list[str]
) -> None:
    assert places("circular-definition", entries) == expected
