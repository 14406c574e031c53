"""The part "Used in" of a term's page: what links to the term, with the sentence around the link."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from glossmith.model.edition import Edition
from glossmith.model.link import Backlinks, Sentence
from glossmith.model.prose import SLOT
from glossmith.model.term import Term
from glossmith.stages._sentences import sentence
from glossmith.stages._views import Outlook

SHOWN = 10
"""Uses that are shown; further ones are folded."""

WITH_SENTENCES = 50
MOST = 500
"""Uses past which a page only says how many more there are."""

NOTHING = Backlinks()


@dataclass(frozen=True, slots=True)
class Use:
    """A page that links to a term; the sentence is that of its first link, where it is known."""

    title: str
    href: str
    sentence: Sentence | None = None


def used_in(term: Term, outlook: Outlook) -> dict[str, Any]:
    """Hand-written pages first, then entries in alphabetical order."""
    backlinks = outlook.edition.backlinks.get(term.id, NOTHING)
    handwritten, places = outlook.edition.handwritten, outlook.places
    pages = [
        Use(handwritten[source].title or source, outlook.href(places[source]), backlinks.sentences.get(source))
        for source in backlinks.pages
        if source in places
    ]
    sources = [id_ for id_ in backlinks.terms if outlook.shows(id_)]
    terms = [
        Use(ref.title, ref.href, _sentence(outlook.edition, ref.id, term) if number < WITH_SENTENCES else None)
        for number, ref in enumerate(outlook.terms(sources[:MOST]), len(pages))
    ]
    uses = [*pages, *terms]
    return {"shown": uses[:SHOWN], "folded": uses[SHOWN:], "further": max(0, len(sources) - MOST)}


def _sentence(edition: Edition, source: str, target: Term) -> Sentence | None:
    """Around the first reference to the target in an entry, or else around its first mention there."""
    typesets = edition.typesets[source]
    for typeset in typesets.values():
        for number, reference in enumerate(typeset.references):
            answer = edition.glossary.answer(reference.target)
            if answer.term is target:
                opening, closing = f"{SLOT}t{number}{SLOT}", f"{SLOT}/t{number}{SLOT}"
                found = sentence(typeset.html, typeset.html.index(opening), typeset.html.index(closing))
                return found if answer.label is None else found._replace(name=answer.label)
    for key, linked in edition.links.get(source, {}).items():
        for link in linked:
            if link.ids == (target.id,):
                return sentence(typesets[key].html, link.start, link.end)
    return None
