"""Text as a terminal shows it: colours, and columns that count wide characters as two."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable

BOLD, DIM, CODE = "1", "2", "36"

Paint = Callable[[str, str], str]
"""A text in a colour, which is the number of an ECMA-48 rendition."""


def painted(words: str, colour: str) -> str:
    """The text in that colour."""
    return f"\x1b[{colour}m{words}\x1b[0m" if words else words


def unpainted(words: str, _colour: str) -> str:
    """The text as it is, for pipes and files."""
    return words


def visible(text: str) -> str:
    """The text on one line, without characters that would move the cursor or turn the direction."""
    line = " ".join(text.split())
    return "".join("�" if unicodedata.category(character) in {"Cc", "Cf"} else character for character in line)


def width(text: str) -> int:
    """How many columns a text takes (https://www.unicode.org/reports/tr11/)."""
    if text.isascii():
        return len(text)
    return sum(
        0 if unicodedata.combining(character) else 2 if unicodedata.east_asian_width(character) in "WF" else 1
        for character in text
    )


def cut(text: str, columns: int) -> str:
    """The text, or as much of it as fits, with an ellipsis."""
    if width(text) <= columns:
        return text
    kept, left = [], columns - 1
    for character in text:
        left -= width(character)
        if left < 0:
            break
        kept.append(character)
    return "".join(kept).rstrip() + "…"


def wrapped(text: str, columns: int, indent: str = "") -> str:
    """The words of a text on lines of at most so many columns."""
    lines = [""]
    for word in text.split():
        longer = f"{lines[-1]} {word}" if lines[-1] else word
        if lines[-1] and width(indent) + width(longer) > columns:
            lines.append(word)
        else:
            lines[-1] = longer
    return "\n".join(f"{indent}{line}" for line in lines)
