"""Where a stretch of typeset HTML stands in the field that it was made of."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from functools import lru_cache
from typing import TypeAlias

from glossmith.model.finding import Within
from glossmith.model.place import Text
from glossmith.stages._names import SIGNS_OUT, unescaped

MARKUP = re.compile(r"\]\([^()\n]*\)|<[^<>]*>")
"""Addresses of links, and tags: as an author's HTML is not in the typeset text any more, it does not count here."""
NO_LETTERS = re.compile(r"[\W_]+")
SPACE = "(?:[\\s>]|&nbsp;|&#160;)+"
"""What may stand for a space; in a quotation, a line begins with `>`."""
ENTITY = "&#?[0-9A-Za-z]+;"
NEAR = 80
"""Characters around a mention by which its place in the field is told from others."""
MOST = 50
"""Places that are compared: a word that stands more often in a field may be told at one of its twins."""

Place: TypeAlias = tuple[int, int]


def within(text: Text, html: str, start: int, end: int) -> Within:
    """Where a mention stands in the field: of all places with its words, the one with the same text around it."""
    written, before, after = (
        unescaped(SIGNS_OUT.sub("", piece))
        for piece in (html[start:end], html[max(0, start - NEAR) : start], html[end : end + NEAR])
    )
    words = SPACE.join("".join(map(_typed, word)) for word in written.split())
    places = _places(words, text.value) or ((0, len(text.value)),)
    if len(places) > MOST:
        places = _nearest(places, _places(words, html), start)
    earlier, later = _letters(before)[::-1], _letters(after)

    def alike(place: Place) -> int:
        others = _around(text.value, *place)
        return _alike(earlier, others[0]) + _alike(later, others[1])

    return Within(text, *max(places, key=alike))


@lru_cache(maxsize=128)
def _places(words: str, text: str) -> Sequence[Place]:
    """Where the words stand in a text; kept, for a name that is mentioned once often is again."""
    return tuple(found.span() for found in re.compile(words).finditer(text))


def _nearest(places: Sequence[Place], mentions: Sequence[Place], start: int) -> Sequence[Place]:
    """The places whose number among them comes nearest to that of a mention among its like."""
    number = bisect_left(mentions, (start, 0)) * len(places) // max(1, len(mentions))
    first = min(max(0, number - MOST // 2), len(places) - MOST)
    return places[first : first + MOST]


@lru_cache(maxsize=4096)
def _around(text: str, start: int, end: int) -> tuple[str, str]:
    """The letters before a place, backwards, and those behind it."""
    return _letters(text[max(0, start - NEAR) : start])[::-1], _letters(text[end : end + NEAR])


def _typed(character: str) -> str:
    """A pattern for a character as an author may type it: R&amp;D, C\\+\\+, Schr&ouml;dinger."""
    return character if character.isascii() and character.isalnum() else rf"(?:\\?{re.escape(character)}|{ENTITY})"


def _letters(text: str) -> str:
    """Text without signs and entities, of which Markdown and HTML have different ones in the same places."""
    return NO_LETTERS.sub("", unescaped(MARKUP.sub("", text)))


def _alike(one: str, other: str) -> int:
    """How many characters two texts share at their beginning."""
    if one == other:
        return len(one)
    different = (at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b)
    return next(different, min(len(one), len(other)))
