"""One field while it grows: its HTML, its plain text, its brief, and what was found in it."""

from __future__ import annotations

import re
from functools import cached_property
from html import escape
from itertools import islice
from typing import Any

from markdown_it.token import Token

from glossmith.model.page import Heading
from glossmith.model.prose import RUN, ProsePath, ProseProblem, ProseReference, Typeset
from glossmith.prose.placing import Places, Row
from glossmith.prose.safety import as_title
from glossmith.prose.slugs import Ids
from glossmith.prose.whole_elements import WholeElements
from glossmith.prose.wording import Wording

LATELY = 100
"""Pieces of text among which is the last one of an item, or it is empty."""

_SPACES = re.compile(r"[ \t\n]+")
_ENDS = frozenset(".,;:!?…。，；：！？、؛،؟")


class Composition:
    """The only mutable thing of typesetting; it lives for one field."""

    def __init__(
        self, text: str, prefix: str, wording: Wording, *, runs: bool = False, whole: WholeElements | None = None
    ) -> None:
        self.source = text
        self.prefix = prefix
        self.anchor = escape(prefix)
        self.wording = wording
        self.run = self._run = RUN if runs else ""
        self._whole = whole
        self.html: list[str] = []
        self.plain: list[str] = []
        self.brief: list[str] = []
        self.headings: list[Heading] = []
        self.references: list[ProseReference] = []
        self.paths: list[ProsePath] = []
        self.problems: list[ProseProblem] = []
        self.definitions: dict[str, dict[str, Any]] = {}
        self.levels: dict[str, int] = {}
        self.note_numbers: dict[str, int] = {}
        self.note_uses: list[int] = []
        self.notes: dict[str, list[Token]] = {}
        self.block: Token | None = None
        self.row: Row | None = None
        self.cell = -1

    @cached_property
    def places(self) -> Places:
        """Made when the first thing has to be placed."""
        return Places(self.source)

    @cached_property
    def ids(self) -> Ids:
        """Made at the first heading."""
        return Ids(self.prefix)

    def write(self, html: str, plain: str) -> None:
        """Add inline content that the brief shows as the page does."""
        self.html.append(html)
        self.brief.append(html)
        self.plain.append(plain)

    def end_block(self, html: str) -> None:
        """Close a block: a new line in plain text, a space in the brief."""
        self.html.append(html)
        self.plain.append("\n")
        self.brief.append(" ")

    def read_html(self, html: str) -> None:
        """Take note of a block of HTML: on some pages what is in the author's elements is no running text."""
        if self._whole is not None:
            self._whole.read(html)
            self.run = "" if self._whole.is_open else self._run

    def part_items(self) -> None:
        """Between two items of a list: a sign in the brief, in place of the space behind the first."""
        lately = islice(reversed(self.plain), LATELY)
        self.brief[-1:] = [gap_after(next((text for text in lately if text.strip()), ""))]

    def span(self, token: Token) -> tuple[int, int]:
        """Where an inline token stands in the field."""
        block = self.block
        if block is None or token.map is None:
            return 0, len(self.source)
        start, end = token.map
        if self.row is not None:
            return self.places.cell_span(block, self.row, self.cell, start, end)
        return self.places.span(block, start, end)

    def typeset(self, with_brief: bool) -> Typeset:
        """The finished field."""
        return Typeset(
            html="".join(self.html),
            brief=on_one_line("".join(self.brief)) if with_brief else "",
            text=on_lines("".join(self.plain)),
            headings=tuple(self.headings),
            references=tuple(self.references),
            paths=tuple(self.paths),
            problems=tuple(self.problems),
            levels=tuple((int(tag[1:]), level) for tag, level in self.levels.items()),
        )


def attributes(pairs: dict[str, str | int | float]) -> str:
    """Attributes of a start tag, escaped."""
    written = ((name, as_title(str(value)) if name == "title" else str(value)) for name, value in pairs.items())
    return "".join(f' {name}="{escape(value)}"' for name, value in written)


def on_one_line(html: str) -> str:
    """With single spaces for any white space."""
    return _SPACES.sub(" ", html.strip())


def gap_after(item: str) -> str:
    """What stands before the next item of a list on one line: a semicolon, unless this one ends with a sign."""
    item = item.rstrip()
    return "; " if item and item[-1] not in _ENDS else " "


def on_lines(text: str) -> str:
    """Without blank lines and space at the ends."""
    text = text.strip()
    if "\n" not in text:
        return text
    return "\n".join(line.rstrip() for line in text.split("\n") if line.strip())
