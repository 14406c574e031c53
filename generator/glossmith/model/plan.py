"""The plan of a site: which pages there are, and which terms stand on them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from glossmith.model.addresses import Location
from glossmith.model.term import Term


@dataclass(frozen=True, slots=True)
class Group:
    """Terms that share a page: a letter, category, tag, organization or name. `count` includes groups below."""

    key: str
    title: str
    location: Location
    terms: tuple[str, ...] = ()
    count: int = 0
    children: tuple[str, ...] = ()
    parent: str | None = None


class Job(NamedTuple):
    """One page to be made: its kind and, within the kind, which."""

    kind: str
    key: str = ""


@dataclass(frozen=True)
class Plan:
    """All groups of the terms that are shown, by key; `terms` are alphabetical.

    `letter_pages` says that there are too many terms for one page, `wanted_page` that there is one of what is wanted.
    `names_of` leads from a term to the names that it shares with others, `forms_of` to those that it shares only in
    another form, such as the plural, and `aliases` from the last part of the address that a synonym would have to its
    term.
    """

    terms: tuple[Term, ...] = ()
    letters: Mapping[str, Group] = field(default_factory=dict)
    categories: Mapping[str, Group] = field(default_factory=dict)
    tags: Mapping[str, Group] = field(default_factory=dict)
    organizations: Mapping[str, Group] = field(default_factory=dict)
    names: Mapping[str, Group] = field(default_factory=dict)
    names_of: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    forms_of: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    aliases: Mapping[str, str] = field(default_factory=dict)
    letter_pages: bool = False
    wanted_page: bool = False

    def jobs(self) -> list[Job]:
        """Every page but those that the host renders itself: the first page and the pages of whole folders."""
        return [
            *(Job("term", term.id) for term in self.terms),
            *(Job("name", key) for key in self.names),
            *(Job("letter", key) for key in self.letters if self.letter_pages),
            *(Job("category", key) for key in self.categories),
            *(Job("tag", key) for key in self.tags),
            *(Job("organization", key) for key in self.organizations),
        ]

    def indexes(self) -> list[Job]:
        """The pages of whole folders; those without anything to list are left out, but for A–Z."""
        shown = {"categories": self.categories, "tags": self.tags, "developers": self.organizations}
        shown["map"] = self.categories
        wanted = [Job("wanted")] if self.wanted_page else []
        return [Job("terms"), *(Job(kind) for kind, groups in shown.items() if groups), *wanted]
