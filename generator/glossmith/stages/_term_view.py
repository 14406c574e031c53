"""What the template of a term page sees of its term."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, NamedTuple
from urllib.parse import quote, urlsplit

from markupsafe import Markup

from glossmith.model.addresses import slug
from glossmith.model.anchors import free_ids
from glossmith.model.glossary import normal
from glossmith.model.mention import MentionLinks
from glossmith.model.place import Text
from glossmith.model.plan import Group
from glossmith.model.term import Developer, Source, Term
from glossmith.stages._shared_names import compared
from glossmith.stages._used_in import used_in
from glossmith.stages._views import NOTHING, Neighbours, Outlook, updated

ENCYCLOPEDIAS = {"wikipedia.org": "Wikipedia", "britannica.com": "Britannica", "scholarpedia.org": "Scholarpedia"}


class Synonym(NamedTuple):
    """An admitted name."""

    term: str
    type: str
    note: str


class Deprecated(NamedTuple):
    """A name to avoid."""

    term: str
    reason: str


class Section(NamedTuple):
    """A part of the page under a heading of the author's."""

    id: str
    title: str
    body: Markup


class Question(NamedTuple):
    """A question with its answer."""

    id: str
    question: str
    answer: Markup


@dataclass(frozen=True, slots=True)
class _Texts:
    """The typeset texts of one term, as HTML with its links."""

    term: Term
    outlook: Outlook
    source: str
    links: MentionLinks

    def __call__(self, key: str) -> Markup:
        typeset = self.outlook.typesets(self.term).get(key)
        if not typeset:
            return Markup()
        return self.outlook.html(typeset, self.source, self.term, self.links.get(key, ()))

    def numbered(self, name: str, items: tuple[Any, ...]) -> list[Markup]:
        return [self(f"{name}-{number}") for number in range(1, len(items) + 1)]


def term_view(term: Term, outlook: Outlook, category_path: list[Group], siblings: Iterable[str]) -> dict[str, Any]:
    """The variable `term` of the template."""
    texts = _Texts(term, outlook, term.source, outlook.edition.links.get(term.id, {}))
    return {
        **_names(term, outlook),
        **_prose(term, texts),
        **_neighbours(term, outlook),
        "category_path": (path := [outlook.group(group) for group in category_path]),
        "category": path[-1] if path else None,
        "siblings": outlook.terms(siblings),
        **_illustrated(term, texts),
        "references": [_reference(item) for item in term.references],
        "read_more": [
            _encyclopedia(item) for item in term.references if item.kind and item.kind.value == "encyclopedia"
        ],
        "same_as": [text.value for text in term.same_as],
        "owners": [text.value for text in term.owners],
        "tags": [outlook.group(outlook.plan.tags[key]) for key in _tag_keys(term)],
        "created": _value(term.created),
        "updated": updated(outlook.edition, term),
        "reviewed": _value(term.reviewed),
        "edit_url": outlook.edition.settings.edit_url.replace("{path}", quote(term.source)),
        "extra": term.extra,
    }


def _illustrated(term: Term, texts: _Texts) -> dict[str, Any]:
    developers = zip(term.developers, texts.numbered("developer", term.developers), strict=True)
    figures = zip(term.figures, texts.numbered("figure", term.figures), strict=True)
    return {
        "developers": [_developer(item, note, texts.outlook) for item, note in developers],
        "figures": [
            {"src": texts.outlook.path(item.src.value, texts.source), "alt": item.alt.value, "caption": caption}
            for item, caption in figures
        ],
    }


def _names(term: Term, outlook: Outlook) -> dict[str, Any]:
    own = compared(term.name)
    names = sorted(outlook.plan.names_of.get(term.id, ()), key=lambda name: name != own)
    groups = [outlook.plan.names[name] for name in names]
    return {
        "id": term.id,
        "name": term.name,
        "title": term.title,
        "disambiguation": _value(term.disambiguation),
        "pronunciation": _value(term.pronunciation),
        "part_of_speech": _value(term.part_of_speech),
        "symbol": Markup(outlook.typesets(term).get("symbol", NOTHING).brief),
        "abbreviations": [text.value for text in term.abbreviation],
        "synonyms": [Synonym(one.term.value, _value(one.type), _value(one.note)) for one in term.synonyms],
        "deprecated_terms": [Deprecated(one.term.value, _value(one.reason)) for one in term.deprecated_terms],
        "namesakes": outlook.terms(dict.fromkeys(id_ for group in groups for id_ in group.terms if id_ != term.id)),
        "name_href": outlook.href(groups[0].location.address) if groups else "",
        "key_facts": [(label.value, text.value) for label, text in term.key_facts],
    }


def _prose(term: Term, texts: _Texts) -> dict[str, Any]:
    free = free_ids()
    answers = zip(term.faq, texts.numbered("faq", term.faq), strict=True)
    bodies = zip(term.sections, texts.numbered("section", term.sections), strict=True)
    return {
        "definition": texts("definition"),
        "technical_definition": texts("technical-definition"),
        "background": texts("background"),
        "usage_note": texts("usage-note"),
        "sections": [
            Section(free(_value(item.id) or slug(item.title.value)), item.title.value, body) for item, body in bodies
        ],
        "examples": texts.numbered("example", term.examples),
        "notes": texts.numbered("note", term.notes),
        "faq": [
            Question(free(f"faq-{slug(item.question.value)}"), item.question.value, answer) for item, answer in answers
        ],
    }


def _neighbours(term: Term, outlook: Outlook) -> dict[str, Any]:
    relations = outlook.edition.relations[term.id]
    groups = [Neighbours(kind, outlook.terms(ids)) for kind, ids in relations.by_kind() if ids]
    successor = outlook.edition.glossary.successor_of(term)
    return {
        "status": term.effective_status,
        "replaced_by": outlook.term(successor.id) if successor else None,
        "related": [group for group in groups if group.terms],
        "used_in": used_in(term, outlook),
    }


def _developer(item: Developer, note: Markup, outlook: Outlook) -> dict[str, Any]:
    organization = outlook.edition.glossary.organization_called(item.organization.value)
    group = outlook.plan.organizations.get(organization.id) if organization else None
    name = organization.name.value if organization else item.organization.value
    return {
        "name": name,
        "href": outlook.href(group.location.address) if group else "",
        "note": note,
        "url": _value(item.url),
    }


def _reference(item: Source) -> dict[str, str]:
    return {
        "title": _value(item.title) or item.url.value,
        "url": item.url.value,
        "kind": _value(item.kind),
        "author": _value(item.author),
        "published": _value(item.published),
        "accessed": _value(item.accessed),
    }


def _encyclopedia(item: Source) -> dict[str, str]:
    host = (urlsplit(item.url.value).hostname or "").removeprefix("www.")
    names = (name for suffix, name in ENCYCLOPEDIAS.items() if host == suffix or host.endswith(f".{suffix}"))
    return {"title": _value(item.title), "url": item.url.value, "site": next(names, host)}


def _tag_keys(term: Term) -> list[str]:
    return list(dict.fromkeys(normal(tag.value) for tag in term.tags))


def _value(text: Text | None) -> str:
    return text.value if text else ""
