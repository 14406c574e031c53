"""Parts of a text that are addresses and not words: URLs, e-mail addresses, files."""

from __future__ import annotations

import re
from bisect import bisect_left

from glossmith.mentions.letters import MARKS

ADDRESS = re.compile(
    rf"""
      (?<![\w.+-]) [a-z] [a-z0-9.+-]* :// [^\s<>"“”‘’«»，。；、（）【】「」]*
    | (?<![\w.+-]) www\. [^\s<>"“”‘’«»，。；、（）【】「」]*
    | (?<![\w.+-]) [\w.+-]+ @ [\w-]+ (?: \. [\w-]+ )+
    | \$ \{{? [^\W\d] \w* \}}? (?: / [\w.~-]* )+
    | (?<![\w{MARKS}/.~}}\])+]) (?<!\w[#*]) (?: ~ | \.{{1,2}} )? / [\w.] [^\s,;()<>"“”]*
    | (?<![\w./~@-]) @? [\w.~-]+ (?: : \d+ )? (?: / [\w.~-]* )+
    """,
    re.VERBOSE,
)
"""The last kind is one only where a full stop stands inside: `src/train.py`, unlike precision/recall."""
CERTAIN = re.compile(r"(?:~|\.{1,2})?/|\$|[^/]*(?:://|@)|[^/]*:\d+/|www\.")
DOTTED = re.compile(r"\w\.[^\W\d]")


def addresses(text: str) -> tuple[tuple[int, int], ...]:
    """The spans of all addresses in a folded text."""
    if "/" not in text and "@" not in text and "www." not in text:
        return ()
    found = ((address.start(), address[0].rstrip(".,;:!?)'")) for address in ADDRESS.finditer(text))
    return tuple((start, start + len(address)) for start, address in found if _is_address(address))


def _is_address(text: str) -> bool:
    return CERTAIN.match(text) is not None or DOTTED.search(text) is not None


def is_inside(spans: tuple[tuple[int, int], ...], start: int, end: int) -> bool:
    """Whether a span is a part of an address; a name may well be a whole one: /dev/null."""
    last = bisect_left(spans, (end, 0)) - 1
    if last < 0:
        return False
    one, other = spans[last]
    return start < other and not (start <= one and other <= end)
