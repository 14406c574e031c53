"""`one-way-relation`: a relation that is not returned is found."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pytest

CASES: dict[str, tuple[Mapping[str, str], list[str]]] = {
    "one way": ({"a": "related_terms: [b]\n", "b": ""}, ["a 1:17"]),
    "both ways": ({"a": "related_terms: [b]\n", "b": "related_terms: [a]\n"}, []),
    "one way, by two names": ({"a": "related_terms: [b, x]\n", "b": "synonyms: [x]\n"}, ["a 1:17"]),
    "two others": ({"a": "related_terms: [b, c]\n", "b": "", "c": ""}, ["a 1:17", "a 1:20"]),
    "returned in another field": ({"a": "contrasts_with: [b]\n", "b": "broader_terms: [a]\n"}, []),
    "hierarchies are computed": ({"a": "broader_terms: [b]\n", "b": ""}, []),
    "a draft need not return it": ({"a": "related_terms: [b]\n", "b": "status: draft\n"}, []),
    "nor an entry that cannot be read": ({"a": "related_terms: [b]\n", "b": "term: [\n"}, []),
}


@pytest.mark.parametrize(("entries", "expected"), CASES.values(), ids=CASES)
def test_a_relation_that_is_not_returned_is_found(
    places: Callable[..., list[str]], entries: Mapping[str, str], expected: list[str]
) -> None:
    assert places("one-way-relation", entries) == expected
