"""Backlink: links turned round, so that each term knows what leads to it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace

from glossmith.model.glossary import Glossary
from glossmith.model.link import Backlinks, MentionPlace, PageLink
from glossmith.model.mention import MentionLinks

NONE = Backlinks()
NO_LINKS: MentionLinks = {}


def backlink(
    glossary: Glossary, known: Mapping[str, Backlinks], links: Mapping[str, MentionLinks]
) -> dict[str, Backlinks]:
    """The backlinks that are known from references, and those from mentions in the texts of published terms."""
    rank = {term.id: number for number, term in enumerate(glossary.terms)}
    places = _turned((term.id, links.get(term.id, NO_LINKS)) for term in glossary.terms if not term.is_draft)
    result = dict(known)
    for target, found in places.items():
        before = known.get(target, NONE)
        sources = sorted({**found, **dict.fromkeys(before.terms)}, key=rank.__getitem__) if before.terms else found
        result[target] = Backlinks(before.pages, tuple(sources), mentions=found)
    return result


def _turned(links: Iterable[tuple[str, MentionLinks]]) -> dict[str, dict[str, MentionPlace]]:
    """Where each term is mentioned first in the texts of each other; a link to a shared name is none to a term."""
    places: defaultdict[str, dict[str, MentionPlace]] = defaultdict(dict)
    for source, texts in links:
        for key, linked in texts.items():
            for start, end, ids in linked:
                if len(ids) == 1 and source not in (known := places[ids[0]]):
                    known[source] = (key, start, end)
    return places


def backlink_pages(known: Mapping[str, Backlinks], links: Iterable[PageLink]) -> dict[str, Backlinks]:
    """The backlinks that are known, and those from hand-written pages, with their sentences."""
    by_target: defaultdict[str, dict[str, PageLink]] = defaultdict(dict)
    for link in links:
        by_target[link.target].setdefault(link.source, link)
    result = dict(known)
    for target, found in by_target.items():
        before = known.get(target, NONE)
        pages = tuple(dict.fromkeys((*before.pages, *sorted(found))))
        sentences = {source: link.sentence for source, link in found.items()}
        result[target] = replace(before, pages=pages, sentences=sentences)
    return result
