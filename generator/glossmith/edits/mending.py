"""Mending: findings that bring a fix change the text of their file, and nothing else of it."""

from __future__ import annotations

import re
from bisect import bisect_left, insort
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from glossmith.edits.change import Change, Draft, Splice, spliced
from glossmith.edits.dashing import add_dashes, names_of
from glossmith.edits.lines import lines_of
from glossmith.edits.outline import Node, UnreadableError, outline
from glossmith.edits.removing import remove
from glossmith.edits.replacing import replace_part, replace_value
from glossmith.model.finding import Finding
from glossmith.model.fix import Mending

BOM = "\ufeff"
OPENING, CLOSING = re.compile(r"(?=\[\[)"), re.compile(r"(?=\]\])")


@dataclass(frozen=True, slots=True)
class Mended:
    """The new text, which findings it mends, and those that are left: for another round, or for their author."""

    text: str
    done: tuple[Finding, ...] = ()
    left: tuple[Finding, ...] = ()


@dataclass(frozen=True, slots=True)
class _Plan:
    """A change with the findings that it mends."""

    change: Change
    findings: tuple[Finding, ...]


def mend(text: str, findings: Iterable[Finding]) -> Mended:
    """Mend an entry; left out is a fix whose result would not read as it promises, and one of two that overlap."""
    listed = sorted((finding for finding in findings if finding.fix), key=lambda finding: finding.order)
    bom, body = (BOM, text[1:]) if text.startswith(BOM) else ("", text)
    try:
        draft = Draft(body, outline(body), lines_of(body))
    except UnreadableError:
        return Mended(text, (), tuple(listed))
    plans = _apart([*_removals(draft, listed), *_replacements(draft, listed)])
    new = draft.holds(plan.change for plan in plans)
    if new is None:
        plans = [plan for plan in plans if draft.holds([plan.change]) is not None]
        new = draft.holds(plan.change for plan in plans)
    if new is None:
        plans = plans[:1]
        new = draft.holds(plan.change for plan in plans)
    done = [finding for plan in plans for finding in plan.findings]
    return Mended(bom + (body if new is None else new), *_sorted_out(listed, done))


def mend_page(text: str, findings: Iterable[Finding]) -> Mended:
    """Mend the references of a hand-written page."""
    listed = sorted((finding for finding in findings if finding.fix), key=lambda finding: finding.order)
    bom, body = (BOM, text[1:]) if text.startswith(BOM) else ("", text)
    lines = lines_of(body)
    plans = []
    for finding in listed:
        start, end = lines.range(finding.span)
        new = finding.fix.text if finding.fix and finding.fix.mending is Mending.REPLACE else ""
        is_reference = body.startswith("[[", start) and body.endswith("]]", start, end) and new.startswith("[[")
        if (is_reference or finding.within) and new != body[start:end]:
            plans.append(_Plan(Change((Splice(start, end, new),)), (finding,)))
    plans = _apart(plans)
    new = spliced(body, [splice for plan in plans for splice in plan.change.splices])
    return Mended(bom + new, *_sorted_out(listed, [finding for plan in plans for finding in plan.findings]))


def _sorted_out(
    findings: Sequence[Finding], done: Sequence[Finding]
) -> tuple[tuple[Finding, ...], tuple[Finding, ...]]:
    mended = set(done)
    return tuple(done), tuple(finding for finding in findings if finding not in mended)


def _apart(plans: Iterable[_Plan]) -> list[_Plan]:
    """The plans but for those that touch what an earlier one touches."""
    kept: list[_Plan] = []
    taken: list[Splice] = []
    for plan in plans:
        if not any(_touches(splice, taken) for splice in plan.change.splices):
            kept.append(plan)
            for splice in plan.change.splices:
                insort(taken, splice)
    return kept


def _touches(splice: Splice, taken: list[Splice]) -> bool:
    number = bisect_left(taken, splice)
    return any(
        (one.start < splice.end and splice.start < one.end) or one[:2] == splice[:2]
        for one in taken[max(number - 1, 0) : number + 1]
    )


def _removals(draft: Draft, findings: Iterable[Finding]) -> Iterable[_Plan]:
    """One plan for each list that loses items: how commas go depends on which items stay."""
    doomed: dict[Node, tuple[tuple[Node, ...], dict[Node, None], list[Finding]]] = {}
    for finding in findings:
        if finding.fix and finding.fix.mending is Mending.REMOVE_ITEM:
            chain = draft.tree.chain(draft.lines.range(finding.span)[0])
            depth = _depth_of_item(chain)
            if depth:
                _, items, told = doomed.setdefault(chain[depth - 1], (chain[:depth], {}, []))
                items[chain[depth]] = None
                told.append(finding)
    for chain, items, told in doomed.values():
        change = remove(draft, chain, items)
        if change:
            yield _Plan(change, tuple(told))


def _depth_of_item(chain: tuple[Node, ...]) -> int:
    """Where in a chain the list item stands that a finding speaks of, or the value of the field; 0 if neither."""
    for depth in range(len(chain) - 1, 0, -1):
        if chain[depth - 1].kind == "list":
            return depth
    return 1 if len(chain) > 1 and chain[1] in chain[0].children[1::2] else 0


def _replacements(draft: Draft, findings: Iterable[Finding]) -> Iterable[_Plan]:
    for finding in findings:
        if finding.fix and finding.fix.mending is not Mending.REMOVE_ITEM:
            start, end = draft.lines.range(finding.span)
            change = _replacement(draft, finding, start, end)
            if change:
                yield _Plan(change, (finding,))


def _replacement(draft: Draft, finding: Finding, start: int, end: int) -> Change | None:
    chain, fix = draft.tree.chain(start), finding.fix
    node = chain[-1]
    if fix is None or node.kind != "scalar":
        return None
    if fix.mending is Mending.ADD_DASHES:
        names = fix.text.split("\n") if fix.text else names_of(draft.text[node.at : node.reach])
        return add_dashes(draft, chain, names)
    if finding.within:
        return replace_part(draft, node, (start, end), finding.within[1:], fix.text)
    if draft.text.startswith("[[", start) and draft.text.endswith("]]", start, end) and fix.text.startswith("[["):
        part = _part(node, draft.text, start, end)
        return replace_part(draft, node, (start, end), part, fix.text) if part else None
    return replace_value(draft, chain, fix.text)


def _part(node: Node, text: str, start: int, end: int) -> tuple[int, int] | None:
    """Which part of a scalar's value is the `[[...]]` at a place of the file: the one with as many before it."""
    openings, closings = _places(OPENING, text), _places(CLOSING, text)
    before = bisect_left(openings, start) - bisect_left(openings, node.at)
    inside = bisect_left(closings, end - 1) - bisect_left(closings, start)
    openings, closings = _places(OPENING, node.value), _places(CLOSING, node.value)
    if before >= len(openings):
        return None
    last = bisect_left(closings, openings[before]) + inside - 1
    return (openings[before], closings[last] + 2) if last < len(closings) else None


@lru_cache(maxsize=4)
def _places(brackets: re.Pattern[str], text: str) -> Sequence[int]:
    """Where brackets stand in a text; kept, for a text that has one fix often has many."""
    return tuple(found.start() for found in brackets.finditer(text))
