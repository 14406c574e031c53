"""References and what they lead to."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import IntEnum
from itertools import chain
from operator import attrgetter
from typing import NamedTuple, TypeAlias

from glossmith.model.finding import Finding, Within
from glossmith.model.place import Text
from glossmith.model.settings import Extent
from glossmith.model.term import Term


class Step(IntEnum):
    """How a name found its terms, in the order in which it is tried."""

    ID = 0
    TITLE = 1
    PREFERRED = 2
    ADMITTED = 3
    DEPRECATED = 4


@dataclass(frozen=True, slots=True)
class Answer:
    """The terms that a name leads to: one when all is well, none when wanted, several when ambiguous.

    `name` is the part of the reference that names the term, `heading` what stood behind `#`, `shown` what
    stood behind `|`. `label` is what readers see where that is not what was typed: a term's name for its id.
    """

    name: str
    terms: tuple[Term, ...] = ()
    step: Step = Step.ID
    heading: str = ""
    shown: str | None = None
    label: str | None = None

    @property
    def text(self) -> str:
        """What readers see of the reference."""
        return self.label or self.shown or self.name

    @property
    def term(self) -> Term | None:
        """The one term, if there is exactly one."""
        return self.terms[0] if len(self.terms) == 1 else None


class Mentioned(NamedTuple):
    """One `[[...]]` of a hand-written page or of a field, as written, and where."""

    written: str
    within: Within


class Sentence(NamedTuple):
    """The text around a link, plain, up to the ends of its sentence: what stands before the name, and behind it."""

    before: str
    name: str
    after: str


class PageLink(NamedTuple):
    """A link from a hand-written page, by its source, to a term, by its id."""

    source: str
    target: str
    sentence: Sentence


@dataclass(frozen=True, slots=True)
class HandwrittenPage:
    """A Markdown page beside the entries: what it refers to.

    `source` is relative to the docs folder; `entries` are the entry files that it links to by path, relative to the
    folder of entries. `text` is the page without its front matter, which says in `mentions` how much is linked, and
    `html` what our typesetter makes of it, nearly what readers will see: `targets` are what the references in that
    refer to, without those in HTML, and `section` is the level that headings of the second level have in it, 0 if there
    are none. `findings` are about the front matter.
    """

    path: str
    source: str
    title: str
    references: tuple[Mentioned, ...] = ()
    entries: tuple[str, ...] = ()
    text: Text | None = None
    html: str = ""
    targets: tuple[str, ...] = ()
    mentions: Extent | None = None
    section: int = 0
    findings: tuple[Finding, ...] = ()


@dataclass(frozen=True, slots=True)
class Relations:
    """The neighbours of a term by kind, as ids; authored ones first, then the inverses, without repetition."""

    broader: tuple[str, ...] = ()
    narrower: tuple[str, ...] = ()
    wholes: tuple[str, ...] = ()
    parts: tuple[str, ...] = ()
    related: tuple[str, ...] = ()
    contrasts: tuple[str, ...] = ()

    def by_kind(self) -> Iterator[tuple[str, tuple[str, ...]]]:
        """The neighbours of each kind, in the order in which a term's page shows them."""
        return zip(self.__slots__, _kinds_of(self), strict=True)

    @property
    def all(self) -> tuple[str, ...]:
        """Every neighbour."""
        return tuple(chain.from_iterable(_kinds_of(self)))


_kinds_of = attrgetter(*Relations.__slots__)


MentionPlace: TypeAlias = tuple[str, int, int]
"""Where a mention stands: the key of a text, as in `Term.prose`, and offsets in what was typeset of it."""


@dataclass(frozen=True, slots=True)
class Backlinks:
    """What links to a term from its prose: hand-written pages by source, terms by id.

    `sentences` are those in which pages do, as far as they are known; `mentions` are the places where terms mention it
    first.
    """

    pages: tuple[str, ...] = ()
    terms: tuple[str, ...] = ()
    sentences: Mapping[str, Sentence] = field(default_factory=dict)
    mentions: Mapping[str, MentionPlace] = field(default_factory=dict)
