"""Headings: a `[[term#heading]]` leads to a heading that the term's page has."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator
from html import unescape
from itertools import islice

from glossmith.model.addresses import slug
from glossmith.model.anchors import page_ids
from glossmith.model.finding import Finding, Within, quoted
from glossmith.model.fix import Fix, replace_by
from glossmith.model.glossary import Glossary
from glossmith.model.link import Mentioned
from glossmith.model.nearest import did_you_mean_one_of
from glossmith.model.prose import Typeset
from glossmith.model.term import Term

ID = re.compile(r'\sid="([^"]*)"')

MOST_KNOWN = 8
"""Headings that the help lists."""

IdsOf = Callable[[Term], Collection[str]]
"""The ids on the page of a term; none where its entry has faults, which may have cost it headings."""


def missing_headings(glossary: Glossary, prose: Iterable[tuple[str, Mentioned]], ids_of: IdsOf) -> Iterator[Finding]:
    """One finding for each reference to a heading that is not there; `prose` says in which file each reference is."""
    parts: dict[str, Collection[str]] = {}
    known: dict[str, Collection[str]] = {}  # in order
    for path, reference in prose:
        if "#" not in reference.written:
            continue
        answer = glossary.answer(reference.written)
        if not answer.term or not answer.heading:
            continue
        id_ = answer.term.id
        if id_ not in parts:
            parts[id_] = page_ids(answer.term)
        if answer.heading in parts[id_]:
            continue
        if id_ not in known:
            known[id_] = dict.fromkeys(sorted(ids_of(answer.term)))
        if known[id_] and answer.heading not in known[id_]:
            yield _finding(path, answer.term, answer.heading, known[id_], reference.within)


def _finding(path: str, term: Term, heading: str, known: Collection[str], within: Within) -> Finding:
    message = f"the page of {quoted(term.title)} has no heading {quoted(heading)}"
    meant = slug(heading) if slug(heading) in known else ""
    advice = f"write {quoted(meant)}" if meant else _advice(heading, known)
    fix = _fix(within, heading, meant) if meant else None
    return Finding("missing-heading", message, path, within.text.span, advice, within=within, fix=fix)


def _advice(heading: str, known: Collection[str]) -> str:
    """The heading that was meant: of one within a text, the id begins with the text's; or else what there is."""
    ending = f"-{slug(heading)}"
    within = [one for one in known if one.endswith(ending)]
    if len(within) == 1:
        return f"did you mean {quoted(within[0])}?"
    listed = ", ".join(quoted(one) for one in islice(known, MOST_KNOWN))
    return did_you_mean_one_of(heading, known) or f"there are {listed}"


def _fix(within: Within, heading: str, meant: str) -> Fix | None:
    written = within.text.value[within.start : within.end]
    words = r"\s+".join(map(re.escape, heading.split()))
    found = list(re.finditer(rf"#\s*({words})(?=\s*(?:\]\]|\\?\|))", written))
    if len(found) != 1:
        return None
    return replace_by(f"{written[: found[0].start(1)]}{meant}{written[found[0].end(1) :]}")


def ids_on_page(term: Term, typesets: Iterable[Typeset]) -> frozenset[str]:
    """The ids of the page's own parts, and those in the term's texts."""
    written = (unescape(id_) for typeset in typesets for id_ in ID.findall(typeset.html))
    return frozenset((*page_ids(term), *written))
