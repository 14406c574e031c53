"""One term for the terminal: its names, its definition and its neighbours."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from glossmith.model.edition import Edition
from glossmith.model.term import Term
from glossmith.report.terminal import BOLD, DIM, Paint, unpainted, visible, wrapped

WIDEST = 100
"""Columns beyond which lines of text are hard to read."""

KINDS = {
    "broader": "Broader",
    "narrower": "Narrower",
    "wholes": "Part of",
    "parts": "Parts",
    "related": "Related",
    "contrasts": "In contrast to",
}
"""The kinds of `Relations`, as pages call them."""


def card(term: Term, edition: Edition, columns: int = WIDEST, paint: Paint = unpainted) -> str:
    """All that a terminal shows of a term."""
    columns = min(columns, WIDEST)
    head = [paint(visible(term.title), BOLD), paint(visible(" · ".join(_facts(term, edition))), DIM)]
    typeset = edition.typesets.get(term.id, {}).get("definition")
    definition = visible(typeset.text if typeset else term.definition.value)
    lists = [*_names(term), *_neighbours(term, edition)]
    margin = max((len(label) for label, _ in lists), default=0) + 2
    told = [
        paint(f"{label}:".ljust(margin), BOLD) + wrapped(visible(text), columns, " " * margin)[margin:]
        for label, text in lists
    ]
    return "\n".join([*head, "", wrapped(definition, columns), "", *told, *([""] if told else []), term.path])


def _facts(term: Term, edition: Edition) -> Iterator[str]:
    category = edition.glossary.category_of(term)
    yield term.id
    if category:
        yield category.title.value
    if term.tags:
        yield ", ".join(tag.value for tag in term.tags)
    yield term.effective_status


def _names(term: Term) -> Iterator[tuple[str, str]]:
    avoided = (
        f"{one.term.value} ({one.reason.value})" if one.reason else one.term.value for one in term.deprecated_terms
    )
    lists = {
        "Also": (text.value for text in term.admitted),
        "Avoid": avoided,
        "Forms": (text.value for text in term.inflections),
        "Found by": (text.value for text in term.hidden_terms),
    }
    yield from ((label, ", ".join(names)) for label, texts in lists.items() if (names := list(texts)))


def _neighbours(term: Term, edition: Edition) -> Iterator[tuple[str, str]]:
    relations, backlinks = edition.relations.get(term.id), edition.backlinks.get(term.id)
    for kind, label in KINDS.items():
        if ids := getattr(relations, kind, ()):
            yield label, _titles(ids, edition)
    if term.replaced_by:
        yield "Replaced by", term.replaced_by.value
    if backlinks and (backlinks.pages or backlinks.terms):
        titles = [edition.handwritten[page].title or page for page in backlinks.pages if page in edition.handwritten]
        yield "Used in", ", ".join([*titles, *filter(None, [_titles(backlinks.terms, edition)])])


def _titles(ids: Iterable[str], edition: Edition) -> str:
    return ", ".join(edition.glossary.by_id[id_].title for id_ in ids if id_ in edition.glossary.by_id)
