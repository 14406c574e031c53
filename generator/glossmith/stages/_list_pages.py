"""The pages of groups: what each lists."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from glossmith.model.plan import Group
from glossmith.model.prose import Typeset
from glossmith.stages._describing import shortened
from glossmith.stages._index_pages import TITLES
from glossmith.stages._scene import Content, Scene, stem
from glossmith.stages._views import NOTHING, Label, Outlook
from glossmith.stages._words import counted, filled


def _list_page(
    scene: Scene, kind: str, group: Group, index: str, variables: Mapping[str, Any], text: str = ""
) -> Content:
    """A page that lists the terms of a group; `index` is the folder whose own page stands above it."""
    trail = ((scene.words[TITLES.get(index, index)], scene.settings.addresses.index(index).address),)
    title = f"{scene.words[kind]}: {group.title}" if kind in {"letter", "tag"} else group.title
    count, described = group.count, scene.words[f"{kind}_description"]
    values = {"title": group.title, "count": count, "terms": counted(scene.words, count)}
    summary = text or filled(described, site=scene.settings.site_name, **values)
    return Content(kind, title, shortened(summary), group.location, variables, stem(group.location), trail)


def name(scene: Scene, key: str) -> Content:
    """The page that tells terms of the same name apart."""
    group = scene.plan.names[key]
    outlook = scene.outlook(group.location.address)
    variables = {"name": group.title, "terms": outlook.terms(group.terms)}
    return _list_page(scene, "name", group, "terms", variables)


def letter(scene: Scene, key: str) -> Content:
    """The terms under one letter."""
    group = scene.plan.letters[key]
    outlook = scene.outlook(group.location.address)
    letters = scene.letters(outlook)
    variables = {"letter": letters[key], "letters": list(letters.values()), "terms": outlook.terms(group.terms)}
    return _list_page(scene, "letter", group, "terms", variables)


def category(scene: Scene, key: str) -> Content:
    """A category, those below it and its terms."""
    group = scene.plan.categories[key]
    outlook = scene.outlook(group.location.address)
    typeset = _described(scene, "categories", key)
    label = Label(group.title, outlook.href(group.location.address), group.count, _about(outlook, typeset))
    variables = {
        "category": label,
        "path": [outlook.group(above) for above in scene.path_to(group)[:-1]],
        "children": [outlook.branch(child) for child in group.children],
        "terms": outlook.terms(group.terms),
    }
    return _list_page(scene, "category", group, "categories", variables, typeset.text)


def tag(scene: Scene, key: str) -> Content:
    """The terms with a tag."""
    group = scene.plan.tags[key]
    outlook = scene.outlook(group.location.address)
    variables = {"tag": outlook.group(group), "terms": outlook.terms(group.terms)}
    return _list_page(scene, "tag", group, "tags", variables)


def organization(scene: Scene, key: str) -> Content:
    """An organization and what it does about each term."""
    group = scene.plan.organizations[key]
    outlook = scene.outlook(group.location.address)
    organization = scene.edition.glossary.organizations[key]
    typeset = _described(scene, "organizations", key)
    about = {
        "name": organization.name.value,
        "url": organization.url.value if organization.url else "",
        "description": _about(outlook, typeset),
        "aliases": [text.value for text in organization.aliases],
        "same_as": [text.value for text in organization.same_as],
    }
    variables = {"organization": about, "entries": _entries(scene, outlook, group)}
    return _list_page(scene, "organization", group, "developers", variables, typeset.text)


def _entries(scene: Scene, outlook: Outlook, group: Group) -> list[dict[str, Any]]:
    """What an organization does about each of its terms."""
    glossary = scene.edition.glossary
    entries = []
    for id_ in group.terms:
        term = glossary.by_id[id_]
        source = term.source
        for number, item in enumerate(term.developers, 1):
            organization = glossary.organization_called(item.organization.value)
            if organization and organization.id == group.key:
                note = outlook.html(outlook.typesets(term).get(f"developer-{number}", NOTHING), source)
                entries.append({"term": outlook.term(id_), "note": note, "url": item.url.value if item.url else ""})
    return entries


def _described(scene: Scene, vocabulary: str, key: str) -> Typeset:
    return scene.edition.vocabulary_typesets.get(f"{vocabulary}/{key}", NOTHING)


def _about(outlook: Outlook, typeset: Typeset) -> Any:
    return outlook.html(typeset, "")
