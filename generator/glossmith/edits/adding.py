"""Adding an item to a list field of an entry, in the form that the field has, or a new field at the end."""

from __future__ import annotations

from collections.abc import Iterator

from glossmith.edits.change import Change, Draft, Splice, data, scalar
from glossmith.edits.lines import lines_of
from glossmith.edits.mending import BOM
from glossmith.edits.outline import Node, UnreadableError, outline
from glossmith.edits.quoting import write
from glossmith.model.place import BREAK

QUOTES = frozenset("'\"")


def add_item(text: str, field: str, value: str) -> str | None:
    """The entry with one more item in a list field; None where that cannot be done for certain."""
    bom, body = (BOM, text[1:]) if text.startswith(BOM) else ("", text)
    try:
        draft = Draft(body, outline(body), lines_of(body))
    except UnreadableError:
        return None
    node = draft.tree.field(field)
    ways = _new_field(draft, field, value) if node is None else _more(draft, node, value)
    found = next((new for change in ways if (new := draft.holds([change])) is not None), None)
    return None if found is None else bom + found


def _more(draft: Draft, node: Node, value: str) -> Iterator[Change]:
    """An item more for a field that is there: a list on one line or several, a single value, or nothing yet."""
    if node.is_anchored:
        return
    if node.kind == "list":
        splice = (_in_flow if node.is_flow else _in_block)(draft, node, value)
        yield Change((splice,), {node: ((*data(node), scalar(value)),)})
    elif node.kind == "scalar":
        new = write(value, in_flow=True)
        quotes = node.style if node.style in QUOTES else ""
        kept = f"{write(node.value.strip(), quotes, in_flow=True)}, "
        written, items = (
            (f" [{new}]", ()) if not node.value.strip() else (f"[{kept}{new}]", (scalar(node.value.strip()),))
        )
        then = ("list", node.properties, *items, scalar(value))
        yield Change(
            (Splice(node.at, node.at + len(draft.text[node.at : node.reach].rstrip()), written),), {node: (then,)}
        )


def _in_flow(_draft: Draft, node: Node, value: str) -> Splice:
    at = node.children[-1].reach if node.children else node.reach - 1
    return Splice(at, at, f"{', ' if node.children else ''}{write(value, in_flow=True)}")


def _in_block(draft: Draft, node: Node, value: str) -> Splice:
    dash, last = draft.tree.dash_of(node.children[-1]), node.children[-1]
    margin = draft.text[draft.lines.start(dash) : dash]
    return _line_after(draft, max(last.reach, dash + 1), f"{margin}- {write(value)}")


def _new_field(draft: Draft, field: str, value: str) -> Iterator[Change]:
    """A field of one item behind the last of the entry, or behind one before it, where the last cannot be followed."""
    root = draft.tree.root
    if root.kind != "map" or not root.children:
        return
    line, before = f"{field}: [{write(value, in_flow=True)}]", data(root)
    column = root.children[0].start - draft.lines.start(root.children[0].start)
    for number in range(len(root.children) // 2, 0, -1):
        key, last = root.children[2 * number - 2 : 2 * number]
        reach = max(key.reach, last.reach)
        splice = Splice(reach, reach, f", {line}") if root.is_flow else _line_after(draft, reach, " " * column + line)
        pair = (scalar(field), ("list", (None, None), scalar(value)))
        yield Change((splice,), {root: ((*before[: number + 2], pair, *before[number + 2 :]),)})


def _line_after(draft: Draft, reach: int, line: str) -> Splice:
    """A line of its own behind the one on which a value ends; a file without a line break at its end stays so."""
    text, lines = draft.text, draft.lines
    has_ended = BREAK.fullmatch(text[reach - 1]) is not None
    at = reach if has_ended else lines.after(reach)
    if at == len(text) and text and not BREAK.fullmatch(text[-1]):
        return Splice(at, at, f"{lines.line_end}{line}")
    return Splice(at, at, f"{line}{lines.line_end}")
