"""What is to be known of HTML elements."""

from __future__ import annotations

VOID = frozenset({"area", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"})
"""Elements that have no end tag (https://html.spec.whatwg.org/#void-elements)."""
