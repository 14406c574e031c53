"""The stretches of typeset HTML between its tags, and what keeps mentions in each from becoming links."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from glossmith.model.mention import Decision
from glossmith.model.prose import RUN, SLOT

TOKEN = re.compile(
    rf"<(/?)([a-zA-Z][a-zA-Z0-9-]*)((?:[^<>\"']++|\"[^\"]*\"|'[^']*')*)>|<!--.*?(?:-->|\Z)|{SLOT}(/?)([tp])[0-9]+{SLOT}",
    re.DOTALL,
)
REASONS = {
    "a": Decision.IN_LINK,
    "code": Decision.IN_CODE,
    "pre": Decision.IN_CODE,
    "math": Decision.IN_FORMULA,
    "th": Decision.IN_HEADING,
    "summary": Decision.IN_HEADING,
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6"), Decision.IN_HEADING),
}
TITLE = 'class="admonition-title"'


class Stretch(NamedTuple):
    """Escaped text and where it begins in the HTML; `reason` is what keeps it from linking, if anything does."""

    start: int
    html: str
    reason: Decision | None = None


def stretches(html: str) -> Iterator[Stretch]:
    """All text of a typeset text, in order."""
    walk = _Walk()
    position = 0
    for number, part in enumerate(html.split(RUN)):
        if number % 2:
            yield Stretch(position, part)
        else:
            yield from walk.through(part, position)
        position += len(part) + 1


class _Walk:
    """Goes through what is not linkable, from stretch to stretch; knows which elements are open."""

    def __init__(self) -> None:
        self._open: list[tuple[str, Decision]] = []
        self._otherwise = Decision.IN_HTML

    def through(self, html: str, start: int) -> Iterator[Stretch]:
        """What no tag is near is kept from linking by `[[|...]]`."""
        self._otherwise = Decision.IN_HTML if "<" in html else Decision.OFF
        at = 0
        for token in TOKEN.finditer(html):
            yield from self._text(html[at : token.start()], start + at)
            at = token.end()
            self._pass(token)
        yield from self._text(html[at:], start + at)

    def _text(self, text: str, start: int) -> Iterator[Stretch]:
        if text.strip():
            yield Stretch(start, text, self._open[-1][1] if self._open else self._otherwise)

    def _pass(self, token: re.Match[str]) -> None:
        closing, tag, attributes, ends, slot = token.groups()
        if slot == "t":
            tag, closing = "a", ends
        if tag is None:
            return
        name = tag.lower()
        reason = Decision.IN_HEADING if name == "p" and TITLE in (attributes or "") else REASONS.get(name)
        if closing:
            if self._open and self._open[-1][0] == name:
                self._open.pop()
        elif reason:
            self._open.append((name, reason))
