"""Brackets and quotation marks that do not match, in the words of an author."""

from __future__ import annotations

from glossmith.model.finding import quoted
from glossmith.stages._stopping import Fault, Stop, indentation

BLOCKS = ("|", ">")


def behind_closing(stop: Stop) -> Fault | None:
    """Text behind a closing quotation mark or bracket."""
    latest = stop.latest
    if latest is None or not latest.style or latest.style in BLOCKS or "did not find expected" not in stop.problem:
        return None
    between = stop.text[latest.end_column : stop.column]
    if latest.end_line != stop.line or between.strip() or not stop.rest.strip():
        return None
    if stop.rest[0] in "]}":
        return unopened(stop)
    if "or '" in stop.problem and stop.rest[0] in "\"'[{":
        return stop.fault("a comma is missing before this item", "put a comma between two items")
    begin = (latest.line, latest.column)
    if latest.style == "[":
        bracket = stop.lines[latest.line][latest.column]
        kind = "list" if bracket == "[" else "map"
        message = f"YAML takes this {quoted(bracket)} for the beginning of a {kind}"
        return stop.fault(message, "put the whole text between quotes", at=begin)
    if latest.line != latest.end_line:
        message = f"this quotation mark is closed in line {latest.end_line + 1}, and text goes on behind it"
        return stop.fault(message, "close it where the text ends", at=begin)
    inside = "write `''` for an apostrophe inside" if latest.style == "'" else 'write `\\"` for a quotation mark inside'
    advice = f"put the whole text between quotes, and {inside}"
    return stop.fault("text goes on behind the closing quotation mark", advice, width=len(stop.rest))


def unopened(stop: Stop) -> Fault:
    """A closing bracket at the place, without one that opens."""
    return stop.fault("no bracket was opened that this one closes", "remove it, or put the text between quotes")


def between_brackets(stop: Stop) -> Fault | None:
    """A bracket that is not closed, or something odd between two."""
    if "did not find expected ',' or" not in stop.problem:
        return None
    line, bracket = stop.opened[0], stop.opening
    is_below = indentation(stop.text) <= indentation(stop.lines[line])
    if stop.column >= len(stop.text) or (stop.line > line and is_below):
        return _unclosed(stop, bracket, stop.opened)
    if stop.rest[0] == ":":
        advice = "put a text that contains `: ` between quotes, or set a comma before the next field"
        return stop.fault("`: ` cannot stand in a text without quotes", advice)
    if stop.rest[0] in "[{" and stop.latest and not stop.latest.style:
        message = f"{quoted(stop.rest[0])} cannot stand in a text without quotes between brackets"
        return stop.fault(message, "put the text between quotes, or a comma before the next item")
    return stop.fault("a comma is missing before this item", "put a comma between two items")


def _unclosed(stop: Stop, bracket: str, at: tuple[int, int]) -> Fault:
    closing = "]" if bracket == "[" else "}"
    advice = f"close it with {quoted(closing)}; put a text that begins with {quoted(bracket)} between quotes"
    return stop.fault("the bracket is never closed", advice, at=at)


def open_bracket(stop: Stop) -> Fault | None:
    """A bracket at the end of the file, with nothing or a comma behind it."""
    if "node content" not in stop.problem or stop.rest.strip() or stop.line < len(stop.lines) - 2:
        return None
    depth = 0
    for line in range(stop.line, -1, -1):
        for column in range(len(stop.lines[line]) - 1, -1, -1):
            character = stop.lines[line][column]
            depth += (character in "]}") - (character in "[{")
            if depth < 0:
                return _unclosed(stop, character, (line, column))
    return None
