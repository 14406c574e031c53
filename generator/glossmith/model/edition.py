"""An edition: the state of a glossary at one reading, with everything that its pages are made of."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from glossmith.model.finding import Finding
from glossmith.model.glossary import Glossary
from glossmith.model.link import Backlinks, HandwrittenPage, Mentioned, Relations
from glossmith.model.mention import Linker, MentionLinks
from glossmith.model.prose import Typeset
from glossmith.model.settings import Settings
from glossmith.model.suppression import Suppression
from glossmith.model.term import Term

ENTRY_SUFFIXES = (".yml", ".yaml")
PAGE_SUFFIXES = (".md", ".markdown", ".mdown", ".mkdn", ".mkd")
"""How the names of files end that hold entries and vocabularies, and those of pages that MkDocs renders."""


@dataclass(frozen=True, slots=True)
class SourceFile:
    """A file to read: `path` is relative to the folder of `mkdocs.yml`, `source` to that of entries or pages."""

    path: str
    source: str
    absolute: str
    stamp: tuple[int, int] = (0, 0)


@dataclass(frozen=True, slots=True)
class Prepared:
    """What one entry file gives, before anything is known of the others."""

    term: Term
    typesets: Mapping[str, Typeset] = field(default_factory=dict)
    references: tuple[Mentioned, ...] = ()
    findings: tuple[Finding, ...] = ()
    suppressions: tuple[Suppression, ...] = ()


@dataclass(frozen=True, slots=True)
class Edition:
    """Everything that pages are made of; `typesets` and `links` are by term id and the keys of `Term.prose`."""

    settings: Settings
    glossary: Glossary = field(default_factory=Glossary)
    relations: Mapping[str, Relations] = field(default_factory=dict)
    backlinks: Mapping[str, Backlinks] = field(default_factory=dict)
    typesets: Mapping[str, Mapping[str, Typeset]] = field(default_factory=dict)
    links: Mapping[str, MentionLinks] = field(default_factory=dict)
    linker: Linker | None = None
    vocabulary_typesets: Mapping[str, Typeset] = field(default_factory=dict)
    handwritten: Mapping[str, HandwrittenPage] = field(default_factory=dict)
    findings: tuple[Finding, ...] = ()
    updated: Mapping[str, str] = field(default_factory=dict)
