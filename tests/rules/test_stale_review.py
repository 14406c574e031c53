"""`stale-review`: a day that has passed is found."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pytest

CASES: dict[str, tuple[Mapping[str, str], list[str]]] = {
    "past": ({"a": "review_by: 2024-12-31\n"}, ["a 1:12"]),
    "to come": ({"a": "review_by: 2999-12-31\n"}, []),
    "a draft": ({"a": "review_by: 2024-12-31\nstatus: draft\n"}, []),
}


@pytest.mark.parametrize(("entries", "expected"), CASES.values(), ids=CASES)
def test_a_day_that_has_passed_is_found(
    places: Callable[..., list[str]], entries: Mapping[str, str], expected: list[str]
) -> None:
    assert places("stale-review", entries) == expected
