"""Where the texts of a term first refer to another one, with `[[...]]` or a link to its file."""

from __future__ import annotations

import re
from typing import NamedTuple

from glossmith.model.edition import Edition
from glossmith.model.prose import SLOT, Typeset
from glossmith.stages._labelling import unlabelled

LINK = re.compile(rf"<a [^<>]*{SLOT}p([0-9]+){SLOT}[^<>]*>.*?</a>", re.DOTALL)
"""A link to a file."""


class ReferencePlace(NamedTuple):
    """The text, and where the reference begins and ends in its HTML, slots or tags included."""

    typeset: Typeset
    start: int
    end: int


class ReferencePlaces:
    """The places in the texts of each term, looked for once."""

    def __init__(self, edition: Edition) -> None:
        self._edition = edition
        self._known: dict[str, dict[str, ReferencePlace]] = {}

    def find(self, source: str, target: str) -> ReferencePlace | None:
        """The place in the term `source` of the reference to `target`, both by their ids; None where there is none."""
        if (places := self._known.get(source)) is None:
            places = self._known[source] = _places(self._edition, source)
        return places.get(target)


def _places(edition: Edition, source: str) -> dict[str, ReferencePlace]:
    places: dict[str, ReferencePlace] = {}
    for typeset in unlabelled(edition.typesets[source]).values():
        for number, reference in enumerate(typeset.references):
            answer = edition.glossary.answer(reference.target)
            if answer.term is not None and answer.term.id not in places:
                places[answer.term.id] = _place(typeset, number)
        links = {int(link[1]): link.span() for link in LINK.finditer(typeset.html)} if typeset.paths else {}
        for number, path in enumerate(typeset.paths):
            term = None if path.is_image else edition.glossary.linked(edition.glossary.by_id[source].source, path.href)
            if term is not None and number in links and term.id not in places:
                places[term.id] = ReferencePlace(typeset, *links[number])
    return places


def _place(typeset: Typeset, number: int) -> ReferencePlace:
    closing = f"{SLOT}/t{number}{SLOT}"
    start = typeset.html.index(f"{SLOT}t{number}{SLOT}")
    return ReferencePlace(typeset, start, typeset.html.index(closing, start) + len(closing))
