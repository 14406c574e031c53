"""Renaming a term: what its new name and id are, and how everything that points at it reads then."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from urllib.parse import quote

from glossmith.edits.naming import id_for
from glossmith.model.addresses import slug, target_of
from glossmith.model.edition import Edition
from glossmith.model.finding import Within
from glossmith.model.glossary import normal
from glossmith.model.link import Answer, HandwrittenPage, Step
from glossmith.model.place import START, Text
from glossmith.model.rewording import reworded
from glossmith.model.term import Term
from glossmith.model.vocabulary import Category, Organization

SUFFIX = re.compile(r"\.ya?ml$", re.IGNORECASE)
ADDRESS = re.compile(r"\]\(\s*<?([^()\s<>]+)|^ {0,3}\[[^\]\n]+\]:\s*<?([^\s<>]+)", re.MULTILINE)
CODE = re.compile(r"^ {0,3}(`{3,}|~{3,}).*?(?:^ {0,3}\1|\Z)|(?<!`)(`+)(?!`).*?(?<!`)\2(?!`)", re.MULTILINE | re.DOTALL)


@dataclass(frozen=True, slots=True)
class Renaming:
    """A term, and the name and id that it shall have; one of them may stay."""

    term: Term
    name: str
    id: str

    @property
    def has_new_name(self) -> bool:
        """Whether references by the old name have to change; a name of other capitals is found as before."""
        return normal(self.name) != normal(self.term.name)

    @property
    def source(self) -> str:
        """The entry's file afterwards, relative to the folder of entries: it moves if it is named after the id."""
        folder, file = posixpath.split(self.term.source)
        stem, suffix = posixpath.splitext(file)
        is_named_after = normal(stem) == normal(self.term.id)
        return posixpath.join(folder, f"{self.id}{suffix}") if is_named_after else self.term.source


def renaming(term: Term, old: str, new: str) -> Renaming:
    """What `rename OLD NEW` means.

    NEW is the new name, and the id is made from it. It is only a new id if it ends in `.yml`, or if OLD is the
    term's id and not its name, to the letter, and NEW is written as an id is: `rename adam adam-optimizer`.
    """
    new = " ".join(new.split())
    if SUFFIX.search(new):
        return Renaming(term, term.name, SUFFIX.sub("", new))
    if old == term.id != term.name and new == slug(new):
        return Renaming(term, term.name, new)
    return Renaming(term, new, id_for(new))


def rewordings(edition: Edition, change: Renaming) -> Iterator[tuple[str, Within, str]]:
    """Everything that points at the term by what it will not be called any more: path, place, and the new text.

    A place that is not inside of prose is the whole of a value.
    """
    for term in edition.glossary.terms:
        for _, text in term.relations():
            step, ids = edition.glossary.names.find(text.value)
            answer = Answer(text.value, tuple(edition.glossary.by_id[id_] for id_ in ids), step)
            if (new := _called(change, answer)) is not None:
                yield term.path, Within(text, 0, len(text.value)), new
        yield from ((term.path, *pair) for pair in _in_prose(edition, change, term))
    for page in edition.handwritten.values():
        mentioned = ((one.written, one.within) for one in page.references)
        yield from ((page.path, *pair) for pair in _references(edition, change, mentioned))
    yield from _in_vocabularies(edition, change)


def _in_prose(edition: Edition, change: Renaming, term: Term) -> Iterator[tuple[Within, str]]:
    typesets = edition.typesets.get(term.id, {})
    for key, text in term.prose():
        if key not in typesets:
            continue
        found = ((one.target, Within(text, one.start, one.end)) for one in typesets[key].references)
        yield from _references(edition, change, found)
        if any(_leads_there(edition, change, term.source, path.href) for path in typesets[key].paths):
            for start, end in _addresses(text.value):
                if _leads_there(edition, change, term.source, text.value[start:end]):
                    yield Within(text, start, end), _readdressed(change, text.value[start:end])


def readdressed_links(
    edition: Edition, change: Renaming, page: HandwrittenPage, text: str
) -> list[tuple[int, int, str]]:
    """The addresses in a hand-written page that lead to the entry's file: where they stand, and what they become."""
    if change.source == change.term.source or change.term.source not in page.entries:
        return []
    folder, seen = posixpath.dirname(page.source), edition.settings.entries_in_nav + change.term.source
    return [
        (start, end, _readdressed(change, text[start:end]))
        for start, end in _addresses(text)
        if target_of(folder, text[start:end]) == seen
    ]


def _addresses(text: str) -> Iterator[tuple[int, int]]:
    """Where the addresses of links stand in Markdown, outside of code."""
    code = [found.span() for found in CODE.finditer(text)]
    for found in ADDRESS.finditer(text):
        start, end = found.span(1 if found[1] else 2)
        if not any(first <= start < last for first, last in code):
            yield start, end


def _leads_there(edition: Edition, change: Renaming, source: str, href: str) -> bool:
    """Whether a link in a file beside the entries leads to the entry's file, which moves."""
    target = posixpath.normpath(edition.settings.entries_in_docs + change.term.source)
    return change.source != change.term.source and edition.settings.seen_from_docs(source, href) == target


def own_changes(change: Renaming) -> Iterator[tuple[Text, str | None]]:
    """Values of the entry itself that change, with their new text; None for names and old ids that become current."""
    term = change.term
    if change.name != term.name:
        yield term.term, change.name
        yield from ((text, None) for text in term.admitted if normal(text.value) == normal(change.name))
    if change.id != term.id:
        if term.id_span != START:
            yield Text.at(term.id, term.id_span), change.id
        yield from ((text, None) for text in term.redirect_from if normal(text.value) == normal(change.id))


def _references(
    edition: Edition, change: Renaming, references: Iterable[tuple[str, Within]]
) -> Iterator[tuple[Within, str]]:
    for written, within in references:
        answer = edition.glossary.answer(written)
        new = _called(change, answer)
        if new is not None:
            text = reworded(within.text.value, within.start, within.end, answer.name, _cased(change, answer, new))
            if text is not None:
                yield within, text


def _called(change: Renaming, answer: Answer) -> str | None:
    """What a reference should say; None if it leads elsewhere, or still will lead to the term."""
    term, name = change.term, normal(answer.name)
    if answer.term is not term:
        return None
    if change.has_new_name and name == normal(term.name):
        return change.name
    if change.has_new_name and answer.step is Step.TITLE and term.disambiguation:
        return f"{change.name} ({term.disambiguation.value})"
    stays = {normal(text) for text in (change.name, change.id, *(text.value for text in term.admitted))}
    return change.id if answer.step is Step.ID and name not in stays else None


def _cased(change: Renaming, answer: Answer, new: str) -> str:
    """A name at the beginning of a sentence keeps its capital."""
    is_capital = answer.name[:1].isupper() and change.term.name[:1].islower()
    return new[:1].upper() + new[1:] if is_capital and new == change.name else new


def _readdressed(change: Renaming, address: str) -> str:
    path = re.split("[?#]", address, maxsplit=1)[0]
    folder, slash, _ = path.rpartition("/")
    file = posixpath.basename(change.source)
    return f"{folder}{slash}{quote(file) if '%' in path else file}{address[len(path) :]}"


def _in_vocabularies(edition: Edition, change: Renaming) -> Iterator[tuple[str, Within, str]]:
    vocabularies = edition.glossary.vocabularies
    described: list[tuple[str, str, Category | Organization]] = [
        *((vocabularies.categories_path, f"categories/{one.id}", one) for one in vocabularies.categories or ()),
        *(
            (vocabularies.organizations_path, f"organizations/{one.id}", one)
            for one in vocabularies.organizations or ()
        ),
    ]
    for path, key, one in described:
        if one.description and key in edition.vocabulary_typesets:
            references = edition.vocabulary_typesets[key].references
            found = ((ref.target, Within(one.description, ref.start, ref.end)) for ref in references)
            yield from ((path, *pair) for pair in _references(edition, change, found))
