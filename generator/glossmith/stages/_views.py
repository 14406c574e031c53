"""What templates see of terms and groups, seen from one page: names, links and short definitions."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from html import escape
from typing import NamedTuple
from urllib.parse import quote

from markupsafe import Markup

from glossmith.model.edition import Edition
from glossmith.model.link import Answer
from glossmith.model.mention import MentionLink
from glossmith.model.plan import Group, Plan
from glossmith.model.prose import RUN, Typeset
from glossmith.model.term import Term
from glossmith.prose.filling import fill
from glossmith.prose.safety import as_title
from glossmith.stages._reference_places import ReferencePlaces
from glossmith.stages._shared_names import likest, shared_by
from glossmith.stages._words import Words, filled

NOTHING = Typeset("")
NO_MARKUP = Markup()
MOST_NAMES = 100
"""Further names, and abbreviations, that a term is shown with on other pages, of which there may be many."""


@dataclass(frozen=True, slots=True)
class Label:
    """A group as a link: its title, how many terms it has, and what it is about."""

    title: str
    href: str
    count: int = 0
    description: Markup = NO_MARKUP
    id: str = ""


@dataclass(frozen=True, slots=True)
class Branch:
    """A category with those below it."""

    label: Label
    children: tuple[Branch, ...]


class TermRef(NamedTuple):
    """A term as other pages show it; `names` are its further ones, for filters."""

    id: str
    name: str
    title: str
    disambiguation: str
    href: str
    brief: Markup
    category: Label | None
    abbreviations: tuple[str, ...]
    names: str
    status: str
    updated: str = ""


class Neighbours(NamedTuple):
    """Terms to which a term is related in the same way; `kind` is that of the relation."""

    kind: str
    terms: list[TermRef]


class Outlook:
    """The glossary as seen from pages of one depth: every link begins with the same steps up to the root.

    `places` leads from files of the docs folder to their addresses.
    """

    def __init__(self, edition: Edition, plan: Plan, places: Mapping[str, str], up: str, words: Words) -> None:
        self.edition, self.plan, self.places, self.up = edition, plan, places, up
        self._words = words
        self.reference_places = ReferencePlaces(edition)
        self._terms: dict[str, TermRef] = {}
        self._mentions: dict[str | tuple[str, ...], str] = {}
        self._labels: dict[tuple[str, str], Label] = {}
        self._links: dict[str, tuple[Term | None, tuple[str, str] | tuple[str, str, str]]] = {}

    @cached_property
    def _shown(self) -> frozenset[str]:
        return frozenset(term.id for term in self.plan.terms)

    def shows(self, id_: str) -> bool:
        """Whether readers may see a term."""
        return id_ in self._shown

    def href(self, address: str) -> str:
        """The link to an address of the site."""
        return self.up + quote(address) or "./"

    def address(self, id_: str) -> str:
        """Where in the site a term's page is."""
        return self.edition.settings.addresses.below("terms", id_).address

    def term_href(self, id_: str) -> str:
        """The link to a term's page."""
        return self.href(self.address(id_))

    def term(self, id_: str) -> TermRef:
        """A term as cards and lists show it; made once for all pages of this depth."""
        if (known := self._terms.get(id_)) is None:
            known = self._terms[id_] = self._make_term(self.edition.glossary.by_id[id_])
        return known

    def terms(self, ids: Iterable[str]) -> list[TermRef]:
        """Those of the terms that readers may see."""
        return [self.term(id_) for id_ in ids if id_ in self._shown]

    def _make_term(self, term: Term) -> TermRef:
        category = self.edition.glossary.category_of(term)
        return TermRef(
            id=term.id,
            name=term.name,
            title=term.title,
            disambiguation=term.disambiguation.value if term.disambiguation else "",
            href=self.term_href(term.id) if term.id in self._shown else "",
            brief=Markup(self.typesets(term).get("definition", NOTHING).brief),
            category=self.group(self.plan.categories[category.id])
            if category and category.id in self.plan.categories
            else None,
            abbreviations=tuple(text.value for text in term.abbreviation[:MOST_NAMES]),
            names=" · ".join(term.designations[1 : MOST_NAMES + 1]),
            status=term.effective_status,
            updated=updated(self.edition, term),
        )

    def typesets(self, term: Term) -> Mapping[str, Typeset]:
        """What was typeset of a term's texts."""
        return self.edition.typesets.get(term.id, {})

    def group(self, group: Group, described: str = "") -> Label:
        """A group as a link, made once for all pages of this depth; `described` names its vocabulary."""
        address = group.location.address
        if (known := self._labels.get((address, described))) is None:
            typeset = self.edition.vocabulary_typesets.get(f"{described}/{group.key}", NOTHING)
            label = Label(group.title, self.href(address), group.count, Markup(typeset.brief))
            known = self._labels[address, described] = label
        return known

    def branch(self, key: str) -> Branch:
        """A category with all below it."""
        group = self.plan.categories[key]
        return Branch(self.group(group, "categories"), tuple(self.branch(child) for child in group.children))

    def trunk(self) -> list[Branch]:
        """The categories that have none above them, with all below."""
        return [
            self.branch(key) for key, group in self.plan.categories.items() if group.parent not in self.plan.categories
        ]

    def html(
        self, typeset: Typeset, source: str, own: Term | None = None, mentions: Iterable[MentionLink] = ()
    ) -> Markup:
        """Typeset prose with its links; `source` is the entry that it stands in."""
        html = self._linked(typeset.html, mentions).replace(RUN, "")
        if not typeset.references and not typeset.paths:
            return Markup(html)
        references, paths = typeset.references, typeset.paths
        return Markup(
            fill(
                html,
                lambda number: self._link(references[number].target, own),
                lambda number: self.path(paths[number].href, source),
            )
        )

    def _linked(self, html: str, mentions: Iterable[MentionLink]) -> str:
        """Typeset HTML in which mentions are links."""
        parts: list[str] = []
        position = 0
        for start, end, ids in mentions:
            written = html[start:end]
            if opening := self.mention(ids, written):
                parts += (html[position:start], opening, written, "</a>")
                position = end
        return "".join((*parts, html[position:])) if parts else html

    def mention(self, ids: tuple[str, ...], written: str) -> str:
        """The start tag of the link that a mention of these terms is, by the HTML that is written; nothing where there
        is no page for them.
        """
        key = ids[0] if len(ids) == 1 else (*ids, written)
        if (known := self._mentions.get(key)) is None:
            known = self._mentions[key] = self._make_mention(ids, written)
        return known

    def _make_mention(self, ids: tuple[str, ...], written: str) -> str:
        if len(ids) == 1:
            return f'<a class="gs-term" href="{escape(self.term_href(ids[0]))}">' if ids[0] in self._shown else ""
        shared = shared_by(self.plan.names_of, ids) or shared_by(self.plan.forms_of, ids)
        if not shared:
            return ""
        address = self.plan.names[likest(Markup(written).striptags(), shared)].location.address
        return f'<a class="gs-term gs-term-shared" href="{escape(self.href(address))}">'

    def path(self, href: str, source: str) -> str:
        """A relative address written in the entry `source`, as seen from this page; unchanged if it leads nowhere."""
        at = re.search("[?#]|$", href)
        address = self.places.get(self.edition.settings.seen_from_docs(source, href))
        mark = href[at.start() :] if at else ""
        return href if address is None else self.href(address) + mark

    def link(self, written: str, label: str = "") -> str:
        """The HTML that stands for a `[[...]]` of a hand-written page; `label` is its text, if that has marks."""
        opening, closing, *_ = self._link(written, None)
        return opening + (label or escape(self.edition.glossary.answer(written).text)) + closing

    def _link(self, written: str, own: Term | None) -> tuple[str, str] | tuple[str, str, str]:
        """The HTML around a `[[...]]`: a link, plain text for a term's own name or a draft, or a wanted term."""
        if (known := self._links.get(written)) is None:
            answer = self.edition.glossary.answer(written)
            known = self._links[written] = (answer.term, self._make_link(answer))
        term, link = known
        return ("", "", *link[2:]) if term is not None and term is own and "#" not in link[0] else link

    def _make_link(self, answer: Answer) -> tuple[str, str] | tuple[str, str, str]:
        term = answer.term
        if term is None:
            title = escape(as_title(filled(self._words["wanted_name"], name=answer.name)))
            return f'<span class="gs-wanted" title="{title}">', "</span>"
        opening, closing = "", ""
        if term.id in self._shown:
            fragment = f"#{quote(answer.heading)}" if answer.heading else ""
            opening, closing = f'<a class="gs-term" href="{escape(self.term_href(term.id) + fragment)}">', "</a>"
        return (opening, closing, escape(answer.label)) if answer.label is not None else (opening, closing)


def updated(edition: Edition, term: Term) -> str:
    """When a term last changed, if that is known: as the entry says, or its file's last commit."""
    return term.updated.value if term.updated else edition.updated.get(term.path, "")
