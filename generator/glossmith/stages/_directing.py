"""Directing: text that is written from right to left says so, for pages that are written the other way."""

from __future__ import annotations

import re
from collections.abc import Iterable

from markupsafe import Markup

FROM_RIGHT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001eeff]")
"""The blocks of scripts from right to left, https://www.unicode.org/Public/UCD/latest/ucd/extracted/."""

UNREAD = re.compile(r"<(pre|math)\b.*?</\1>|<[^>]*>|&\w+;", re.DOTALL)
"""What is no text of a language, or runs from left to right in any."""

NOTHING, RIGHT_TO_LEFT = Markup(), Markup(' dir="rtl"')


def direction(text: str | Iterable[str]) -> Markup:
    """In templates, `text | direction`: the attribute of what shows a text, or its parts, if most letters want it.

    Browsers, with `dir="auto"`, go by the first letter, and often the first word of an Arabic text is a Latin name.
    """
    text = text if isinstance(text, str) else "".join(text)
    if text.isascii() or not FROM_RIGHT.search(text):
        return NOTHING
    read = UNREAD.sub("", text)
    return RIGHT_TO_LEFT if 2 * _letters("".join(FROM_RIGHT.findall(read))) > _letters(read) else NOTHING


def _letters(text: str) -> int:
    """How many there are; the vowel signs of Hebrew and Arabic are none."""
    return sum(map(str.isalpha, text))
