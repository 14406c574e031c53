"""Giving lines their dashes: names that YAML reads as one text become items of a list."""

from __future__ import annotations

import re

from glossmith.edits.change import Change, Data, Draft, Splice, scalar
from glossmith.edits.lines import lines_of
from glossmith.edits.outline import Node, UnreadableError, outline
from glossmith.model.place import BREAK, Span

DASHED = re.compile(r"-(?=[^\s-])|-[ \t]+")
"""A dash that was meant: one without the blank that makes it one, or one that YAML took for text."""


def names_of(text: str) -> list[str]:
    """The names in the lines of a scalar, without the dashes that some may have."""
    return [" ".join(_undashed(line).split()) for line in BREAK.split(text)]


def has_dashes(text: str) -> bool:
    """Whether every line of a scalar but perhaps the first begins with a dash."""
    return all(DASHED.match(line.strip(" \t")) for line in BREAK.split(text)[1:])


def written_at(text: str, span: Span) -> str:
    """The scalar at a place of a file, as it is written there; nothing where there is none."""
    try:
        chain = outline(text).chain(lines_of(text).range(span)[0])
    except UnreadableError:
        return ""
    return text[chain[-1].at : chain[-1].reach] if chain[-1].kind == "scalar" else ""


def add_dashes(draft: Draft, chain: tuple[Node, ...], names: list[str]) -> Change | None:
    """The change that makes an item of each line of the last value of a chain, if these lines are `names`."""
    node, parent = chain[-1], chain[-2] if len(chain) > 1 else None
    written = draft.text[node.at : node.reach]
    is_plain = node.kind == "scalar" and not node.style and node.properties == (None, None)
    if (
        parent is None
        or not is_plain
        or len(names) < 2
        or names_of(written) != names
        or any(one.is_flow for one in chain)
    ):
        return None
    items = tuple(scalar(_undashed(line)) for line in BREAK.split(written))
    if parent.kind == "list":
        return _more_items(draft, node, items)
    return _new_list(draft, node, items)


def _undashed(line: str) -> str:
    line = line.strip(" \t")
    found = DASHED.match(line)
    return line[found.end() :] if found else line


def _more_items(draft: Draft, node: Node, items: tuple[Data, ...]) -> Change | None:
    """Each further line of an item becomes an item: it begins as the first one does."""
    lines, dash = draft.lines, draft.tree.dash_of(node)
    if not lines.is_first(dash):
        return None
    beginning = draft.text[lines.start(dash) : node.at]
    splices = [Splice(start, text, beginning) for start, text in _continuations(draft, node)]
    return Change(tuple(splices), {node: items})


def _new_list(draft: Draft, node: Node, items: tuple[Data, ...]) -> Change | None:
    """Each line of a field's value becomes an item, below the field's name."""
    lines = draft.lines
    further = list(_continuations(draft, node))
    if lines.is_first(node.at):
        margin = draft.text[lines.start(node.at) : node.at]
        first = Splice(node.at, _name_at(draft, node.at), "- ")
    else:
        line = draft.text[further[0][0] : further[0][1]]
        margin = line[: len(line) - len(line.lstrip(" \t"))]
        gap = len(draft.text[: node.at]) - len(draft.text[: node.at].rstrip(" \t"))
        first = Splice(node.at - gap, _name_at(draft, node.at), f"{lines.line_end}{margin}- ")
    splices = [Splice(start, text, f"{margin}- ") for start, text in further]
    return Change((first, *splices), {node: (("list", (None, None), *items),)})


def _continuations(draft: Draft, node: Node) -> list[tuple[int, int]]:
    """Where each further line of a text starts, and where its name does."""
    lines = draft.lines
    found = []
    for number in range(lines.number(node.at) + 1, lines.number(node.reach) + 1):
        start = lines.starts[number]
        found.append((start, _name_at(draft, start)))
    return found


def _name_at(draft: Draft, start: int) -> int:
    """Where the name on a line begins, behind blanks and a dash."""
    found = re.compile(rf"[ \t]*({DASHED.pattern})?").match(draft.text, start)
    return found.end() if found else start
