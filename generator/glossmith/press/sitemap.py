"""Completes the sitemap that a theme rendered."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from html import escape, unescape

__all__ = ["complete_sitemap"]

_ENTRY = re.compile(r"\s*<url>.*?</url>", re.DOTALL)
_LOCATION = re.compile(r"<loc>\s*(.*?)\s*</loc>", re.DOTALL)
_BLANKS = re.compile(r"(\s*)<url>(\s*)<loc>.*?(\s*)</url>", re.DOTALL)
_USUAL_BLANKS = ("\n    ", "\n         ", "\n    ")


def complete_sitemap(xml: str, drop: Collection[str], add: Iterable[tuple[str, str | None]]) -> str:
    """The sitemap without the URLs `drop` and with the entries `add` (URL, last modification), sorted by URL.

    New entries follow the existing ones, look like them, and leave out URLs that are there already.
    """
    sample = _BLANKS.search(xml)
    blanks = sample.groups() if sample else _USUAL_BLANKS
    entries = [(entry[0], _location(entry[0])) for entry in _ENTRY.finditer(xml)]
    kept = [(text, location) for text, location in entries if location not in drop]
    known = {location for _, location in kept}
    added = [
        _entry(location, changed, *blanks) for location, changed in sorted(dict(add).items()) if location not in known
    ]
    return _replace_entries(xml, "".join([*(text for text, _ in kept), *added]))


def _location(entry: str) -> str:
    found = _LOCATION.search(entry)
    return unescape(found[1]) if found else ""


def _entry(location: str, changed: str | None, before: str, inner: str, after: str) -> str:
    lines = [f"<loc>{escape(location)}</loc>", *([f"<lastmod>{escape(changed)}</lastmod>"] if changed else [])]
    return f"{before}<url>{''.join(inner + line for line in lines)}{after}</url>"


def _replace_entries(xml: str, entries: str) -> str:
    first, end = _ENTRY.search(xml), xml.rfind("</urlset>")
    if end < 0:
        return xml
    start = first.start() if first else len(xml[:end].rstrip())
    last = xml.rfind("</url>", 0, end)
    rest = xml[last + len("</url>") :] if last >= 0 else xml[start:]
    return xml[:start] + entries + (rest if last >= 0 or rest[:1].isspace() else "\n" + rest)
