"""What all pages of an edition have in common: the outlook from each depth, letters, categories, neighbours."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from types import SimpleNamespace
from typing import Any

from glossmith.model.addresses import Location
from glossmith.model.edition import Edition
from glossmith.model.page import SearchEntry
from glossmith.model.plan import Group, Plan
from glossmith.stages._views import Label, Outlook
from glossmith.stages._words import Words

SIBLINGS = 6
"""How many others of the same category a term's page shows."""

FAR_ENOUGH = 60
"""How many of the category are looked at to find those that are not related anyway."""


@dataclass(frozen=True, slots=True)
class Content:
    """What is peculiar to a page, before its template is rendered; `trail` leads down to it from the glossary."""

    kind: str
    title: str
    description: str
    location: Location
    variables: Mapping[str, Any]
    stem: str = ""
    trail: tuple[tuple[str, str], ...] = ()
    graph: tuple[Mapping[str, Any], ...] = ()
    edit_path: str | None = None
    keywords: str = ""
    head_title: str = ""
    search: tuple[SearchEntry, ...] = ()


class Scene:
    """An edition and its plan, with what is worked out once for all pages."""

    def __init__(self, edition: Edition, plan: Plan, places: Mapping[str, str], words: Words) -> None:
        self.edition, self.plan, self.places, self.words = edition, plan, places, words
        self.settings = edition.settings
        self._outlooks: dict[str, Outlook] = {}
        self._sites: dict[str, Any] = {}
        self._letters: dict[str, dict[str, Label]] = {}

    def outlook(self, address: str) -> Outlook:
        """The glossary as seen from an address; pages of the same depth share one."""
        up = "../" * address.count("/")
        if up not in self._outlooks:
            self._outlooks[up] = Outlook(self.edition, self.plan, self.places, up, self.words)
        return self._outlooks[up]

    def site(self, outlook: Outlook) -> Any:
        """The variable `site` of every template."""
        if outlook.up not in self._sites:
            addresses = self.settings.addresses
            listed = {job.kind for job in self.plan.indexes()}
            links = {
                f"{folder}_href": outlook.href(addresses.index(folder).address) if folder in listed else ""
                for folder in ("terms", "categories", "tags", "developers", "map")
            }
            self._sites[outlook.up] = SimpleNamespace(
                name=self.settings.site_name,
                home_href=outlook.href(addresses.home.address),
                count=len(self.plan.terms),
                **links,
            )
        return self._sites[outlook.up]

    def letters(self, outlook: Outlook) -> dict[str, Label]:
        """Each letter as a link to its page or to its part of the A–Z page."""
        if outlook.up not in self._letters:
            index = outlook.href(self.settings.addresses.index("terms").address)
            self._letters[outlook.up] = {
                key: Label(
                    group.title,
                    outlook.href(group.location.address) if self.plan.letter_pages else f"{index}#{_letter_id(group)}",
                    group.count,
                    id=_letter_id(group),
                )
                for key, group in self.plan.letters.items()
            }
        return self._letters[outlook.up]

    @cached_property
    def letter_of(self) -> Mapping[str, str]:
        """The letter under which each term stands."""
        return {id_: key for key, group in self.plan.letters.items() for id_ in group.terms}

    @cached_property
    def _positions(self) -> Mapping[str, tuple[Group, int]]:
        return {
            id_: (group, number) for group in self.plan.categories.values() for number, id_ in enumerate(group.terms)
        }

    def category_path(self, id_: str) -> list[Group]:
        """The categories of a term, from the top."""
        return self.path_to(self._positions[id_][0]) if id_ in self._positions else []

    def path_to(self, category: Group) -> list[Group]:
        """A category and all above it, from the top."""
        path: dict[str, Group] = {}
        group: Group | None = category
        while group is not None and group.key not in path:
            path[group.key] = group
            group = self.plan.categories.get(group.parent or "")
        return list(reversed(path.values()))

    def siblings(self, id_: str) -> list[str]:
        """The terms that follow in the same category, round to its beginning, but for those already related."""
        if id_ not in self._positions:
            return []
        group, at = self._positions[id_]
        related = {id_, *self.edition.relations[id_].all}
        around = (*group.terms[at + 1 : at + 1 + FAR_ENOUGH], *group.terms[: min(at, FAR_ENOUGH)])
        return [other for other in around if other not in related][:SIBLINGS]


def stem(location: Location) -> str:
    """The last part of an address."""
    return location.address.rstrip("/").rpartition("/")[2].removesuffix(".html")


def _letter_id(group: Group) -> str:
    return f"letter-{stem(group.location)}"
