"""Doubt: mentions of names that several terms share, of which nothing tells which is meant."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from glossmith.model.finding import Finding, Severity, Within, quoted
from glossmith.model.glossary import Glossary
from glossmith.model.link import HandwrittenPage
from glossmith.model.mention import Decision, Linker, MentionLinks
from glossmith.model.prose import RUN, Typeset
from glossmith.model.settings import Extent
from glossmith.model.term import Term
from glossmith.stages._choosing import Chooser
from glossmith.stages._names import find_in
from glossmith.stages._within import within

SECTIONS = {True: "<h4", False: "<h3"}
"""What our typesetter makes of headings of the second level, by whether the page has one of the first."""


def doubt(glossary: Glossary, linked: Iterable[tuple[Term, MentionLinks, Mapping[str, Typeset]]]) -> Iterator[Finding]:
    """A finding for each mention of a name that several terms share, none of which is nearer than the others."""
    for term, links, typesets in linked:
        texts = dict(term.prose())
        for key, found in links.items():
            for one in found:
                if len(one.ids) > 1:
                    place = within(texts[key], typesets[key].html, one.start, one.end)
                    yield _shared(glossary, term.path, one.ids, place)


def doubt_pages(linker: Linker, pages: Iterable[HandwrittenPage]) -> Iterator[Finding]:
    """A finding for each such mention on hand-written pages, as our own typesetter reads these."""
    for page in pages:
        extent = page.mentions or linker.extent
        if page.text is not None and extent is not Extent.NONE:
            for start, end, ids in _shared_on(page, linker, extent):
                yield _shared(linker.glossary, page.path, ids, within(page.text, page.html, start, end))


def _shared_on(page: HandwrittenPage, linker: Linker, extent: Extent) -> Iterator[tuple[int, int, tuple[str, ...]]]:
    chooser = Chooser(extent, linker.category_of)
    position = section = 0
    for number, part in enumerate(page.html.split(RUN)):
        if number % 2:
            for start, end, name in find_in(linker.matcher, part):
                decision, ids = chooser.decide(name)
                if decision is Decision.SHARED:
                    yield position + start, position + end, ids
        elif SECTIONS[bool(page.title)] in part:
            section += 1
            chooser.enter("" if extent is Extent.PAGE else f"section-{section}")
        position += len(part) + len(RUN)


def _shared(glossary: Glossary, path: str, ids: tuple[str, ...], within: Within) -> Finding:
    titles = " and ".join(quoted(glossary.by_id[id_].title) for id_ in ids)
    name = within.text.value[within.start : within.end]
    advice = f"write {quoted(f'[[{ids[0]}|{name}]]')}, or {quoted(f'[[|{name}]]')} for no link"
    message = f"{quoted(name)} may be {titles}"
    return Finding("ambiguous-mention", message, path, within.text.span, advice, Severity.HINT, within)
