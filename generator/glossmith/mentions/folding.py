"""Text as it is compared: without regard to case, Unicode form or invisible characters, and where each part was."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left, bisect_right
from dataclasses import dataclass

from glossmith.mentions.letters import MARKS

IGNORED = "\u00ad\u061c\u0640\u064b-\u0652\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufe00-\ufe0f\ufeff"
"""Soft hyphens, joiners, spaces without width, marks of direction and Arabic vowel signs, which change no word."""
APOSTROPHES = "\u2019\u02bc\uff07\u05f3"
QUOTES = "“”„‟\u05f4"
HYPHENS = "\u05be\u2010\u2011"
WIDE = "".join(map(chr, (*range(0xFF10, 0xFF1A), *range(0xFF21, 0xFF3B), *range(0xFF41, 0xFF5B))))
"""Letters and digits as broad as a Han character, which some write beside those: \uff27\uff30\uff35."""

_EXPANDING = "ßİŉǰΐΰև\u0307\u1e96-\u1e9a\u1e9e\u1f50-\u1fff\ufb00-\ufb17"
"""Characters that are longer, or in another normal form, when case does not count; and the dot of an İ in two parts."""
_RECOMPOSED = (
    "\u0340-\u0345\u0374\u037e\u0387\u0958-\u095f\u09dc-\u09df\u0a33\u0a36\u0a59-\u0a5e\u0b5c\u0b5d\u0f43-\u0fb9"
    "\u1f00-\u1fff\u2000\u2001\u2126\u212a\u212b\u2329\u232a\u2adc\uf900-\ufaff\ufb1d-\ufb4e"
    "\U0001d15e-\U0001d1c0\U0002f800-\U0002fa1f"
)
"""Characters that no normalised text contains."""
_JAMO = "\u1160-\u11ff"
_STRANGE = f"{IGNORED}{APOSTROPHES}{HYPHENS}{WIDE}{_EXPANDING}{_RECOMPOSED}"
_PIECE = re.compile(f"[{IGNORED}]+|.[{MARKS}{_JAMO}]+|[{_STRANGE}]", re.DOTALL)
_LATER = re.compile(f"[{_STRANGE}]")
_INVISIBLE = re.compile(f"[{IGNORED}]")
_FROM_WIDE = 0xFEE0
_SAME_LENGTH = str.maketrans(
    {
        **dict.fromkeys(APOSTROPHES, "'"),
        **dict.fromkeys(HYPHENS, "-"),
        **{letter: chr(ord(letter) - _FROM_WIDE) for letter in WIDE},
        "\u00b5": "\u03bc",  # the micro sign of keyboards, and the letter
    }
)


@dataclass(frozen=True, slots=True)
class Origin:
    """Where the parts of a folded text were: the four ends of each piece whose length may have changed."""

    starts: tuple[int, ...]
    ends: tuple[int, ...]
    old_starts: tuple[int, ...]
    old_ends: tuple[int, ...]

    def start(self, at: int) -> int:
        """Where what begins at `at` began; characters without width before it are left out."""
        piece = bisect_right(self.starts, at) - 1
        if piece < 0:
            return at
        if at < self.ends[piece]:
            return self.old_starts[piece]
        return self.old_ends[piece] + at - self.ends[piece]

    def end(self, at: int) -> int:
        """Where what ends at `at` ended; characters without width after it are left out."""
        piece = bisect_left(self.starts, at) - 1
        return at if piece < 0 else self.old_ends[piece] + max(0, at - self.ends[piece])


def folded(text: str) -> tuple[str, Origin | None]:
    """`text` as it is compared, and the way back; None where every character is at its old place."""
    if text.isascii():
        return text.lower(), None
    plain = text.casefold()
    if len(plain) == len(text) and not _LATER.search(text) and unicodedata.is_normalized("NFC", plain):
        return _straight(plain), None
    return _pieced(text)


def fold(text: str) -> str:
    """`text` as it is compared."""
    return folded(text)[0]


def spelled(text: str) -> str:
    """`text` without what `folded` overlooks but for case, so that capitals can be compared."""
    return text if text.isascii() else unicodedata.normalize("NFC", _INVISIBLE.sub("", text)).translate(_SAME_LENGTH)


def _straight(text: str) -> str:
    """`text` with the quotation marks of keyboards."""
    for quote in QUOTES:
        text = text.replace(quote, '"')
    return text


def _pieced(text: str) -> tuple[str, Origin]:
    made: list[str] = []
    spans: list[tuple[int, int, int, int]] = []
    length = done = 0
    for piece in _PIECE.finditer(text):
        old_start, old_end = piece.span()
        between, new = text[done:old_start].casefold(), _folded_piece(piece[0])
        made += between, new
        length += len(between)
        spans.append((length, length + len(new), old_start, old_end))
        length += len(new)
        done = old_end
    made.append(text[done:].casefold())
    starts, ends, old_starts, old_ends = zip(*spans, strict=True) if spans else ((), (), (), ())
    return _straight("".join(made)), Origin(starts, ends, old_starts, old_ends)


def _folded_piece(piece: str) -> str:
    composed = unicodedata.normalize("NFC", unicodedata.normalize("NFC", spelled(piece)).casefold())
    return composed.replace("i\u0307", "i")
