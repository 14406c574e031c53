"""The forms that a field's value may take."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Line:
    """Text on one line."""

    longest: int = 300


@dataclass(frozen=True, slots=True)
class Prose:
    """Markdown."""


@dataclass(frozen=True, slots=True)
class Identifier:
    """A part of an address: letters and digits of any script, `.`, `_`, `-`."""


@dataclass(frozen=True, slots=True)
class Choice:
    """One of a few words."""

    options: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Flag:
    """`true` or `false`."""


@dataclass(frozen=True, slots=True)
class Url:
    """An absolute `http` or `https` address."""


@dataclass(frozen=True, slots=True)
class SitePath:
    """An old id, or a path below the site's root."""


@dataclass(frozen=True, slots=True)
class ImagePath:
    """A picture: a path relative to the entry, or an absolute address."""


@dataclass(frozen=True, slots=True)
class Date:
    """A calendar date, ISO 8601: `2026-01-31`."""


@dataclass(frozen=True, slots=True)
class TermName:
    """The id or a designation of a term."""


@dataclass(frozen=True, slots=True)
class CategoryName:
    """The id or title of a category."""


@dataclass(frozen=True, slots=True)
class OrganizationName:
    """The id, name or an alias of an organization."""


@dataclass(frozen=True, slots=True)
class ListOf:
    """A list; where `or_one`, a single item may stand without the dash."""

    item: Form
    or_one: bool = False


@dataclass(frozen=True, slots=True)
class Pairs:
    """A map whose labels the author chooses."""

    value: Form


@dataclass(frozen=True, slots=True)
class Record:
    """A map with fixed fields; a bare text is short for a map of `shorthand` alone."""

    make: Callable[..., Any]
    fields: tuple[Field, ...]
    shorthand: str | None = None


@dataclass(frozen=True, slots=True)
class Anything:
    """Any YAML; plain types are kept."""


Form = (
    Line
    | Prose
    | Identifier
    | Choice
    | Flag
    | Url
    | SitePath
    | ImagePath
    | Date
    | TermName
    | CategoryName
    | OrganizationName
    | ListOf
    | Pairs
    | Record
    | Anything
)


@dataclass(frozen=True, slots=True)
class Field:
    """One row of a table of fields: its name, form, one line on its meaning, and an example in YAML."""

    name: str
    form: Form
    doc: str
    example: str = ""
    required: bool = False
    default: str = ""
    source: str = ""
