"""Typeset HTML with its slots filled: the last step before a page."""

from __future__ import annotations

from collections.abc import Callable
from html import escape

from glossmith.model.prose import SLOT

TermLink = Callable[[int], tuple[str, str] | tuple[str, str, str]]
"""The HTML before and after the shown text of a reference; a third item replaces that text."""


def fill(typeset_html: str, term_link: TermLink, path: Callable[[int], str]) -> str:
    """Replace every slot: references by what `term_link` says of their number, addresses by `path`, escaped.

    A third item from `term_link` is HTML to show instead of what the author's `|` says. The typesetter reads
    `[[a|b]]` as a target with a text; where a term is really called `a|b`, its link shows `escape("a|b")`.
    """
    if SLOT not in typeset_html:
        return typeset_html
    parts = typeset_html.split(SLOT)
    out = [parts[0]]
    closing = ""
    replaced = False
    for word, html in zip(parts[1::2], parts[2::2], strict=True):
        if word[0] == "t":
            opening, closing, *instead = term_link(int(word[1:]))
            replaced = bool(instead)
            out += (opening, instead[0] if replaced else html)
        elif word[0] == "/":
            out += (closing, html)
            replaced = False
        elif not replaced:
            out += (escape(path(int(word[1:]))), html)
    return "".join(out)
