"""Arrange: which pages there will be, and which terms stand on each."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace

from glossmith.model.addresses import Addresses, slugs
from glossmith.model.edition import Edition
from glossmith.model.glossary import Glossary, initial, normal, sort_key
from glossmith.model.plan import Group, Plan
from glossmith.model.term import Term
from glossmith.stages._aliases import aliases
from glossmith.stages._shared_names import shared_names

FEW_ENOUGH_FOR_ONE_PAGE = 400
"""Terms that the A–Z page holds with their definitions, about 300 kB; beyond, each letter is a page."""


def arrange(edition: Edition) -> Plan:
    """The plan of everything that readers may see."""
    glossary, addresses = edition.glossary, edition.settings.addresses
    terms = glossary.complete if edition.settings.with_drafts else glossary.published
    names = shared_names(terms, edition.linker, addresses)
    return Plan(
        terms=terms,
        letters=_letters(terms, addresses),
        categories=_categories(glossary, terms, addresses),
        tags=_tags(terms, addresses),
        organizations=_organizations(glossary, terms, addresses),
        names=names.pages,
        names_of=names.names_of,
        forms_of=names.forms_of,
        aliases=aliases(glossary, terms, addresses) if edition.settings.redirect_synonyms else {},
        letter_pages=len(terms) > FEW_ENOUGH_FOR_ONE_PAGE,
        wanted_page=edition.settings.with_wanted,
    )


def _letters(terms: Iterable[Term], addresses: Addresses) -> dict[str, Group]:
    members: defaultdict[str, list[str]] = defaultdict(list)
    for term in terms:
        members[initial(term.name)].append(term.id)
    ordered = sorted(members, key=lambda letter: (not letter[0].isalpha(), sort_key(letter)))
    return _groups("letters", ordered, members, addresses)


def _tags(terms: Iterable[Term], addresses: Addresses) -> dict[str, Group]:
    members: defaultdict[str, list[str]] = defaultdict(list)
    titles: dict[str, str] = {}
    for term in terms:
        for text in dict.fromkeys(normal(tag.value) for tag in term.tags):
            members[text].append(term.id)
        for tag in term.tags:
            titles[normal(tag.value)] = min(tag.value, titles.get(normal(tag.value), tag.value))
    groups = _groups("tags", sorted(members, key=sort_key), members, addresses)
    return {key: replace(group, title=titles[key]) for key, group in groups.items()}


def _groups(
    folder: str, keys: Iterable[str], members: Mapping[str, Iterable[str]], addresses: Addresses
) -> dict[str, Group]:
    """Groups under their keys, which are their titles too."""
    stems = slugs(keys)
    ids = {key: tuple(members[key]) for key in stems}
    return {key: Group(key, key, addresses.below(folder, stem), ids[key], len(ids[key])) for key, stem in stems.items()}


def _organizations(glossary: Glossary, terms: Iterable[Term], addresses: Addresses) -> dict[str, Group]:
    members: defaultdict[str, dict[str, None]] = defaultdict(dict)
    for term in terms:
        for developer in term.developers:
            if organization := glossary.organization_called(developer.organization.value):
                members[organization.id][term.id] = None
    ordered = sorted(glossary.organizations.values(), key=lambda one: (sort_key(one.name.value), one.id))
    return {
        one.id: Group(
            one.id, one.name.value, addresses.below("developers", one.id), tuple(members[one.id]), len(members[one.id])
        )
        for one in ordered
        if one.id in members
    }


def _categories(glossary: Glossary, terms: Iterable[Term], addresses: Addresses) -> dict[str, Group]:
    """Every category that has a term, in itself or below it, in the order of the vocabulary."""
    members: defaultdict[str, list[str]] = defaultdict(list)
    for term in terms:
        if category := glossary.category_of(term):
            members[category.id].append(term.id)
    parents = _parents(glossary)
    counts: defaultdict[str, int] = defaultdict(int)
    for id_, ids in members.items():
        for above in _ancestry(id_, parents):
            counts[above] += len(ids)
    shown = [category for category in glossary.categories.values() if counts[category.id]]
    children: defaultdict[str | None, list[str]] = defaultdict(list)
    for category in shown:
        children[parents.get(category.id)].append(category.id)
    return {
        one.id: Group(
            key=one.id,
            title=one.title.value,
            location=addresses.below("categories", one.id),
            terms=tuple(members[one.id]),
            count=counts[one.id],
            children=tuple(children[one.id]),
            parent=parents.get(one.id),
        )
        for one in shown
    }


def _parents(glossary: Glossary) -> dict[str, str]:
    written = ((one.id, one.parent) for one in glossary.categories.values() if one.parent)
    named = ((id_, glossary.category_names.get(normal(parent.value))) for id_, parent in written)
    return {id_: parent for id_, parent in named if parent and parent != id_}


def _ancestry(id_: str, parents: Mapping[str, str]) -> dict[str, None]:
    """A category and all above it, once each even if they form a ring."""
    seen: dict[str, None] = {}
    above: str | None = id_
    while above is not None and above not in seen:
        seen[above] = None
        above = parents.get(above)
    return seen
