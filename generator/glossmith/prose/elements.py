"""What is to be known of HTML elements."""

from __future__ import annotations

import re

VOID = frozenset({"area", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"})
"""Elements that have no end tag (https://html.spec.whatwg.org/#void-elements)."""

BLOCK = (
    "(?:address|article|aside|blockquote|caption|d[dlt]|details|div|figcaption|figure|h[1-6r]|li|[ou]l|p|pre|section"
    r"|summary|table|tbody|t[dhr]|thead)\b"
)
"""The name of an element that stands on lines, or in a cell, of its own."""

PARTING = re.compile(rf"</?(?:{BLOCK}|br\b)[^<>]*>", re.IGNORECASE)
"""A tag with which a new line or cell begins, so that the words beside it are two."""
