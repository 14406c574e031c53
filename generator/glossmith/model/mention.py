"""Mentions: names of terms in running text that nobody marked up, and what was decided about each."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, NamedTuple, Protocol

from glossmith.model.glossary import Glossary
from glossmith.model.settings import Extent


class Decision(StrEnum):
    """What becomes of a mention, and why."""

    LINKED = "linked"
    SHARED = "linked to the page of a shared name"
    OWN_PAGE = "own page"
    NOT_FIRST = "not the first"
    BY_HAND = "linked by hand"
    COMMON = "common word"
    SYMBOL = "symbol"
    SENSE = "one of several senses"
    OFF = "switched off"
    IN_CODE = "inside code"
    IN_HEADING = "inside a heading"
    IN_LINK = "inside a link"
    IN_FORMULA = "inside a formula"
    IN_HTML = "inside HTML"

    @property
    def links(self) -> bool:
        """Whether the mention is a link."""
        return self is Decision.LINKED or self is Decision.SHARED


class MentionLink(NamedTuple):
    """A mention that has been resolved: where it stands in the typeset HTML of a text, and what it leads to.

    One id is a term; several are terms that share the name, in order, whose common page it leads to.
    """

    start: int
    end: int
    ids: tuple[str, ...]


class Mention(NamedTuple):
    """A mention in the text `key` of a term, as written, and the decision; `ids` are the terms that bear the name."""

    key: str
    written: str
    start: int
    end: int
    ids: tuple[str, ...]
    decision: Decision


class NameFinder(Protocol):
    """What finds the names of terms in a text: their offsets, and which they are.

    Those whose lexicons are equal find the same.
    """

    lexicon: Any

    def find(self, text: str) -> list[tuple[int, int, Any]]:
        """Every name in a text, in order; none overlaps another."""
        ...


@dataclass(frozen=True, slots=True)
class Linker:
    """What linking needs to know of all terms; `category_of` leads from ids to categories."""

    glossary: Glossary
    matcher: NameFinder
    extent: Extent
    category_of: Mapping[str, str]


MentionLinks = Mapping[str, tuple[MentionLink, ...]]
"""The mentions that became links, in order, by the keys of `Term.prose`."""
