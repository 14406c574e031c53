"""The navigation as `mkdocs.yml` has it: lists and maps of titles, files and further lists."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any


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
