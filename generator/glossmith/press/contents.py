"""Learns from one table of contents how the theme writes any other.

A theme repeats itself: what stands between two neighbouring headings depends only on what kinds of headings they are.
The sentinel headings show every pair of kinds but two, and those follow by analogy: a parent at the end ends like a
leaf at the end, a leaf at the start begins as it does after another leaf.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import takewhile, zip_longest

from glossmith.model.shell import ContentsError, Slot
from glossmith.press.sentinels import HEADINGS

__all__ = ["Gaps", "OwnedSlot", "Symbol", "fold_contents"]


@dataclass(frozen=True, slots=True)
class OwnedSlot:
    """A slot for a sentinel heading, which is named by its id."""

    slot: Slot
    owner: str


Symbol = str | Slot | OwnedSlot
"""A character of the theme's HTML, or a slot."""

Gap = tuple[str | Slot, ...]
Table = dict[tuple[str, str], Gap]


@dataclass(frozen=True, slots=True)
class Gaps:
    """A table of contents that was taken out of the HTML."""

    table: Table


_PARENTS = {child.id: top.id for top in HEADINGS for child in top.children}
_TOP = [heading.id for heading in HEADINGS]
_ALL = [heading.id for top in HEADINGS for heading in (top, *top.children)]
_KINDS = {top.id: "parent" if top.children else "leaf" for top in HEADINGS} | dict.fromkeys(_PARENTS, "child")


def fold_contents(symbols: Sequence[Symbol]) -> list[str | Slot | Gaps]:
    """Replace each table of contents by its gaps; `ContentsError` if the theme's pattern is not understood."""
    folded: list[str | Slot | Gaps] = []
    position = 0
    copies = list(_copies(symbols))
    for copy, follower in zip_longest(copies, copies[1:]):
        end = follower[0][1] if follower else len(symbols)
        table = _observe(symbols, copy, position, end)
        _infer(table)
        folded += _unowned(symbols[position : copy[0][1] - len(table["start", "parent"])])
        folded.append(Gaps(table))
        last = copy[-1][1]
        position = last + len(table["leaf", "end"])
    folded += _unowned(symbols[position:])
    return folded


def _unowned(symbols: Sequence[Symbol]) -> Gap:
    return tuple(_relative(symbol, "") for symbol in symbols)


def _copies(symbols: Sequence[Symbol]) -> Iterator[list[tuple[str, int]]]:
    """For each table of contents its headings in order, each with the place of its first slot."""
    seen: dict[str, int] = {}
    for place, symbol in enumerate(symbols):
        if isinstance(symbol, OwnedSlot):
            if symbol.owner == _TOP[0] and _TOP[-1] in seen:
                yield _checked(seen)
                seen = {}
            seen.setdefault(symbol.owner, place)
    if seen:
        yield _checked(seen)


def _checked(seen: dict[str, int]) -> list[tuple[str, int]]:
    if list(seen) not in (_ALL, _TOP):
        raise ContentsError("the theme's table of contents leaves headings out or changes their order")
    return list(seen.items())


def _observe(symbols: Sequence[Symbol], copy: list[tuple[str, int]], position: int, end: int) -> Table:
    first = copy[0][1]
    table: Table = {("start", "parent"): _unowned(symbols[position:first])}
    places = [*copy, ("", end)]
    for (owner, start), (follower, stop) in zip(copy, places[1:], strict=True):
        gap = tuple(_relative(symbol, owner) for symbol in symbols[start:stop])
        key = (_KINDS[owner], _KINDS.get(follower, "end"))
        if table.setdefault(key, gap) != gap:
            raise ContentsError(f"the theme's table of contents writes a {key[1]} after a {key[0]} in two ways")
    return table


def _relative(symbol: Symbol, owner: str) -> str | Slot:
    if not isinstance(symbol, OwnedSlot):
        return symbol
    if symbol.owner == owner:
        return symbol.slot
    if symbol.owner == _PARENTS.get(owner):
        return replace(symbol.slot, part=f"parent {symbol.slot.part}")
    raise ContentsError("the theme's table of contents names one heading within another")


def _infer(table: Table) -> None:
    """Add the two gaps that were not seen, and cut the first and the last down to what differs."""
    ending, neighbour = table["leaf", "end"], table["leaf", "leaf"]
    shared = len(_common_start(neighbour, ending))
    following = neighbour[shared:]
    last = "child" if ("child", "leaf") in table else "parent"
    table["leaf", "end"] = ending[:shared]
    table[last, "end"] = _without_end(table[last, "leaf"], following)
    opening, after_leaf = table["start", "parent"], table["leaf", "parent"]
    shared = len(_common_start(neighbour, after_leaf))
    before_parent, before_leaf = after_leaf[shared:], neighbour[shared:]
    _without_end(opening, before_parent)
    table["start", "parent"], table["start", "leaf"] = before_parent, before_leaf


def _common_start(one: Gap, other: Gap) -> Gap:
    same = takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False))
    return tuple(symbol for symbol, _ in same)


def _without_end(gap: Gap, end: Gap) -> Gap:
    cut = len(gap) - len(end)
    if cut < 0 or gap[cut:] != end:
        raise ContentsError("the theme's table of contents does not end as it goes on")
    return gap[:cut]
