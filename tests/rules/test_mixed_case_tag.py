"""`mixed-case-tag`: the spelling of most entries counts."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pytest

CASES: dict[str, tuple[Mapping[str, str], list[str]]] = {
    "most": ({"a": "tags: [NLP]\n", "b": "tags: [nlp]\n", "c": "tags: [NLP]\n"}, ["b 1:8"]),
    "lower case wins a draw": ({"a": "tags: [NLP]\n", "b": "tags: [nlp]\n"}, ["a 1:8"]),
    "the same": ({"a": "tags: [NLP]\n", "b": "tags: [NLP]\n"}, []),
    "a duplicate is another rule's affair": ({"a": "tags: [x, X]\n"}, []),
}


@pytest.mark.parametrize(("entries", "expected"), CASES.values(), ids=CASES)
def test_the_spelling_of_most_entries_counts(
    places: Callable[..., list[str]], entries: Mapping[str, str], expected: list[str]
) -> None:
    assert places("mixed-case-tag", entries) == expected
