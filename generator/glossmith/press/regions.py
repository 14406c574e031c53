"""Where the tags, scripts, styles and comments of an HTML text lie."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from html.parser import HTMLParser
from itertools import accumulate
from typing import Literal

__all__ = ["Attribute", "Markup", "Region", "attributes", "read_markup"]

RAW = ("script", "style")

_ATTRIBUTE = re.compile(r"""(?P<name>[^\s"'<>/=]+)(?:\s*=\s*(?:"(?P<d>[^"]*)"|'(?P<s>[^']*)'|(?P<u>[^\s>"']+)))?""")
_TAG_NAME = re.compile(r"</?[^\s/>]*")


@dataclass(frozen=True, slots=True)
class Region:
    """A stretch of HTML that is not text: offsets, what it is, and the tag that it is or belongs to."""

    start: int
    end: int
    kind: Literal["tag", "script", "style", "comment"]
    tag: str = ""


@dataclass(frozen=True, slots=True)
class Attribute:
    """An attribute with a value: offsets of the value within the HTML, quotes excluded; `quote` may be empty."""

    name: str
    value: str
    start: int
    end: int
    quote: str


@dataclass(frozen=True, slots=True)
class Markup:
    """The regions of an HTML text in order, and where `</head>` stands or should stand."""

    html: str
    regions: tuple[Region, ...]
    head_end: int

    def region_at(self, offset: int) -> Region | None:
        """The region around an offset, `None` in text."""
        index = bisect_right(self.regions, offset, key=lambda region: region.start) - 1
        if index >= 0 and offset < self.regions[index].end:
            return self.regions[index]
        return None

    def last_tag(self, offset: int) -> Region | None:
        """The start tag that comes last before an offset."""
        index = bisect_left(self.regions, offset, key=lambda region: region.start)
        return next((region for region in reversed(self.regions[:index]) if region.kind == "tag"), None)

    def tags(self, name: str) -> Iterator[Region]:
        """The start tags of that name."""
        return (region for region in self.regions if region.kind == "tag" and region.tag == name)


class _Reader(HTMLParser):
    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=False)
        self.regions: list[Region] = []
        self.head_ends: list[int] = []
        self.bodies: list[int] = []
        self.title_ends: list[int] = []
        self._lines = [0, *accumulate(len(line) + 1 for line in html.split("\n"))]
        self._raw: Region | None = None
        self.feed(html)
        self.close()
        if self._raw:
            self._close_raw(len(html))

    def _offset(self) -> int:
        line, column = self.getpos()
        return self._lines[line - 1] + column

    def _close_raw(self, end: int) -> None:
        if self._raw:
            kind: Literal["script", "style"] = "script" if self._raw.tag == "script" else "style"
            self.regions.append(Region(self._raw.end, end, kind, self._raw.tag))
        self._raw = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002 - the base class's signature
        start = self._offset()
        region = Region(start, start + len(self.get_starttag_text() or ""), "tag", tag)
        self.regions.append(region)
        if tag in RAW:
            self._raw = region
        if tag == "body":
            self.bodies.append(start)

    def handle_endtag(self, tag: str) -> None:
        if self._raw and self._raw.tag == tag:
            self._close_raw(self._offset())
        if tag == "head":
            self.head_ends.append(self._offset())
        if tag == "title":
            self.title_ends.append(self._offset() + len("</title>"))

    def handle_comment(self, data: str) -> None:
        start = self._offset()
        self.regions.append(Region(start, start + len("<!--") + len(data), "comment"))


def read_markup(html: str) -> Markup:
    """Find the regions of an HTML text, however untidy it is."""
    reader = _Reader(html)
    head_end = [*reader.head_ends, *reader.bodies, *reader.title_ends, 0][0]
    return Markup(html, tuple(reader.regions), head_end)


def attributes(html: str, tag: Region) -> Iterator[Attribute]:
    """The attributes of a start tag that have a value."""
    name = _TAG_NAME.match(html, tag.start, tag.end)
    for found in _ATTRIBUTE.finditer(html, name.end() if name else tag.start, tag.end):
        group = next((each for each in "dsu" if found[each] is not None), None)
        if group:
            quote = {"d": '"', "s": "'", "u": ""}[group]
            yield Attribute(found["name"].lower(), found[group], found.start(group), found.end(group), quote)
