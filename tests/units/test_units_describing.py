"""What is said of a page in one line."""

from __future__ import annotations

import pytest

from glossmith.stages._describing import LONGEST_DESCRIPTION, shortened


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", ""),
        ("A rope.", "A rope."),
        ("One of:\na rope\na chain", "One of: a rope; a chain"),
        ("A rope.\nIt   holds the ship", "A rope. It holds the ship"),
    ],
)
def test_a_description_is_one_line_with_signs_between_items(text: str, expected: str) -> None:
    assert shortened(text) == expected


def test_a_long_description_is_cut_at_a_word() -> None:
    cut = shortened("rope, " * LONGEST_DESCRIPTION)
    assert len(cut) <= LONGEST_DESCRIPTION + len(" …")
    assert cut.endswith("rope …")
