"""Link: mentions of terms in the texts of entries become links, or it is said why not."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from typing import Any

from glossmith.model.glossary import Glossary
from glossmith.model.mention import Linker, Mention, MentionLink, NameFinder
from glossmith.model.prose import RUN, Typeset
from glossmith.model.settings import Extent
from glossmith.model.term import Term
from glossmith.stages._choosing import Chooser
from glossmith.stages._explaining import explained
from glossmith.stages._judging import Judge
from glossmith.stages._names import find_in
from glossmith.stages._stretches import stretches

BARRIER = "\x01"
"""Stands for what is no running text: no name goes on behind it."""


def link(linker: Linker, term: Term, typesets: Mapping[str, Typeset]) -> dict[str, tuple[MentionLink, ...]]:
    """The mentions in the texts of a term that become links."""
    extent = extent_on(term, linker)
    if extent is Extent.NONE:
        return {}
    chooser = Chooser(extent, linker.category_of, term.id)
    by_hand = _by_hand(linker.glossary, typesets, extent)
    links: dict[str, tuple[MentionLink, ...]] = {}
    for key, _ in term.prose():
        if key not in typesets or not (found := _find(linker.matcher, typesets[key].html)):
            continue
        scope = scope_of(extent, key)
        chooser.enter(scope, by_hand.get(scope, ()))
        judge = _judge(linker, typesets[key], term)
        decided = [
            (start, end, *chooser.decide(name, () if name.linkable else judge.evidence(name, start, end)))
            for start, end, name in found
        ]
        if linked := tuple(MentionLink(start, end, ids) for start, end, decision, ids in decided if decision.links):
            links[key] = linked
    return links


def explain(linker: Linker, term: Term, typesets: Mapping[str, Typeset]) -> Iterator[Mention]:
    """Every mention on the page of a term, in the order of the texts, with what was decided."""
    extent = extent_on(term, linker)
    chooser = Chooser(extent, linker.category_of, term.id)
    by_hand = _by_hand(linker.glossary, typesets, extent)
    for key, _ in term.prose():
        scope = scope_of(extent, key)
        chooser.enter(scope, by_hand.get(scope, ()))
        if key not in typesets:
            continue
        judge = _judge(linker, typesets[key], term)
        for stretch in stretches(typesets[key].html):
            for found in find_in(linker.matcher, stretch.html):
                yield explained(chooser, judge, key, stretch, found)


def _judge(linker: Linker, typeset: Typeset, term: Term) -> Judge:
    return Judge(linker, typeset.html, [reference.target for reference in typeset.references], term)


def extent_on(term: Term, linker: Linker) -> Extent:
    """How much is linked on the page of a term; its entry may say so."""
    return Extent(term.linking.mentions.value) if term.linking.mentions else linker.extent


def scope_of(extent: Extent, key: str) -> str:
    """The part of a page in which each term is linked once: a field with all its items, one item, or the page."""
    if extent is Extent.PAGE:
        return "page"
    return key if extent is Extent.SECTION else key.rstrip("0123456789").rstrip("-")


def _by_hand(glossary: Glossary, typesets: Mapping[str, Typeset], extent: Extent) -> Mapping[str, Collection[str]]:
    """The terms that each part of a page refers to with `[[...]]`."""
    targets: defaultdict[str, set[str]] = defaultdict(set)
    for key, typeset in typesets.items():
        for reference in typeset.references:
            if target := glossary.answer(reference.target).term:
                targets[scope_of(extent, key)].add(target.id)
    return targets


def _find(matcher: NameFinder, html: str) -> list[tuple[int, int, Any]]:
    """Names in the linkable parts of typeset HTML; all else is masked, so that offsets stay those of the HTML."""
    parts = html.split(RUN)
    if len(parts) < 2:
        return []
    parts[::2] = [BARRIER * len(part) for part in parts[::2]]
    return find_in(matcher, " ".join(parts))
