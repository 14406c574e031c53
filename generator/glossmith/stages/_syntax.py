"""What libyaml could not read, in the words of an author: the place of the cause, and the way out.

libyaml reports where it noticed, in terms of its grammar. Each diagnosis here knows one mistake that people make; the
first that recognizes the situation has its say.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import yaml

from glossmith.model.fields import FIELDS
from glossmith.model.finding import quoted
from glossmith.model.forms import ListOf, Record
from glossmith.model.place import START
from glossmith.stages._brackets import BLOCKS, behind_closing, between_brackets, open_bracket, unopened
from glossmith.stages._stopping import Fault, Stop, indentation, stop_of

FIELD = re.compile(r"(?:- +)*(?P<name>[\w-]+):(?: |$)")
SQUEEZED = re.compile(r"(?:- +)*(?P<name>[\w-]+)(?::(?=[^ ])|：)")
CONFLICT = re.compile(r"<{7}|={7}|>{7}")
DIGITS = {"x": 2, "u": 4, "U": 8}
ALIGN = "begin the names of all fields of a map in the same column"
FORMS = [field.form.item if isinstance(field.form, ListOf) else field.form for field in FIELDS]
KNOWN = {row.name for row in FIELDS} | {row.name for form in FORMS if isinstance(form, Record) for row in form.fields}
"""The names of all fields, those of records included."""


def _tab(stop: Stop) -> Fault | None:
    if stop.rest[:1] != "\t" or not ("start any token" in stop.problem or "tab character" in stop.problem):
        return None
    width = len(stop.rest) - len(stop.rest.lstrip("\t"))
    if stop.text[: stop.column].strip():
        return stop.fault("a tab cannot stand here", "write a space instead", width=width)
    return stop.fault("a tab cannot indent a line", "indent with spaces; YAML does not allow tabs there", width=width)


def _open_quote(stop: Stop) -> Fault | None:
    if "quoted scalar" not in stop.context or "unexpected" not in stop.problem:
        return None
    advice = "close it where the text ends"
    if stop.opening == "'":
        advice = "close it; put a text that begins with an apostrophe between double quotes"
    return stop.fault("the quotation mark is never closed", advice, at=stop.opened)


def _escape(stop: Stop) -> Fault | None:
    if "quoted scalar" not in stop.context or not re.search("escape|hex", stop.problem):
        return None
    at = stop.text.rfind("\\", 0, stop.column + 1)
    written = stop.text[at : at + 2]
    message = f"{quoted(written)} means nothing in a text between double quotes"
    digits = DIGITS.get(written[1:], 0)
    if "invalid" in stop.problem:
        written = stop.text[at : at + 2 + digits]
        message = f"{quoted(written)} is no character"
    elif digits:
        message = f"{quoted(written)} must be followed by the {digits} hexadecimal digits of a character"
    advice = "put the text between single quotes, or write two backslashes"
    return stop.fault(message, advice, at=(stop.line, at), width=len(written))


def _colon(stop: Stop) -> Fault | None:
    """`: ` where no field can begin: inside a text, or after a line that is indented less or is no field."""
    if "mapping values are not allowed" not in stop.problem:
        return None
    margin = indentation(stop.text)
    field = FIELD.match(stop.text[margin:])
    above = stop.previous(stop.line)
    if field and above is not None and field.end("name") + margin == stop.column:
        latest = stop.latest and (stop.latest.line, stop.latest.column)
        is_field = FIELD.match(stop.lines[above].lstrip(" ")) is not None
        if not is_field and latest in {None, (above, indentation(stop.lines[above]))}:
            return _no_field(stop, above)
        if field["name"] in KNOWN and margin:
            message = f"{quoted(field['name'])} is indented more than the field before it"
            at = (stop.line, margin + field.start("name"))
            return stop.fault(message, ALIGN, at=at, width=len(field["name"]))
    straight = "straight " if re.search("[“”‘’„]", stop.text[: stop.column]) else ""
    return stop.fault("`: ` cannot stand in a text without quotes", f"put the text between {straight}quotes")


def _no_field(stop: Stop, line: int) -> Fault:
    """A line that should be a field, or an item, and is not."""
    text = stop.lines[line]
    stripped = text.lstrip(" ")
    if CONFLICT.match(stripped):
        return stop.whole_line(line, "the mark of a merge conflict was left in the file", "keep one of the versions")
    if squeezed := SQUEEZED.match(stripped):
        at = (line, indentation(text) + squeezed.end() - 1)
        advice = "write a colon and a space behind the name of a field"
        return stop.fault(f"there is no space behind the colon of {quoted(squeezed['name'])}", advice, at=at, width=2)
    if re.match(r"-[^\s-]", stripped):
        return stop.fault("there is no space behind the dash", "begin an item with `- `", at=(line, indentation(text)))
    name = stripped.split(" ")[0]
    if name in KNOWN:
        advice = "write a colon and a space behind the name of a field"
        return stop.fault(
            f"there is no colon behind {quoted(name)}", advice, at=(line, indentation(text)), width=len(name)
        )
    advice = "write `name: text`; indent a line that belongs to the text above it"
    return stop.whole_line(line, "this line is neither a field nor an item of a list", advice)


def _no_colon(stop: Stop) -> Fault | None:
    return _no_field(stop, stop.opened[0]) if "could not find expected ':'" in stop.problem else None


def _first_character(stop: Stop) -> Fault | None:
    """A text that begins with a character of YAML's own."""
    at = (stop.line, stop.column)
    if "an alias" in stop.context or "an anchor" in stop.context:
        at = stop.opened
    elif (
        "start any token" not in stop.problem and "node content" not in stop.problem and "keys are" not in stop.problem
    ):
        return None
    character = stop.lines[at[0]][at[1] : at[1] + 1]
    if not character.strip():
        return None
    shown = "a backtick" if character == "`" else quoted(character)
    if character in "]}" and stop.latest:
        return unopened(stop)
    if character == ",":
        advice = "remove it, or put a text that begins with `,` between quotes"
        return stop.fault("nothing stands before this comma", advice, at=at)
    return stop.fault(f"a text without quotes cannot begin with {shown}", "put the text between quotes", at=at)


def _directive(stop: Stop) -> Fault | None:
    if not stop.text.startswith("%"):
        return None
    return stop.whole_line(stop.line, "this line is a directive to YAML that cannot be followed", "remove it")


def _block_head(stop: Stop) -> Fault | None:
    if "block scalar" not in stop.context or "comment or line break" not in stop.problem:
        return None
    mark = quoted(stop.opening)
    advice = f"begin the text on the next line, indented; put a text that begins with {mark} between quotes"
    return stop.fault(f"text cannot stand on the line of {mark}", advice, width=len(stop.rest))


def _list_on_line(stop: Stop) -> Fault | None:
    if "block sequence entries are not allowed" not in stop.problem:
        return None
    advice = "begin each item on a line of its own with `- `; put a text that begins with `- ` between quotes"
    return stop.fault("a list cannot begin on the line of its field", advice)


def _indentation(stop: Stop) -> Fault | None:
    """A line that is indented like nothing above it."""
    if not re.search("expected (key|'-' indicator|<document start>)", stop.problem):
        return None
    if stop.text[: stop.column].strip():
        return None
    if stop.rest.startswith(":"):
        return stop.fault("the name before the colon is missing", "write `name: text`")
    if stop.text.startswith("...") or (above := stop.previous(stop.line)) is None or stop.lines[above] == "...":
        return stop.whole_line(stop.line, "text stands behind the end of the document", "remove the `...` before it")
    if stop.latest and stop.latest.style in BLOCKS and not FIELD.match(stop.rest) and not stop.rest.startswith("- "):
        advice = "indent all lines of the text at least as far as its first line"
        return stop.whole_line(stop.line, "this line is indented less than the text that it belongs to", advice)
    if "'-'" in stop.problem:
        advice = "indent a field like the first one of its item, and a new item like the dashes above"
    elif stop.rest.startswith("- "):
        advice = "put the dashes of a list below each other, and its field's name above them"
    else:
        advice = ALIGN
    return stop.whole_line(stop.line, "the indentation of this line fits none above it", advice)


DIAGNOSES: tuple[Callable[[Stop], Fault | None], ...] = (
    _tab,
    _open_quote,
    _escape,
    behind_closing,
    between_brackets,
    open_bracket,
    _colon,
    _no_colon,
    _directive,
    _first_character,
    _block_head,
    _list_on_line,
    _indentation,
)


def explain(error: yaml.MarkedYAMLError, text: str, parser: Any) -> Fault:
    """What is wrong with `text`; `parser` is a fresh one over it."""
    stop = stop_of(error, text, parser)
    if stop is None:
        return Fault(f"not YAML: {error.problem or error}", START)
    for diagnose in DIAGNOSES:
        if fault := diagnose(stop):
            return fault
    return stop.fault(f"not YAML: {stop.problem}", "check the indentation of this line and of the one before")
