"""`unknown-organization`: an organization that does not exist is found."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pytest

CASES: dict[str, tuple[Mapping[str, str], list[str]]] = {
    "unknown": ({"a": "developers: [z]\n", "_organizations": "x: X\n"}, ["a 1:14"]),
    "in a map": (
        {"a": "developers:\n  - organization: z\n    note: It does.\n", "_organizations": "x: X\n"},
        ["a 2:19"],
    ),
    "by alias": ({"a": "developers: [xx]\n", "_organizations": "x: {name: X, aliases: [XX]}\n"}, []),
    "free text": ({"a": "developers: [z]\n"}, []),
    "of a file that cannot be read": ({"a": "developers: [z]\n", "_organizations": "x: X: X\n"}, []),
}


@pytest.mark.parametrize(("entries", "expected"), CASES.values(), ids=CASES)
def test_an_organization_that_does_not_exist_is_found(
    places: Callable[..., list[str]], entries: Mapping[str, str], expected: list[str]
) -> None:
    assert places("unknown-organization", entries) == expected
