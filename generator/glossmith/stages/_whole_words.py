"""Names in HTML that are whole words, also where marks such as emphasis hide what stands next to them.

The matcher reads what stands between two tags, and cannot know that R is no word in **R**ectified, nor k in *k*-means.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any

from glossmith.mentions.boundaries import closes, is_letter, opens, stands_alone
from glossmith.mentions.folding import fold
from glossmith.mentions.letters import TIGHT_SCRIPT
from glossmith.model.prose import RUN, SLOT
from glossmith.stages._names import unescaped

_MARK = rf"(?:</?(?:a|abbr|b|code|del|em|i|ins|mark|s|small|span|strong|sub|u)\b[^>]*>|{RUN}|{SLOT}/?t[0-9]+{SLOT})"
MARK = re.compile(_MARK)
"""What may stand inside a word without parting it."""
_SIGN = rf"[^\s<>{RUN}{SLOT}]"
_TEXT = rf"({_SIGN}(?:{_SIGN}|{_MARK}){{0,60}})"
BEFORE = re.compile(rf"(?:{_TEXT}|</math>){_MARK}+\Z")
BEHIND = re.compile(rf"{_MARK}+(?!{_MARK})(?!e?s(?!\w))(?:<math|\\\(|{_TEXT})")
"""The text or formula next to a name but for such marks; not the ending of a plural, as in *GAN*s."""
BEFORE_MARKS, BEHIND_MARKS = frozenset(">" + RUN + SLOT), frozenset("<" + RUN + SLOT)
RAISED_BEFORE = re.compile(rf"</sup>{_MARK}*\Z")
RAISED_BEHIND = re.compile(rf"{_MARK}*<sup>")
"""What is raised next to a letter, which makes a formula of both: R<sup>2</sup>; marks of footnotes have attributes."""
LONGEST = 120
"""Characters before a name in which such a text is looked for."""


def whole(found: Iterable[tuple[int, int, Any]], html: str, at: int = 0) -> Iterator[tuple[int, int, Any]]:
    """Those of the names found at `at` of the HTML that are whole words."""
    return ((start, end, name) for start, end, name in found if _is_whole(html, at + start, at + end))


def _is_whole(html: str, start: int, end: int) -> bool:
    before, behind = html[start - 1 : start] in BEFORE_MARKS, html[end : end + 1] in BEHIND_MARKS
    if before or behind:
        left = BEFORE.search(html, max(0, start - LONGEST), start) if before else None
        right = BEHIND.match(html, end) if behind else None
        written = unescaped(html[start:end])
        if left and not _begins(_plain(left[1] or "\\)"), written):
            return False
        if right and not _ends(written, _text(right[1] or "\\(")):
            return False
    return end - start > 1 or _is_alone(html, start, end)


def _text(html: str) -> str:
    return unescaped(MARK.sub("", html))


def _plain(html: str) -> str:
    return fold(_text(html))


def _begins(left: str, written: str) -> bool:
    if left and (is_letter(left[-1]) or left.endswith("\\)")):
        return _are_two(left[-1], written[0])
    return opens(left + fold(written), len(left), is_capital=written[0].isupper())


def _ends(written: str, right: str) -> bool:
    if right and (is_letter(right[0]) or right.startswith("\\(")):
        return _are_two(written[-1], right[0])
    name, behind = fold(written), fold(right)
    has_capitals = written[1:] != written[1:].lower() if behind.startswith("-") else written[0].isupper()
    return closes(name + behind, len(name), any_tail=has_capitals and right[1:2].islower())


def _are_two(one: str, other: str) -> bool:
    """Whether two letters next to each other may be of two words, as in Chinese."""
    return TIGHT_SCRIPT.match(one) is not None or TIGHT_SCRIPT.match(other) is not None


def _is_alone(html: str, start: int, end: int) -> bool:
    """Whether a name of one letter is no part of a sign, an initial or a unit, by all that stands around it."""
    name = fold(html[start:end])
    if TIGHT_SCRIPT.match(name):
        return True
    if RAISED_BEFORE.search(html, max(0, start - LONGEST), start) or RAISED_BEHIND.match(html, end):
        return False
    left = _plain(html[max(0, start - LONGEST) : start]).rpartition(">")[2]
    right = _plain(html[end : end + LONGEST]).partition("<")[0]
    return stands_alone(left + name + right, len(left), len(left + name))
