"""The page of what the glossary lacks: terms that are wanted, and candidates that nobody marked."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from glossmith.model.plan import Group
from glossmith.model.wanted import Candidate, Sighting, Wanted
from glossmith.stages._candidates import candidates
from glossmith.stages._index_pages import index_page
from glossmith.stages._scene import Content, Scene
from glossmith.stages._views import Outlook
from glossmith.stages._wanting import wanted

MOST_CANDIDATES, MOST_USERS, MOST_PLACES = 40, 6, 20
"""Candidates that the page lists, and terms that it names for each; pages and terms that want the same term."""

Groups = Mapping[str, Group]
"""The categories and organizations that have pages, as sightings call them."""


def wanted_page(scene: Scene, _: str) -> Content:
    """What editors may write next."""
    outlook = scene.outlook(scene.settings.addresses.index("wanted").address)
    groups = _groups(outlook)
    seen = (replace(one, sightings=_seen(one, outlook, groups)) for one in wanted(scene.edition))
    lacking = [_lacking(one, outlook, groups) for one in sorted(seen, key=lambda one: -one.count) if one.count]
    likely = [_likely(one, outlook) for one in candidates(scene.edition)[:MOST_CANDIDATES]]
    return index_page(scene, "wanted", {"wanted": lacking, "candidates": likely})


def _seen(one: Wanted, outlook: Outlook, groups: Groups) -> tuple[Sighting, ...]:
    """Where it is wanted on pages that the site has."""
    return tuple(
        each
        for each in one.sightings
        if outlook.shows(each.term) or each.page in outlook.places or each.group in groups
    )


def _groups(outlook: Outlook) -> Groups:
    kinds = {"categories": outlook.plan.categories, "organizations": outlook.plan.organizations}
    return {f"{kind}/{key}": group for kind, groups in kinds.items() for key, group in groups.items()}


def _lacking(one: Wanted, outlook: Outlook, groups: Groups) -> dict[str, Any]:
    pages = [*_pages(one, outlook, groups)]
    terms = outlook.terms(dict.fromkeys(sighting.term for sighting in one.sightings if sighting.term))
    room = max(0, MOST_PLACES - len(pages))
    return {
        "name": one.name,
        "count": one.count,
        "near": outlook.edition.glossary.lexicon.nearest(one.name) or "",
        "terms": terms[:room],
        "more": max(0, len(pages) - MOST_PLACES) + max(0, len(terms) - room),
        "pages": pages[:MOST_PLACES],
    }


def _pages(one: Wanted, outlook: Outlook, groups: Groups) -> Iterator[dict[str, str]]:
    """The pages that want it, other than those of terms: hand-written ones, and those of groups."""
    handwritten = outlook.edition.handwritten
    for source in dict.fromkeys(sighting.page for sighting in one.sightings if sighting.page):
        yield {"title": handwritten[source].title or source, "href": outlook.href(outlook.places[source])}
    for key in dict.fromkeys(sighting.group for sighting in one.sightings if sighting.group):
        yield {"title": groups[key].title, "href": outlook.href(groups[key].location.address)}


def _likely(one: Candidate, outlook: Outlook) -> dict[str, Any]:
    terms = outlook.terms(one.terms)
    return {
        "name": one.name,
        "shape": str(one.shape),
        "count": len(terms),
        "terms": terms[:MOST_USERS],
        "more": max(0, len(terms) - MOST_USERS),
    }
