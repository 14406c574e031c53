"""Suppression comments of an entry: `# glossmith: ignore[rule] why`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from glossmith.model.entry import Mapping, Node
from glossmith.model.place import BREAK, Span, Text
from glossmith.model.suppression import Suppression

COMMENT = re.compile(r"(?:^|(?<=\s))#\s*glossmith:\s*ignore\b(?:\s*\[([^\]\n]*)\])?", re.IGNORECASE)
"""Also one that names no rule, so that its author is told."""


def suppressions(text: str, root: Node) -> tuple[Suppression, ...]:
    """The suppression comments of a file whose content is `root`."""
    texts = list(_texts(root))
    lines = BREAK.split(text)
    found = []
    for number, line in enumerate(lines, 1):
        for comment in COMMENT.finditer(line):
            if not any(_holds(span, number, comment.start() + 1) for span in _extents(texts, lines)):
                first = number if line[: comment.start()].strip() else number + 1
                place = Span(number, comment.start() + 1, number, comment.end() + 1)
                names = tuple(name for part in (comment[1] or "").split(",") if (name := part.strip()))
                found.append(Suppression(names, first, _last(first, texts, lines), place))
    return tuple(found)


def _texts(node: Node) -> Iterator[Text]:
    if isinstance(node, Text):
        yield node
    elif isinstance(node, Mapping):
        for key, value in node.pairs:
            yield from (*_texts(key), *_texts(value))
    else:
        for item in node.items:
            yield from _texts(item)


def _extents(texts: list[Text], lines: list[str]) -> Iterator[Span]:
    """Where comments cannot be: quoted and folded texts, and the lines below the head of a block."""
    for text in texts:
        span = text.span
        if text.style in {"|", ">"}:
            yield Span(span.line + 1, 1, block_end(span, lines), 1 << 30)
        elif text.style:
            yield span


def _holds(span: Span, line: int, column: int) -> bool:
    return (span.line, span.column) <= (line, column) < (span.end_line, span.end_column)


def _last(first: int, texts: list[Text], lines: list[str]) -> int:
    """The last line that a comment on line `first` speaks of: the end of a text that begins there."""
    ends = [
        block_end(text.span, lines) if text.style in {"|", ">"} else text.span.end_line
        for text in texts
        if text.span.line == first
    ]
    return max([first, *ends])


def block_end(span: Span, lines: list[str]) -> int:
    """The last line of the block scalar whose `|` or `>` is at `span`: the lines that are indented more, or blank."""
    head = lines[span.line - 1]
    indent = len(head) - len(head.lstrip(" -"))
    last = span.line
    for number in range(span.line + 1, len(lines) + 1):
        line = lines[number - 1]
        if line.strip() and len(line) - len(line.lstrip(" ")) <= _parent(head, indent):
            break
        if line.strip():
            last = number
    return last


def _parent(head: str, indent: int) -> int:
    """The indentation that a block's lines must exceed: that of the key, or of the dash of a bare item."""
    return indent if ":" in head else len(head) - len(head.lstrip(" "))
