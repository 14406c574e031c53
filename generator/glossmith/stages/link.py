"""Link: mentions of terms in the texts of entries become links, or it is said why not."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping
from operator import itemgetter

from glossmith.mentions.lexicon import Name
from glossmith.model.mention import Linker, Mention, MentionLink, NameFinder
from glossmith.model.prose import RUN, Typeset
from glossmith.model.settings import Extent
from glossmith.model.term import Term
from glossmith.stages._choosing import Chooser, linked_by_hand
from glossmith.stages._explaining import explained
from glossmith.stages._judging import Judge
from glossmith.stages._names import find_in
from glossmith.stages._stretches import stretches
from glossmith.stages._whole_words import whole

BARRIER = "\x01"
"""Stands for what is no running text: no name goes on behind it."""

BETWEEN = "\n"
"""Parts one text from the next; it is no running text either."""

START = itemgetter(0)


def link(linker: Linker, term: Term, typesets: Mapping[str, Typeset]) -> dict[str, tuple[MentionLink, ...]]:
    """The mentions in the texts of a term that become links; the texts come in the order of `Term.prose`."""
    extent = _extent_on(term, linker)
    if extent is Extent.NONE:
        return {}
    chooser = Chooser(extent, linker.category_of, term.id)
    by_hand = linked_by_hand(linker.glossary, _references(typesets, extent))
    links: dict[str, tuple[MentionLink, ...]] = {}
    for key, found in _find(linker.matcher, typesets):
        scope = _scope_of(extent, key)
        chooser.enter(scope, by_hand.get(scope, ()))
        linked = []
        for start, end, name in found:
            meant = () if name.linkable else _judge(linker, typesets[key], term).evidence(name, start, end)
            decision, ids = chooser.decide(name, meant)
            if decision.links:
                linked.append((start, end, ids))
        if linked:
            links[key] = tuple(linked)
    return links


def explain(linker: Linker, term: Term, typesets: Mapping[str, Typeset]) -> Iterator[Mention]:
    """Every mention on the page of a term, in the order of the texts, with what was decided."""
    extent = _extent_on(term, linker)
    chooser = Chooser(extent, linker.category_of, term.id)
    by_hand = linked_by_hand(linker.glossary, _references(typesets, extent))
    for key, _ in term.prose():
        scope = _scope_of(extent, key)
        chooser.enter(scope, by_hand.get(scope, ()))
        if key not in typesets:
            continue
        html = typesets[key].html
        judge = _judge(linker, typesets[key], term)
        for stretch in stretches(html):
            for found in whole(find_in(linker.matcher, stretch.html), html, stretch.start):
                yield explained(chooser, judge, key, stretch, found)


def _judge(linker: Linker, typeset: Typeset, term: Term) -> Judge:
    return Judge(linker, typeset.html, [reference.target for reference in typeset.references], term)


def _extent_on(term: Term, linker: Linker) -> Extent:
    """How much is linked on the page of a term; its entry may say so."""
    return Extent(term.linking.mentions.value) if term.linking.mentions else linker.extent


def _scope_of(extent: Extent, key: str) -> str:
    """The part of a page in which each term is linked once: a field with all its items, one item, or the page."""
    if extent is Extent.PAGE:
        return "page"
    return key if extent is Extent.SECTION else key.rstrip("0123456789").rstrip("-")


def _references(typesets: Mapping[str, Typeset], extent: Extent) -> Iterator[tuple[str, str]]:
    """Each `[[...]]`, with the part of the page in which it stands."""
    for key, typeset in typesets.items():
        for reference in typeset.references:
            yield _scope_of(extent, key), reference.target


def _find(matcher: NameFinder, typesets: Mapping[str, Typeset]) -> Iterator[tuple[str, list[tuple[int, int, Name]]]]:
    """The names in the linkable parts of each text in which there are any, by their offsets in its HTML.

    All texts are read in one go: to begin with one takes as long as to read three lines.
    """
    found = find_in(matcher, _masked(BETWEEN.join(typeset.html for typeset in typesets.values())))
    first = begin = 0
    for key, typeset in typesets.items():
        end = begin + len(typeset.html)
        last = bisect_left(found, end, first, key=START)
        if first < last:
            own = ((start - begin, stop - begin, name) for start, stop, name in found[first:last])
            yield key, [*whole(own, typeset.html)]
        first, begin = last, end + len(BETWEEN)


def _masked(html: str) -> str:
    """Typeset HTML of which only the linkable parts can be read; all is where it was."""
    parts = html.split(RUN)
    parts[::2] = [BARRIER * len(part) for part in parts[::2]]
    return " ".join(parts)
