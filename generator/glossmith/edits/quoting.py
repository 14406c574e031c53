"""How a text is written as a YAML scalar, so that it is read as that text again."""

from __future__ import annotations

import yaml

from glossmith.edits.outline import UnreadableError, outline

TEXT = "tag:yaml.org,2002:str"


def write(value: str, style: str = "", *, in_flow: bool = False) -> str:
    """`value`, which has no line breaks, in the style of a scalar; quoted where plain would mean something else."""
    if style == '"':
        return '"' + value.replace("\\", "\\\\").replace('"', '\\"') + '"'
    if style == "'" or not is_plain(value, in_flow=in_flow):
        return "'" + value.replace("'", "''") + "'"
    return value


def is_plain(value: str, *, in_flow: bool = False) -> bool:
    """Whether a text without quotes is that text, for us and for programs that see numbers and dates in YAML."""
    if not value or value != value.strip() or len(value.splitlines()) > 1 or _is_special(value):
        return False
    try:
        root = outline(f"[{value}]" if in_flow else f"k: {value}").root
    except UnreadableError:
        return False
    children = root.children if in_flow else root.children[1:]
    return [(node.kind, node.style, node.value, node.properties) for node in children] == [
        ("scalar", "", value, (None, None))
    ]


def _is_special(value: str) -> bool:
    resolvers = yaml.SafeLoader.yaml_implicit_resolvers
    return any(
        pattern.match(value) for first in (value[0], None) for tag, pattern in resolvers.get(first, ()) if tag != TEXT
    )
