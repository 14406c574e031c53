"""`missing-successor`: a superseded term names what replaces it."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pytest

CASES: dict[str, tuple[Mapping[str, str], list[str]]] = {
    "nothing": ({"a": "status: superseded\n"}, ["a 1:9"]),
    "something": ({"a": "status: superseded\nreplaced_by: b\n", "b": ""}, []),
    "deprecated may end without": ({"a": "status: deprecated\n"}, []),
}


@pytest.mark.parametrize(("entries", "expected"), CASES.values(), ids=CASES)
def test_a_superseded_term_names_what_replaces_it(
    places: Callable[..., list[str]], entries: Mapping[str, str], expected: list[str]
) -> None:
    assert places("missing-successor", entries) == expected
