"""Places in source files, and texts that know where they were written."""

from __future__ import annotations

import re
from typing import NamedTuple

BREAK = re.compile("\r\n|[\n\r\x85\u2028\u2029]")
"""What ends a line in YAML 1.1."""


class Span(NamedTuple):
    """A stretch of a file; lines and columns count characters from 1, the end column is exclusive."""

    line: int
    column: int
    end_line: int
    end_column: int


START = Span(1, 1, 1, 1)
"""The place of a finding about a file as a whole."""


class Text(NamedTuple):
    """A scalar as the author typed it, with its place, in one tuple: a large glossary has half a million of them.

    `style` is YAML's: `''` plain, `'` or `"` quoted, `|` literal, `>` folded.
    """

    value: str
    line: int
    column: int
    end_line: int
    end_column: int
    style: str = ""

    @classmethod
    def at(cls, value: str, span: Span, style: str = "") -> Text:
        """A text at a place."""
        return cls(value, *span, style)

    @property
    def span(self) -> Span:
        """Where it stands."""
        return Span(self.line, self.column, self.end_line, self.end_column)

    def __str__(self) -> str:
        return self.value
