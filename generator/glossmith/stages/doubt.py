"""Doubt: mentions of names that several terms share, of which nothing tells which is meant."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from glossmith.model.finding import Finding, Severity, Within, quoted
from glossmith.model.glossary import Glossary
from glossmith.model.mention import MentionLinks
from glossmith.model.prose import Typeset
from glossmith.model.term import Term
from glossmith.stages._within import within


def doubt(glossary: Glossary, linked: Iterable[tuple[Term, MentionLinks, Mapping[str, Typeset]]]) -> Iterator[Finding]:
    """A finding for each mention of a name that several terms share, none of which is nearer than the others."""
    for term, links, typesets in linked:
        texts = dict(term.prose())
        for key, found in links.items():
            for one in found:
                if len(one.ids) > 1:
                    place = within(texts[key], typesets[key].html, one.start, one.end)
                    yield _shared(glossary, term, one.ids, place)


def _shared(glossary: Glossary, term: Term, ids: tuple[str, ...], within: Within) -> Finding:
    titles = " and ".join(quoted(glossary.by_id[id_].title) for id_ in ids)
    name = within.text.value[within.start : within.end]
    advice = f"write {quoted(f'[[{ids[0]}|{name}]]')}, or {quoted(f'[[|{name}]]')} for no link"
    message = f"{quoted(name)} may be {titles}"
    return Finding("ambiguous-mention", message, term.path, within.text.span, advice, Severity.HINT, within)
