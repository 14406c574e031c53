"""`definition-starts-with-term`: the name at the beginning is found."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pytest

CASES: dict[str, tuple[Mapping[str, str], list[str]]] = {
    "at once": ({"big-thing": "definition: Big thing of this kind.\n"}, ["big-thing 1:13"]),
    "behind an article": ({"big-thing": "definition: 'A big thing is this.'\n"}, ["big-thing 1:14"]),
    "in bold": ({"big-thing": "definition: '**Big thing** is this.'\n"}, ["big-thing 1:14"]),
    "another word that begins alike": ({"big-thing": "definition: Big things are many.\n"}, []),
    "further on": ({"big-thing": "definition: Not a big thing.\n"}, []),
    "nothing else": ({"big-thing": "definition: Big thing\n"}, []),
}


@pytest.mark.parametrize(("entries", "expected"), CASES.values(), ids=CASES)
def test_the_name_at_the_beginning_is_found(
    places: Callable[..., list[str]], entries: Mapping[str, str], expected: list[str]
) -> None:
    assert places("definition-starts-with-term", entries) == expected
