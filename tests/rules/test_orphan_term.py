"""`orphan-term`: a term that nothing leads to is found."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pytest

CASES: dict[str, tuple[Mapping[str, str], list[str]]] = {
    "alone": ({"a": ""}, ["a 1:7"]),
    "from a text": ({"a": "", "b": "definition: See [[a]].\nrelated_terms: [c]\n", "c": ""}, []),
    "from a relation": ({"a": "part_of: [b]\n", "b": ""}, []),
    "from a page": ({"a": "", "page.md": "# A page\n\nSee [[a]].\n"}, []),
    "from itself": ({"a": "background: See [[a]].\n"}, ["a 2:7"]),
    "not to be used any more": ({"a": "status: deprecated\n", "b": "related_terms: [c]\n", "c": ""}, []),
    "to be used instead of another": ({"a": "", "b": "status: deprecated\nreplaced_by: a\n"}, []),
    "to be used instead of a draft": ({"a": "", "b": "status: draft\nreplaced_by: a\n"}, ["a 1:7"]),
    "what cannot be read may link to it": ({"a": "", "b": "term: [\n"}, []),
    "a draft": ({"a": "status: draft\n"}, []),
}


@pytest.mark.parametrize(("entries", "expected"), CASES.values(), ids=CASES)
def test_a_term_that_nothing_leads_to_is_found(
    places: Callable[..., list[str]], entries: Mapping[str, str], expected: list[str]
) -> None:
    assert places("orphan-term", entries) == expected
