"""`duplicate-term`: terms of one title are found in each."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pytest

CASES: dict[str, tuple[Mapping[str, str], list[str]]] = {
    "same": ({"a": "term: x\n", "b": "term: X\n"}, ["a 1:7", "b 1:7"]),
    "told apart": ({"a": "term: x\ndisambiguation: this\n", "b": "term: x\ndisambiguation: that\n"}, []),
    "all but one told apart": ({"a": "term: x\n", "b": "term: x\ndisambiguation: that\n"}, []),
    "told apart by the same": (
        {"a": "term: x\ndisambiguation: this\n", "b": "disambiguation: This\nterm: x\n"},
        ["a 1:7", "b 2:7"],
    ),
    "three": ({"a": "term: x\n", "b": "term: x\n", "c": "term: x\n"}, ["a 1:7", "b 1:7", "c 1:7"]),
    "a draft": ({"a": "term: x\nstatus: draft\n", "b": "term: x\n"}, ["a 1:7", "b 1:7"]),
}


@pytest.mark.parametrize(("entries", "expected"), CASES.values(), ids=CASES)
def test_terms_of_one_title_are_found_in_each(
    places: Callable[..., list[str]], entries: Mapping[str, str], expected: list[str]
) -> None:
    assert places("duplicate-term", entries) == expected
