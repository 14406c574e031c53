"""From offsets in a block's content, which markdown-it has stripped of its margins, to offsets in the field."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property, lru_cache
from operator import itemgetter

from markdown_it.common.utils import MD_TRIM_CHARS
from markdown_it.helpers import parseLinkDestination
from markdown_it.rules_block import StateBlock, table
from markdown_it.token import Token

_LINE_END = re.compile(r"\r\n?|\n")
_MOST_LOST = 3


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table: its line in the field and the column of that line where the row's text begins."""

    line: int
    column: int


def placed_table(state: StateBlock, start_line: int, end_line: int, silent: bool) -> bool:
    """markdown-it's `table`, with each `tr_open` knowing where in the field its text begins."""
    first = len(state.tokens)
    found: bool = table(state, start_line, end_line, silent)
    if found and not silent:
        for token in state.tokens[first:]:
            if token.type == "tr_open" and token.map:
                line = token.map[0]
                at = state.bMarks[line] + state.tShift[line]
                token.meta = {"row": Row(line, at - state.src.rfind("\n", 0, at) - 1)}
    return found


class Places:
    """The lines of one field; made only when something in it has to be placed."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._block: Token | None = None
        self._shifts: list[tuple[int, int | None]] = []

    @cached_property
    def _bounds(self) -> list[tuple[int, int]]:
        ends = [(match.start(), match.end()) for match in _LINE_END.finditer(self._text)]
        starts = [0, *(end for _, end in ends)]
        return list(zip(starts, [*(start for start, _ in ends), len(self._text)], strict=True))

    def span(self, block: Token, start: int, end: int) -> tuple[int, int]:
        """Where `content[start:end]` of a block stands; its first line if that cannot be told for certain."""
        first, last = self._offset(block, start), self._offset(block, end - 1)
        if first is None or last is None or self._text[first] != block.content[start]:
            return self.first_line(block)
        return first, last + 1

    def cell_span(self, block: Token, row: Row, cell: int, start: int, end: int) -> tuple[int, int]:
        """The same for a cell of a table, where `|` may be written `\\|`."""
        line_start, line_end = self._bounds[row.line]
        begin = line_start + row.column
        cells = _cells(self._text[begin:line_end])
        left, right = cells[cell] if cell < len(cells) else (0, 0)
        raw = self._text[begin + left : begin + right]
        if raw.replace("\\|", "|") != block.content:
            return self.first_line(block)
        return begin + left + _escaped(raw, start), begin + left + _escaped(raw, end - 1) + 1

    def definition_span(self, lines: list[int], label: str, href: str) -> tuple[int, int] | None:
        """Where the address stands in `[label]: address`, if that is the address in use."""
        begin, end = self._bounds[lines[0]][0], self._bounds[min(lines[1], len(self._bounds)) - 1][1]
        match = re.compile(rf"\[{re.escape(label)}\]:[ \t\r\n]*", re.IGNORECASE).search(self._text, begin, end)
        if not match:
            return None
        found = parseLinkDestination(self._text, match.end(), end)
        angled = self._text.startswith("<", match.end())
        return (match.end() + angled, found.pos - angled) if found.ok and found.str == href else None

    def first_line(self, block: Token) -> tuple[int, int]:
        """The line on which a block begins, without its margins."""
        start, end = self._bounds[block.map[0] if block.map else 0]
        line = self._text[start:end]
        return start + len(line) - len(line.lstrip()), start + len(line.rstrip())

    def lines(self, block: Token) -> tuple[int, int]:
        """From the first character of a block to its last."""
        last = (block.map or (0, 1))[1]
        start = self.first_line(block)[0]
        line_start, line_end = self._bounds[last - 1]
        return start, line_start + len(self._text[line_start:line_end].rstrip())

    def _offset(self, block: Token, position: int) -> int | None:
        if self._block is not block:
            self._block, self._shifts = block, self._lines_of(block)
        index = bisect_right(self._shifts, position, key=itemgetter(0)) - 1
        shift = self._shifts[index][1]
        return None if shift is None else position + shift

    def _lines_of(self, block: Token) -> list[tuple[int, int | None]]:
        """Where each line of a block's content begins, and how much further on it stands in the field.

        Lines of nothing but no-break spaces are lost at both ends of a content: then only one way to lay its
        lines upon those of the field may fit.
        """
        contents = block.content.split("\n")
        first, last = block.map or (0, 1)
        lost = max(last - first, 1) - len(contents)
        layouts = [self._layout(contents, first + skipped) for skipped in range(min(lost, _MOST_LOST) + 1)]
        if lost:
            layouts = [layout for layout in layouts if all(shift is not None for _, shift in layout)]
        return layouts[0] if len(layouts) == 1 else [(0, None)]

    def _layout(self, contents: list[str], number: int) -> list[tuple[int, int | None]]:
        shifts = []
        begin = 0
        for content in contents:
            shifts.append((begin, self._shift(content, number, begin)))
            begin += len(content) + 1
            number += 1
        return shifts

    def _shift(self, content: str, number: int, begin: int) -> int | None:
        """A line of content ends where its line in the field does; a heading or title also stands inside of it."""
        if number >= len(self._bounds):
            return None
        start, end = self._bounds[number]
        written = self._text[start:end].rstrip(MD_TRIM_CHARS)
        wanted = content.strip(MD_TRIM_CHARS)
        at = len(written) - len(wanted) if written.endswith(wanted) else written.rfind(wanted)
        if at < 0:
            return None
        return start + at - begin - (len(content) - len(content.lstrip(MD_TRIM_CHARS)))


@lru_cache(maxsize=1)
def _cells(row: str) -> list[tuple[int, int]]:
    """The spans of a row's cells, as `markdown_it.rules_block.table.escapedSplit` cuts them, trimmed."""
    text = row.strip(MD_TRIM_CHARS)
    margin = row.index(text) if text else 0
    pipes = [match.start() for match in re.finditer(r"(?<!\\)\|", text)]
    spans = list(zip([0, *(pipe + 1 for pipe in pipes)], [*pipes, len(text)], strict=True))
    if spans and spans[0][0] == spans[0][1]:
        spans.pop(0)
    if spans and spans[-1][0] == spans[-1][1]:
        spans.pop()
    return [_trimmed(row, margin + start, margin + end) for start, end in spans]


def _trimmed(row: str, start: int, end: int) -> tuple[int, int]:
    cell = row[start:end]
    left = len(cell) - len(cell.lstrip(MD_TRIM_CHARS))
    return start + left, max(start + left, start + len(cell.rstrip(MD_TRIM_CHARS)))


def _escaped(raw: str, position: int) -> int:
    """The offset in a cell as written of a character of its content."""
    for match in re.finditer(r"\\\|", raw):
        if match.start() > position:
            break
        position += 1
    return position
