"""How each form reads a node: a value, or None and a finding. One small reader per form, in one table."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date
from math import inf, isfinite
from typing import Any
from urllib.parse import unquote, urlsplit

from glossmith.model import forms
from glossmith.model.entry import Mapping, Node, Sequence
from glossmith.model.finding import Finding, quoted
from glossmith.model.fix import ADD_DASHES, Fix
from glossmith.model.forms import Field, Form
from glossmith.model.nearest import Lexicon, did_you_mean_one_of
from glossmith.model.place import START, Span, Text

KINDS = {Text: "a text", Sequence: "a list", Mapping: "a map"}
INTEGER = re.compile(r"[-+]?[0-9]{1,300}")
NUMBER = re.compile(r"[-+]?(\.[0-9]+|[0-9]+\.[0-9]*|[0-9]+(?=[eE]))([eE][-+]?[0-9]{1,3})?")
CONSTANTS = {"": None, "~": None, "null": None, "Null": None, "NULL": None,
             "true": True, "True": True, "TRUE": True, "false": False, "False": False, "FALSE": False}  # fmt: skip

UNSEEN = {"Cf", "Zs", "Zl", "Zp"}
"""Categories of Unicode of which nothing shows."""


@dataclass(slots=True)
class Reader:
    """Reads the nodes of one file, collecting its findings."""

    path: str
    findings: list[Finding] = field(default_factory=list)

    def report(self, rule: str, message: str, span: Span = START, help_: str = "", fix: Fix | None = None) -> None:
        """Add a finding and return None, which stands for a value that cannot be used."""
        self.findings.append(Finding(rule, message, self.path, span, help_, fix=fix))

    def read(self, form: Form, node: Node, name: str) -> Any:
        """The value of a field, or None after a finding, whose message calls it `name`."""
        return READERS[type(form)](self, form, node, name)

    def pairs(self, node: Mapping) -> Iterator[tuple[Text, Node]]:
        """The pairs of a map with texts for keys, each key once."""
        seen: dict[str, Text] = {}
        for key, value in node.pairs:
            if not isinstance(key, Text):
                self.report("wrong-form", f"a field's name must be a text, not {KINDS[type(key)]}", key.span)
            elif first := seen.get(key.value):
                message = f"{quoted(key.value)} is given twice, first in line {first.span.line}"
                self.report("duplicate-key", message, key.span, "keep one of them")
            else:
                seen[key.value] = key
                yield key, value

    def fields(self, node: Mapping, table: tuple[Field, ...], whose: str, where: Span) -> dict[str, Any]:
        """The values of a map with fixed fields; those that cannot be used are left out."""
        rows = {row.name: row for row in table}
        pairs = list(self.pairs(node))
        names = {key.value for key, _ in pairs}
        lacking = [row.name for row in table if row.required and row.name not in names]
        values: dict[str, Any] = {}
        for key, value in pairs:
            row = rows.get(key.value)
            if row is None:
                continue
            if _is_empty(value):
                self.report("empty-value", f"{quoted(key.value)} is empty", key.span, "give it a value or remove it")
            elif (result := self.read(row.form, value, f"`{row.name}`")) is not None:
                values[row.name] = result
        meant = {} if names <= rows.keys() else self._strange(pairs, rows, lacking, whose)
        for name in lacking:
            if name not in meant:
                self.report("missing-field", f"{whose} has no `{name}`", where, f"add `{name}: …`")
        guesses = {name: self._guessed(rows[name], value) for name, value in meant.items() if name not in names}
        return {name: value for name, value in guesses.items() if value is not None} | values

    def _strange(
        self, pairs: list[tuple[Text, Node]], rows: dict[str, Field], lacking: list[str], whose: str
    ) -> dict[str, Node]:
        """Report the fields that nobody knows; returns what they were meant to be, so that it is not missed as well."""
        strangers = [(key, value) for key, value in pairs if key.value not in rows]
        lexicon = Lexicon(rows)
        meant: dict[str, Node] = {}
        for key, value in strangers:
            name, colon, rest = key.value.partition(":")
            nearest = lexicon.completed(key.value) or lexicon.nearest(key.value)
            if nearest is None and len(strangers) == len(lacking) == 1 and not _is_empty(value):
                nearest = lacking[0]
            if colon and name in rows and not key.style:
                meant.setdefault(name, key._replace(value=rest))
                advice = "write a space behind the colon"
            elif nearest:
                meant.setdefault(nearest, value)
                advice = f"did you mean `{nearest}`?"
            else:
                advice = _known(key.value, list(rows))
            self.report("unknown-field", f"{whose} has no field {quoted(key.value)}", key.span, advice)
        return meant

    def _guessed(self, row: Field, node: Node) -> Any:
        """The value of a field by another name, if it is one beyond doubt."""
        count = len(self.findings)
        value = None if _is_empty(node) else self.read(row.form, node, row.name)
        is_sure = len(self.findings) == count
        del self.findings[count:]
        return value if is_sure else None


def _known(name: str, rows: list[str]) -> str:
    if re.search(r"\s", name):
        return "put a text that contains a comma or `: ` between quotes"
    return f"known here: {', '.join(rows[:8])}{', …' if len(rows) > 8 else ''}"


def _is_empty(node: Node) -> bool:
    """Whether there is nothing to see: no text, spaces, or characters without width."""
    if not isinstance(node, Text):
        return False
    value = node.value.strip()
    return not value or (not value.isascii() and all(unicodedata.category(sign) in UNSEEN for sign in value))


def _line(reader: Reader, form: Form, node: Node, name: str) -> Text | None:
    text = _text(reader, form, node, name)
    if text is None:
        return None
    value = text.value.strip()
    longest = form.longest if isinstance(form, forms.Line) else 300
    if len(value.splitlines()) > 1:
        reader.report("wrong-form", f"{name} must stand on one line", text.span, "remove the line breaks")
    elif len(value) > longest:
        message = f"{name} has {len(value)} characters, more than {longest}"
        reader.report("wrong-value", message, text.span, "shorten it")
    else:
        return text if len(value) == len(text.value) else text._replace(value=value)
    return None


def _text(reader: Reader, _form: Form, node: Node, name: str) -> Text | None:
    if isinstance(node, Text):
        return node
    advice = "put a text that contains `: ` between quotes"
    if isinstance(node, Sequence):
        advice = "write one text; put one that begins with `[` between quotes"
    elif braced := _braced(node):
        advice = f'put it between quotes: "{braced}"'
    reader.report("wrong-form", f"{name} must be a text, not {KINDS[type(node)]}", node.span, advice)
    return None


def _braced(node: Node) -> str:
    """`{x}` written without quotes, which YAML reads as a map: what the author probably meant."""
    if isinstance(node, Mapping) and len(node.pairs) == 1 and isinstance(node.pairs[0][0], Text):
        return "{" + node.pairs[0][0].value + "}" if _is_empty(node.pairs[0][1]) else ""
    return ""


def identifier_fault(text: str) -> str:
    """What is wrong with `text` as an id; the empty text where nothing is."""
    if not text:
        return "is empty"
    if len(text.encode(errors="replace")) > 150:
        return "is longer than 150 bytes"
    if not text[0].isalnum():
        return "does not begin with a letter or digit"
    if text.endswith("."):
        return "ends with a dot"
    for character in text:
        if character not in "._-" and unicodedata.category(character)[0] not in "LMN":
            return f"contains {quoted(character)}"
    return ""


def _identifier(reader: Reader, form: Form, node: Node, name: str) -> Text | None:
    text = _line(reader, form, node, name)
    if text is not None and (fault := identifier_fault(text.value)):
        advice = "use letters, digits, `.`, `_` and `-`, a letter or digit first"
        reader.report("bad-id", f"the id {quoted(text.value)} {fault}", text.span, advice)
        return None
    return text and text._replace(value=unicodedata.normalize("NFC", text.value))


def _choice(reader: Reader, form: forms.Choice, node: Node, name: str) -> Text | None:
    text = _line(reader, form, node, name)
    if text is not None and text.value not in form.options:
        advice = did_you_mean_one_of(text.value, form.options) or f"choose one of {', '.join(form.options)}"
        reader.report("wrong-value", f"{name} cannot be {quoted(text.value)}", text.span, advice)
        return None
    return text


def _flag(reader: Reader, form: Form, node: Node, name: str) -> bool | None:
    text = _line(reader, form, node, name)
    if text is not None and text.value.lower() not in {"true", "false"}:
        message = f"{name} cannot be {quoted(text.value)}"
        reader.report("wrong-value", message, text.span, "write `true` or `false`")
        return None
    return None if text is None else text.value.lower() == "true"


def url_fault(text: str) -> str:
    """What is wrong with `text` as an absolute web address; the empty text where nothing is."""
    try:
        parts = urlsplit(text)
        host = parts.hostname
        _ = parts.port
    except ValueError:
        return "is not an address"
    if parts.scheme.lower() not in {"http", "https"}:
        return "does not begin with `https://` or `http://`"
    if not host:
        return "names no host"
    return "contains white space" if re.search(r"\s", text) else ""


def _url(reader: Reader, form: Form, node: Node, name: str) -> Text | None:
    text = _text(reader, form, node, name)
    if text is not None and (fault := url_fault(text.value.strip())):
        reader.report(
            "bad-url",
            f"{quoted(text.value.strip())} {fault}",
            text.span,
            "write a whole address, such as `https://example.org/`",
        )
        return None
    return text and text._replace(value=text.value.strip())


_NO_FOLDERS = {"..", ".git"}
"""Git takes nothing into a repository whose path has its own folder in it, and so no site could be deployed."""


def _path(reader: Reader, form: Form, node: Node, name: str) -> Text | None:
    text = _line(reader, form, node, name)
    if text is None or (isinstance(form, forms.ImagePath) and not url_fault(text.value)):
        return text
    is_image = isinstance(form, forms.ImagePath)
    value = text.value if is_image else unicodedata.normalize("NFC", unquote(text.value))  # as copied from a browser
    parts = value.strip("/").split("/")
    is_outside = not {"", "."}.isdisjoint(parts) or (not is_image and not _NO_FOLDERS.isdisjoint(map(str.lower, parts)))
    if re.search(r"[\\?#:*<>|\x00-\x1f\"]", value) or is_outside or not (is_image or _fit(parts)):
        advice = "write a path relative to the entry" if is_image else "write an old id or a path such as `/old/page/`"
        reader.report("bad-path", f"{quoted(text.value)} cannot be a path here", text.span, advice)
        return None
    return text._replace(value=value)


def _fit(parts: list[str]) -> bool:
    """Whether files may have such names; these have 255 bytes at most, with `.html`."""
    return all(len(part.encode(errors="replace")) <= 250 for part in parts)


def _date(reader: Reader, form: Form, node: Node, name: str) -> Text | None:
    text = _line(reader, form, node, name)
    if text is None:
        return None
    try:
        if not re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", text.value):
            raise ValueError
        date.fromisoformat(text.value)
    except ValueError:
        reader.report("bad-date", f"{quoted(text.value)} is not a date", text.span, "write it as `2026-01-31`")
        return None
    return text


def _list(reader: Reader, form: forms.ListOf, node: Node, name: str) -> tuple[Any, ...] | None:
    if not isinstance(node, Sequence):
        single = isinstance(node, Text) or isinstance(form.item, forms.Record)
        if form.or_one and isinstance(node, Text) and (_is_run_together(form, node) or _lacks_space(form, node)):
            message = f"{name} is one text, not a list"
            fix = ADD_DASHES if _has_dashes(node) and node.line < node.end_line else None
            reader.report("wrong-form", message, node.span, "begin each item with a dash and a space: `- `", fix)
            parts = re.split(r"(?:^|\s)-\s*", node.value) if _has_dashes(node) else []
            return tuple(reader.read(form.item, node._replace(value=part), name) for part in parts if part)
        if form.or_one and single:
            value = reader.read(form.item, node, name)
            return None if value is None else (value,)
        message = f"{name} must be a list, not {KINDS[type(node)]}"
        reader.report("wrong-form", message, node.span, "begin each item on a line of its own with `- `")
        return None
    items = []
    for item in node.items:
        if _is_empty(item):
            reader.report("empty-value", f"{_item(name)} is empty", item.span, "remove it")
        elif isinstance(item, Text) and _is_run_together(form, item) and _has_dashes(item):
            advice = "put the dashes of a list below each other, with a space behind each"
            reader.report("wrong-form", f"these items of {name} are one text", item.span, advice, ADD_DASHES)
        elif (value := reader.read(form.item, item, _item(name))) is not None:
            items.append(value)
    return tuple(items)


def _item(name: str) -> str:
    return f"an item of {name}"


def _is_run_together(form: forms.ListOf, node: Text) -> bool:
    """Whether a name without quotes goes on over lines: the dashes, or the spaces behind them, were forgotten.

    Names of terms are left to those who know which there are, unless there are dashes.
    """
    if node.style or node.line == node.end_line or isinstance(form.item, forms.Prose):
        return False
    return not isinstance(form.item, forms.TermName) or _has_dashes(node)


def _lacks_space(form: forms.ListOf, node: Text) -> bool:
    """Whether a single name begins with a dash that was meant to be an item's."""
    return not node.style and not isinstance(form.item, forms.Prose) and bool(re.match(r"-[^\W\d_]", node.value))


def _has_dashes(node: Text) -> bool:
    """Whether every line of a text but perhaps the first begins with a dash."""
    return len(re.findall(r"\s-\s*\S", node.value)) >= node.end_line - node.line


def _map(reader: Reader, form: forms.Pairs, node: Node, name: str) -> tuple[tuple[Text, Any], ...] | None:
    if not isinstance(node, Mapping):
        message = f"{name} must be a map of labels, not {KINDS[type(node)]}"
        reader.report("wrong-form", message, node.span, "write `Label: text`")
        return None
    result = []
    for key, value in reader.pairs(node):
        if _is_empty(value):
            reader.report("empty-value", f"{quoted(key.value)} is empty", key.span, "give it a value or remove it")
        elif (read := reader.read(form.value, value, quoted(key.value))) is not None:
            result.append((key, read))
    return tuple(result)


def _record(reader: Reader, form: forms.Record, node: Node, name: str) -> Any:
    if isinstance(node, Text) and form.shorthand:
        row = next(row for row in form.fields if row.name == form.shorthand)
        value = reader.read(row.form, node, name)
        return None if value is None else form.make(**{form.shorthand: value})
    if not isinstance(node, Mapping):
        known = ", ".join(f"`{row.name}: …`" for row in form.fields)
        message = f"{name} must have fields of its own, not be {KINDS[type(node)]}"
        reader.report("wrong-form", message, node.span, f"write {known}")
        return None
    values = reader.fields(node, form.fields, name, node.span)
    complete = all(row.name in values for row in form.fields if row.required)
    return form.make(**values) if complete else None


def _map_of_anything(reader: Reader, form: Form, node: Node, name: str) -> Any:
    if isinstance(node, Mapping):
        return _anything(reader, form, node, name)
    reader.report("wrong-form", f"{name} must be a map, not {KINDS[type(node)]}", node.span, "write `name: value`")
    return None


def _anything(reader: Reader, form: Form, node: Node, name: str) -> Any:
    if isinstance(node, Text):
        return _plain(node)
    if isinstance(node, Sequence):
        return [_anything(reader, form, item, name) for item in node.items]
    return {key.value: _anything(reader, form, value, name) for key, value in reader.pairs(node)}


def _plain(text: Text) -> str | int | float | bool | None:
    if text.style:
        return text.value
    if text.value in CONSTANTS:
        return CONSTANTS[text.value]
    if INTEGER.fullmatch(text.value):
        return int(text.value)
    number = float(text.value) if NUMBER.fullmatch(text.value) else inf
    return number if isfinite(number) else text.value  # JSON knows no infinity


READERS: dict[type, Callable[[Reader, Any, Node, str], Any]] = {
    forms.Line: _line,
    forms.Prose: _text,
    forms.Identifier: _identifier,
    forms.Choice: _choice,
    forms.Flag: _flag,
    forms.Url: _url,
    forms.SitePath: _path,
    forms.ImagePath: _path,
    forms.Date: _date,
    forms.TermName: _line,
    forms.CategoryName: _line,
    forms.OrganizationName: _line,
    forms.ListOf: _list,
    forms.Pairs: _map,
    forms.Record: _record,
    forms.Anything: _map_of_anything,
}
