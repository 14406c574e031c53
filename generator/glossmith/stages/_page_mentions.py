"""Mentions on a hand-written page as our own typesetter reads it, for those who cannot wait until a host renders it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from glossmith.model.link import HandwrittenPage
from glossmith.model.mention import Linker, Mention
from glossmith.model.prose import SLOT
from glossmith.model.settings import Extent
from glossmith.stages._choosing import Chooser, linked_by_hand, part_of
from glossmith.stages._explaining import explained
from glossmith.stages._judging import Judge
from glossmith.stages._names import find_in
from glossmith.stages._stretches import Stretch, stretches
from glossmith.stages._whole_words import whole

KEY = "page"
"""Stands for the key of a text: a page has one."""

REFERENCE = re.compile(f"{SLOT}t([0-9]+){SLOT}")


def page_mentions(page: HandwrittenPage, linker: Linker, *, unlinkable: bool = False) -> Iterator[Mention]:
    """The mentions in running text and what was decided; if asked for, `unlinkable` ones too, as in code and headings.

    Offsets are those in the HTML of our typesetter.
    """
    extent = page.mentions or linker.extent
    if extent is Extent.NONE and not unlinkable:
        return
    chooser = Chooser(extent, linker.category_of)
    judge = Judge(linker, page.html, page.targets)
    parts = [*_parts(page, extent)]
    by_hand = linked_by_hand(linker.glossary, _references(page, parts))
    for part, stretch, _ in parts:
        chooser.enter(part, by_hand.get(part, ()))
        if stretch.reason and not unlinkable:
            continue
        for found in whole(find_in(linker.matcher, stretch.html), page.html, stretch.start):
            yield explained(chooser, judge, KEY, stretch, found)


def _parts(page: HandwrittenPage, extent: Extent) -> Iterator[tuple[str, Stretch, str]]:
    """The stretches of a page, each with the part in which it stands, and the HTML between it and the one before."""
    heading = re.compile(rf"<h{page.section} id=|<h2\b")  # the second is one that the author wrote in HTML
    end = section = 0
    for stretch in stretches(page.html):
        between = page.html[end : stretch.start]
        end = stretch.start + len(stretch.html)
        section += bool(heading.search(between))
        yield part_of(extent, section), stretch, between


def _references(page: HandwrittenPage, parts: Iterable[tuple[str, Stretch, str]]) -> Iterator[tuple[str, str]]:
    """Each `[[...]]`, with the part of the page in which it stands."""
    for part, _, between in parts:
        for slot in REFERENCE.finditer(between):
            yield part, page.targets[int(slot[1])]
