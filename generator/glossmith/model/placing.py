"""From an offset in a scalar's value to its place in the file, however the scalar is quoted or folded.

The walk follows libyaml's scanner (`yaml_parser_scan_flow_scalar`, `..._plain_scalar`, `..._block_scalar`), which is
YAML 1.1: a line break folds into a space, and what a break is includes NEL, LS and PS.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import islice

from glossmith.model.place import BREAK, Span, Text

LINES = re.compile(f"({BREAK.pattern})")
ESCAPE = re.compile(r"\\(?:x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}|.)|.")
PROPERTY = re.compile(r"[&!][^\s]*[ \t]*")
KEPT_BREAKS = frozenset("\u2028\u2029")
"""Breaks that stay in the value as they are, also where others fold."""

Place = tuple[int, int]
"""A line and a column, counted from 0."""


def locate(text: Text, source: str, start: int, end: int) -> Span:
    """The span of `text.value[start:end]` in the file whose whole text is `source`.

    Where the scalar cannot be followed, the span of the scalar itself.
    """
    places = _places(text, source)
    if len(places) < end or start >= end:
        return text.span
    (line, column), (end_line, end_column) = places[start], places[end - 1]
    return Span(line + 1, column + 1, end_line + 1, end_column + 2)


@lru_cache(maxsize=4)
def _places(text: Text, source: str) -> list[Place]:
    """The place of each character of the value; kept, for a text that has one finding often has many."""
    lines, breaks = _lines(source)
    at = _begin(text, lines)
    walk = _block(text, lines, breaks, at[0]) if text.style in {"|", ">"} else _flow(text, lines, breaks, at)
    return list(islice(walk, len(text.value)))


@lru_cache(maxsize=1)
def _lines(source: str) -> tuple[list[str], list[str]]:
    """The lines of a file without the breaks behind them, and these; kept, as a file may have many findings."""
    parts = LINES.split(source.removeprefix("\ufeff"))
    return parts[::2], [*parts[1::2], ""]


def _begin(text: Text, lines: list[str]) -> Place:
    """Where the scalar itself begins, behind an anchor and a tag: their place is the one that libyaml gives."""
    number, column = text.span.line - 1, text.span.column - 1
    if number < 0:  # a hand-written page, which is a block without a header
        return number, 0
    while number < len(lines):
        rest = lines[number][column:].lstrip(" \t")
        column = len(lines[number]) - len(rest)
        if property_ := PROPERTY.match(rest):
            column += property_.end()
        elif not rest or rest[0] == "#":
            number, column = number + 1, 0
        else:
            return number, column
    return number, 0


def _flow(text: Text, lines: list[str], breaks: list[str], at: Place) -> Iterator[Place]:
    """The places of a plain or quoted scalar; a break is placed behind the end of its line."""
    number, column = at[0], at[1] + (1 if text.style else 0)
    stripped = not text.value[:1].isspace()  # a name is kept without the space around it
    last = min(text.end_line, len(lines)) - 1
    while number <= last:
        line = lines[number] if number < last else lines[number][: text.end_column - 1]
        units, is_escaped = _units(text.style, line, column)
        following = number + 1
        while following < last and not lines[following].strip(" \t"):
            following += 1
        blank = following - number - 1
        width = _folded(breaks[number], blank) if not is_escaped else blank
        places = [(number, unit) for unit in units] + [(number, len(line))] * width
        if stripped and (first := next((unit for unit in units if not line[unit].isspace()), None)) is not None:
            places = [place for place in places if place[1] >= first]
        elif stripped:
            places = []
        stripped = stripped and not places
        yield from places
        number = following
        column = len(lines[number]) - len(lines[number].lstrip(" \t")) if number <= last else 0


def _units(style: str, line: str, column: int) -> tuple[list[int], bool]:
    """Where each character of the value stands in a line, and whether the break behind it is escaped."""
    if style == '"':
        found = [(unit.start(), unit[0]) for unit in ESCAPE.finditer(line, column)]
    else:
        found = [(unit.start(), unit[0]) for unit in re.finditer("''|." if style == "'" else ".", line[column:])]
        found = [(start + column, unit) for start, unit in found]
    if style == '"' and found and found[-1][1] == "\\":
        return [start for start, _ in found[:-1]], True
    while found and found[-1][1] in {" ", "\t"}:
        found.pop()
    return [start for start, _ in found], False


def _folded(leading: str, blank: int) -> int:
    """How many characters of the value a break and the blank lines behind it make."""
    return 1 + blank if leading in KEPT_BREAKS else blank or 1


def _block(text: Text, lines: list[str], breaks: list[str], header: int) -> Iterator[Place]:
    """The places of a literal or folded scalar; a break is placed behind the end of its line."""
    indent = _indent(text, lines, header)
    contents: list[tuple[int, str]] = []
    for number in range(header + 1, len(lines)):
        if lines[number][:indent].strip(" "):
            break
        contents.append((number, lines[number][indent:]))
    position = 0
    while position < len(contents) and not contents[position][1]:
        yield contents[position][0], len(lines[contents[position][0]])
        position += 1
    while position < len(contents):
        number, content = contents[position]
        yield from ((number, indent + column) for column in range(len(content)))
        following = position + 1
        while following < len(contents) and not contents[following][1]:
            following += 1
        blank = following - position - 1
        neighbour = contents[following][1] if following < len(contents) else ""
        folds = text.style == ">" and neighbour and content[0] not in " \t" and neighbour[0] not in " \t"
        width = _folded(breaks[number], blank) if folds else 1 + blank
        yield from [(number, len(lines[number]))] * width
        position = following


def _indent(text: Text, lines: list[str], header: int) -> int:
    """How many spaces before each line are no part of the value."""
    below = (lines[number] for number in range(header + 1, len(lines)))
    written = next((line for line in below if line.strip(" ")), "")
    valued = next((line for line in BREAK.split(text.value) if line.strip(" ")), "")
    return max(_leading(written) - _leading(valued), 0)


def _leading(line: str) -> int:
    return len(line) - len(line.lstrip(" "))
