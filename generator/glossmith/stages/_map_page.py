"""The map: every category with its best-connected terms, and a drawing of how the categories hang together."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from glossmith.model.plan import Group
from glossmith.stages._arcs import Row, arcs
from glossmith.stages._index_pages import index_page
from glossmith.stages._scene import Content, Scene, stem
from glossmith.stages._views import Outlook
from glossmith.stages._web import Strengths, Web, strengths, web

MOST_PANELS = 60
"""Categories beyond which only the largest of those at the top have a panel, with the terms of all below."""

MOST_TERMS, LEAST_TERMS, MOST_LINKS = 40, 6, 800
"""Terms in a panel, and about how many on the whole page: it stays below 200 kB in any glossary."""

MOST_ROWS = 24
"""Categories that the drawing of their connections shows."""

STRONGEST = 3
"""Others that a panel names as linked most with its category."""

LARGE, MEDIUM = 0.08, 0.35
"""Parts of the terms that are set largest, and at least larger than the rest."""


class Place(NamedTuple):
    """A category on the map: what it is, how deep it is nested, and the terms that stand there."""

    group: Group
    depth: int
    terms: Sequence[str]

    @property
    def id(self) -> str:
        """The id of its panel."""
        return f"map-{stem(self.group.location)}"


class Ranking(NamedTuple):
    """Who has how many connections, and from how many on a term is set larger, and largest."""

    connected: Web
    usual: int
    medium: int
    large: int

    @classmethod
    def of(cls, connected: Web) -> Ranking:
        """The ranking of the whole glossary; where many have the same, that of the usual connected term is no merit."""
        ranked = sorted(map(len, connected.values()), reverse=True)
        large, medium = (max(1, ranked[int(len(ranked) * part)]) if ranked else 1 for part in (LARGE, MEDIUM))
        return cls(connected, ranked[sum(map(bool, ranked)) // 2] if ranked else 0, medium, large)

    def best(self, ids: Iterable[str]) -> list[str]:
        """The best-connected terms first."""
        return sorted(ids, key=lambda id_: -len(self.connected[id_]))

    def size(self, id_: str) -> int:
        """How large a term is set: from 1 to 3."""
        count = len(self.connected[id_])
        return 1 + (count > self.usual) * ((count >= self.medium) + (count >= self.large))


def map_page(scene: Scene, _: str) -> Content:
    """The whole glossary by category."""
    outlook = scene.outlook(scene.settings.addresses.index("map").address)
    places = _places(scene)
    connected = web(scene.edition, scene.plan)
    category_of = {id_: place.group.key for place in places for id_ in place.terms}
    between = strengths(connected, category_of)
    at = {place.group.key: place for place in places}
    most = min(MOST_TERMS, max(LEAST_TERMS, MOST_LINKS // max(1, len(places))))
    ranking = Ranking.of(connected)
    panels = [_panel(place, outlook, ranking, between, at, most) for place in places]
    categories = scene.plan.categories.values()
    further = [one for one in categories if at.keys().isdisjoint(above.key for above in scene.path_to(one))]
    categorised = {id_ for one in categories for id_ in one.terms}
    rest = [term.id for term in scene.plan.terms if term.id not in categorised]
    variables = {
        "diagram": arcs(_rows(places, connected, between), scene.words),
        "panels": panels,
        "further": len(further),
        "rest": _terms(rest, outlook, ranking, most),
        "rest_count": len(rest),
    }
    return index_page(scene, "map", variables)


def _places(scene: Scene) -> list[Place]:
    """The categories from the top down, each before those below it."""
    categories = scene.plan.categories
    tops = [key for key, group in categories.items() if group.parent not in categories]
    walked = {key: depth for top in tops for key, depth in _walk(categories, top, 0)}
    walked |= dict.fromkeys((key for key in categories if key not in walked), 0)
    if len(walked) <= MOST_PANELS:
        return [Place(categories[key], depth, categories[key].terms) for key, depth in walked.items()]
    largest = sorted(tops, key=lambda key: (-categories[key].count, key))[:MOST_PANELS]
    below = {top: [key for key, _ in _walk(categories, top, 0)] for top in largest}
    return [
        Place(categories[top], 0, [id_ for key in below[top] for id_ in categories[key].terms])
        for top in tops
        if top in below
    ]


def _walk(categories: Mapping[str, Group], key: str, depth: int) -> Iterator[tuple[str, int]]:
    yield key, depth
    for child in categories[key].children:
        yield from _walk(categories, child, depth + 1)


def _panel(
    place: Place, outlook: Outlook, ranking: Ranking, between: Strengths, at: Mapping[str, Place], most: int
) -> dict[str, Any]:
    strongest = sorted(between.get(place.group.key, {}).items(), key=lambda one: (-one[1], one[0]))[:STRONGEST]
    return {
        "id": place.id,
        "level": min(place.depth + 2, 4),
        "category": outlook.group(place.group),
        "linked": [
            {"title": at[key].group.title, "href": f"#{at[key].id}", "count": count} for key, count in strongest
        ],
        "terms": _terms(place.terms, outlook, ranking, most),
        "more": max(0, len(place.terms) - most),
    }


def _terms(ids: Sequence[str], outlook: Outlook, ranking: Ranking, most: int) -> list[dict[str, Any]]:
    """The best-connected terms first; `size` is 3 for those of the whole glossary that have most connections."""
    return [{"ref": outlook.term(id_), "size": ranking.size(id_)} for id_ in ranking.best(ids)[:most]]


def _rows(places: Sequence[Place], connected: Web, between: Strengths) -> list[Row]:
    """What the drawing shows: all categories, or those at the top with all below, or the largest of these."""
    shown = places
    if len(places) > MOST_ROWS:
        shown = [place for place in places if place.depth == 0]
        between = strengths(connected, _above(shown, places))
    largest = {place.group.key for place in sorted(shown, key=lambda one: -one.group.count)[:MOST_ROWS]}
    kept = [place for place in shown if place.group.key in largest]
    number = {place.group.key: number for number, place in enumerate(kept)}
    return [
        Row(
            title=place.group.title,
            href=f"#{place.id}",
            depth=place.depth,
            terms=place.group.count,
            links={number[key]: count for key, count in between.get(place.group.key, {}).items() if key in number},
        )
        for place in kept
    ]


def _above(shown: Sequence[Place], places: Sequence[Place]) -> dict[str, str]:
    """For each term the category in whose row it is: its own, or the one above it; `places` come from the top down."""
    keys = {place.group.key for place in shown}
    row_of: dict[str, str] = {}
    row = ""
    for place in places:
        row = place.group.key if place.group.key in keys else row
        row_of |= dict.fromkeys(place.terms, row)
    return row_of
