"""What a glossary lacks: names that references want, and names that its texts use without a definition."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from glossmith.model.finding import Within


@dataclass(frozen=True, slots=True)
class Sighting:
    """Where a name stands, in the file `path`: in the term `term`, on the page `page`, or in what is said of a group.

    `group` is a category or an organization: `categories/` or `organizations/`, and its id.
    """

    path: str
    within: Within
    term: str = ""
    page: str = ""
    group: str = ""


@dataclass(frozen=True, slots=True)
class Wanted:
    """A name that `[[...]]` want and no entry answers."""

    name: str
    sightings: tuple[Sighting, ...]

    @property
    def count(self) -> int:
        """How often it is wanted."""
        return len(self.sightings)

    @property
    def paths(self) -> tuple[str, ...]:
        """The files that want it, each once."""
        return tuple(dict.fromkeys(sighting.path for sighting in self.sightings))


class Shape(StrEnum):
    """What a candidate looks like."""

    ABBREVIATION = "abbreviation"
    PHRASE = "phrase"


@dataclass(frozen=True, slots=True)
class Candidate:
    """A name that nobody marked and the glossary does not define; `terms` are the ids of those that use it."""

    name: str
    shape: Shape
    terms: tuple[str, ...]
