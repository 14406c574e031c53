"""The names that a glossary knows, as definitions of its schema: terms, categories, organizations and tags."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping

from glossmith.model.edition import Edition
from glossmith.model.link import Step
from glossmith.model.place import Text
from glossmith.model.term import Term
from glossmith.report.known_names import Known, Schema, known_names

LONGEST, SHORTER = 160, 60
"""Characters of a definition that are shown with a name, and in a glossary of more than `MANY` terms."""

MANY = 2_000
"""Of more terms, only ids are offered: the YAML language server needs 4 s to list 27,000 names, 0.7 s for 10,000."""

MARKUP = re.compile(r"[\\`*_{}\[\]<>#$|~]")


def category_definition(edition: Edition) -> Schema:
    """A schema for the names of categories."""
    is_declared = edition.glossary.vocabularies.categories is not None
    return known_names(
        _categories(edition),
        "A category, by its id or title.",
        "no category has this id or title",
        is_closed=is_declared and edition.settings.rules.get("unknown-category") != "off",
    )


def definitions(edition: Edition, tag: Schema) -> Mapping[str, Schema]:
    """A schema for each sort of name; `tag` says what any tag must be."""
    vocabularies = edition.glossary.vocabularies
    off = {name for name, severity in edition.settings.rules.items() if severity == "off"}
    return {
        "term": known_names(
            _terms(edition),
            "A term, by its id or one of its names.",
            "no term has this id or name",
            is_closed="unknown-term" not in off,
        ),
        "category": category_definition(edition),
        "organization": known_names(
            _organizations(edition),
            "An organization, by its id or one of its names.",
            "no organization has this id or name",
            is_closed=vocabularies.organizations is not None and "unknown-organization" not in off,
        ),
        "tag": known_names(_tags(edition), "A tag; a new one will do.", "", is_closed=False, text=tag),
    }


def _terms(edition: Edition) -> Iterator[Known]:
    """Every name by which a reference finds exactly one term; ids come first, and names to avoid are not offered."""
    terms = sorted(edition.glossary.terms, key=lambda term: term.id)
    about = {term.id: _about_term(edition, term) for term in terms}
    is_offered = len(terms) <= MANY
    yield from (Known(term.id, about[term.id]) for term in terms)
    for term in terms:
        admitted = (term.name, *((term.title,) if term.disambiguation else ()), *(text.value for text in term.admitted))
        avoided = tuple(deprecated.term.value for deprecated in term.deprecated_terms)
        for name in (*admitted, *avoided):
            step, ids = edition.glossary.names.find(name)
            if ids == (term.id,):
                yield Known(name, about[term.id], is_offered=is_offered and step is not Step.DEPRECATED)


def _about_term(edition: Edition, term: Term) -> str:
    typesets = edition.typesets.get(term.id, {})
    text = typesets["definition"].text if "definition" in typesets else term.definition.value
    return _told(term.title, term.id, text, LONGEST if len(edition.glossary.terms) <= MANY else SHORTER)


def _categories(edition: Edition) -> Iterator[Known]:
    for category in edition.glossary.categories.values():
        about = _told(category.title.value, category.id, _value(category.description))
        yield Known(category.id, about)
        yield Known(category.title.value, about)


def _organizations(edition: Edition) -> Iterator[Known]:
    for organization in edition.glossary.organizations.values():
        about = _told(organization.name.value, organization.id, _value(organization.description))
        for name in (organization.id, organization.name.value, *(alias.value for alias in organization.aliases)):
            yield Known(name, about)


def _tags(edition: Edition) -> Iterator[Known]:
    used = Counter(tag for term in edition.glossary.terms for tag in {text.value for text in term.tags})
    for tag, count in sorted(used.items()):
        yield Known(tag, f"Tag of {count} {'term' if count == 1 else 'terms'}.")


def _value(text: Text | None) -> str:
    return text.value if text else ""


def _told(title: str, id_: str, text: str, longest: int = LONGEST) -> str:
    """A name in Markdown, with what it stands for: the title, the id and the beginning of a text."""
    line = " ".join(text[: 4 * longest].split())
    if len(line) > longest:
        line = f"{line[:longest].rpartition(' ')[0] or line[:longest]} …"
    head = f"**{MARKUP.sub(_escaped, title)}** (`{id_}`)"
    return f"{head}: {MARKUP.sub(_escaped, line)}" if line else head


def _escaped(match: re.Match[str]) -> str:
    return f"\\{match[0]}"
