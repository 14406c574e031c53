"""Load: the bytes of a YAML file become an entry, or findings.

Built on the events of libyaml, in a loop of our own: nothing is constructed, tags and merge keys are refused, and
depth and size are bounded before anything recurses (PyYAML's composer ends in a segmentation fault on 100,000
brackets).
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field, replace
from typing import Any

import yaml

from glossmith.model.entry import Entry, Mapping, Node, Sequence
from glossmith.model.finding import Finding, Within, quoted
from glossmith.model.place import BREAK, START, Span, Text
from glossmith.stages._suppressing import suppressions
from glossmith.stages._syntax import explain

Parser: Any
try:
    from yaml.cyaml import CParser as Parser  # type: ignore[attr-defined]
except ImportError:  # a PyYAML built without libyaml
    from yaml.loader import SafeLoader as Parser

MARK = "glossmith:"
"""What a file must hold, in whatever case, to have suppression comments."""

LARGEST_FILE = 1_048_576
DEEPEST = 64
MOST_NODES = 20_000
TOO_DEEP = "maximum nesting depth"
"""What libyaml says from 0.2.6 on where the levels are more than a thousand."""

PLAIN_TAGS = frozenset(f"tag:yaml.org,2002:{kind}" for kind in ("str", "int", "float", "bool", "null", "timestamp"))
FORBIDDEN = re.compile(
    "[^\\t\\n\\r\\x20-\\x7e\\x85\\xa0-\\u202c\\u202f-\\ud7ff\\ue000-\\ufdcf\\ufdf0-\\ufffd\\U00010000-\\U0010ffff]"
)
"""Control characters, what is no character, and those that turn text round so that it reads otherwise than it is."""


class _Refused(Exception):  # noqa: N818 -- a way out of the loop, not an error of ours
    def __init__(self, rule: str, message: str, span: Span, help_: str = "", within: Within | None = None) -> None:
        self.finding = Finding(rule, message, "", span, help_, within=within)


def load(content: bytes, path: str, source: str) -> tuple[Entry | None, tuple[Finding, ...]]:
    """Read one entry file; None if nothing of it can be used."""
    try:
        text = _decode(content)
        root = _compose(text)
    except _Refused as refused:
        finding = replace(refused.finding, path=path)
        if finding.rule == "empty-entry" and source.startswith("_"):
            name = "name" if source.startswith("_organizations") else "title"
            finding = replace(finding, help=f"write `id: {name}`, or remove the file")
        return None, (finding,)
    return Entry(path, source, root, suppressions(text, root) if MARK in text.lower() else ()), ()


def _decode(content: bytes) -> str:
    if len(content) > LARGEST_FILE:
        message = f"the file has {len(content):,} bytes, more than {LARGEST_FILE:,}"
        raise _Refused("oversized-entry", message, START, "move long material to a page of its own")
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = content[: error.start].decode("utf-8-sig", "replace")
        message = f"the file is not UTF-8: byte {content[error.start]:#04x} cannot be read"
        raise _Refused("not-utf8", message, _point(before, len(before)), "save the file as UTF-8") from None
    if match := FORBIDDEN.search(text):
        message = f"the character U+{ord(match[0]):04X} is not allowed"
        raise _Refused("forbidden-character", message, _point(text, match.start()), "remove it")
    return text


def _point(text: str, offset: int) -> Span:
    lines = BREAK.split(text[:offset])
    return Span(len(lines), len(lines[-1]) + 1, len(lines), len(lines[-1]) + 2)


def _compose(text: str) -> Node:
    try:
        return _Composer(Parser(text)).document()
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark
        if TOO_DEEP in str(error.problem) and mark and mark.index < len(text):
            return _compose(text[: mark.index])  # libyaml looks ahead: less of it gets us to our own bound
        fault = explain(error, text, Parser(text))
        raise _Refused("yaml-syntax", fault.message, fault.span, fault.help) from None
    except (yaml.YAMLError, RecursionError, ValueError) as error:
        raise _Refused("yaml-syntax", f"not YAML: {str(error).splitlines()[0]}", START) from None


@dataclass(slots=True)
class _Composer:
    """Builds nodes from events; keeps anchors and counts nodes as if aliases were written out."""

    parser: Any
    anchors: dict[str, tuple[Node, int]] = field(default_factory=dict)
    unfinished: set[str] = field(default_factory=set)
    count: int = 0

    def document(self) -> Node:
        self.parser.get_event()
        event = self.parser.get_event()
        if isinstance(event, yaml.StreamEndEvent):
            raise _Refused("empty-entry", "the file is empty", START, "an entry needs at least `term` and `definition`")
        root = self.node(self.parser.get_event(), 1)
        if isinstance(root, Text) and not root.value and not root.style:
            raise _Refused("empty-entry", "the file is empty", START, "an entry needs at least `term` and `definition`")
        self.parser.get_event()
        event = self.parser.get_event()
        if not isinstance(event, yaml.StreamEndEvent):
            message = "a second document begins here"
            raise _Refused("yaml-syntax", message, _span(event), "write one entry per file, without `---` inside")
        return root

    def node(self, event: Any, depth: int) -> Node:
        is_plain = type(event) is yaml.ScalarEvent and event.anchor is event.tag is None
        if is_plain and depth <= DEEPEST and self.count < MOST_NODES:  # as nearly all are
            self.count += 1
            return self.text(event)
        if isinstance(event, yaml.AliasEvent):
            return self.alias(event)
        self.count += 1
        if depth > DEEPEST:
            raise _Refused("oversized-entry", f"nested deeper than {DEEPEST} levels", _span(event), "write it flatter")
        if self.count > MOST_NODES:
            raise _Refused("oversized-entry", f"the file has more than {MOST_NODES:,} values", _span(event))
        if event.anchor is None:
            return self.content(event, depth)
        before = self.count
        self.unfinished.add(event.anchor)
        node = self.content(event, depth)
        self.unfinished.discard(event.anchor)
        self.anchors[event.anchor] = (node, self.count - before + 1)
        return node

    def content(self, event: Any, depth: int) -> Node:
        if event.tag is not None and event.tag != "!":
            self.check_tag(event)
        if isinstance(event, yaml.ScalarEvent):
            return self.text(event)
        if isinstance(event, yaml.SequenceStartEvent):
            return self.sequence(event, depth)
        return self.mapping(event, depth)

    def text(self, event: Any) -> Text:
        style = event.style if event.style in {"'", '"', "|", ">"} else ""
        first, last = event.start_mark, event.end_mark
        line, column = first.line + 1, first.column + 1
        if style in {"|", ">"}:
            return Text(event.value, line, column, line, column + 1, style)
        least = column if last.line < line else 1
        text = Text(event.value, line, column, last.line + 1, max(last.column, least) + 1, style)
        if style == '"' and (match := FORBIDDEN.search(event.value)):
            message = f"this stands for the character U+{ord(match[0]):04X}, which is not allowed"
            advice = r"write `\\` for a backslash, or put the text between single quotes"
            within = Within(text, match.start(), match.end())
            raise _Refused("forbidden-character", message, text.span, advice, within)
        return text

    def sequence(self, start: Any, depth: int) -> Sequence:
        items = []
        read = self.parser.get_event
        while not isinstance(event := read(), yaml.SequenceEndEvent):
            items.append(self.node(event, depth + 1))
        return Sequence(tuple(items), _extent(start, event, items))

    def mapping(self, start: Any, depth: int) -> Mapping:
        pairs = []
        read = self.parser.get_event
        while not isinstance(event := read(), yaml.MappingEndEvent):
            key = self.node(event, depth + 1)
            if isinstance(key, Text) and not key.value.isidentifier():
                self.check_key(key, event)
            value = self.node(read(), depth + 1)
            if isinstance(value, Text) and not value.value and not value.style and value.line > key.span.end_line:
                value = Text.at("", key.span)  # `? key` alone: libyaml puts the value behind the end of the file
            pairs.append((key, value))
        return Mapping(tuple(pairs), _extent(start, event, [value for _, value in pairs]))

    def check_key(self, key: Text, event: Any) -> None:
        if key.value == "<<" and not key.style:
            raise _Refused("merge-key", "merge keys are not supported", key.span, "write the fields out")
        if not key.value.isascii() and _begins_unseen(key):
            message = f"the character U+{ord(key.value[0]):04X} cannot indent a line"
            raise _Refused("forbidden-character", message, _head(event), "indent with ordinary spaces")

    def alias(self, event: Any) -> Node:
        if event.anchor in self.unfinished:
            message = f"{quoted('*' + event.anchor)} stands for something that contains it"
            raise _Refused("recursive-alias", message, _span(event), "write the value out")
        if event.anchor not in self.anchors:
            message = f"no anchor is called {quoted('&' + event.anchor)}"
            advice = "put a text that begins with `*` between quotes"
            raise _Refused("yaml-syntax", message, _span(event), advice)
        node, size = self.anchors[event.anchor]
        self.count += size
        if self.count > MOST_NODES:
            message = f"aliases expand to more than {MOST_NODES:,} values"
            raise _Refused("oversized-entry", message, _span(event), "write the values out")
        return node

    def check_tag(self, event: Any) -> None:
        allowed = (
            event.tag in PLAIN_TAGS
            if isinstance(event, yaml.ScalarEvent)
            else event.tag in {"tag:yaml.org,2002:seq", "tag:yaml.org,2002:map"}
        )
        if not allowed:
            name = event.tag.replace("tag:yaml.org,2002:", "!!")
            advice = "remove the tag; put a text that begins with `!` between quotes"
            raise _Refused("yaml-tag", f"the tag {quoted(name)} is not supported", _span(event), advice)


def _begins_unseen(key: Text) -> bool:
    return not key.style and unicodedata.category(key.value[0]) in {"Zs", "Cf"}


def _head(event: Any) -> Span:
    """The first character of a node."""
    first = event.start_mark
    return Span(first.line + 1, first.column + 1, first.line + 1, first.column + 2)


def _extent(start: Any, end: Any, children: list[Node]) -> Span:
    """A list or map between brackets, or up to its last value: libyaml ends others where the next token begins."""
    if start.flow_style or not children:
        return _span(start, end)
    head, child = _head(start), children[-1]
    last, is_nothing = child.span, isinstance(child, Text) and not child.value and not child.style
    return max(head, Span(head.line, head.column, last.end_line, last.end_column - is_nothing))


def _span(start: Any, end: Any = None) -> Span:
    first, last = start.start_mark, (end or start).end_mark
    return Span(
        first.line + 1,
        first.column + 1,
        last.line + 1,
        max(last.column, first.column * (last.line == first.line) + 1) + 1,
    )
