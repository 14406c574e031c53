"""The vocabularies beside the entries: categories and organizations."""

from __future__ import annotations

from dataclasses import dataclass

from glossmith.model.place import START, Span, Text


@dataclass(frozen=True, slots=True)
class Category:
    """A category; `parent` names the one above by id or title."""

    title: Text
    description: Text | None = None
    parent: Text | None = None
    id: str = ""
    span: Span = START


@dataclass(frozen=True, slots=True)
class Organization:
    """An organization that develops technology related to terms."""

    name: Text
    url: Text | None = None
    description: Text | None = None
    aliases: tuple[Text, ...] = ()
    same_as: tuple[Text, ...] = ()
    id: str = ""
    span: Span = START


@dataclass(frozen=True, slots=True)
class Vocabularies:
    """Both vocabularies; None where the file is absent, so that any name may be written."""

    categories: tuple[Category, ...] | None = None
    organizations: tuple[Organization, ...] | None = None
    categories_path: str = ""
    organizations_path: str = ""
