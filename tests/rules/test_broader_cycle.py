"""`broader-cycle`: a cycle is found once in each entry of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pytest

CASES: dict[str, tuple[Mapping[str, str], list[str]]] = {
    "two": ({"a": "broader_terms: [b]\n", "b": "broader_terms: [a]\n"}, ["a 1:17", "b 1:17"]),
    "none": ({"a": "broader_terms: [b]\n", "b": "broader_terms: [c]\n", "c": ""}, []),
    "a diamond is none": (
        {"a": "broader_terms: [b, c]\n", "b": "broader_terms: [d]\n", "c": "broader_terms: [d]\n", "d": ""},
        [],
    ),
    "by the field of the other": (
        {"a": "narrower_terms: [b]\n", "b": "narrower_terms:\n  - c\n  - a\n", "c": ""},
        ["a 1:18", "b 3:5"],
    ),
    "stated by one alone": ({"a": "broader_terms: [b]\nnarrower_terms: [b]\n", "b": ""}, ["a 1:17", "b 1:7"]),
    "two cycles through one term": (
        {"a": "broader_terms: [b, c]\n", "b": "broader_terms: [a]\n", "c": "broader_terms: [b]\n"},
        ["a 1:17", "a 1:20", "b 1:17", "c 1:17"],
    ),
    "what lies below a cycle is not in it": (
        {"a": "broader_terms: [b]\n", "b": "broader_terms: [a]\n", "c": "broader_terms: [a]\n"},
        ["a 1:17", "b 1:17"],
    ),
    "by a synonym": (
        {"a": "synonyms: [first]\nbroader_terms: [b]\n", "b": "broader_terms: first\n"},
        ["a 2:17", "b 1:16"],
    ),
}


@pytest.mark.parametrize(("entries", "expected"), CASES.values(), ids=CASES)
def test_a_cycle_is_found_once_in_each_entry_of_it(
    places: Callable[..., list[str]], entries: Mapping[str, str], expected: list[str]
) -> None:
    assert places("broader-cycle", entries) == expected
