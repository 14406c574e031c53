"""Mentions: names of terms in running text that nobody marked up, and what was decided about each."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, NamedTuple, Protocol, TypeAlias

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


MentionLink: TypeAlias = tuple[int, int, tuple[str, ...]]
"""A mention that has been resolved: where it begins and ends in the typeset HTML of a text, and what it leads to.

One id is a term; several are terms that share the name, in order, whose common page it leads to. A plain tuple, for
there are a dozen on each page, and those that one process found are sent to another.
"""


class Mention(NamedTuple):
    """A mention in the text `key` of a term, as written, and the decision; `ids` are the terms that bear the name.

    Of an everyday word that links, `shared` are the names of terms and the words that tell it; none are needed where
    its sentence does.
    """

    key: str
    written: str
    start: int
    end: int
    ids: tuple[str, ...]
    decision: Decision
    shared: tuple[str, ...] | None = None


class NameFinder(Protocol):
    """What finds the names of terms in a text: their offsets, and which they are.

    Those whose lexicons are equal find the same.
    """

    lexicon: Any

    def find(self, text: str) -> list[tuple[int, int, Any]]:
        """Every name in a text, in order; none overlaps another."""
        ...


class Profile(NamedTuple):
    """What tells that a text in which an everyday word stands speaks of the term that is called so.

    `items` are the words of its definition and, after `#`, the ids of terms that its entry names, with how many bits
    each tells; `is_action` says that the definition is one of a verb.
    """

    items: Mapping[str, float]
    is_action: bool = False


@dataclass(frozen=True, slots=True)
class Linker:
    """What linking needs to know of all terms; `category_of` leads from ids to categories.

    `profiles` are those of the terms that bear an everyday word.
    """

    glossary: Glossary
    matcher: NameFinder
    extent: Extent
    category_of: Mapping[str, str]
    profiles: Mapping[str, Profile] = field(default_factory=dict)


MentionLinks = Mapping[str, tuple[MentionLink, ...]]
"""The mentions that became links, in order, by the keys of `Term.prose`."""
