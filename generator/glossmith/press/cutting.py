"""Cuts a theme's HTML at the sentinel words into a shell."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from glossmith.model.shell import HEADING_PARTS, Contents, ContentsError, Shell, ShellError, Slot
from glossmith.press.completing import said
from glossmith.press.contents import Gaps, OwnedSlot, Symbol, fold_contents
from glossmith.press.marking import Dropped, Mark, find_marks
from glossmith.press.regions import Markup, attributes, read_markup
from glossmith.press.sentinels import BODY, DESCRIPTION, HEADING_ID, sentinel_body

__all__ = ["cut", "cut_shapes"]

_BODY_END = re.compile(BODY + r"\s*</div>", re.IGNORECASE)
_BLANKS_AND_QUOTES = re.compile(r"[\s\"']+")

Edit = tuple[int, int, str | Slot | OwnedSlot]


def cut(html: str) -> tuple[Shell, tuple[str, ...]]:
    """The shell, and what could not be done; `ShellError` if the theme does not print the body as it is."""
    markup = read_markup(html)
    bodies = _body_spans(markup)
    marks, dropped = _marks_outside(markup, bodies)
    edits = _edits(markup, marks, dropped, bodies)
    folded = fold_contents(_apply(html, edits))
    messages = [mark.message for mark in dropped if mark.message]
    messages += _changes_of_body(html, bodies)
    return replace(_compile(folded), said=said(markup)), tuple(dict.fromkeys(messages))


def cut_shapes(html: str, bare_html: str) -> tuple[Shell, tuple[str, ...]]:
    """One shell from the sentinel page with and the one without headings.

    Where the theme's table of contents cannot be understood, all pages go without one, and a message says so.
    """
    bare, bare_messages = cut(bare_html)
    try:
        shell, messages = cut(html)
    except ContentsError as error:
        return bare, tuple(dict.fromkeys([*bare_messages, f"{error}: pages go without it"]))
    return replace(shell, bare=bare), tuple(dict.fromkeys([*messages, *bare_messages]))


def _body_spans(markup: Markup) -> list[tuple[int, int]]:
    spans: list[tuple[int, int]] = []
    starts = [
        tag.start
        for tag in markup.tags("h1")
        if any(each.name == "id" and each.value == HEADING_ID for each in attributes(markup.html, tag))
    ]
    for end in _BODY_END.finditer(markup.html):
        floor = spans[-1][1] if spans else 0
        start = max((start for start in starts if floor <= start < end.start()), default=None)
        if markup.region_at(end.start()) is None and start is not None:
            spans.append((start, end.end()))
    if not spans:
        raise ShellError("the theme does not print the page's content as it is: the body or its `<h1>` is missing")
    return spans


def _marks_outside(markup: Markup, bodies: Sequence[tuple[int, int]]) -> tuple[list[Mark], list[Dropped]]:
    marks: list[Mark] = []
    dropped: list[Dropped] = []
    starts = [0, *(end for _, end in bodies)]
    stops = [*(start for start, _ in bodies), len(markup.html)]
    for start, stop in zip(starts, stops, strict=True):
        for mark in find_marks(markup, start, stop):
            if isinstance(mark, Mark):
                marks.append(mark)
            else:
                dropped.append(mark)
    return marks, dropped


def _edits(
    markup: Markup, marks: Iterable[Mark], dropped: Iterable[Dropped], bodies: Iterable[tuple[int, int]]
) -> list[Edit]:
    edits: set[Edit] = {(markup.head_end, markup.head_end, Slot("head", "markup"))}
    edits |= {(start, end, Slot("body", "markup")) for start, end in bodies}
    edits |= {(mark.start, mark.end, mark.replacement) for mark in dropped}
    edits |= set(_foreign_descriptions(markup))
    for mark in marks:
        edits.add((mark.start, mark.end, OwnedSlot(mark.slot, mark.owner) if mark.owner else mark.slot))
        edits |= {(place, place, '"') for place in mark.bare_value or ()}
    return sorted(edits, key=lambda edit: edit[:2])


def _foreign_descriptions(markup: Markup) -> Iterator[Edit]:
    """A description that is not the page's (MkDocs' theme has the site's on the home page) makes way for it."""
    for tag in markup.tags("meta"):
        values = {each.name: each for each in attributes(markup.html, tag)}
        name, content = values.get("name"), values.get("content")
        if name and content and name.value.lower() == "description" and DESCRIPTION not in content.value.lower():
            slot = Slot("description", "apostrophes" if content.quote == "'" else "attribute")
            yield content.start - len(content.quote), content.start, content.quote or '"'
            yield content.start, content.end, slot
            yield content.end, content.end + len(content.quote), content.quote or '"'


def _apply(html: str, edits: Iterable[Edit]) -> list[Symbol]:
    symbols: list[Symbol] = []
    position = 0
    for start, end, replacement in edits:
        symbols += html[position:start]
        symbols += replacement if isinstance(replacement, str) else [replacement]
        position = end
    symbols += html[position:]
    return symbols


def _compile(folded: Sequence[str | Slot | Gaps]) -> Shell:
    gaps = [symbol for symbol in folded if isinstance(symbol, Gaps)]
    contents = [
        Contents(f"contents {number}", {pair: _layout(gap) for pair, gap in each.table.items()})
        for number, each in enumerate(gaps)
    ]
    waiting = iter(contents)
    outside = [next(waiting) if isinstance(symbol, Gaps) else symbol for symbol in folded]
    inside = [symbol for each in gaps for gap in each.table.values() for symbol in gap]
    slots = {symbol.name: symbol for symbol in (*outside, *inside) if isinstance(symbol, Slot)}
    of_headings = {name: slot for name, slot in slots.items() if slot.part in HEADING_PARTS}
    of_page = {name: slot for name, slot in slots.items() if slot.part not in HEADING_PARTS}
    return Shell(_layout(outside), of_page, tuple(contents), of_headings)


def _layout(symbols: Iterable[str | Slot | Contents]) -> str:
    return "".join(each.replace("%", "%%") if isinstance(each, str) else f"%({each.name})s" for each in symbols)


def _changes_of_body(html: str, bodies: Iterable[tuple[int, int]]) -> list[str]:
    given = {_BLANKS_AND_QUOTES.sub("", sentinel_body(with_headings)) for with_headings in (True, False)}
    printed = {_BLANKS_AND_QUOTES.sub("", html[start:end]) for start, end in bodies}
    return ["the theme changes the page's content, and glossmith prints it unchanged"] if printed - given else []
