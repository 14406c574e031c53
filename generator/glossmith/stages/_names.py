"""Names in escaped text: what the matcher, which knows no HTML, finds in it."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from html import unescape
from typing import Any

from glossmith.mentions.letters import TIGHT_SCRIPT
from glossmith.model.mention import NameFinder
from glossmith.model.prose import RUN, SLOT

ENTITY = re.compile("&(?:[A-Za-z][A-Za-z0-9]{1,31}|#[0-9]{1,7}|#[xX][0-9A-Fa-f]{1,6});")
"""Those that escaping makes, and on hand-written pages any others, such as `&nbsp;` and `&rsquo;`."""

SIGNS_OUT = re.compile(f"<[^>]*>|{RUN}|{SLOT}[^{SLOT}]*{SLOT}")
"""All that is no text in typeset HTML."""

MARKS = rf"(?:</?(?:a|abbr|b|code|del|em|i|ins|mark|s|small|span|strong|sub|u)\b[^>]*>|{RUN}|{SLOT}/?t[0-9]+{SLOT})+"
"""What may stand inside a word without parting it."""
WORD_BEFORE = re.compile(rf"(?:(\w)|</math>|\\\)){MARKS}\Z")
WORD_BEHIND = re.compile(rf"{MARKS}(?!e?s(?!\w))(?:(\w)|<math|\\\()")
"""A letter or formula next to a name but for such marks; not the ending of a plural, as in *GAN*s."""
BEFORE_MARKS, BEHIND_MARKS = frozenset(">" + RUN + SLOT), frozenset("<" + RUN + SLOT)
LONGEST_MARKS = 200
"""Characters before a name in which such a letter is looked for."""


def unescaped(html: str) -> str:
    """Text without entities."""
    return ENTITY.sub(lambda entity: unescape(entity[0]), html)


def find_in(matcher: NameFinder, html: str) -> list[tuple[int, int, Any]]:
    """Names in escaped text, by their offsets in it."""
    if "&" not in html:
        return matcher.find(html)
    ends: list[int] = []
    shifts: list[int] = [0]
    for entity in ENTITY.finditer(html):
        length = len(unescape(entity[0]))
        ends.append(entity.start() + length - shifts[-1])
        shifts.append(shifts[-1] + len(entity[0]) - length)
    found = matcher.find(unescaped(html))
    return [
        (start + shifts[bisect_right(ends, start)], end + shifts[bisect_right(ends, end)], name)
        for start, end, name in found
    ]


def whole(found: Iterable[tuple[int, int, Any]], html: str, at: int = 0) -> Iterator[tuple[int, int, Any]]:
    """Those of the names found at `at` of the HTML that are no parts of words, as R is in **R**ectified."""
    return ((start, end, name) for start, end, name in found if not _is_a_part(html, at + start, at + end))


def _is_a_part(html: str, start: int, end: int) -> bool:
    if html[start - 1 : start] in BEFORE_MARKS:
        before = WORD_BEFORE.search(html, max(0, start - LONGEST_MARKS), start)
        if before and _makes_a_word(before[1], html[start]):
            return True
    behind = WORD_BEHIND.match(html, end) if html[end : end + 1] in BEHIND_MARKS else None
    return behind is not None and _makes_a_word(behind[1], html[end - 1])


def _makes_a_word(outside: str | None, inside: str) -> bool:
    """Whether letters next to each other are of one word, as they are not in Chinese; None is a formula."""
    return not TIGHT_SCRIPT.match(inside) and not TIGHT_SCRIPT.match(outside or "")
