"""Names in escaped text: what the matcher, which knows no HTML, finds in it."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import Any

from glossmith.model.mention import NameFinder

ENTITY = re.compile("&(amp|lt|gt|quot);")
SIGNS = {"amp": "&", "lt": "<", "gt": ">", "quot": '"'}


def unescaped(html: str) -> str:
    """Text without the entities that escaping makes."""
    return ENTITY.sub(lambda entity: SIGNS[entity[1]], html)


def find_in(matcher: NameFinder, html: str) -> list[tuple[int, int, Any]]:
    """Names in escaped text, by their offsets in it."""
    if "&" not in html:
        return matcher.find(html)
    ends: list[int] = []
    shifts: list[int] = [0]
    for entity in ENTITY.finditer(html):
        ends.append(entity.start() + 1 - shifts[-1])
        shifts.append(shifts[-1] + len(entity[0]) - 1)
    found = matcher.find(unescaped(html))
    return [
        (start + shifts[bisect_right(ends, start)], end + shifts[bisect_right(ends, end)], name)
        for start, end, name in found
    ]
