"""The rendered HTML of a hand-written page in pieces: tags, text in which mentions may link, and all other text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import Enum
from typing import NamedTuple

from glossmith.model.prose import HTML_ENDS, HTML_STARTS, HTML_TAG
from glossmith.prose.elements import VOID

REFERENCE = re.compile(r"\[\[(?![|\s]*\]\])([^\[\]<>](?:[^\[\]<>]|\[[^\[\]]*\])*?)\]\]")

_TEXT = r"(?:[^\[\]<>]|\[[^\[\]<>]*\])"
_MARK = (
    "</?(?:abbr|b|br|cite|code|del|em|i|img|ins|kbd|mark|path|q|s|samp|small|span|strong|sub|sup|svg|u|var)"
    r"\b[^<>]*>"
)
LABELLED = re.compile(rf"\[\[(?P<written>[^\[\]<>|]*)\|(?P<label>{_TEXT}*{_MARK}(?:{_TEXT}|{_MARK})*)\]\]")
"""A reference whose text has marks, such as emphasis, which Markdown has made elements of already, or an icon."""

TAG = re.compile(r"<(?P<end>/?)(?P<name>[a-z]+)[^<>]*?(?P<void>/?)>")

TOKEN = re.compile(
    rf"{LABELLED.pattern}|<!--.*?-->"
    r"|<(?P<end>/?)(?P<name>[a-zA-Z][a-zA-Z0-9-]*)(?P<attributes>(?:[^>\"']|\"[^\"]*\"|'[^']*')*)>",
    re.DOTALL,
)

ADDED = re.compile(r"</?abbr\b[^>]*>|<br ?/?>(?=\n)")
WITH_ADDED = re.compile(rf"\[\[(?=[^\[\]]*<(?:abbr|br)\b)(?:[^\[\]<>]|{ADDED.pattern})*\]\]")
"""A reference in which Markdown has marked an abbreviation that it knows, or the end of a line."""

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
    LABELLED = "a `[[...]]` whose text has marks"
    SECTION = "the start tag of a section's heading"


class Piece(NamedTuple):
    """A part of the HTML."""

    kind: Kind
    html: str


def pieces(html: str) -> Iterator[Piece]:
    """The whole HTML, in order."""
    opened: list[tuple[str, Kind]] = []
    position = 0
    html = WITH_ADDED.sub(lambda found: ADDED.sub("", found[0]), html) if "[[" in html else html
    for token in _tokens(html):
        kind = opened[-1][1] if opened else Kind.MENTIONS
        if position < token.start():
            yield Piece(kind, html[position : token.start()])
        position = token.end()
        if token["written"] is not None:
            yield Piece(kind if kind is Kind.FIXED else Kind.LABELLED, token[0].replace(HTML_TAG, ""))
            continue
        if token[0] in {HTML_STARTS, HTML_ENDS}:
            _mark(opened, starts=token[0] == HTML_STARTS)
            continue
        name = (token["name"] or "").lower()
        is_section = name == SECTION and not token["end"]
        yield Piece(Kind.SECTION if is_section else Kind.FIXED, token[0].replace(HTML_TAG, ""))
        if token["end"]:
            _close(opened, name)
        elif name and name not in VOID and not token[0].endswith("/>"):
            opened.append((name, _inside(name, token["attributes"], opened[-1][1] if opened else Kind.MENTIONS)))
    yield Piece(opened[-1][1] if opened else Kind.MENTIONS, html[position:])


def _tokens(html: str) -> Iterator[re.Match[str]]:
    """Every tag, comment and reference whose text is whole; of any other, what stands in it."""
    at = 0
    while token := TOKEN.search(html, at):
        is_part = token["written"] is not None and not _is_whole(token["label"])
        at = token.start() + 2 if is_part else token.end()
        if not is_part:
            yield token


def _is_whole(html: str) -> bool:
    """Whether every element that begins there ends there, and none ends that began before."""
    opened: list[str] = []
    for tag in TAG.finditer(html):
        if tag["end"]:
            if not opened or opened.pop() != tag["name"]:
                return False
        elif not tag["void"] and tag["name"] not in VOID:
            opened.append(tag["name"])
    return not opened


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
