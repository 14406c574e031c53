"""Lettering for drawings: how wide a name is and where it breaks, known without a browser."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple

WIDTHS = {
    **dict.fromkeys("ijl'|", 222), **dict.fromkeys("I.,:;!/\\ ft", 278), **dict.fromkeys("()r-`[]{}", 333),
    **dict.fromkeys("ckJsvxyz*^", 500), **dict.fromkeys("wCDHNRU&", 722), **dict.fromkeys("ABEKPSVXY", 667),
    **dict.fromkeys("FTZ~+<=>", 611), **dict.fromkeys("GOQ", 778), **dict.fromkeys("mM%", 861), "W": 944, "@": 1015,
}  # fmt: skip
"""Thousandths of the font's size that signs take in Helvetica; other signs take `USUAL`, or a whole square."""

USUAL, SQUARE = 556, 1000
ASCII_WIDTHS = {chr(code): WIDTHS.get(chr(code), USUAL) for code in range(128)}

WIDEST = 1.18
"""How much wider than Helvetica a reader's font may be; DejaVu Sans and Verdana are."""

PARTS = re.compile(r"[^\s\-‐–—/_]*[\-‐–—/_]+|[^\s\-‐–—/_]+|\s+")
"""Stretches of a name between which a line may end."""


EASE = 1.1
"""How much of a wider font words may do without before they share a line."""

NARROWEST = 0.86
"""How far a word may be squeezed before it breaks instead."""

LEAST_REST = 3
"""Letters that stand behind the hyphen of a broken word at least."""


class Line(NamedTuple):
    """One line of a lettered name; `squeeze` is the width to hold it to in wide fonts, 0 where it fits anyway."""

    text: str
    squeeze: int = 0


class Lettering(NamedTuple):
    """A name in lines; `shortened` says that its end was cut."""

    lines: tuple[Line, ...]
    shortened: bool = False


def width(text: str, size: float) -> float:
    """About how wide a text is in a common font of that size."""
    if text.isascii():
        return sum(map(ASCII_WIDTHS.__getitem__, text)) * size / 1000
    return sum(ASCII_WIDTHS.get(sign) or _width_of(sign) for sign in text) * size / 1000


def _width_of(sign: str) -> int:
    if unicodedata.combining(sign):
        return 0
    return SQUARE if unicodedata.east_asian_width(sign) in "WF" else USUAL + 120 * sign.isupper()


@lru_cache(maxsize=50_000)
def lettered(name: str, room: int, size: float, most: int) -> Lettering:
    """A name in at most that many lines, none wider than the room; a word breaks only if it is too long for a line."""
    lines = _broken(name, room, size)
    shortened = len(lines) > most
    if shortened:
        last = lines[most - 1].rstrip(" -–")
        while last and width(f"{last}…", size) > room:
            last = last[:-1].rstrip()
        lines = [*lines[: most - 1], f"{last}…"]
    return Lettering(tuple(_line(text, room, size) for text in lines), shortened)


def _line(text: str, room: int, size: float) -> Line:
    likely = width(text, size)
    return Line(text, min(room, round(likely * 1.08)) if likely * WIDEST > room else 0)


def _broken(name: str, room: int, size: float) -> list[str]:
    lines = [""]
    taken = 0.0
    for part in (piece for found in PARTS.findall(name) for piece in _pieces(found, room, size)):
        wide = width(part, size)
        ending = width(part.rstrip(), size) if part[-1:].isspace() else wide
        if (taken + ending) * EASE <= room or not lines[-1]:
            lines[-1] += part if lines[-1] else part.lstrip()
            taken += wide
        else:
            lines.append(part.lstrip())
            taken = wide if lines[-1] else 0.0
    return [line.strip() for line in lines if line.strip()] or [name]


def _pieces(part: str, room: int, size: float) -> list[str]:
    """A stretch as it is, or cut where it is longer than a line; squares, such as Chinese, may end a line anywhere."""
    if part.isascii() and len(part) * size * WIDTHS["@"] / 1000 * NARROWEST <= room:
        return [part]  # short enough, whatever its letters
    if any(unicodedata.east_asian_width(sign) in "WF" for sign in part if not sign.isascii()):
        return list(part)
    pieces = []
    while width(part, size) * NARROWEST > room and len(part) > 2 * LEAST_REST:
        ends = range(len(part) - LEAST_REST, LEAST_REST - 1, -1)
        end = next(at for at in ends if at == LEAST_REST or width(f"{part[:at]}-", size) <= room)
        pieces.append(f"{part[:end]}-")
        part = part[end:]
    return [*pieces, part]
