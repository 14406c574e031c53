"""What search knows of a term: its names first, then its texts by section."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from glossmith.model.anchors import section_ids
from glossmith.model.edition import Edition
from glossmith.model.page import SearchEntry
from glossmith.model.term import Term
from glossmith.stages._words import Words


def search_entries(term: Term, edition: Edition, address: str, words: Words) -> tuple[SearchEntry, ...]:
    """One entry for the page, with every designation, and one for each section that has text."""
    typesets = edition.typesets.get(term.id, {})
    texts = {key: typeset.text for key, typeset in typesets.items()}
    page = SearchEntry(address, term.title, texts.get("definition", ""), term.designations)
    parts = (
        SearchEntry(f"{address}#{fragment}", title, text)
        for fragment, title, text in _sections(term, texts, words)
        if text
    )
    return (page, *parts)


def _sections(term: Term, texts: dict[str, str], words: Words) -> Iterator[tuple[str, str, str]]:
    yield "key-facts", words["key_facts"], _lines(f"{label.value} {fact.value}" for label, fact in term.key_facts)
    for key in ("technical-definition", "background"):
        yield key, words[key.replace("-", "_")], texts.get(key, "")
    yield "synonyms", words["synonyms"], _lines(_remarks(term))
    yield "usage-note", words["usage_note"], texts.get("usage-note", "")
    bodies = zip(section_ids(term), term.sections, range(1, len(term.sections) + 1), strict=True)
    for id_, section, number in bodies:
        yield id_, section.title.value, texts.get(f"section-{number}", "")
    for key, items in (("example", term.examples), ("note", term.notes), ("developer", term.developers)):
        joined = _lines(texts.get(f"{key}-{number}", "") for number in range(1, len(items) + 1))
        yield f"{key}s", words[f"{key}s"], joined
    pictures = (f"{item.alt.value} {texts.get(f'figure-{number}', '')}" for number, item in enumerate(term.figures, 1))
    yield "figures", words["figures"], _lines(pictures)
    answers = (f"{item.question.value} {texts.get(f'faq-{number}', '')}" for number, item in enumerate(term.faq, 1))
    yield "faq", words["faq"], _lines(answers)
    yield "references", words["references"], _lines(_readings(term))


def _lines(texts: Iterable[str]) -> str:
    return "\n".join(text.strip() for text in texts).strip()


def _remarks(term: Term) -> Iterator[str]:
    """What is said of other names; the names themselves are those of the page."""
    yield from (f"{name.term.value} {name.note.value}" for name in term.synonyms if name.note)
    yield from (f"{name.term.value} {name.reason.value}" for name in term.deprecated_terms if name.reason)


def _readings(term: Term) -> Iterator[str]:
    """Authors and titles of further reading; an address alone is nothing that anybody types."""
    for reference in term.references:
        if reference.title:
            yield f"{reference.author.value} {reference.title.value}" if reference.author else reference.title.value
