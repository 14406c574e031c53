"""The outline of a YAML file: where each value, dash and comma stands, in characters from the file's beginning.

Made from the tokens and events of libyaml, which the stage that loads entries reads too, so that both agree.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from operator import attrgetter
from typing import Any

import yaml

Parser: Any
try:
    from yaml.cyaml import CParser as Parser  # type: ignore[attr-defined]
except ImportError:  # a PyYAML built without libyaml
    from yaml.loader import SafeLoader as Parser

DEEPEST = 64
"""Levels of nesting, as many as loading allows."""


class UnreadableError(Exception):
    """The text is not YAML, or not of the kind that entries are."""


@dataclass(frozen=True, slots=True, eq=False)
class Node:
    """A value: a scalar, an alias (whose `value` is its name), or a list or map with its members.

    `start` is where its anchor or tag stands, `at` the value itself; `reach` is the end of the last thing in it. The
    children of a map are keys and values in turn. `style` is as in `model.place.Text`.
    """

    kind: str
    start: int
    at: int
    reach: int
    value: str = ""
    style: str = ""
    is_flow: bool = False
    properties: tuple[str | None, str | None] = (None, None)
    children: tuple[Node, ...] = ()

    @property
    def is_anchored(self) -> bool:
        """Whether an alias may stand for this node or one inside of it."""
        return self.kind == "alias" or bool(self.properties[0]) or any(child.is_anchored for child in self.children)

    def pairs(self) -> Iterator[tuple[Node, Node]]:
        """The keys and values of a map."""
        return zip(self.children[::2], self.children[1::2], strict=True)


@dataclass(frozen=True, slots=True)
class Outline:
    """A file's values, and the places of the dashes and commas of its lists."""

    root: Node
    dashes: tuple[int, ...]
    commas: tuple[int, ...]

    def dash_of(self, item: Node) -> int:
        """The dash of an item of a block list."""
        return self.dashes[bisect_left(self.dashes, item.start) - 1]

    def comma_between(self, start: int, end: int) -> int | None:
        """The first comma of a flow list or map between two offsets."""
        number = bisect_left(self.commas, start)
        return self.commas[number] if number < len(self.commas) and self.commas[number] < end else None

    def chain(self, offset: int) -> tuple[Node, ...]:
        """The values that contain an offset, from the root to the innermost."""
        chain = [self.root]
        while number := bisect_right(children := chain[-1].children, offset, key=attrgetter("start")):
            node = children[number - 1]
            if offset >= max(node.reach, node.start + 1):
                break
            chain.append(node)
        return tuple(chain)

    def field(self, name: str) -> Node | None:
        """The value of a field of the entry."""
        pairs = self.root.pairs() if self.root.kind == "map" else ()
        return next((value for key, value in pairs if key.kind == "scalar" and key.value == name), None)


def outline(text: str) -> Outline:
    """The outline of a file without its byte order mark; raises UnreadableError."""
    try:
        scanner = Parser(text)
        tokens: list[Any] = list(iter(scanner.get_token, None))
        composer = _Composer(Parser(text), [token for token in tokens if isinstance(token, yaml.ScalarToken)])
        root = composer.document()
    except (yaml.YAMLError, ValueError) as error:
        raise UnreadableError(str(error)) from None
    return Outline(root, _starts(tokens, "BlockEntryToken"), _starts(tokens, "FlowEntryToken"))


def _starts(tokens: list[Any], kind: str) -> tuple[int, ...]:
    return tuple(token.start_mark.index for token in tokens if type(token).__name__ == kind)


@dataclass(slots=True)
class _Composer:
    parser: Any
    scalars: list[Any]
    used: int = 0
    anchors: set[str] = field(default_factory=set)

    def document(self) -> Node:
        self.parser.get_event()
        if isinstance(self.parser.get_event(), yaml.StreamEndEvent):
            raise UnreadableError("the file is empty")
        root = self.node(self.parser.get_event(), 1)
        self.parser.get_event()
        if not isinstance(self.parser.get_event(), yaml.StreamEndEvent):
            raise UnreadableError("there are several documents")
        return root

    def node(self, event: Any, depth: int) -> Node:
        if depth > DEEPEST:
            raise UnreadableError("nested too deep")
        start, end = event.start_mark.index, event.end_mark.index
        if isinstance(event, yaml.AliasEvent):
            if event.anchor not in self.anchors:
                raise UnreadableError("an alias has no anchor")
            return Node("alias", start, start, end, event.anchor)
        if isinstance(event, yaml.ScalarEvent):
            node = self.scalar(event, start)
        else:
            node = self.collection(event, start, depth)
        if event.anchor:
            self.anchors.add(event.anchor)
        return node

    def scalar(self, event: Any, start: int) -> Node:
        style = event.style if event.style in {"'", '"', "|", ">"} else ""
        if not event.value and not style:  # nothing is written, so there is no token
            return Node("scalar", start, start, start, properties=(event.anchor, event.tag))
        token = self.scalars[self.used]
        self.used += 1
        at, end = token.start_mark.index, token.end_mark.index
        return Node("scalar", start, at, end, event.value, style, properties=(event.anchor, event.tag))

    def collection(self, event: Any, start: int, depth: int) -> Node:
        is_list = isinstance(event, yaml.SequenceStartEvent)
        children = []
        found = self.parser.get_event()
        while not isinstance(found, (yaml.SequenceEndEvent, yaml.MappingEndEvent)):
            children.append(self.node(found, depth + 1))
            found = self.parser.get_event()
        end: Any = found.end_mark
        reach = end.index if event.flow_style else max((child.reach for child in children), default=start)
        return Node(
            kind="list" if is_list else "map",
            start=start,
            at=start,
            reach=reach,
            is_flow=bool(event.flow_style),
            properties=(event.anchor, event.tag),
            children=tuple(children),
        )
