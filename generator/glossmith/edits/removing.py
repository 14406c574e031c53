"""Taking members out of a list or a map: with their lines, commas and the comments that belong to them."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from itertools import groupby

from glossmith.edits.change import Change, Draft, Splice
from glossmith.edits.outline import Node
from glossmith.model.place import BREAK

SUPPRESSION = re.compile(r"\s*#\s*glossmith:")

Member = tuple[int, int]
"""Where a member begins, with its dash or key, and where it ends."""


def remove(draft: Draft, chain: tuple[Node, ...], doomed: Collection[Node]) -> Change | None:
    """The change that takes children out of the last value of a chain; all of a list: the field that holds it.

    An empty list would say nothing; a field that is gone is how an entry says that it has none.
    """
    parent = chain[-1]
    if any(node.is_anchored for node in doomed):
        return None
    if parent.kind == "list" and len(doomed) == len(parent.children):
        is_field = len(chain) == 2 and chain[0].kind == "map" and not parent.is_anchored
        return remove(draft, chain[:1], [parent]) if is_field else None
    values = parent.children if parent.kind == "list" else parent.children[1::2]
    members = [_member(draft, parent, number) for number in range(len(values))]
    splices: list[Splice] = []
    for first, last in _runs([number for number, value in enumerate(values) if value in doomed]):
        splice = (_from_flow if parent.is_flow else _from_block)(draft, parent, members, first, last)
        if splice is None:
            return None
        splices.append(splice)
    return Change(tuple(splices), dict.fromkeys(doomed, ())) if splices else None


def _runs(numbers: list[int]) -> Iterator[tuple[int, int]]:
    for _, run in groupby(enumerate(numbers), key=lambda pair: pair[1] - pair[0]):
        members = [number for _, number in run]
        yield members[0], members[-1]


def _member(draft: Draft, parent: Node, number: int) -> Member:
    if parent.kind == "map":
        key, value = parent.children[2 * number : 2 * number + 2]
        return key.start, max(key.reach, value.reach)
    item = parent.children[number]
    start = item.start if parent.is_flow else draft.tree.dash_of(item)
    return start, max(item.reach, start + 1)


def _from_flow(draft: Draft, parent: Node, members: list[Member], first: int, last: int) -> Splice:
    text, lines = draft.text, draft.lines
    start, end = members[first][0], members[last][1]
    after = members[last + 1][0] if last + 1 < len(members) else None
    comma = draft.tree.comma_between(end, after or parent.reach)
    stop = end if comma is None else comma + 1
    if lines.is_first(start) and lines.is_last(stop):
        return Splice(_with_comments(draft, start, stop), lines.after(stop))
    if after is None:
        before = members[first - 1][1]
        return Splice(start if _is_broken(text[before:start]) else before, end)
    if not _is_broken(text[stop:after]):
        return Splice(start, after)
    blanks = len(text[:start]) - len(text[lines.start(start) : start].rstrip(" \t")) - lines.start(start)
    return Splice(start - blanks, stop)


def _is_broken(text: str) -> bool:
    return bool(BREAK.search(text))


def _from_block(draft: Draft, _parent: Node, members: list[Member], first: int, last: int) -> Splice | None:
    text, lines = draft.text, draft.lines
    start, end = members[first][0], members[last][1]
    if not lines.is_first(start):
        return None
    has_ended = BREAK.fullmatch(text[end - 1]) is not None  # a literal text ends where the next line starts
    stop = end if has_ended else lines.after(end)
    begin = _with_comments(draft, start, end - 1 if has_ended else end)
    if stop == len(text) and not has_ended and lines.ends[-1] == len(text) > lines.starts[-1] and begin > 0:
        begin = lines.ends[lines.number(begin) - 1]  # the file still ends without a line break
    return Splice(begin, stop)


def _with_comments(draft: Draft, start: int, stop: int) -> int:
    """Where the lines of a member begin, with the comments above that speak of nothing else.

    A comment right above a member may be the heading of those that follow it, so it stays if one follows at once.
    """
    lines = draft.lines
    number, column = lines.number(start), start - lines.start(start)
    below = lines.number(stop) + 1
    following = lines.line(below) if below < len(lines.starts) else ""
    sign = draft.text[start] if draft.text[start : start + 1] == "-" else ""
    heads_others = _indent(following) == column and following[column : column + 1] not in {"", "#"}
    heads_others = heads_others and following.startswith(sign, column)
    while number > 0:
        above = lines.line(number - 1)
        is_comment = above[column : column + 1] == "#" and _indent(above) == column
        if not is_comment or (heads_others and not SUPPRESSION.match(above)):
            break
        number -= 1
    return lines.starts[number]


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))
