"""The lines of a file, and offsets in them."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass

from glossmith.model.place import BREAK, Span

COMMENT = re.compile(r"[ \t]*(#[^\r\n\x85\u2028\u2029]*)?")


@dataclass(frozen=True, slots=True)
class Lines:
    """Where each line of a text starts, and where its break does; behind a break at the end stands an empty line."""

    text: str
    starts: tuple[int, ...]
    ends: tuple[int, ...]

    def offset(self, line: int, column: int) -> int:
        """The offset of a place, counted from 1; the end of the text where there is no such place."""
        if not 1 <= line <= len(self.starts):
            return len(self.text)
        return min(self.starts[line - 1] + column - 1, self.ends[line - 1])

    def range(self, span: Span) -> tuple[int, int]:
        """The offsets of a span."""
        return self.offset(span.line, span.column), self.offset(span.end_line, span.end_column)

    def number(self, offset: int) -> int:
        """The line of an offset, from 0."""
        return bisect_right(self.starts, offset) - 1

    def start(self, offset: int) -> int:
        """Where the line of an offset starts."""
        return self.starts[self.number(offset)]

    def after(self, offset: int) -> int:
        """Where the next line starts; the end of the text after the last one."""
        number = self.number(offset)
        return self.starts[number + 1] if number + 1 < len(self.starts) else len(self.text)

    def is_first(self, offset: int) -> bool:
        """Whether nothing but blanks stands before it on its line."""
        return not self.text[self.start(offset) : offset].strip(" \t")

    def is_last(self, offset: int) -> bool:
        """Whether nothing but blanks and a comment follows on its line."""
        rest = self.text[offset : self.ends[self.number(offset)]]
        return not rest.strip(" \t") or (rest[0] in " \t" and rest.lstrip(" \t").startswith("#"))

    def line(self, number: int) -> str:
        """A line without its break, counted from 0."""
        return self.text[self.starts[number] : self.ends[number]]

    @property
    def line_end(self) -> str:
        """What ends the lines of the text: the first break that it has."""
        found = BREAK.search(self.text)
        return found[0] if found else "\n"


def lines_of(text: str) -> Lines:
    """The lines of a text."""
    breaks = list(BREAK.finditer(text))
    return Lines(text, (0, *(found.end() for found in breaks)), (*(found.start() for found in breaks), len(text)))
