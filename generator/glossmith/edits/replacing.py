"""Replacing a scalar, or a part of one: quoted and folded as it was."""

from __future__ import annotations

from itertools import takewhile

from glossmith.edits.change import Change, Draft, Splice, scalar
from glossmith.edits.outline import Node
from glossmith.edits.quoting import write

RISKY = frozenset(":#,[]{}\t")
"""What may end a scalar that is not quoted."""


def replace_value(draft: Draft, chain: tuple[Node, ...], new: str) -> Change | None:
    """The change that makes `new` of the last value of a chain."""
    node = chain[-1]
    if node.kind != "scalar" or node.is_anchored or node.value.strip() == new:
        return None
    if node.style in {"|", ">"}:
        return _replace_block(draft, node, new)
    written = write(new, node.style, in_flow=any(one.is_flow for one in chain))
    return Change((Splice(node.at, node.reach, written),), {node: (scalar(new, node.properties[1]),)})


def _replace_block(draft: Draft, node: Node, new: str) -> Change | None:
    old = node.value.strip()
    at = draft.text.find(old, draft.lines.after(node.at), node.reach) if old else -1
    if at < 0 or "\n" in old:
        return None
    then = scalar(node.value.replace(old, new, 1), node.properties[1])
    return Change((Splice(at, at + len(old), new),), {node: (then,)})


def replace_part(draft: Draft, node: Node, place: tuple[int, int], part: tuple[int, int], new: str) -> Change | None:
    """The change that makes `new` of a part of a scalar: `place` counts in the file, `part` in the value."""
    start, end = place
    old, source = node.value[part[0] : part[1]], draft.text[start:end]
    if node.kind != "scalar" or node.is_anchored or not old or old == new:
        return None
    written = _escaped(new, node.style)
    head = _shared(written, source)
    tail = min(_shared(written[::-1], source[::-1]), min(len(written), len(source)) - head)
    middle = written[head : len(written) - tail]
    if "\n" in middle:
        return None
    parts = ((node, Splice(*part, new)),)
    change = Change((Splice(start + head, end - tail, middle),), parts=parts)
    if node.style or not RISKY.intersection(middle) or draft.holds([change]) is not None:
        return change
    before, after = draft.text[node.at : start + head], draft.text[end - tail : node.reach]
    quoted = "'" + (before + middle + after).replace("'", "''") + "'"
    return Change((Splice(node.at, node.reach, quoted),), parts=parts)


def _escaped(text: str, style: str) -> str:
    if style == '"':
        return text.replace("\\", "\\\\").replace('"', '\\"')
    return text.replace("'", "''") if style == "'" else text


def _shared(one: str, other: str) -> int:
    """How many characters the texts have in common at their beginning."""
    return sum(1 for _ in takewhile(lambda letters: letters[0] == letters[1], zip(one, other, strict=False)))
