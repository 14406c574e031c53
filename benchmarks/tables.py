"""Figures as Markdown tables, to be pasted as they are."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

MEBIBYTE = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Result:
    """What one tool did with one number of entries: the median of its runs, and the site that it made."""

    tool: str
    entries: int
    seconds: float
    cpu_seconds: float
    peak_bytes: int
    files: int
    site_bytes: int
    runs: int = 1

    def row(self) -> list[str]:
        return [
            self.tool,
            f"{self.entries:,}",
            f"{self.entries / self.seconds:,.0f}",
            f"{self.seconds:.1f}",
            f"{self.cpu_seconds:.1f}",
            f"{self.peak_bytes / MEBIBYTE:,.0f}",
            f"{self.files:,}",
            f"{self.site_bytes / MEBIBYTE:,.0f}",
            str(self.runs),
        ]


HEAD = ["tool", "entries", "terms/s", "seconds", "CPU s", "peak MB", "files", "site MB", "runs"]


def comparison(results: Sequence[Result]) -> str:
    """A row for each tool and, where both ran, how many times longer MkDocs alone took, and what links cost."""
    lines = table(HEAD, (result.row() for result in results))
    by_tool = {result.tool: result for result in results}
    theirs = by_tool.get("mkdocs")
    for tool in ("glossmith", "unlinked") if theirs else ():
        if (ours := by_tool.get(tool)) and theirs:
            clock, processor = theirs.seconds / ours.seconds, theirs.cpu_seconds / ours.cpu_seconds
            lines += f"\nMkDocs with Material / {tool}: {clock:.1f} × the time, {processor:.1f} × the processor time\n"
    if {"glossmith", "unlinked"} <= by_tool.keys():
        linked, unlinked = by_tool["glossmith"], by_tool["unlinked"]
        clock, processor = linked.seconds / unlinked.seconds, linked.cpu_seconds / unlinked.cpu_seconds
        lines += f"\nglossmith / unlinked: {clock:.2f} × the time, {processor:.2f} × the processor time\n"
    return lines


def linearity(results: Sequence[Result]) -> str:
    """Seconds for each thousand entries; where time grows linearly, they stay the same."""
    head = [*HEAD, "s per 1,000", "CPU s per 1,000"]
    rows = (
        [
            *result.row(),
            f"{1000 * result.seconds / result.entries:.2f}",
            f"{1000 * result.cpu_seconds / result.entries:.2f}",
        ]
        for result in results
    )
    return table(head, rows)


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A Markdown table whose columns stand below each other; all but the first are numbers."""
    listed = [head, *rows]
    widths = [max(len(row[column]) for row in listed) for column in range(len(head))]
    rule = ["-" * widths[0], *(f"{'-' * (width - 1)}:" for width in widths[1:])]
    return "".join(_line(row, widths) for row in (head, rule, *listed[1:]))


def _line(cells: Sequence[str], widths: Sequence[int]) -> str:
    padded = (
        cell.rjust(width) if column else cell.ljust(width)
        for column, (cell, width) in enumerate(zip(cells, widths, strict=True))
    )
    return f"| {' | '.join(padded)} |\n"
