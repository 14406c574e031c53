"""Findings for people: the line that causes each, carets under the place, and what to do."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import accumulate, takewhile

from glossmith.model.finding import Finding, Severity, seen
from glossmith.report.terminal import BOLD, Paint, painted, unpainted, width

WIDEST = 110
"""Columns of a source line that are shown; of a longer one, the part around the place."""

SECRET = frozenset({"unreadable-file"})
"""Rules about files that may lead anywhere: what stands in them is not shown."""

COLOURS = {Severity.ERROR: "1;31", Severity.WARNING: "1;33", Severity.HINT: "1;36"}
BLUE = "1;34"

Lines = Callable[[str], Sequence[str]]
"""The lines of a file, by the path that findings give."""


def text(findings: Iterable[Finding], lines: Lines, *, coloured: bool = False) -> Iterator[str]:
    """One block of lines for each finding, as rustc does it."""
    paint = painted if coloured else unpainted
    for finding in findings:
        yield "\n".join(_block(finding, () if finding.rule in SECRET else lines(finding.path), paint))


def _block(finding: Finding, lines: Sequence[str], paint: Paint) -> Iterator[str]:
    span, colour = finding.span, COLOURS[finding.severity]
    number = str(span.line)
    margin = " " * len(number)
    head = paint(f"{finding.severity}[{finding.rule}]", colour)
    yield f"{head}{paint(f': {finding.message}', BOLD)}"
    yield f"{margin}{paint('-->', BLUE)} {seen(finding.path)}:{span.line}:{span.column}"
    if span.line <= len(lines) and lines[span.line - 1].strip():
        excerpt, carets = _excerpt(finding, lines[span.line - 1])
        yield f"{margin} {paint('|', BLUE)}"
        yield f"{paint(f'{number} |', BLUE)} {excerpt}".rstrip()
        yield f"{margin} {paint('|', BLUE)} {carets[0]}{paint(carets[1], colour)}"
    if finding.help:
        yield f"{margin} {paint('=', BLUE)} {paint('help', BOLD)}: {finding.help}"
    yield ""


def _excerpt(finding: Finding, line: str) -> tuple[str, tuple[str, str]]:
    """The line, or the part of it around the place, and the blanks and carets that go under it."""
    span = finding.span
    start = min(span.column - 1, len(line))
    end = min(span.end_column - 1, len(line)) if span.end_line == span.line else len(line.rstrip())
    first, last = _window(line, start)
    lead, tail = "…" if first else "", "…" if last < len(line) else ""
    blanks = " " * width(lead + _visible(line[first:start]))
    carets = "^" * max(1, width(_visible(line[start : min(end, last)])))
    return f"{lead}{_visible(line[first:last])}{tail}", (blanks, carets)


def _window(line: str, start: int) -> tuple[int, int]:
    """Which part of a line is shown: as much as fits, a third of it before the place."""
    if len(line) <= WIDEST and width(_visible(line)) <= WIDEST:
        return 0, len(line)
    before = _fitting(reversed(line[max(start - WIDEST, 0) : start]), WIDEST // 3)
    first = start - before
    last = first + _fitting(line[first : start + WIDEST], WIDEST)
    return first, last


def _fitting(characters: Iterable[str], columns: int) -> int:
    """How many of the characters are shown within so many columns."""
    ends = accumulate(width(_visible(character)) for character in characters)
    return sum(1 for _ in takewhile(lambda end: end <= columns, ends))


def _visible(written: str) -> str:
    """Tabs as two blanks, and no character that would move the cursor or turn the text."""
    shown = written.replace("\t", "  ")
    return "".join("�" if unicodedata.category(character) in {"Cc", "Cf"} else character for character in shown)
