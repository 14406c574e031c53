"""What typesetting makes of one Markdown field: HTML with slots, and what it points at."""

from __future__ import annotations

from typing import NamedTuple

from glossmith.model.page import Heading

SLOT = "\x00"
"""Delimits a slot in typeset HTML; loading refuses the character, so no author can write it."""

RUN = "\x01"
"""Stands before and behind each stretch of typeset HTML in which mentions may become links; no author can write it."""

HTML_STARTS, HTML_ENDS = "<!--glossmith:html-->", "<!--glossmith:end-->"
"""Around blocks of HTML that the author of a hand-written page wrote, until its links are made."""

HTML_TAG = " data-glossmith-html"
"""In an inline tag that the author wrote and that could be one of Markdown's, as long."""


class ProseReference(NamedTuple):
    """One `[[target#heading|text]]`, offsets in characters of the field's value, from `[[` to `]]`.

    `target` is all of what stands between the brackets, spaces made single: only the resolver knows whether
    `C#` or `a|b` is a name or is to be split.
    """

    target: str
    start: int
    end: int


class ProsePath(NamedTuple):
    """A relative link or image of a field: the address, not percent-encoded by us, and where it stands."""

    href: str
    start: int
    end: int
    is_image: bool = False


class ProseProblem(NamedTuple):
    """Something that the typesetter could not render: the rule it breaks and where."""

    rule: str
    message: str
    start: int
    end: int
    help: str = ""


class Typeset(NamedTuple):
    """A field ready for a page but for its links.

    `html` holds slots, each `SLOT + word + SLOT`: `t0` and `/t0` around the text of `references[0]` (what
    follows its last `|`, else its target), `p0` in place of the address of `paths[0]`. `brief` is the same
    text for cards and lists: inline HTML without links, images, footnotes or ids. `text` is plain text for search and
    descriptions. Both hold the slots of references until the glossary knows what these are called. `levels` are
    those of headings, as written and in the HTML.
    """

    html: str
    brief: str = ""
    text: str = ""
    headings: tuple[Heading, ...] = ()
    references: tuple[ProseReference, ...] = ()
    paths: tuple[ProsePath, ...] = ()
    problems: tuple[ProseProblem, ...] = ()
    levels: tuple[tuple[int, int], ...] = ()
