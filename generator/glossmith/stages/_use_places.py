"""Where the texts of a term first link to another one: by a mention if there is one, else by a reference."""

from __future__ import annotations

from typing import NamedTuple

from glossmith.model.edition import Edition
from glossmith.model.link import Backlinks
from glossmith.model.prose import SLOT, Typeset
from glossmith.stages._labelling import unlabelled

NOTHING = Backlinks()


class UsePlace(NamedTuple):
    """The HTML of the text, and the offsets in it; `label` is what the link shows, if that is not what stands there."""

    html: str
    start: int
    end: int
    label: str | None = None


class UsePlaces:
    """The places of links in the texts of terms; references are looked for once in each."""

    def __init__(self, edition: Edition) -> None:
        self._edition = edition
        self._references: dict[str, dict[str, UsePlace]] = {}

    def find(self, source: str, target: str) -> UsePlace | None:
        """The place in the term `source` of the link to `target`, both by their ids; None where there is none."""
        if mention := self._edition.backlinks.get(target, NOTHING).mentions.get(source):
            key, start, end = mention
            return UsePlace(unlabelled(self._edition.typesets[source])[key].html, start, end)
        if (known := self._references.get(source)) is None:
            known = self._references[source] = _references(self._edition, source)
        return known.get(target)


def _references(edition: Edition, source: str) -> dict[str, UsePlace]:
    places: dict[str, UsePlace] = {}
    for typeset in unlabelled(edition.typesets[source]).values():
        for number, reference in enumerate(typeset.references):
            answer = edition.glossary.answer(reference.target)
            if answer.term is not None and answer.term.id not in places:
                places[answer.term.id] = _reference(typeset, number, answer.label)
    return places


def _reference(typeset: Typeset, number: int, label: str | None) -> UsePlace:
    start = typeset.html.index(f"{SLOT}t{number}{SLOT}")
    return UsePlace(typeset.html, start, typeset.html.index(f"{SLOT}/t{number}{SLOT}", start), label)
