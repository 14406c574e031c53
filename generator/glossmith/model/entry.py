"""An entry as written: YAML nodes that know their line and column."""

from __future__ import annotations

from dataclasses import dataclass

from glossmith.model.place import Span, Text
from glossmith.model.suppression import Suppression


@dataclass(frozen=True, slots=True)
class Sequence:
    """A YAML list."""

    items: tuple[Node, ...]
    span: Span


@dataclass(frozen=True, slots=True)
class Mapping:
    """A YAML map, in the order written, repeated keys included."""

    pairs: tuple[tuple[Node, Node], ...]
    span: Span


Node = Text | Sequence | Mapping


@dataclass(frozen=True, slots=True)
class Entry:
    """One YAML file; `path` is relative to the folder of `mkdocs.yml`, `source` to that of the entries."""

    path: str
    source: str
    root: Node
    suppressions: tuple[Suppression, ...] = ()
