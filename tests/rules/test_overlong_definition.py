"""`overlong-definition`: only more than 400 characters are found."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pytest

CASES: dict[str, tuple[Mapping[str, str], list[str]]] = {
    "400": (
        {"a": f"definition: {'x' * 399}.\n"},
        [],
    ),
    "401": (
        {"a": f"definition: {'x' * 400}.\n"},
        ["a 1:13"],
    ),
    "addresses are not read": (
        {"a": f"definition: '[x](https://example.org/{'y' * 400})'\n"},
        [],
    ),
}


@pytest.mark.parametrize(("entries", "expected"), CASES.values(), ids=CASES)
def test_only_more_than_400_characters_are_found(
    places: Callable[..., list[str]], entries: Mapping[str, str], expected: list[str]
) -> None:
    assert places("overlong-definition", entries) == expected
