"""Doubt: mentions of names that several terms share, of which nothing tells which is meant."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from glossmith.model.finding import Finding, Severity, Within, quoted
from glossmith.model.glossary import Glossary
from glossmith.model.mention import MentionLink, MentionLinks
from glossmith.model.place import Text
from glossmith.model.prose import RUN, SLOT, Typeset
from glossmith.model.term import Term
from glossmith.stages._finding import unescaped

SIGNS_OUT = re.compile(f"<[^>]*>|{RUN}|{SLOT}[^{SLOT}]*{SLOT}")
NEAR = 80
"""Characters around a mention by which its place in the field is told from others."""


def doubt(glossary: Glossary, linked: Iterable[tuple[Term, MentionLinks, Mapping[str, Typeset]]]) -> Iterator[Finding]:
    """A finding for each mention of a name that several terms share, none of which is nearer than the others."""
    for term, links, typesets in linked:
        texts = dict(term.prose())
        for key, found in links.items():
            for one in found:
                if len(one.ids) > 1:
                    within = _within(texts[key], typesets[key].html, one)
                    yield _shared(glossary, term, one.ids, within)


def _shared(glossary: Glossary, term: Term, ids: tuple[str, ...], within: Within) -> Finding:
    titles = " and ".join(quoted(glossary.by_id[id_].title) for id_ in ids)
    name = within.text.value[within.start : within.end]
    advice = f"write {quoted(f'[[{ids[0]}|{name}]]')}, or {quoted(f'[[|{name}]]')} for no link"
    message = f"{quoted(name)} may be {titles}"
    return Finding("ambiguous-mention", message, term.path, within.text.span, advice, Severity.HINT, within)


def _within(text: Text, html: str, link: MentionLink) -> Within:
    """Where a mention stands in the field: of all places with its words, the one with the same text around it."""
    written, before, after = (
        unescaped(SIGNS_OUT.sub("", piece))
        for piece in (
            html[link.start : link.end],
            html[max(0, link.start - NEAR) : link.start],
            html[link.end :][:NEAR],
        )
    )
    words = re.compile(r"\s+".join(map(re.escape, written.split())))
    places = [found.span() for found in words.finditer(text.value)] or [(0, len(text.value))]

    def alike(place: tuple[int, int]) -> int:
        earlier, later = text.value[: place[0]], text.value[place[1] :]
        return _alike(earlier[::-1], before[::-1]) + _alike(later, after)

    return Within(text, *max(places, key=alike))


def _alike(one: str, other: str) -> int:
    """How many characters two texts share at their beginning."""
    different = (at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b)
    return next(different, min(len(one), len(other)))
