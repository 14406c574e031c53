"""Doubt: mentions of names that several terms share, of which nothing tells which is meant."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from glossmith.model.finding import Finding, Severity, Within, quoted
from glossmith.model.glossary import Glossary
from glossmith.model.link import HandwrittenPage
from glossmith.model.mention import Decision, Linker, MentionLinks
from glossmith.model.prose import Typeset
from glossmith.model.term import Term
from glossmith.stages._names import written
from glossmith.stages._page_mentions import page_mentions
from glossmith.stages._within import within


def doubt(glossary: Glossary, linked: Iterable[tuple[Term, MentionLinks, Mapping[str, Typeset]]]) -> Iterator[Finding]:
    """A finding for each mention of a name that several terms share, none of which is nearer than the others."""
    for term, links, typesets in linked:
        shared = [(key, start, end, ids) for key, found in links.items() for start, end, ids in found if len(ids) > 1]
        texts = dict(term.prose()) if shared else {}
        for key, start, end, ids in shared:
            html = typesets[key].html
            place = within(texts[key], html, start, end)
            yield _shared(glossary, term.path, ids, written(html[start:end]), place)


def doubt_pages(linker: Linker, pages: Iterable[HandwrittenPage]) -> Iterator[Finding]:
    """A finding for each such mention on hand-written pages, as our own typesetter reads these."""
    for page in pages:
        for one in page_mentions(page, linker):
            if one.decision is Decision.SHARED and page.text is not None:
                place = within(page.text, page.html, one.start, one.end)
                yield _shared(linker.glossary, page.path, one.ids, one.written, place)


def _shared(glossary: Glossary, path: str, ids: tuple[str, ...], name: str, within: Within) -> Finding:
    titles = " or ".join(quoted(glossary.by_id[id_].title) for id_ in ids)
    advice = f"write {quoted(f'[[{ids[0]}|{name}]]')}, or {quoted(f'[[|{name}]]')} for no link"
    message = f"{quoted(name)} may be {titles}"
    return Finding("ambiguous-mention", message, path, within.text.span, advice, Severity.HINT, within)
