"""Where a stretch of typeset HTML stands in the field that it was made of."""

from __future__ import annotations

import re

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


def within(text: Text, html: str, start: int, end: int) -> Within:
    """Where a mention stands in the field: of all places with its words, the one with the same text around it."""
    written, before, after = (
        unescaped(SIGNS_OUT.sub("", piece))
        for piece in (
            html[start:end],
            html[max(0, start - NEAR) : start],
            html[end:][:NEAR],
        )
    )
    words = re.compile(SPACE.join("".join(map(_typed, word)) for word in written.split()))
    places = [found.span() for found in words.finditer(text.value)] or [(0, len(text.value))]

    def alike(place: tuple[int, int]) -> int:
        earlier, later = text.value[max(0, place[0] - NEAR) : place[0]], text.value[place[1] :][:NEAR]
        return _alike(_letters(earlier)[::-1], _letters(before)[::-1]) + _alike(_letters(later), _letters(after))

    return Within(text, *max(places, key=alike))


def _typed(character: str) -> str:
    """A pattern for a character as an author may type it: R&amp;D, C\\+\\+, Schr&ouml;dinger."""
    return character if character.isascii() and character.isalnum() else rf"(?:\\?{re.escape(character)}|{ENTITY})"


def _letters(text: str) -> str:
    """Text without signs and entities, of which Markdown and HTML have different ones in the same places."""
    return NO_LETTERS.sub("", unescaped(MARKUP.sub("", text)))


def _alike(one: str, other: str) -> int:
    """How many characters two texts share at their beginning."""
    different = (at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b)
    return next(different, min(len(one), len(other)))
