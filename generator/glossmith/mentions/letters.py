"""What a word is made of, in any script."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from itertools import chain

SPACELESS = (
    "\u0e01-\u0e30\u0e32-\u0e33\u0e40-\u0e46\u0e81-\u0eb0\u0eb2\u0eb3\u0ebd-\u0ec6\u0edc-\u0edf"
    "\u1000-\u102a\u103f\u1050-\u1055\u105a-\u105d\u1061\u1065\u1066\u106e-\u1070\u1075-\u1081\u1780-\u17b3\u17d7\u17dc"
    "\u3005-\u3007\u3041-\u3096\u309d-\u309f\u30a1-\u30fa\u30fc-\u30ff\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff"
    "\uf900-\ufaff\uff66-\uff9d\U00020000-\U0003134f"
)
"""Letters of scripts without spaces between words: Thai, Lao, Burmese, Khmer, kana and Han."""

TRAILING = (
    "\u0e30\u0e32\u0e33\u0e45\u0eb0\u0eb2\u0eb3\u3041\u3043\u3045\u3047\u3049\u3063\u3083\u3085\u3087\u308e"
    "\u30a1\u30a3\u30a5\u30a7\u30a9\u30c3\u30e3\u30e5\u30e7\u30ee\u30f5\u30f6\u30fc\uff67-\uff70"
)
"""Letters among them that sound with the one before: following vowels, small kana, the mark of a long vowel."""


def _marks() -> str:
    """Every sign that belongs to the letter before it (Unicode Mn, Mc), as the inside of a character class."""
    codes = chain(range(0x300, 0x1E00), range(0x20D0, 0x2100), range(0x302A, 0x309B), range(0xA66F, 0xAC00))
    return "".join(chain(_marked(codes), "\ufb1e\ufe20-\ufe2f\uff9e\uff9f"))


def _marked(codes: Iterable[int]) -> Iterable[str]:
    return (chr(code) for code in codes if unicodedata.category(chr(code)) in {"Mn", "Mc"})


MARKS = _marks()

HANGUL = "\uac00-\ud7a3"
PARTICLES = (
    "들?(?:은|는|이|가|을|를|의|에|와|과|도|만|로|으로|에서|에게|까지|부터|보다|처럼|이나|이란|라는|이라는|이다|입니다|이며"
    "|에는|에서는|에서의|으로는|로는|으로의|로의|과의|와의|과는|와는|에도|에서도|으로도|로도|에게는|에게서|께서|한테"
    "|으로서|로서|으로써|로써|마다|조차|마저|까지는|보다는|이고|이지만|이므로|이었다|이라고)|들"
)
"""What Korean puts behind a noun without a space."""

_LETTER = rf"[^\W{SPACELESS}{HANGUL}]"
_SYLLABLE = f"[{SPACELESS}][{MARKS}{TRAILING}]*"
WORD = re.compile(
    rf"{_SYLLABLE}(?:[\u1039\u17d2]{_SYLLABLE})*"
    rf"|[{HANGUL}]{{2,}}?(?=(?:{PARTICLES})(?!\w))|[{HANGUL}]+"
    rf"|{_LETTER}(?:{_LETTER}|[{MARKS}])*"
)
"""A word; in scripts that do not part words, one letter with its signs; in Korean, a noun without its particle."""
FOLLOWING = re.compile(rf"(\W*)({WORD.pattern})")
"""What stands between a word and the next, and that one."""
ASCII_WORD = re.compile(r"\w+", re.ASCII)
ASCII_FOLLOWING = re.compile(r"(\W*)(\w+)", re.ASCII)
"""The same, three times as fast, for texts that have none but ASCII characters."""
SCRIPT_WITHOUT_SPACES = re.compile(f"[{SPACELESS}]")
TIGHT_SCRIPT = re.compile(f"[{SPACELESS}{HANGUL}]")
"""Letters next to which a word may end without a space."""
