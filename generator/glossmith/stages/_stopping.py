"""Where libyaml stopped reading, and what a diagnosis of the cause needs to know about the place."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, NamedTuple

import yaml

from glossmith.model.place import BREAK, Span


class Fault(NamedTuple):
    """A finding in the making."""

    message: str
    span: Span
    help: str = ""


class Latest(NamedTuple):
    """The last value that libyaml finished: where it began and ended, from 0; its quotes, `|` or bracket, if any."""

    line: int
    column: int
    end_line: int
    end_column: int
    style: str


@dataclass(frozen=True, slots=True)
class Stop:
    """Where libyaml stopped, from 0, and what it said; `opened` is where the construct that it was in begins."""

    problem: str
    context: str
    line: int
    column: int
    opened: tuple[int, int]
    lines: list[str]
    latest: Latest | None

    @property
    def text(self) -> str:
        """The line."""
        return self.lines[self.line]

    @property
    def opening(self) -> str:
        """The first character of the construct."""
        return self.lines[self.opened[0]][self.opened[1] : self.opened[1] + 1]

    @property
    def rest(self) -> str:
        """What stands on the line from the place on."""
        return self.text[self.column :]

    def fault(self, message: str, help_: str = "", *, at: tuple[int, int] | None = None, width: int = 1) -> Fault:
        """A fault of so many characters, at the place unless told otherwise."""
        line, column = at or (self.line, self.column)
        end = max(column + 1, min(column + width, len(self.lines[line].rstrip())))
        return Fault(message, Span(line + 1, column + 1, line + 1, end + 1), help_)

    def whole_line(self, line: int, message: str, help_: str) -> Fault:
        """A fault of a line without its margins."""
        text = self.lines[line]
        column = len(text) - len(text.lstrip())
        return self.fault(message, help_, at=(line, column), width=len(text))

    def previous(self, line: int) -> int | None:
        """The last line before that is neither blank nor a comment."""
        before = (number for number in range(line - 1, -1, -1) if self.lines[number].lstrip(" ")[:1] not in {"", "#"})
        return next(before, None)


def stop_of(error: yaml.MarkedYAMLError, text: str, parser: Any) -> Stop | None:
    """Where and why reading `text` stopped, if libyaml says; `parser` is a fresh one, to see how far it goes."""
    lines = BREAK.split(text)
    mark, opened = error.problem_mark or error.context_mark, error.context_mark or error.problem_mark
    if mark is None or opened is None:
        return None
    line, column = _inside(lines, mark)
    return Stop(error.problem or "", error.context or "", line, column, _inside(lines, opened), lines, _latest(parser))


def _inside(lines: list[str], mark: Any) -> tuple[int, int]:
    """A mark as a place that exists in the file; at its end libyaml points behind the last line."""
    if mark.line >= len(lines) or (mark.line == len(lines) - 1 and not lines[-1] and len(lines) > 1):
        last = len(lines) - (1 if lines[-1] or len(lines) == 1 else 2)
        return last, len(lines[last])
    return mark.line, min(mark.column, len(lines[mark.line]))


def _latest(parser: Any) -> Latest | None:
    latest: Latest | None = None
    starts: list[Any] = []
    try:
        while (event := parser.get_event()) is not None:
            start, style = event.start_mark, ""
            if isinstance(event, yaml.CollectionStartEvent):
                starts.append(event)
                continue
            if isinstance(event, yaml.CollectionEndEvent):
                begun = starts.pop()
                start, style = begun.start_mark, "[" if begun.flow_style else ""
            elif isinstance(event, yaml.ScalarEvent):
                style = event.style or ""
            else:
                continue
            latest = Latest(start.line, start.column, event.end_mark.line, event.end_mark.column, style)
    except yaml.YAMLError:
        pass
    return latest


def indentation(line: str) -> int:
    """How many spaces a line begins with."""
    return len(line) - len(line.lstrip(" "))
