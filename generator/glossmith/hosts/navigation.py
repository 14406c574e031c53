"""The navigation as `mkdocs.yml` has it, lists and maps of titles, files and further lists; and titles in it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import escape, unescape
from typing import Any

from glossmith.model.glossary import Glossary

REFERENCE = re.compile(r"\[\[(\|?)([^\[\]|][^\[\]]*)\]\]")
"""In a title; behind a bar stands a name that is no link."""

LINKED_HEADING = re.compile(r'<a class="toclink".*?</a>', re.DOTALL)
"""A heading that leads to itself, with `anchorlink` of the extension `toc`, or in a list of posts to its post."""

CODE = re.compile(r"(<code\b.*?</code>)", re.DOTALL)


def named_sources(nav: Any) -> Iterator[str]:
    """Every file that a navigation names, however deep."""
    if isinstance(nav, str):
        yield nav
    elif isinstance(nav, list | tuple):
        for item in nav:
            yield from named_sources(item)
    elif isinstance(nav, dict):
        for item in nav.values():
            yield from named_sources(item)


def spoken(title: str, glossary: Glossary) -> str:
    """A title, as HTML, with what readers see for the references in it."""

    def shown(found: re.Match[str]) -> str:
        if "<" in found[2]:
            return found[2].rpartition("|")[2]
        written = " ".join(unescape(found[2]).split())
        return escape(written if found[1] else glossary.answer(written).text, quote=False)

    return REFERENCE.sub(shown, title)


def spoken_headings(html: str, glossary: Glossary) -> str:
    """The HTML of a page, with what readers see for the references in headings that are links already."""

    def shown(found: re.Match[str]) -> str:
        parts = CODE.split(found[0])
        parts[::2] = (spoken(part, glossary) for part in parts[::2])
        return "".join(parts)

    return LINKED_HEADING.sub(shown, html) if "[[" in html else html
