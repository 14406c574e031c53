"""`redundant-synonym`: a name that is there already is found."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pytest

CASES: dict[str, tuple[Mapping[str, str], list[str]]] = {
    "the term": ({"a": "synonyms: [A]\n"}, ["a 1:12"]),
    "twice": ({"a": "synonyms: [x, y, x]\n"}, ["a 1:18"]),
    "the abbreviation": ({"a": "abbreviation: X\nsynonyms: [{term: x}]\n"}, ["a 2:19"]),
    "others": ({"a": "synonyms: [x, y]\ndeprecated_terms: [z]\n"}, []),
}


@pytest.mark.parametrize(("entries", "expected"), CASES.values(), ids=CASES)
def test_a_name_that_is_there_already_is_found(
    places: Callable[..., list[str]], entries: Mapping[str, str], expected: list[str]
) -> None:
    assert places("redundant-synonym", entries) == expected
