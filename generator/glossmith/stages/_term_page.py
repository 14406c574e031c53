"""The page of a term: what its template sees and what others are told of it."""

from __future__ import annotations

from types import SimpleNamespace

from glossmith.stages._describing import description, term_data
from glossmith.stages._neighbourhood import neighbourhood
from glossmith.stages._scene import Content, Scene
from glossmith.stages._searching import search_entries
from glossmith.stages._term_view import term_view


def term(scene: Scene, key: str) -> Content:
    """The page of a term."""
    edition = scene.edition
    entry = edition.glossary.by_id[key]
    location = scene.settings.addresses.below("terms", key)
    outlook = scene.outlook(location.address)
    path = scene.category_path(key)
    view = term_view(entry, outlook, path, scene.siblings(key))
    view["drawing"] = neighbourhood(entry, view["related"], outlook, scene.words)
    view["letter"] = letter = scene.letters(outlook)[scene.letter_of[key]]
    text = description(entry, edition)
    trail = tuple((group.title, group.location.address) for group in path[-1:])
    return Content(
        kind="term",
        title=entry.title,
        head_title=entry.seo.title.value if entry.seo.title else "",
        description=text,
        location=location,
        variables={"term": SimpleNamespace(**view)},
        stem=key,
        trail=((letter.title, scene.plan.letters[scene.letter_of[key]].location.address), *trail)
        if scene.plan.letter_pages
        else trail,
        keywords=", ".join(text.value for text in entry.seo.keywords),
        graph=tuple(term_data(entry, edition, location.address)),
        edit_path=entry.source,
        search=search_entries(entry, edition, location.address, scene.words),
    )
