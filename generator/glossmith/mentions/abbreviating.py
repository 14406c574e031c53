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
    """Whether the letters of `short` are the first letters of the words of `long`, perhaps without the small words."""
    letters = short.removesuffix("s") if short[:-1].isupper() else short
    words = WORD_PART.findall(long.lower())
    all_words = "".join(word[0] for word in words)
    large_words = "".join(word[0] for word in words if word not in SMALL_WORDS)
    return len(letters) > 1 and letters.lower() in {all_words, large_words}
