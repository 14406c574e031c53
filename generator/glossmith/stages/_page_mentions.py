"""Mentions on a hand-written page as our own typesetter reads it, for those who cannot wait until a host renders it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from glossmith.model.link import HandwrittenPage
from glossmith.model.mention import Decision, Linker, MentionLink
from glossmith.model.prose import RUN, SLOT
from glossmith.model.settings import Extent
from glossmith.stages._choosing import Chooser
from glossmith.stages._names import find_in

SECTIONS = {True: "<h4", False: "<h3"}
"""What our typesetter makes of headings of the second level, by whether the page has one of the first."""

REFERENCE = re.compile(f"{SLOT}t([0-9]+){SLOT}")


def page_mentions(page: HandwrittenPage, linker: Linker) -> Iterator[tuple[MentionLink, Decision]]:
    """The mentions that become links; offsets are those in the HTML of our typesetter."""
    extent = page.mentions or linker.extent
    chooser = Chooser(extent, linker.category_of)
    position = section = 0
    for number, part in enumerate(page.html.split(RUN) if extent is not Extent.NONE else ()):
        if number % 2:
            for start, end, name in find_in(linker.matcher, part):
                decision, ids = chooser.decide(name)
                if decision.links:
                    yield MentionLink(position + start, position + end, ids), decision
        else:
            if SECTIONS[bool(page.title)] in part:
                section += 1
                chooser.enter("" if extent is Extent.PAGE else f"section-{section}")
            for slot in REFERENCE.finditer(part):
                if term := linker.glossary.answer(page.references[int(slot[1])].written).term:
                    chooser.link_by_hand(term.id)
        position += len(part) + len(RUN)
