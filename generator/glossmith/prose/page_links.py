"""`[[...]]` in the rendered HTML of a hand-written page."""

from __future__ import annotations

import re
from collections.abc import Callable
from html import unescape

TOKEN = re.compile(r"<!--.*?-->|<(/?)([a-zA-Z][a-zA-Z0-9-]*)(?:[^>\"']|\"[^\"]*\"|'[^']*')*>", re.DOTALL)
REFERENCE = re.compile(r"\[\[([^\[\]<>\n](?:[^\[\]<>]|\[[^\[\]]*\])*?)\]\]")
CLOSED = frozenset({"a", "code", "pre", "script", "style", "textarea", "math", "svg", "kbd", "samp"})
"""Elements in which `[[` is text."""

Link = Callable[[str], str]
"""The inside of a `[[...]]` as the author wrote it, to the HTML that stands for it."""


def link_terms(html: str, link: Link) -> str:
    """The HTML with every `[[...]]` outside code and links replaced."""
    if "[[" not in html:
        return html
    parts: list[str] = []
    depth = position = 0
    for tag in TOKEN.finditer(html):
        parts += (_text(html[position : tag.start()], link, depth), tag[0])
        position = tag.end()
        if (tag[2] or "").lower() in CLOSED and not tag[0].endswith("/>"):
            depth = max(0, depth + (-1 if tag[1] else 1))
    parts.append(_text(html[position:], link, depth))
    return "".join(parts)


def _text(text: str, link: Link, depth: int) -> str:
    if depth or "[[" not in text:
        return text
    return REFERENCE.sub(lambda found: link(" ".join(unescape(found[1]).split())), text)
