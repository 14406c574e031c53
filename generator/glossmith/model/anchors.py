"""The ids of the parts of a term's page."""

from __future__ import annotations

from collections.abc import Callable

from glossmith.model.addresses import slug
from glossmith.model.term import Term

FIXED_IDS = frozenset({"title", "definition", "technical-definition", "background", "synonyms", "usage-note",
                       "examples", "notes", "key-facts", "figures", "faq", "developers", "related-terms", "used-in",
                       "more-in-category", "references"})  # fmt: skip
"""Ids of the headings that every page may have; sections of the author's do not take them."""


def section_ids(term: Term) -> list[str]:
    """The ids of a term's sections, in their order: their own, or made from their titles."""
    free = free_ids()
    return [free(section.id.value if section.id else slug(section.title.value)) for section in term.sections]


HEADED_BY = {
    "technical-definition": ("technical_definition",),
    "background": ("background", "references"),
    "synonyms": ("synonyms", "deprecated_terms"),
    "usage-note": ("usage_note",),
    "examples": ("examples",),
    "notes": ("notes",),
    "key-facts": ("key_facts",),
    "figures": ("figures",),
    "faq": ("faq",),
    "developers": ("developers",),
    "references": ("references",),
}
"""The fields of which any brings a fixed heading onto the page; the other headings hang on what other entries say."""


def page_ids(term: Term) -> frozenset[str]:
    """The ids of the parts of a term's page, but for those within its texts."""
    shown = {id_ for id_ in FIXED_IDS if id_ not in HEADED_BY or any(getattr(term, name) for name in HEADED_BY[id_])}
    free = free_ids()
    sections = [free(section.id.value if section.id else slug(section.title.value)) for section in term.sections]
    questions = [free(f"faq-{slug(item.question.value)}") for item in term.faq]
    return frozenset((*shown, *sections, *questions))


def free_ids() -> Callable[[str], str]:
    """Makes ids that are different from each other and from the fixed ones, by numbering."""
    taken = set(FIXED_IDS)
    numbers: dict[str, int] = {}

    def free(wanted: str) -> str:
        candidate = wanted
        while candidate in taken:
            numbers[wanted] = numbers.get(wanted, 1) + 1
            candidate = f"{wanted}-{numbers[wanted]}"
        taken.add(candidate)
        return candidate

    return free
