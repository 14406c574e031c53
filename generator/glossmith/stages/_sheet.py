"""The sheet of a drawing: boxes with names, captions over them, and lines between them, in units of a pixel."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from html import escape
from typing import NamedTuple

from glossmith.stages._lettering import WIDEST, lettered, width
from glossmith.stages._views import TermRef
from glossmith.stages._words import Words

SHEET, BOX, CAPTION, HALO = 360, 108, 17, 4  # a halo is the outline of paper around a caption
SIZE, SIZE_OF_CAPTION, LEADING, PADDING = 13, 12, 15, 5
MOST_LINES = 4


class Part(NamedTuple):
    """Neighbours of one kind that stand together; `extent` is empty, or how many of how many are drawn."""

    kind: str
    refs: Sequence[TermRef]
    extent: tuple[int, int] | None = None


class Box(NamedTuple):
    """A term's box: its height, and all that is drawn in it."""

    height: int
    inside: str


class Sheet:
    """What has been drawn so far: elements in the order in which they are read, and the lines between them."""

    def __init__(self, words: Words) -> None:
        self.words = words
        self.elements: list[str] = []
        self.solid: list[str] = []
        self.dashed: list[str] = []

    def said(self, part: Part) -> str:
        """What a caption says of a part."""
        text = self.words[part.kind]
        if not part.extent:
            return text
        shown, total = map(str, part.extent)
        return self.words["drawing_some"].replace("{kind}", text).replace("{shown}", shown).replace("{total}", total)

    def past(self, part: Part, x: int) -> int:
        """Where a line comes down to a box: in its middle, or behind a caption that reaches so far."""
        end = x + int(width(self.said(part), SIZE_OF_CAPTION) * WIDEST) + HALO
        return min(max(x + BOX // 2, end), x + BOX - PADDING)

    def caption(self, part: Part, x: int, y: int) -> None:
        """Say over a box of which kind it and those after it are; a long one ends where the sheet does."""
        text = self.said(part)
        fits = x + width(text, SIZE_OF_CAPTION) * WIDEST <= SHEET
        place = f'x="{x}"' if fits else f'x="{SHEET}" text-anchor="end"'
        self.elements.append(f'<text {place} y="{y + CAPTION - 6}">{escape(text)}</text>')

    def link(self, ref: TermRef, box: Box, x: int, y: int) -> None:
        """Draw a neighbour; `xlink:href`, because Material's scripts fail on a link with `href` that is not HTML."""
        self.elements.append(f'<a xlink:href="{ref.href}" transform="translate({x} {y})">{box.inside}</a>')


@lru_cache(maxsize=50_000)
def boxed(name: str, most: int = MOST_LINES) -> Box:
    """A box with a name in it; the name in full as its title where it had to be cut."""
    text = lettered(name, BOX - 2 * PADDING, SIZE, most)
    height = 12 + LEADING * len(text.lines)
    spans = []
    for number, line in enumerate(text.lines):
        place = f' x="{PADDING}" dy="{LEADING}"' if number else ""
        attributes = place + line.held
        spans.append(f"<tspan{attributes}>{escape(line.text)}</tspan>" if attributes else escape(line.text))
    title = f"<title>{escape(name)}</title>" if text.shortened else ""
    return Box(
        height,
        f'{title}<rect height="{height}"/><text x="{PADDING}" y="18">{" ".join(spans)}</text>',
    )
