"""`redirect-clash`: an address that is taken is found."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pytest

CASES: dict[str, tuple[Mapping[str, str], list[str]]] = {
    "of a term": ({"a": "redirect_from: [b]\n", "b": ""}, ["a 1:17"]),
    "of the term itself": ({"a": "redirect_from: [a]\n"}, ["a 1:17"]),
    "twice": ({"a": "redirect_from: [old]\n", "b": "redirect_from:\n  - OLD\n"}, ["b 2:5"]),
    "twice in one entry, with other capitals": ({"a": "redirect_from: [old, OLD, old]\n"}, ["a 1:22"]),
    "free": ({"a": "redirect_from: [old, /older/page/]\n"}, []),
}


@pytest.mark.parametrize(("entries", "expected"), CASES.values(), ids=CASES)
def test_an_address_that_is_taken_is_found(
    places: Callable[..., list[str]], entries: Mapping[str, str], expected: list[str]
) -> None:
    assert places("redirect-clash", entries) == expected
