"""Shard: what the previews of terms show, in files so small that a reader fetches only the one that a link asks for."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256
from typing import Any
from urllib.parse import quote

from markupsafe import Markup

from glossmith.model.addresses import Addresses
from glossmith.model.edition import Edition
from glossmith.model.plan import Plan
from glossmith.model.prose import Typeset
from glossmith.model.term import Term
from glossmith.stages import _templating

TEMPLATE, MACRO, MACRO_OF_NAMES = "_preview.html", "preview", "choices"
FOLDER = "previews"
PLACEHOLDER = "SITE"
NOTHING = Typeset("")

MOST_TERMS = 40
"""How many terms a shard holds, in the mean, at most: about 20 kB."""

MOST_REPEATED = 100_000
"""Characters that the preview of a term may add for its old addresses; at further ones a link has none."""

MOST_CHOICES = 5
"""Of the terms that share a name, how many the preview of that name shows."""

OFFSET_BASIS, PRIME = 2166136261, 16777619
"""FNV-1a of 32 bits, http://www.isthe.com/chongo/tech/comp/fnv/, as in the script."""


@dataclass(frozen=True, slots=True)
class TermPreview:
    """What the template of a preview sees of a term."""

    name: str
    disambiguation: str
    abbreviations: tuple[str, ...]
    synonyms: tuple[str, ...]
    category: str
    definition: Markup
    status: str
    replaced_by: str
    extra: Mapping[str, Any]


def shard(edition: Edition, plan: Plan) -> dict[str, str]:
    """The shards by their names: JSON that leads from keys of terms to the HTML of their previews."""
    addresses = edition.settings.addresses
    by_id, of_names = _previews(edition, plan)
    previews = dict(_repeated(by_id, _old_keys(edition, plan)))
    previews |= {key_of(id_, addresses): html for id_, html in by_id.items()}
    previews |= {_key(plan.names[name].location.address, addresses): html for name, html in of_names.items()}
    names = shard_names(len(plan.terms))
    shards: list[list[str]] = [[] for _ in names]
    encode = json.JSONEncoder(ensure_ascii=False).encode
    for key in sorted(previews):
        shards[shard_of(key, len(names))].append(f"{encode(key)}:{encode(previews[key])}")
    return {name: "{" + ",\n".join(pairs) + "}\n" for name, pairs in zip(names, shards, strict=True)}


def shard_names(terms: int) -> list[str]:
    """The shards of so many terms: a power of two of them.

    Their number seldom changes, so that a script in a browser's cache goes on asking for the right one.
    """
    number = 1
    while number * MOST_TERMS < terms:
        number *= 2
    return [f"{FOLDER}/{one}.json" for one in range(number)]


def shard_of(key: str, number: int) -> int:
    """Which of so many shards holds a key."""
    hash_ = OFFSET_BASIS
    for byte in key.encode():
        hash_ = (hash_ ^ byte) * PRIME & 0xFFFFFFFF
    return hash_ % number


def key_of(id_: str, addresses: Addresses) -> str:
    """What a link to a term ends with, below the glossary: all that the script sees of its id."""
    return _key(addresses.below("terms", id_).address, addresses)


def _key(address: str, addresses: Addresses) -> str:
    return quote(address.removeprefix(addresses.path).rstrip("/"))


def _repeated(by_id: Mapping[str, str], keys: Iterable[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    """The previews at further keys, as far as they are worth their size."""
    room = dict.fromkeys(by_id, MOST_REPEATED)
    for key, id_ in keys:
        room[id_] -= len(by_id[id_])
        if room[id_] >= 0:
            yield key, by_id[id_]


def _old_keys(edition: Edition, plan: Plan) -> Iterator[tuple[str, str]]:
    """The keys of pages that lead on to a term, and its id."""
    addresses = edition.settings.addresses
    terms = f"{addresses.path}{addresses.folders['terms']}/"
    olds = ((addresses.old(text.value), term.id) for term in plan.terms for text in term.redirect_from)
    synonyms = ((addresses.below("terms", stem), id_) for stem, id_ in plan.aliases.items())
    for old, id_ in (*synonyms, *olds):
        if old.address.startswith(terms):
            yield _key(old.address, addresses), id_


def stamp(script: str, addresses: Addresses, shards: Mapping[str, str]) -> str:
    """The script with what it must know: where the glossary is as seen from it, what links with a preview look like
    below that, and how many shards there are.

    The version that it asks for changes with the content of any shard.
    """
    version = sha256("".join(shards.values()).encode()).hexdigest()[:8]
    folders = "|".join(quote(addresses.folders[folder]) for folder in ("terms", "names"))
    site = [f"../../{quote(addresses.path)}", f"^({folders})/[^/?#]+", len(shards), version]
    return script.replace(PLACEHOLDER, json.dumps(site, separators=(",", ":")), 1)


def _previews(edition: Edition, plan: Plan) -> tuple[dict[str, str], dict[str, str]]:
    """The previews of terms by id, and those of shared names; a site's own template may lack the latter."""
    templates = _templating.environment(edition.settings.templates, joined=False)
    words = _templating.words(templates)
    template = templates.get_template(TEMPLATE)
    views = {term.id: _view(term, edition, plan) for term in plan.terms}
    made = {id_: _templating.call_macro(template, MACRO, words, view).strip() for id_, view in views.items()}
    named: dict[str, str] = {}
    if plan.names and hasattr(template.module, MACRO_OF_NAMES):
        for name, group in plan.names.items():
            first = [views[id_] for id_ in group.terms[:MOST_CHOICES]]
            shown = (words, group.title, first, len(group.terms) - len(first))
            named[name] = _templating.call_macro(template, MACRO_OF_NAMES, *shown).strip()
    return made, named


def _view(term: Term, edition: Edition, plan: Plan) -> TermPreview:
    category = edition.glossary.category_of(term)
    successor = edition.glossary.successor_of(term)
    return TermPreview(
        name=term.name,
        disambiguation=term.disambiguation.value if term.disambiguation else "",
        abbreviations=tuple(text.value for text in term.abbreviation),
        synonyms=tuple(synonym.term.value for synonym in term.synonyms),
        category=plan.categories[category.id].title if category else "",
        definition=Markup(edition.typesets.get(term.id, {}).get("definition", NOTHING).brief),
        status=term.effective_status,
        replaced_by=successor.title if successor else "",
        extra=term.extra,
    )
