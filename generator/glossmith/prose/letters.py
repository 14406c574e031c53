"""Mathematical letters: browsers draw bold and script in formulas only as characters of their own."""

from __future__ import annotations

import re
import unicodedata

_NAME = re.compile(r"(?:(?:LATIN|GREEK) (SMALL|CAPITAL) LETTER|(DIGIT)) ([A-Z]+)")


def in_variant(text: str, variant: str) -> str:
    """The text in a `mathvariant` such as `bold-italic`; a character that has no such form stays (MathML 3, 3.2.2)."""
    return "".join(_letter(character, variant.upper().replace("-", " ")) for character in text)


def _letter(character: str, variant: str) -> str:
    match = _NAME.fullmatch(unicodedata.name(character, ""))
    if not match:
        return character
    name = f"{match[1] or match[2]} {match[3]}"
    variant = variant.replace("DOUBLE STRUCK", "DOUBLE-STRUCK")
    plain = variant.replace("FRAKTUR", "BLACK-LETTER")
    for candidate in (f"MATHEMATICAL {variant} {name}", f"{plain} {name}"):
        try:
            return unicodedata.lookup(candidate)
        except KeyError:
            continue
    return character
