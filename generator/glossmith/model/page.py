"""A page of the glossary before a theme dresses it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import NamedTuple

_TAG_BEGINS = re.compile(r"<(?=[A-Za-z/!?])")


class TemplateFault(Exception):  # noqa: N818 -- a fault of the site's, said to its author
    """A template, or the words for templates, cannot be used; the message says which, where and why."""


class Heading(NamedTuple):
    """An entry of a page's table of contents; `title` is plain text, `level` 2 or 3."""

    id: str
    title: str
    level: int = 2
    children: tuple[Heading, ...] = ()


class SearchEntry(NamedTuple):
    """What the theme's search knows of a page or of one of its sections, as plain text.

    `address` is relative to the site's root, with `#heading` for a section. Who types one of `names`, the designations
    of a term, wants this entry before those that only mention it.
    """

    address: str
    title: str
    text: str
    names: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Page:
    """One page: `address` and `destination` are relative to the site's root, not percent-encoded.

    `kind` chooses the shell: term, name, letter, category, tag or organization; or names a page that the
    host renders itself: home, terms, categories, tags, developers. `stem` is the part of the address that
    differs within a kind. `head_title` is what stands in `<title>` where
    that is not the title; `head` is HTML for the page's `<head>`, and so is `opengraph`, for themes that
    have none of their own; `edit_path` is the source file below the folder of entries.
    """

    kind: str
    stem: str
    address: str
    destination: str
    title: str
    description: str
    body: str
    heading_id: str = "title"
    headings: tuple[Heading, ...] = ()
    head: str = ""
    head_title: str = ""
    opengraph: str = ""
    edit_path: str | None = None
    search: tuple[SearchEntry, ...] = ()


def without_tags(text: str) -> str:
    """A text in which no `<` begins a tag: Material shows some attributes and labels as HTML in its tooltips.

    A word joiner, which is not seen, stands behind it (https://html.spec.whatwg.org/#tag-open-state).
    """
    return _TAG_BEGINS.sub("<\u2060", text)
