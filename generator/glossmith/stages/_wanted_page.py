"""The page of what the glossary lacks: terms that are wanted, and candidates that nobody marked."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from glossmith.model.wanted import Candidate, Sighting, Wanted
from glossmith.stages._candidates import candidates
from glossmith.stages._index_pages import index_page
from glossmith.stages._scene import Content, Scene
from glossmith.stages._views import Outlook
from glossmith.stages._wanting import wanted

MOST_CANDIDATES, MOST_USERS, MOST_PLACES = 40, 6, 20
"""Candidates that the page lists, and terms that it names for each; pages and terms that want the same term."""


def wanted_page(scene: Scene, _: str) -> Content:
    """What editors may write next."""
    outlook = scene.outlook(scene.settings.addresses.index("wanted").address)
    seen = (replace(one, sightings=_seen(one, outlook)) for one in wanted(scene.edition))
    lacking = [_lacking(one, outlook) for one in sorted(seen, key=lambda one: -one.count) if one.count]
    likely = [_likely(one, outlook) for one in candidates(scene.edition)[:MOST_CANDIDATES]]
    return index_page(scene, "wanted", {"wanted": lacking, "candidates": likely})


def _seen(one: Wanted, outlook: Outlook) -> tuple[Sighting, ...]:
    """Where it is wanted on pages that the site has."""
    return tuple(each for each in one.sightings if outlook.shows(each.term) or each.page in outlook.places)


def _lacking(one: Wanted, outlook: Outlook) -> dict[str, Any]:
    glossary, handwritten = outlook.edition.glossary, outlook.edition.handwritten
    sources = [*dict.fromkeys(sighting.page for sighting in one.sightings if sighting.page)]
    terms = outlook.terms(dict.fromkeys(sighting.term for sighting in one.sightings if sighting.term))
    room = max(0, MOST_PLACES - len(sources))
    return {
        "name": one.name,
        "count": one.count,
        "near": glossary.lexicon.nearest(one.name) or "",
        "terms": terms[:room],
        "more": max(0, len(sources) - MOST_PLACES) + max(0, len(terms) - room),
        "pages": [
            {"title": handwritten[source].title or source, "href": outlook.href(outlook.places[source])}
            for source in sources[:MOST_PLACES]
        ],
    }


def _likely(one: Candidate, outlook: Outlook) -> dict[str, Any]:
    terms = outlook.terms(one.terms)
    return {
        "name": one.name,
        "shape": str(one.shape),
        "count": len(terms),
        "terms": terms[:MOST_USERS],
        "more": max(0, len(terms) - MOST_USERS),
    }
