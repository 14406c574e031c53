"""A change of an entry file: which characters go, and what that does to the data."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from itertools import chain
from typing import Any, NamedTuple

from glossmith.edits.lines import Lines
from glossmith.edits.outline import Node, Outline, UnreadableError, outline

Data = tuple[Any, ...]
"""What a value means: its kind, anchor and tag, and content; whether it is quoted counts, for `extra` tells types."""


class Splice(NamedTuple):
    """`text` in place of the characters from `start` to `end`."""

    start: int
    end: int
    text: str = ""


@dataclass(frozen=True, slots=True)
class Change:
    """Splices, and what becomes of the values that they touch: nothing, one value, or several items of a list.

    `parts` are the stretches of texts that get other words; several changes may each change a part of one text.
    """

    splices: tuple[Splice, ...]
    becomes: Mapping[Node, tuple[Data, ...]] = field(default_factory=dict)
    parts: tuple[tuple[Node, Splice], ...] = ()


@dataclass(frozen=True, slots=True)
class Draft:
    """A file without its byte order mark, as it is read before a change."""

    text: str
    tree: Outline
    lines: Lines

    def holds(self, changes: Iterable[Change]) -> str | None:
        """The text with the changes, if it reads as they say and every other value as before; else None."""
        changes = list(changes)
        text = spliced(self.text, [splice for change in changes for splice in change.splices])
        parts: defaultdict[Node, list[Splice]] = defaultdict(list)
        for node, part in chain.from_iterable(change.parts for change in changes):
            parts[node].append(part)
        becomes: dict[Node, tuple[Data, ...]] = {
            node: (scalar(spliced(node.value, some), node.properties[1]),) for node, some in parts.items()
        }
        becomes |= {node: then for change in changes for node, then in change.becomes.items()}
        try:
            found = data(outline(text).root)
        except UnreadableError:
            return None
        wanted = becomes.get(self.tree.root) or (data(self.tree.root, becomes),)
        return text if is_same(wanted[0], found) else None


def spliced(text: str, splices: Iterable[Splice]) -> str:
    """The text with splices that do not overlap."""
    parts: list[str] = []
    position = 0
    for splice in sorted(splices):
        parts += (text[position : splice.start], splice.text)
        position = splice.end
    return "".join((*parts, text[position:]))


def scalar(value: str, tag: str | None = None) -> Data:
    """A text, quoted or not."""
    return ("scalar", (None, tag), value, None)


def data(node: Node, becomes: Mapping[Node, tuple[Data, ...]] | None = None) -> Data:
    """What a value means, or will mean after changes."""
    becomes = becomes or {}
    if node.kind == "scalar":
        return ("scalar", node.properties, node.value, bool(node.style))
    if node.kind == "list":
        items = (becomes.get(child, (data(child, becomes),)) for child in node.children)
        return ("list", node.properties, *(item for some in items for item in some))
    if node.kind == "map":
        pairs = ((data(key), becomes.get(value, (data(value, becomes),))) for key, value in node.pairs())
        return ("map", node.properties, *((key, then[0]) for key, then in pairs if then))
    return ("alias", node.properties, node.value)


def is_same(wanted: Any, found: Any) -> bool:
    """Whether two values mean the same; of a new one it does not matter how it is quoted."""
    if not isinstance(wanted, tuple) or not isinstance(found, tuple):
        return bool(wanted == found)
    if wanted[:1] == ("scalar",):
        return wanted[:3] == found[:3] and wanted[3] in {None, found[3]}
    return len(wanted) == len(found) and all(map(is_same, wanted, found))
