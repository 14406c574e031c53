"""Names that go on in brackets: with an abbreviation, or with what tells the sense."""

from __future__ import annotations

import re

BRACKETED = re.compile(r"(?P<name>.*\w)\s+\((?P<inside>[^()]+)\)$")
SMALL_WORDS = frozenset(("a", "an", "and", "as", "by", "for", "from", "in", "of", "on", "or", "the", "to", "with"))
WORD_PART = re.compile(r"[^\W_]+")


def _without_brackets(designation: str) -> tuple[str, str]:
    """A designation in two: what stands before the brackets at its end, and what inside; the second may be empty."""
    found = BRACKETED.match(designation) if designation.endswith(")") else None
    return (found["name"], found["inside"].strip()) if found else (designation, "")


def halves(designation: str) -> tuple[str, ...]:
    """What stands before the brackets at the end of a designation, and what inside if one abbreviates the other."""
    bare, inside = _without_brackets(designation)
    is_abbreviation = inside != "" and (_abbreviates(inside, bare) or _abbreviates(bare, inside))
    return (bare, inside) if is_abbreviation else (bare,)


def _abbreviates(short: str, long: str) -> bool:
    """Whether the letters of `short` are the first letters of the words of `long`, perhaps without the small words.

    A word in capitals is an abbreviation itself, of which all letters may be taken: VLAN, virtual LAN.
    """
    letters = (short.removesuffix("s") if short[:-1].isupper() else short).lower()
    words = WORD_PART.findall(long)
    large_words = [word for word in words if word.lower() not in SMALL_WORDS]
    ways = (
        "".join(word if whole and word.isupper() else word[0] for word in some)
        for some in (words, large_words)
        for whole in (False, True)
    )
    return len(letters) > 1 and letters in {way.lower() for way in ways}
