"""The drawing of the map: categories in a column, and arcs between those that are connected most.

Names in a column stay legible however long they are and however many; an arc is as thick as the connection is strong.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from html import escape
from typing import NamedTuple

from markupsafe import Markup

from glossmith.stages._lettering import Lettering, lettered
from glossmith.stages._words import Words

FEWEST = 3
"""Categories below which there is nothing to draw."""

OUTSTANDING = 0.75
"""Part of the strongest connection from which on one is drawn though each of its ends has a stronger one.

Where more reach it than there are categories, none stands out.
"""

SHEET, SIZE, LEADING, SPACE, INDENT = 360, 13, 15, 12, 14
NAME, COUNT, EDGE, MOST_LINES = 215, 250, 258, 2
THINNEST, THICKEST = 1, 4.5


class Row(NamedTuple):
    """A category: `links` leads from the numbers of other rows to the strength of the connection."""

    title: str
    href: str
    depth: int
    terms: int
    links: Mapping[int, int]


def arcs(rows: Sequence[Row], words: Words) -> Markup:
    """The drawing, or nothing where there are too few categories or no connections between them."""
    pairs = _pairs(rows)
    if len(rows) < FEWEST or not pairs:
        return Markup()
    names, middles, y = [], [], 0
    for row in rows:
        text = lettered(row.title, NAME - _indent(row), SIZE, MOST_LINES)
        height = SPACE + LEADING * len(text.lines)
        names.append(_name(row, text, y, height))
        middles.append(y + height // 2)
        y += height
    strongest = max(pairs.values())
    longest = max(other - one for one, other in pairs)
    lines = [
        _arc(middles[one], middles[other], (other - one) / longest, strength / strongest)
        + f"<title>{escape(f'{rows[one].title} – {rows[other].title}: {strength}')}</title></path>"
        for (one, other), strength in sorted(pairs.items())
    ]
    return Markup(
        f'<svg class="gs-drawing gs-arcs" viewBox="-1 -1 {SHEET + 2} {y + 2}" role="group" '
        f'aria-label="{escape(words["map_drawing"])}"><desc>{escape(words["map_drawing_text"])}</desc>'
        f'<g aria-hidden="true">{"".join(lines)}</g>{"".join(names)}</svg>'
    )


def _pairs(rows: Sequence[Row]) -> dict[tuple[int, int], int]:
    """The connections that are drawn, and their strengths: the strongest of each category, and what else stands out."""
    strongest = max((strength for row in rows for strength in row.links.values()), default=0)
    best, outstanding = {}, {}
    for number, row in enumerate(rows):
        ranked = sorted(row.links.items(), key=lambda one: (-one[1], abs(one[0] - number), one[0]))
        for other, strength in ranked:
            pair = min(number, other), max(number, other)
            if (other, strength) == ranked[0]:
                best[pair] = strength
            elif strength >= OUTSTANDING * strongest:
                outstanding[pair] = strength
    return best | outstanding if len(outstanding.keys() - best) <= len(rows) else best


def _indent(row: Row) -> int:
    return INDENT * min(row.depth, 4)


def _name(row: Row, text: Lettering, y: int, height: int) -> str:
    spans = []
    for number, line in enumerate(text.lines):
        place = f' x="0" dy="{LEADING}"' if number else ""
        spans.append(f"<tspan{place}{line.held}>{escape(line.text)}</tspan>")
    title = f"<title>{escape(row.title)}</title>" if text.shortened else ""
    return (
        f'<a xlink:href="{escape(row.href)}" transform="translate({_indent(row)} {y})">{title}'
        f'<rect width="{COUNT - _indent(row) + 4}" height="{height}"/><text y="18">{" ".join(spans)}</text></a>'
        f'<text x="{COUNT}" y="{y + height // 2 + 4}" text-anchor="end">{row.terms}</text>'
    )


def _arc(from_y: int, to_y: int, distance: float, strength: float) -> str:
    """The beginning of an arc between two heights; `distance` and `strength` are parts of the greatest."""
    reach = EDGE + 14 + round(112 * distance)
    thick = THINNEST + (THICKEST - THINNEST) * strength
    return f'<path d="M{EDGE} {from_y}C{reach} {from_y} {reach} {to_y} {EDGE} {to_y}" stroke-width="{thick:.1f}">'
