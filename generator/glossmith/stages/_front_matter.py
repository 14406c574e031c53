"""What the front matter of a hand-written page says of its mentions, and what of that cannot be used."""

from __future__ import annotations

import re
from typing import Any

import yaml

from glossmith.model.finding import Finding
from glossmith.model.place import START, Span
from glossmith.model.settings import Extent, extent_said

FRONT_MATTER = re.compile(r"---[ \t]*\n(.*?\n)(?:---|\.\.\.)[ \t]*\n", re.DOTALL)

LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

NAME, PART = "linking", "mentions"


def front_matter(text: str) -> tuple[str, dict[Any, Any]]:
    """The front matter of a page and what it says, as MkDocs reads it: what is no map in YAML belongs to the page."""
    found = FRONT_MATTER.match(text)
    try:
        loaded = yaml.load(found[1], LOADER) if found else None  # noqa: S506 -- one of the safe ones
    except (yaml.YAMLError, ValueError, RecursionError):
        loaded = None
    return (found[0], loaded) if found and isinstance(loaded, dict) else ("", {})


def wanted_extent(above: str, said: dict[Any, Any], path: str) -> tuple[Extent | None, tuple[Finding, ...]]:
    """How much a page wants to have linked, None if it says no more than the site, and what cannot be used of that."""
    extent, fault, advice = extent_said(said.get(NAME))
    findings = (Finding("unusable-linking", fault, path, _place(above), advice),) if fault else ()
    return extent, findings


def _place(above: str) -> Span:
    """Where front matter says what is linked: the value of the last key of that name, which wins, or its one part."""
    found = FRONT_MATTER.match(above)
    node = _value(yaml.compose(found[1], LOADER), NAME) if found else None
    node = _value(node, PART) or node
    if node is None:
        return START
    start, end = node.start_mark, node.end_mark
    return Span(start.line + 2, start.column + 1, end.line + 2, end.column + 1)


def _value(node: Any, name: str) -> Any:
    """The value of a key of a map, unless it has others."""
    pairs = node.value if isinstance(node, yaml.MappingNode) else ()
    values = [value for key, value in pairs if key.value == name]
    return values[-1] if values else None
