"""The rendered HTML of a hand-written page in pieces: tags, text in which mentions may link, and all other text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import Enum
from typing import NamedTuple

from glossmith.model.prose import HTML_ENDS, HTML_STARTS, HTML_TAG
from glossmith.prose.elements import VOID

TOKEN = re.compile(r"<!--.*?-->|<(/?)([a-zA-Z][a-zA-Z0-9-]*)((?:[^>\"']|\"[^\"]*\"|'[^']*')*)>", re.DOTALL)
REFERENCE = re.compile(r"\[\[(?![|\s]*\]\])([^\[\]<>\n](?:[^\[\]<>]|\[[^\[\]]*\])*?)\]\]")

MARKUP = re.compile(r"</?(?:abbr|code|del|em|ins|mark|strong|sub|sup)\b[^>]*>")
MARKED_UP = re.compile(r"\[\[(?=[^\[\]\n]*<)(?:[^\[\]<>\n]|<(\w+)[^<>]*>[^\[\]<>\n]*</\1>)*\]\]")
"""A reference in which Markdown has marked something up: an abbreviation that it knows, or what is *emphasised*."""

CLOSED = frozenset({"a", "code", "pre", "script", "style", "textarea", "math", "svg", "kbd", "samp"})
"""Elements in which `[[` is text."""

MARKDOWN = frozenset(
    {
        "p",
        "ul",
        "ol",
        "li",
        "table",
        "thead",
        "tbody",
        "tr",
        "td",
        "dl",
        "dd",
        "dt",
        "blockquote",
        "strong",
        "em",
        "del",
        "ins",
        "mark",
        "div",
        "section",
        "article",
        "aside",
        "details",
        "figure",
        "figcaption",
    }
)
"""Elements that Markdown and its extensions make, in which mentions may link; in all others, such as headings, not."""

NO_PROSE = re.compile(r'class="(?:[^"]*\s)?(?:admonition-title|arithmatex|highlight|toc|doc)[\s"]')
"""Titles, formulas, code, and what is made of program code, such as `doc` of mkdocstrings."""

WRITTEN = "html of the author's"
SECTION = "h2"


class Kind(Enum):
    """What may be done with a piece."""

    FIXED = "a tag, or text that stays as it is"
    REFERENCES = "text with `[[...]]` only"
    MENTIONS = "text with `[[...]]` and mentions"
    SECTION = "the start tag of a section's heading"


class Piece(NamedTuple):
    """A part of the HTML."""

    kind: Kind
    html: str


def pieces(html: str) -> Iterator[Piece]:
    """The whole HTML, in order."""
    opened: list[tuple[str, Kind]] = []
    position = 0
    html = MARKED_UP.sub(lambda found: MARKUP.sub("", found[0]), html) if "[[" in html else html
    for token in TOKEN.finditer(html):
        if position < token.start():
            yield Piece(opened[-1][1] if opened else Kind.MENTIONS, html[position : token.start()])
        position = token.end()
        if token[0] in {HTML_STARTS, HTML_ENDS}:
            _mark(opened, starts=token[0] == HTML_STARTS)
            continue
        name = (token[2] or "").lower()
        yield Piece(Kind.SECTION if name == SECTION and not token[1] else Kind.FIXED, token[0].replace(HTML_TAG, ""))
        if token[1]:
            _close(opened, name)
        elif name and name not in VOID and not token[0].endswith("/>"):
            opened.append((name, _inside(name, token[3], opened[-1][1] if opened else Kind.MENTIONS)))
    yield Piece(opened[-1][1] if opened else Kind.MENTIONS, html[position:])


def _inside(name: str, attributes: str, outside: Kind) -> Kind:
    """What may be done with the text in an element; never more than with that around it."""
    if outside is Kind.FIXED or name in CLOSED:
        return Kind.FIXED
    is_prose = name in MARKDOWN and HTML_TAG not in attributes and not NO_PROSE.search(attributes)
    return outside if is_prose else Kind.REFERENCES


def _mark(opened: list[tuple[str, Kind]], *, starts: bool) -> None:
    """Begin or end a block of HTML that the author wrote."""
    if not starts:
        _close(opened, WRITTEN)
        return
    outside = opened[-1][1] if opened else Kind.MENTIONS
    opened.append((WRITTEN, Kind.FIXED if outside is Kind.FIXED else Kind.REFERENCES))


def unmarked(html: str) -> str:
    """The HTML without marks around what the author wrote."""
    return html.replace(HTML_STARTS, "").replace(HTML_ENDS, "").replace(HTML_TAG, "")


def _close(opened: list[tuple[str, Kind]], name: str) -> None:
    """End the nearest open element of that name, with those inside it that were left open."""
    for at in range(len(opened) - 1, -1, -1):
        if opened[at][0] == name:
            del opened[at:]
            return
        if opened[at][0] == WRITTEN:
            return
