"""A finding: one thing that is wrong, where, and what to do about it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from typing import NamedTuple

from glossmith.model.fix import Fix
from glossmith.model.place import START, Span, Text

UNSEEN = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]")
"""Control characters, and those that turn the direction of the text after them."""

LONGEST_QUOTED = 60
"""Characters of a quotation; what is longer is cut."""


class Severity(StrEnum):
    """How bad a finding is; errors stop a build, warnings stop a strict one."""

    ERROR = "error"
    WARNING = "warning"
    HINT = "hint"

    @property
    def rank(self) -> int:
        """0 for the worst."""
        return _RANKS[self]


_RANKS = {severity: rank for rank, severity in enumerate(Severity)}


class Within(NamedTuple):
    """A stretch of a scalar's value, from which the place in the file is worked out when it is wanted."""

    text: Text
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Finding:
    """One diagnostic; `path` is relative to the folder of `mkdocs.yml`, with `/`.

    A finding in prose has the span of the whole text until the pipeline has looked up `within`.
    """

    rule: str
    message: str
    path: str
    span: Span = START
    help: str = ""
    severity: Severity = Severity.ERROR
    within: Within | None = None
    fix: Fix | None = None

    @property
    def order(self) -> tuple[str, Span, str, str]:
        """Findings are reported by path, line, column."""
        return (self.path, self.span, self.rule, self.message)


def seen(text: str) -> str:
    """`text` with its control characters written out."""
    return UNSEEN.sub(lambda found: f"\\x{ord(found[0]):02x}", text)


@lru_cache(maxsize=1024)
def quoted(text: str) -> str:
    """`text` as code in a message: in backticks, on one line, control characters visible, not too long."""
    visible = seen(text)
    return f"`{visible if len(visible) <= LONGEST_QUOTED else visible[: LONGEST_QUOTED - 1] + '…'}`"
