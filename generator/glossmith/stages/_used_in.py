"""The part "Used in" of a term's page: what links to the term, with the sentence around the link."""

from __future__ import annotations

from typing import NamedTuple

from glossmith.model.link import Backlinks, MentionPlace, Sentence
from glossmith.model.prose import Typeset
from glossmith.model.term import Term
from glossmith.stages._labelling import unlabelled
from glossmith.stages._sentences import sentence
from glossmith.stages._views import Outlook

SHOWN = 10
"""Uses that are shown; further ones are folded."""

WITH_SENTENCES = 50
"""Uses that have their sentence; who reads on looks for a name."""

MOST = 100
"""Hand-written pages, and entries, past which it is only said how many more there are."""

NOTHING = Backlinks()


class Use(NamedTuple):
    """A page that links to a term; the sentence is that of its first link, where it is known."""

    title: str
    href: str
    sentence: Sentence | None = None


class Uses(NamedTuple):
    """What links to a term: what is shown at once, what is folded, and how many more there are."""

    shown: list[Use]
    folded: list[Use]
    further: int


def used_in(term: Term, outlook: Outlook) -> Uses:
    """Hand-written pages first, then entries in alphabetical order."""
    backlinks = outlook.edition.backlinks.get(term.id, NOTHING)
    handwritten, places = outlook.edition.handwritten, outlook.places
    known = [source for source in backlinks.pages if source in places]
    pages = [
        Use(handwritten[source].title or source, outlook.href(places[source]), backlinks.sentences.get(source))
        for source in known[:MOST]
    ]
    sources = [id_ for id_ in backlinks.terms if outlook.shows(id_)]
    told, mentions = max(0, WITH_SENTENCES - len(pages)), backlinks.mentions
    terms = [
        Use(ref.title, ref.href, _sentence(outlook, ref.id, term, mentions.get(ref.id)) if number < told else None)
        for number, ref in enumerate(outlook.terms(sources[:MOST]))
    ]
    uses = [*pages, *terms]
    return Uses(uses[:SHOWN], uses[SHOWN:], max(0, len(known) - MOST) + max(0, len(sources) - MOST))


def _sentence(outlook: Outlook, source: str, target: Term, mention: MentionPlace | None) -> Sentence | None:
    """The sentence in the term `source` around the mention there, else around the reference."""
    if mention is not None:
        key, start, end = mention
        return _told(outlook, unlabelled(outlook.edition.typesets[source])[key], start, end)
    place = outlook.reference_places.find(source, target.id)
    return None if place is None else _told(outlook, *place)


def _told(outlook: Outlook, typeset: Typeset, start: int, end: int) -> Sentence:
    def label(number: int) -> str | None:
        return outlook.edition.glossary.answer(typeset.references[number].target).label

    return sentence(typeset.html, start, end, label)
