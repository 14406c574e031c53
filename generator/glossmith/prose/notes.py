"""The list of footnotes at the end of a field."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from glossmith.prose.blocks import write_blocks
from glossmith.prose.composition import Composition

_PARAGRAPH_END = "</p>\n"


def write_notes(page: Composition) -> None:
    """Write the notes that were referred to, in that order; a note may refer to further ones."""
    if not page.note_numbers:
        return
    brief = page.brief
    page.brief = []
    name = escape(page.wording.footnotes)
    page.html.append(f'<div class="footnote" role="group" aria-label="{name}">\n<hr>\n<ol>\n')
    for number, label in _labels(page):
        page.html.append(f'<li id="fn-{page.anchor}-{number}">\n')
        write_blocks(page, page.notes[label])
        _write_ways_back(page, number)
        page.html.append("</li>\n")
    page.html.append("</ol>\n</div>\n")
    page.brief = brief


def _labels(page: Composition) -> Iterator[tuple[int, str]]:
    """Number and label of each note, also of those that are first referred to while others are written."""
    number = 0
    while number < len(page.note_numbers):
        for label in list(page.note_numbers)[number:]:
            number += 1
            yield number, label


def _write_ways_back(page: Composition, number: int) -> None:
    """At the end of the note's last paragraph, one link for each place that refers to it."""
    page.html.append(" " if page.html[-1] == _PARAGRAPH_END and page.html.pop() else "<p>")
    for use in range(1, page.note_uses[number - 1] + 1):
        target = f"fnref-{page.anchor}-{number}" + (f"-{use}" if use > 1 else "")
        name = f"{escape(page.wording.back)} {number}" + (f" ({use})" if use > 1 else "")
        page.html.append(f'<a class="footnote-backref" href="#{target}" aria-label="{name}">↩</a>')
    page.html.append(_PARAGRAPH_END)
