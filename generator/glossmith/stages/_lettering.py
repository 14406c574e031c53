"""Lettering for drawings: how wide a name is and where it breaks, known without a browser."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple

from glossmith.mentions.letters import MARKS, SCRIPT_WITHOUT_SPACES, TRAILING

WIDTHS = {
    **dict.fromkeys("ijl'|", 222), **dict.fromkeys("I.,:;!/\\ ft", 278), **dict.fromkeys("()r-`[]{}", 333),
    **dict.fromkeys("ckJsvxyz*^", 500), **dict.fromkeys("wCDHNRU&", 722), **dict.fromkeys("ABEKPSVXY", 667),
    **dict.fromkeys("FTZ~+<=>", 611), **dict.fromkeys("GOQ", 778), **dict.fromkeys("mM%", 861), "W": 944, "@": 1015,
}  # fmt: skip
"""Thousandths of the font's size that signs take in Helvetica; other signs take `USUAL`, or a whole square."""

USUAL, SQUARE = 556, 1000
FROM_RIGHT = {"AL": 420, "R": 460}
"""What Arabic and Hebrew letters take, by the Unicode class of their direction."""
ASCII_WIDTHS = {chr(code): WIDTHS.get(chr(code), USUAL) for code in range(128)}

WIDEST = 1.18
"""How much wider than Helvetica a reader's font may be; DejaVu Sans and Verdana are."""

PARTS = re.compile(r"[^\s\-‐–—/_]*[\-‐–—/_]+|[^\s\-‐–—/_]+|\s+")
"""Stretches of a name between which a line may end."""

LEADING_VOWELS = "\u0e40-\u0e44\u0ec0-\u0ec4"
JOINERS = "\u094d\u09cd\u0a4d\u0acd\u0b4d\u0bcd\u0c4d\u0ccd\u0d4d\u0dca\u1039\u17d2\u200d"
SYLLABLE = re.compile(rf"[{LEADING_VOWELS}]*.(?:(?<=[{JOINERS}]).|[{MARKS}{TRAILING}{JOINERS}])*")
"""A sign and what cannot be parted from it: a vowel before it, marks on it, small kana, letters that are joined."""

JOINED = re.compile("[\u0590-\u1cff\ua800-\uabff\ufb1d-\ufdff\ufe70-\ufefc]")
"""Letters of scripts in which many are joined, such as Arabic and those of India."""

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

    @property
    def held(self) -> str:
        """The attributes that hold it to its width; letters that may be joined are not torn apart for that."""
        adjust = ' lengthAdjust="spacingAndGlyphs"' if JOINED.search(self.text) else ""
        return f' textLength="{self.squeeze}"{adjust}' if self.squeeze else ""


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
    if unicodedata.category(sign) in {"Mn", "Me", "Cf"}:
        return 0
    if from_right := FROM_RIGHT.get(unicodedata.bidirectional(sign)):
        return from_right
    return SQUARE if _is_square(sign) else USUAL + 120 * sign.isupper()


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
    """A stretch as it is, or cut where it is longer than a line; without a hyphen where words are not parted."""
    if part.isascii() and len(part) * size * WIDTHS["@"] / 1000 * NARROWEST <= room:
        return [part]  # short enough, whatever its letters
    syllables = list(part) if part.isascii() else SYLLABLE.findall(part)
    if not part.isascii() and (SCRIPT_WITHOUT_SPACES.search(part) or any(map(_is_square, part))):
        return syllables
    pieces = []
    while width(part, size) * NARROWEST > room and len(syllables) > 2 * LEAST_REST:
        ends = range(len(syllables) - LEAST_REST, LEAST_REST - 1, -1)
        end = next(at for at in ends if at == LEAST_REST or width(f"{''.join(syllables[:at])}-", size) <= room)
        pieces.append(f"{''.join(syllables[:end])}-")
        syllables = syllables[end:]
        part = "".join(syllables)
    return [*pieces, part]


def _is_square(sign: str) -> bool:
    return unicodedata.east_asian_width(sign) in "WF"
