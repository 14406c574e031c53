"""What search knows of a term: its names first, then its texts by section."""

from __future__ import annotations

from collections.abc import Iterator

from glossmith.model.anchors import section_ids
from glossmith.model.edition import Edition
from glossmith.model.page import SearchEntry
from glossmith.model.term import Term
from glossmith.stages._templating import Words


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
    for key in ("technical-definition", "background", "usage-note"):
        yield key, words[key.replace("-", "_")], texts.get(key, "")
    bodies = zip(section_ids(term), term.sections, range(1, len(term.sections) + 1), strict=True)
    for id_, section, number in bodies:
        yield id_, section.title.value, texts.get(f"section-{number}", "")
    for key, items in (("example", term.examples), ("note", term.notes), ("developer", term.developers)):
        joined = "\n".join(texts.get(f"{key}-{number}", "") for number in range(1, len(items) + 1))
        yield f"{key}s", words[f"{key}s"], joined.strip()
    answers = (f"{item.question.value} {texts.get(f'faq-{number}', '')}" for number, item in enumerate(term.faq, 1))
    yield "faq", words["faq"], "\n".join(answers)
