"""The drawing of a term page: the term in the middle, and around it the terms that it is related to.

What is more general stands above, what is more special below, everything else beside it; a caption over each group
says which relation it is. It is plain SVG with links, in units of a pixel on a narrow phone.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from html import escape

from markupsafe import Markup

from glossmith.model.term import Term
from glossmith.stages._sheet import BOX, CAPTION, HALO, MOST_LINES, SHEET, Part, Sheet, boxed
from glossmith.stages._views import Neighbours, Outlook, TermRef
from glossmith.stages._words import Words

FEWEST, MOST = 3, 12
"""Neighbours below which a drawing shows nothing that the cards do not, and beyond which it is hard to read."""

IN_A_ROW, IN_A_STACK = 3, 4
GUTTER = 18
LEFT, MIDDLE, RIGHT = 0, BOX + GUTTER, 2 * (BOX + GUTTER)
BUS, GAP, BREAK = 9, 7, 5


def neighbourhood(term: Term, related: Sequence[Neighbours], outlook: Outlook, words: Words) -> Markup:
    """The drawing, or nothing where a term has too few neighbours."""
    if sum(len(group.terms) for group in related) < FEWEST:
        return Markup()
    above, left, right, below, over = _chosen(term, related, outlook)
    sheet = Sheet(words)
    y = _draw_above(sheet, above, over) if above else 0
    middle = boxed(term.title, MOST_LINES + 1)
    stacks = max(_height(left), _height(right))
    half = -(-max(stacks, middle.height) // 2)
    centre = y + max(half, stacks // 2 + CAPTION if stacks else 0)
    top = centre - middle.height // 2
    if above:
        sheet.solid.append(f"M180 {y - BUS}V{top}")
    _draw_beside(sheet, left, LEFT, centre)
    sheet.elements.append(f'<g transform="translate({MIDDLE} {top})">{middle.inside}</g>')
    _draw_beside(sheet, right, RIGHT, centre)
    bottom = centre + half
    if below:
        bottom = _draw_below(sheet, below, top + middle.height, bottom + BUS)
    return _framed(sheet, term, bottom)


def _framed(sheet: Sheet, term: Term, height: int) -> Markup:
    label = escape(sheet.words["drawing"].replace("{term}", term.title))
    lines = f'<path d="{"".join(sheet.solid)}"/>' if sheet.solid else ""
    lines += f'<path class="gs-dashed" d="{"".join(sheet.dashed)}"/>' if sheet.dashed else ""
    return Markup(
        f'<svg class="gs-drawing" viewBox="-1 -1 {SHEET + 2} {height + 2}" role="group" aria-label="{label}">'
        f"<desc>{escape(sheet.words['drawing_text'])}</desc>{lines}{''.join(sheet.elements)}</svg>"
    )


def _chosen(
    term: Term, related: Sequence[Neighbours], outlook: Outlook
) -> tuple[list[Part], list[Part], list[Part], list[Part], TermRef | None]:
    """What stands above, left, right and below; and what stands over a term above that has one over it."""
    found: defaultdict[str, list[TermRef]] = defaultdict(list, related)
    above = _parts(found, ("broader", "wholes"), IN_A_ROW)
    lower = min(IN_A_ROW, len(found["narrower"]) + len(found["parts"]))
    rows = sum(len(part.refs) for part in above) + lower
    left, right = _sides(found["related"], found["contrasts"], IN_A_STACK - (rows > MOST - 2 * IN_A_STACK))
    room = MOST - sum(len(part.refs) for part in (*above, *left, *right))
    below = _parts(found, ("narrower", "parts"), min(max(room, lower), 2 * IN_A_ROW))
    over = outlook.terms(outlook.edition.relations[above[0].refs[0].id].broader)[:1] if above else []
    known = {term.id, *(ref.id for part in (*above, *left, *right, *below) for ref in part.refs)}
    free = len(known) <= MOST
    return above, left, right, below, next((ref for ref in over if free and ref.id not in known), None)


def _sides(related: list[TermRef], contrasts: list[TermRef], most: int) -> tuple[list[Part], list[Part]]:
    """Contrasts on the right; what is related on the left, and in what is free on the right."""
    opposite = contrasts[: most - (len(related) > most)]
    half = len(related) if opposite else -(-len(related) // 2)
    beside = related[: min(half, most)]
    rest = related[len(beside) : len(beside) + most - len(opposite)]
    extent = _extent(len(beside) + len(rest), len(related))
    left = [Part("related", beside, extent)] if beside else []
    right = [Part("contrasts", opposite, _extent(len(opposite), len(contrasts)))] if opposite else []
    return left, [*right, *([Part("related", rest)] if rest else [])]


def _parts(found: Mapping[str, list[TermRef]], kinds: Iterable[str], room: int) -> list[Part]:
    """The neighbours of two kinds that share rows; the second keeps a place where the first would take all."""
    first, second = (found[kind] for kind in kinds)
    shown = first[: room - min(1, len(second))] if len(first) + len(second) > room else first
    others = second[: room - len(shown)]
    pairs = zip(kinds, (shown, others), (first, second), strict=True)
    return [Part(kind, refs, _extent(len(refs), len(every))) for kind, refs, every in pairs if refs]


def _extent(shown: int, total: int) -> tuple[int, int] | None:
    return (shown, total) if shown < total else None


def _draw_above(sheet: Sheet, parts: Sequence[Part], over: TermRef | None) -> int:
    """The row of what is more general, standing on a line that leads down; where the middle begins."""
    boxes = [(part, ref, boxed(ref.title)) for part in parts for ref in part.refs]
    xs = _across(len(boxes))
    y = 0
    if over:
        top = boxed(over.title)
        sheet.link(over, top, xs[0], 0)
        y = top.height + HALO
    floor = y + CAPTION + max(box.height for _, _, box in boxes)
    said: Part | None = None
    for x, (part, ref, box) in zip(xs, boxes, strict=True):
        if part is not said:
            sheet.caption(part, x, floor - box.height - CAPTION)
        said = part
        sheet.link(ref, box, x, floor - box.height)
        sheet.solid.append(f"M{x + BOX // 2} {floor}v{BUS}")
    if over:
        sheet.solid.append(f"M{sheet.past(boxes[0][0], xs[0])} {y - HALO}V{floor - boxes[0][2].height}")
    if len(xs) > 1:
        sheet.solid.append(f"M{xs[0] + BOX // 2} {floor + BUS}H{xs[-1] + BOX // 2}")
    return floor + 2 * BUS


def _draw_below(sheet: Sheet, parts: Sequence[Part], from_y: int, y: int) -> int:
    """The rows of what is more special, hanging from a line at `y` that comes from the middle; where they end."""
    boxes = [(part, ref, boxed(ref.title)) for part in parts for ref in part.refs]
    said: Part | None = None
    from_x = SHEET // 2 if len(boxes) > 1 else sheet.past(parts[0], MIDDLE)
    sheet.solid.append(f"M{from_x} {from_y}V{y}")
    while boxes:
        fitting = 2 if len(boxes) in {4, 5} else IN_A_ROW
        row, boxes = boxes[:fitting], boxes[fitting:]
        xs = _across(len(row))
        ceiling = y + (HALO + CAPTION if any(part is not said for part, _, _ in row) else BUS)
        ends = []
        for x, (part, ref, box) in zip(xs, row, strict=True):
            ends.append(x + BOX // 2 if part is said else sheet.past(part, x))
            if part is not said:
                sheet.caption(part, x, ceiling - CAPTION)
            said = part
            sheet.link(ref, box, x, ceiling)
            sheet.solid.append(f"M{ends[-1]} {y}V{ceiling}")
        if min(from_x, *ends) < max(from_x, *ends):
            sheet.solid.append(f"M{min(from_x, *ends)} {y}H{max(from_x, *ends)}")
        bottom = ceiling + max(box.height for _, _, box in row)
        if boxes:
            from_x = xs[0] + BOX + GUTTER // 2
            sheet.solid.append(f"M{from_x} {y}V{bottom + BUS}")
            y = bottom + BUS
    return bottom


def _across(count: int) -> list[int]:
    """Where the boxes of a row begin, so that it stands in the middle."""
    first = (SHEET - count * BOX - (count - 1) * GUTTER) // 2
    return [first + number * (BOX + GUTTER) for number in range(count)]


def _height(parts: Sequence[Part]) -> int:
    """From the top of the first box of a stack, below its caption, to the end of the last."""
    heights = [boxed(ref.title).height + GAP for part in parts for ref in part.refs]
    return sum(heights) + (CAPTION + BREAK) * (len(parts) - 1) - GAP if heights else 0


def _draw_beside(sheet: Sheet, parts: Sequence[Part], x: int, centre: int) -> None:
    """A stack beside the term, each group on a line of its own that leads to the middle."""
    y = centre - _height(parts) // 2 - CAPTION
    near, far = (MIDDLE, BOX) if x == LEFT else (RIGHT - GUTTER, RIGHT)
    for number, part in enumerate(parts):
        bend = (near + far) // 2 + 3 * number
        leaves = centre - 4 * (len(parts) - 1) + 8 * number
        sheet.caption(part, x, y)
        y += CAPTION
        ends = []
        for ref in part.refs:
            box = boxed(ref.title)
            sheet.link(ref, box, x, y)
            ends.append(y + box.height // 2)
            y += box.height + GAP
        y += BREAK
        lines = sheet.dashed if part.kind == "contrasts" else sheet.solid
        lines.append(f"M{near} {leaves}H{bend}M{bend} {min(leaves, *ends)}V{max(leaves, *ends)}")
        lines.extend(f"M{bend} {end}H{far}" for end in ends)
