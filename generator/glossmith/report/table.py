"""A table for the terminal: columns aligned, and cut to the width there is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from glossmith.report.terminal import BOLD, Paint, cut, unpainted, visible, width

GAP = "  "
NARROWEST = 6
"""Columns of a terminal below which no column of the table is cut."""


def table(
    head: Sequence[str], rows: Sequence[Sequence[str]], columns: int | None = None, paint: Paint = unpainted
) -> Iterator[str]:
    """The lines of a table; as wide as it needs to be where `columns` is None."""
    shown = [tuple(map(visible, row)) for row in rows]
    widths = [max(map(width, column)) for column in zip(head, *shown, strict=True)]
    if columns is not None:
        widths = _fitting(widths, columns - len(GAP) * (len(head) - 1))
    yield paint(_line(head, widths), BOLD)
    yield from (_line(row, widths) for row in shown)


def _fitting(widths: list[int], columns: int) -> list[int]:
    """The widest columns give way, until all fit; never the first, which is what people copy."""
    widths = list(widths)
    while sum(widths) > columns:
        widest = max(range(1, len(widths)), key=lambda number: widths[number])
        if widths[widest] <= NARROWEST:
            break
        widths[widest] -= 1
    return widths


def _line(row: Sequence[str], widths: Sequence[int]) -> str:
    cells = (cut(cell, columns) for cell, columns in zip(row, widths, strict=True))
    padded = (cell + " " * (columns - width(cell)) for cell, columns in zip(cells, widths, strict=True))
    return GAP.join(padded).rstrip()
