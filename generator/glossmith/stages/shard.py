"""Shard: what the previews of terms show, in files so small that a reader fetches only the one that a link asks for."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256
from typing import Any
from urllib.parse import quote

from markupsafe import Markup

from glossmith.model.addresses import Addresses
from glossmith.model.edition import Edition
from glossmith.model.page import TemplateFault
from glossmith.model.plan import Plan
from glossmith.model.prose import Typeset
from glossmith.model.term import Term
from glossmith.stages import _templating

TEMPLATE, MACRO = "_preview.html", "preview"
FOLDER = "previews"
PLACEHOLDER = "SITE"
NOTHING = Typeset("")

MOST_TERMS = 40
"""How many terms a shard holds, in the mean, at most: about 20 kB."""

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
    previews = {key_of(id_, addresses): html for id_, html in _previews(edition, plan)}
    names = shard_names(len(previews))
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
    """What a link to a term ends with, below the folder of terms: all that the script sees of its id."""
    return quote(addresses.below("terms", id_).address.removeprefix(_terms(addresses)).rstrip("/"))


def stamp(script: str, addresses: Addresses, shards: Mapping[str, str]) -> str:
    """The script with what it must know: where terms are as seen from it, and how many shards there are.

    The version that it asks for changes with the content of any shard.
    """
    version = sha256("".join(shards.values()).encode()).hexdigest()[:8]
    site = [f"../../{quote(_terms(addresses))}", len(shards), version]
    return script.replace(PLACEHOLDER, json.dumps(site, separators=(",", ":")), 1)


def _terms(addresses: Addresses) -> str:
    return f"{addresses.path}{addresses.folders['terms']}/"


def _previews(edition: Edition, plan: Plan) -> list[tuple[str, str]]:
    templates = _templating.environment(edition.settings.templates, joined=False)
    words = _templating.words(templates)
    template = templates.get_template(TEMPLATE)
    try:
        preview = getattr(template.module, MACRO, None)
        made = [(term.id, str(preview(words, _view(term, edition, plan))).strip()) for term in plan.terms if preview]
    except Exception as error:
        raise _templating.fault(error) from None
    if preview is None:
        raise TemplateFault(f"{template.filename}: there is no macro `{MACRO}`")
    return made


def _view(term: Term, edition: Edition, plan: Plan) -> TermPreview:
    category = edition.glossary.category_of(term)
    successor = edition.glossary.answer(term.replaced_by.value).term if term.replaced_by else None
    return TermPreview(
        name=term.name,
        disambiguation=term.disambiguation.value if term.disambiguation else "",
        abbreviations=tuple(text.value for text in term.abbreviation),
        synonyms=tuple(synonym.term.value for synonym in term.synonyms),
        category=plan.categories[category.id].title if category and category.id in plan.categories else "",
        definition=Markup(edition.typesets.get(term.id, {}).get("definition", NOTHING).brief),
        status=term.status.value if term.status else "published",
        replaced_by=successor.title if successor else "",
        extra=term.extra,
    )
