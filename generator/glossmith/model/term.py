"""A term: the concept that a valid entry describes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from glossmith.model.place import START, Span, Text


@dataclass(frozen=True, slots=True)
class Synonym:
    """An admitted designation (skos:altLabel)."""

    term: Text
    type: Text | None = None
    note: Text | None = None


@dataclass(frozen=True, slots=True)
class DeprecatedTerm:
    """A name to avoid, and why."""

    term: Text
    reason: Text | None = None


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the article, under a heading of the author's."""

    title: Text
    body: Text
    id: Text | None = None


@dataclass(frozen=True, slots=True)
class Question:
    """A frequently asked question."""

    question: Text
    answer: Text


@dataclass(frozen=True, slots=True)
class Figure:
    """A picture with its text alternative."""

    src: Text
    alt: Text
    caption: Text | None = None


@dataclass(frozen=True, slots=True)
class Developer:
    """An organization that develops technology related to the term, and what it does about it."""

    organization: Text
    note: Text | None = None
    url: Text | None = None


@dataclass(frozen=True, slots=True)
class Source:
    """An item of the field `references`: further reading."""

    url: Text
    title: Text | None = None
    kind: Text | None = None
    author: Text | None = None
    published: Text | None = None
    accessed: Text | None = None


@dataclass(frozen=True, slots=True)
class Linking:
    """Whether and how mentions of the term become links, and which mentions on its own page do."""

    auto: bool | None = None
    case_sensitive: bool | None = None
    mentions: Text | None = None


@dataclass(frozen=True, slots=True)
class Seo:
    """What search engines are told instead of the term and its definition."""

    title: Text | None = None
    description: Text | None = None
    keywords: tuple[Text, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """A valid entry; its attributes are the rows of `model.fields.FIELDS`, and `path`, its file.

    `path` is relative to the folder of `mkdocs.yml`, `source` to the folder of entries.
    """

    id: str
    path: str
    source: str
    id_span: Span = START
    term: Text
    definition: Text
    disambiguation: Text | None = None
    abbreviation: tuple[Text, ...] = ()
    synonyms: tuple[Synonym, ...] = ()
    deprecated_terms: tuple[DeprecatedTerm, ...] = ()
    hidden_terms: tuple[Text, ...] = ()
    inflections: tuple[Text, ...] = ()
    pronunciation: Text | None = None
    part_of_speech: Text | None = None
    symbol: Text | None = None
    technical_definition: Text | None = None
    background: Text | None = None
    usage_note: Text | None = None
    notes: tuple[Text, ...] = ()
    examples: tuple[Text, ...] = ()
    sections: tuple[Section, ...] = ()
    key_facts: tuple[tuple[Text, Text], ...] = ()
    faq: tuple[Question, ...] = ()
    figures: tuple[Figure, ...] = ()
    category: Text | None = None
    tags: tuple[Text, ...] = ()
    broader_terms: tuple[Text, ...] = ()
    narrower_terms: tuple[Text, ...] = ()
    part_of: tuple[Text, ...] = ()
    related_terms: tuple[Text, ...] = ()
    contrasts_with: tuple[Text, ...] = ()
    developers: tuple[Developer, ...] = ()
    references: tuple[Source, ...] = ()
    same_as: tuple[Text, ...] = ()
    status: Text | None = None
    replaced_by: Text | None = None
    redirect_from: tuple[Text, ...] = ()
    linking: Linking = Linking()
    created: Text | None = None
    updated: Text | None = None
    reviewed: Text | None = None
    review_by: Text | None = None
    owners: tuple[Text, ...] = ()
    seo: Seo = Seo()
    extra: Mapping[str, Any] = field(default_factory=dict)

    @property
    def is_draft(self) -> bool:
        """Drafts are known to checks and shown by the preview server only."""
        return self.status is not None and self.status.value == "draft"

    @property
    def effective_status(self) -> str:
        """What the entry says, or that it is published."""
        return self.status.value if self.status else "published"

    @property
    def name(self) -> str:
        """The preferred designation."""
        return self.term.value

    @property
    def title(self) -> str:
        """The preferred designation with its disambiguation: `transformer (electricity)`."""
        return f"{self.name} ({self.disambiguation.value})" if self.disambiguation else self.name

    @property
    def admitted(self) -> tuple[Text, ...]:
        """Every admitted designation: abbreviations, then synonyms."""
        return (*self.abbreviation, *(synonym.term for synonym in self.synonyms))

    @property
    def designations(self) -> tuple[str, ...]:
        """Every name that search knows: preferred, admitted, inflected, deprecated and hidden."""
        texts = (*self.admitted, *self.inflections, *(d.term for d in self.deprecated_terms), *self.hidden_terms)
        return tuple(dict.fromkeys((self.name, *(text.value for text in texts))))

    def prose(self) -> Iterator[tuple[str, Text]]:
        """Every Markdown text of the term, under a key that is also the prefix of its ids on the page."""
        singles = ("definition", "technical_definition", "background", "usage_note", "symbol")
        for name in singles:
            if text := getattr(self, name):
                yield name.replace("_", "-"), text
        numbered: tuple[tuple[str, tuple[Any, ...], str], ...] = (
            ("section", self.sections, "body"),
            ("example", self.examples, ""),
            ("note", self.notes, ""),
            ("figure", self.figures, "caption"),
            ("faq", self.faq, "answer"),
            ("developer", self.developers, "note"),
        )
        for name, items, part in numbered:
            for number, item in enumerate(items, 1):
                if text := getattr(item, part) if part else item:
                    yield f"{name}-{number}", text

    def relations(self) -> Iterator[tuple[str, Text]]:
        """Every reference that is not in prose, with the field that makes it."""
        for name in ("broader_terms", "narrower_terms", "part_of", "related_terms", "contrasts_with"):
            for text in getattr(self, name):
                yield name, text
        if self.replaced_by:
            yield "replaced_by", self.replaced_by
