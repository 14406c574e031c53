"""Backlink: links turned round, so that each term knows what leads to it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from glossmith.model.glossary import Glossary
from glossmith.model.link import Backlinks, PageLink
from glossmith.model.mention import MentionLinks

NONE = Backlinks()


def backlink(
    glossary: Glossary, known: Mapping[str, Backlinks], links: Mapping[str, MentionLinks]
) -> dict[str, Backlinks]:
    """The backlinks that are known from references, and those from mentions in the texts of published terms."""
    sources: defaultdict[str, set[str]] = defaultdict(set)
    drafts = {term.id for term in glossary.terms if term.is_draft}
    for source, texts in links.items():
        for linked in texts.values() if source not in drafts else ():
            for one in linked:
                if len(one.ids) == 1:
                    sources[one.ids[0]].add(source)
    rank = {term.id: number for number, term in enumerate(glossary.terms)}
    result = dict(known)
    for target, found in sources.items():
        before = known.get(target, NONE)
        result[target] = Backlinks(before.pages, tuple(sorted(found.union(before.terms), key=rank.__getitem__)))
    return result


def backlink_pages(known: Mapping[str, Backlinks], links: Iterable[PageLink]) -> dict[str, Backlinks]:
    """The backlinks that are known, and those from hand-written pages, with their sentences."""
    by_target: defaultdict[str, dict[str, PageLink]] = defaultdict(dict)
    for link in links:
        by_target[link.target].setdefault(link.source, link)
    result = dict(known)
    for target, found in by_target.items():
        before = known.get(target, NONE)
        pages = tuple(dict.fromkeys((*before.pages, *sorted(found))))
        result[target] = Backlinks(pages, before.terms, {source: link.sentence for source, link in found.items()})
    return result
