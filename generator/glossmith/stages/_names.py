"""Names in escaped text: what the matcher, which knows no HTML, finds in it."""

from __future__ import annotations

import re
from bisect import bisect_right
from html import unescape
from typing import Any

from glossmith.model.mention import NameFinder
from glossmith.model.prose import RUN, SLOT

ENTITY = re.compile("&(?:[A-Za-z][A-Za-z0-9]{1,31}|#[0-9]{1,7}|#[xX][0-9A-Fa-f]{1,6});")
"""Those that escaping makes, and on hand-written pages any others, such as `&nbsp;` and `&rsquo;`."""

SIGNS_OUT = re.compile(f"<[^>]*>|{RUN}|{SLOT}[^{SLOT}]*{SLOT}")
"""All that is no text in typeset HTML."""


def unescaped(html: str) -> str:
    """Text without entities."""
    return ENTITY.sub(lambda entity: unescape(entity[0]), html)


def written(html: str) -> str:
    """A name in escaped text as readers see it, on one line."""
    return " ".join(unescaped(html).split())


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
