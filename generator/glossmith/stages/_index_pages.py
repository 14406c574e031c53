"""The pages of whole folders, and the first page: what each lists."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from glossmith.stages._describing import shortened
from glossmith.stages._scene import Content, Scene
from glossmith.stages._views import updated
from glossmith.stages._words import counted, filled

RECENT = 8
POPULAR_TAGS = 24
TITLES = {"developers": "organizations"}
"""Words for the titles of folders, where these are not called like the folder."""


def index_page(scene: Scene, kind: str, variables: Mapping[str, Any]) -> Content:
    """A page of a whole folder, or the first page, with what its template sees."""
    addresses = scene.settings.addresses
    location = addresses.home if kind == "home" else addresses.index(kind)
    title = scene.settings.site_name if kind == "home" else scene.words[TITLES.get(kind, kind)]
    count, described = len(scene.plan.terms), scene.words[f"{kind}_description"]
    values = {"title": title, "count": count, "terms": counted(scene.words, count)}
    text = filled(described, site=scene.settings.site_name, **values)
    return Content(kind, title or scene.words["glossary"], shortened(text), location, variables)


def home(scene: Scene, _: str) -> Content:
    """The glossary's first page."""
    outlook = scene.outlook(scene.settings.addresses.home.address)
    changed = [(updated(scene.edition, term), term.id) for term in scene.plan.terms]
    recent = sorted((pair for pair in changed if pair[0]), key=lambda pair: pair[0], reverse=True)[:RECENT]
    popular = sorted(scene.plan.tags.values(), key=lambda group: -group.count)[:POPULAR_TAGS]
    backlinks = scene.edition.backlinks
    featurable = [term.id for term in scene.plan.terms if term.effective_status == "published"]
    featured = max(featurable, key=lambda id_: len(backlinks[id_].terms) if id_ in backlinks else 0, default=None)
    variables = {
        "letters": list(scene.letters(outlook).values()),
        "categories": outlook.trunk(),
        "recent": outlook.terms(id_ for _, id_ in recent),
        "tags": [outlook.group(group) for group in sorted(popular, key=lambda group: group.key)],
        "featured": outlook.term(featured) if featured else None,
    }
    return index_page(scene, "home", variables)


def terms(scene: Scene, _: str) -> Content:
    """A to Z."""
    outlook = scene.outlook(scene.settings.addresses.index("terms").address)
    letters = list(scene.letters(outlook).values())
    shown = [] if scene.plan.letter_pages else zip(letters, scene.plan.letters.values(), strict=True)
    groups = [{"letter": letter, "terms": outlook.terms(group.terms)} for letter, group in shown]
    return index_page(scene, "terms", {"letters": letters, "groups": groups})


def categories(scene: Scene, _: str) -> Content:
    """All categories."""
    outlook = scene.outlook(scene.settings.addresses.index("categories").address)
    return index_page(scene, "categories", {"categories": outlook.trunk()})


def tags(scene: Scene, _: str) -> Content:
    """All tags."""
    outlook = scene.outlook(scene.settings.addresses.index("tags").address)
    return index_page(scene, "tags", {"tags": [outlook.group(group) for group in scene.plan.tags.values()]})


def developers(scene: Scene, _: str) -> Content:
    """All organizations."""
    outlook = scene.outlook(scene.settings.addresses.index("developers").address)
    groups = [outlook.group(group, "organizations") for group in scene.plan.organizations.values()]
    return index_page(scene, "developers", {"organizations": groups})
