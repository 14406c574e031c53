"""Where the texts of a term first link to each other term: by a reference if there is one, else by a mention."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from glossmith.model.edition import Edition
from glossmith.model.prose import SLOT
from glossmith.stages._labelling import unlabelled


class UsePlace(NamedTuple):
    """The text, and the offsets in its HTML; `label` is what the link shows, if that is not what stands there."""

    key: str
    start: int
    end: int
    label: str | None = None


def use_places(edition: Edition, source: str) -> Mapping[str, UsePlace]:
    """The places by the ids of targets."""
    places: dict[str, UsePlace] = {}
    for key, typeset in unlabelled(edition.typesets[source]).items():
        for number, reference in enumerate(typeset.references):
            answer = edition.glossary.answer(reference.target)
            if answer.term is not None and answer.term.id not in places:
                start = typeset.html.index(f"{SLOT}t{number}{SLOT}")
                end = typeset.html.index(f"{SLOT}/t{number}{SLOT}", start)
                places[answer.term.id] = UsePlace(key, start, end, answer.label)
    for key, linked in edition.links.get(source, {}).items():
        for start, end, ids in linked:
            if len(ids) == 1 and ids[0] not in places:
                places[ids[0]] = UsePlace(key, start, end)
    return places
