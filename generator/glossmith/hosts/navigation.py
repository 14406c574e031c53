"""The navigation as `mkdocs.yml` has it, lists and maps of titles, files and further lists; and titles in it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import escape, unescape
from typing import Any

from glossmith.model.glossary import Glossary

REFERENCE = re.compile(r"\[\[(\|?)([^\[\]|][^\[\]]*)\]\]")
"""In a title; behind a bar stands a name that is no link."""


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
        written = " ".join(unescape(found[2]).split())
        return escape(written if found[1] else glossary.answer(written).text, quote=False)

    return REFERENCE.sub(shown, title)
