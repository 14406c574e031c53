"""`shared-name`: a name of two terms is found at each synonym."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pytest

CASES: dict[str, tuple[Mapping[str, str], list[str]]] = {
    "synonyms": ({"a": "synonyms: [x]\n", "b": "synonyms: [X]\n"}, ["a 1:12", "b 1:12"]),
    "a preferred name": ({"a": "synonyms: [b]\n", "b": ""}, ["a 1:12"]),
    "an abbreviation": ({"a": "abbreviation: X\n", "b": "synonyms:\n  - x\n"}, ["a 1:15", "b 2:5"]),
    "given twice, found once": ({"a": "synonyms: [x, x]\n", "b": "synonyms: [x]\n"}, ["a 1:12", "b 1:12"]),
    "a draft's": ({"a": "synonyms: [x]\nstatus: draft\n", "b": "synonyms: [x]\n"}, []),
    "deprecated names do not count": ({"a": "deprecated_terms: [x]\n", "b": "synonyms: [x]\n"}, []),
}


@pytest.mark.parametrize(("entries", "expected"), CASES.values(), ids=CASES)
def test_a_name_of_two_terms_is_found_at_each_synonym(
    places: Callable[..., list[str]], entries: Mapping[str, str], expected: list[str]
) -> None:
    assert places("shared-name", entries) == expected
