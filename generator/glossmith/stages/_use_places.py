"""Where the texts of a term first link to another term: by a mention if there is one, else by a reference."""

from __future__ import annotations

from typing import NamedTuple

from glossmith.model.edition import Edition
from glossmith.model.mention import MentionLinks
from glossmith.model.prose import SLOT
from glossmith.model.term import Term
from glossmith.stages._labelling import unlabelled

NONE: MentionLinks = {}


class UsePlace(NamedTuple):
    """The HTML of the text, and the offsets in it; `label` is what the link shows, if that is not what stands there."""

    html: str
    start: int
    end: int
    label: str | None = None


def use_place(edition: Edition, source: str, target: Term) -> UsePlace | None:
    """The place in the texts of the term `source`; None where these do not link there."""
    typesets = unlabelled(edition.typesets[source])
    wanted = (target.id,)
    for key, linked in edition.links.get(source, NONE).items():
        for start, end, ids in linked:
            if ids == wanted:
                return UsePlace(typesets[key].html, start, end)
    for typeset in typesets.values():
        for number, reference in enumerate(typeset.references):
            answer = edition.glossary.answer(reference.target)
            if answer.term is target:
                start = typeset.html.index(f"{SLOT}t{number}{SLOT}")
                end = typeset.html.index(f"{SLOT}/t{number}{SLOT}", start)
                return UsePlace(typeset.html, start, end, answer.label)
    return None
