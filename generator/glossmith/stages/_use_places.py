"""Where the texts of a term first link to other terms: by a mention if there is one, else by a reference."""

from __future__ import annotations

from typing import NamedTuple

from glossmith.model.edition import Edition
from glossmith.model.mention import MentionLinks
from glossmith.model.prose import SLOT, Typeset
from glossmith.stages._labelling import unlabelled

NONE: MentionLinks = {}


class UsePlace(NamedTuple):
    """The HTML of the text, and the offsets in it; `label` is what the link shows, if that is not what stands there."""

    html: str
    start: int
    end: int
    label: str | None = None


class UsePlaces:
    """The places in the texts of each term, looked for once; None where a text does not link to a term."""

    def __init__(self, edition: Edition) -> None:
        self._edition = edition
        self._known: dict[str, dict[str, UsePlace]] = {}

    def find(self, source: str, target: str) -> UsePlace | None:
        """The place in the term `source` of the link to `target`, both by their ids."""
        if (places := self._known.get(source)) is None:
            places = self._known[source] = _places(self._edition, source)
        return places.get(target)


def _places(edition: Edition, source: str) -> dict[str, UsePlace]:
    typesets = unlabelled(edition.typesets[source])
    places: dict[str, UsePlace] = {}
    for key, linked in edition.links.get(source, NONE).items():
        for start, end, ids in linked:
            if len(ids) == 1 and ids[0] not in places:
                places[ids[0]] = UsePlace(typesets[key].html, start, end)
    for typeset in typesets.values():
        for number, reference in enumerate(typeset.references):
            answer = edition.glossary.answer(reference.target)
            if answer.term is not None and answer.term.id not in places:
                places[answer.term.id] = _reference(typeset, number, answer.label)
    return places


def _reference(typeset: Typeset, number: int, label: str | None) -> UsePlace:
    start = typeset.html.index(f"{SLOT}t{number}{SLOT}")
    return UsePlace(typeset.html, start, typeset.html.index(f"{SLOT}/t{number}{SLOT}", start), label)
