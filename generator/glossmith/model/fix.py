"""A fix: what mends a finding without a doubt."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Mending(StrEnum):
    """How the bytes at a finding's place change."""

    REPLACE = "replace"
    REMOVE_ITEM = "remove item"
    ADD_DASHES = "add dashes"


@dataclass(frozen=True, slots=True)
class Fix:
    """`text` takes the place of the value at the finding's span; or the list item there goes, or gets its dashes."""

    mending: Mending
    text: str = ""


REMOVE_ITEM = Fix(Mending.REMOVE_ITEM)
ADD_DASHES = Fix(Mending.ADD_DASHES)


def replace_by(text: str) -> Fix:
    """The fix that puts `text` in place of the value, quoted as that was."""
    return Fix(Mending.REPLACE, text)
