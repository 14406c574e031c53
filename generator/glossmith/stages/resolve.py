"""Resolve: references become links, and links are turned round into backlinks."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import partial
from itertools import chain
from types import MappingProxyType

from glossmith.model.finding import Finding, Within, quoted
from glossmith.model.glossary import Glossary, normal
from glossmith.model.link import Answer, Backlinks, HandwrittenPage, Mentioned, Relations, Step
from glossmith.model.place import Text
from glossmith.model.term import Term
from glossmith.stages._rewriting import deprecated, find_moved, moved, renamed, undashed

INVERSES = {
    "broader_terms": ("broader", "narrower"),
    "narrower_terms": ("narrower", "broader"),
    "part_of": ("wholes", "parts"),
    "related_terms": ("related", "related"),
    "contrasts_with": ("contrasts", "contrasts"),
}
"""For each field the relation that it states, and the one that its target has in return."""

KINDS = tuple(Relations.__dataclass_fields__)
NO_RELATIONS = Relations()

Prose = Mapping[str, tuple[Mentioned, ...]]
"""The `[[...]]` of each term's fields, by its id."""

Hrefs = Mapping[str, Iterable[str]]
"""The relative links of each term's fields, by its id."""

Old = Mapping[str, Term]
"""Terms by the ids that they had, as `redirect_from` lists them."""


def resolve_relations(glossary: Glossary) -> tuple[dict[str, Relations], tuple[Finding, ...]]:
    """The neighbours of every term, with the inverses that nobody wrote, by id."""
    stated: dict[str, dict[str, list[str]]] = {term.id: {} for term in glossary.terms}
    inverse: dict[str, dict[str, list[str]]] = {term.id: {} for term in glossary.terms}
    findings: list[Finding] = []
    old = moved(glossary)
    for term in glossary.terms:
        for field, text in term.relations():
            target, found = _relation(glossary, old, term, text)
            findings.extend(found)
            if target and field in INVERSES:
                there, back = INVERSES[field]
                stated[term.id].setdefault(there, []).append(target)
                inverse[target].setdefault(back, []).append(term.id)
    return {id_: _merge(stated[id_], inverse[id_]) for id_ in stated}, tuple(findings)


def _merge(stated: dict[str, list[str]], inverse: dict[str, list[str]]) -> Relations:
    """Each neighbour once, in the first kind of relation that has it."""
    if not stated and not inverse:
        return NO_RELATIONS
    seen: set[str] = set()
    kinds: dict[str, tuple[str, ...]] = {}
    for kind in KINDS:
        if kind in stated or kind in inverse:
            ids = dict.fromkeys(chain(stated.get(kind, ()), inverse.get(kind, ())))
            kinds[kind] = tuple(id_ for id_ in ids if id_ not in seen)
            seen.update(ids)
    return Relations(**kinds)


def _relation(glossary: Glossary, old: Old, term: Term, text: Text) -> tuple[str, tuple[Finding, ...]]:
    """The id of the term that a relation leads to, or nothing."""
    step, ids = glossary.names.find(text.value)
    if len(ids) == 1 and step is not Step.DEPRECATED and ids[0] != term.id:
        return ids[0], ()
    answer = Answer(text.value, tuple(glossary.by_id[id_] for id_ in ids), step)
    if answer.term is term:
        message = f"{quoted(term.name)} refers to itself"
        return "", (Finding("self-reference", message, term.path, text.span, "remove it"),)
    within = Within(text, 0, len(text.value))
    if not answer.terms:
        return "", (_unknown(glossary, old, answer, term.path, within),)
    return answer.term.id if answer.term else "", tuple(_judge(glossary, answer, term.path, within))


def _unknown(glossary: Glossary, old: Old, answer: Answer, path: str, within: Within) -> Finding:
    if known := old.get(normal(answer.name)):
        return renamed("unknown-term", answer.name, known, path, within)
    message, fix = f"no term is called {quoted(answer.name)}", undashed(glossary, within)
    advice = "begin each name with `- `" if fix else _advice(glossary, answer.name)
    advice = advice or "write the id or a name of an entry, or remove it"
    return Finding("unknown-term", message, path, within.text.span, advice, within=within, fix=fix)


def _advice(glossary: Glossary, name: str) -> str:
    """How else to write a name that no term has."""
    names = [part.strip() for part in name.split(",")]
    if len(names) > 1 and all(glossary.names.find(part)[1] for part in names):
        return f"write a list: `[{', '.join(names)}]`"
    nearest = glossary.meant(name)
    return f"did you mean {quoted(nearest)}?" if nearest else ""


def _wanted(glossary: Glossary, old: Old, written: str, answer: Answer, path: str, within: Within) -> Finding:
    if known := find_moved(old, written):
        return renamed("wanted-term", *known, path, within)
    advice = _advice(glossary, answer.name) or "write an entry for it, or unlink it"
    message = f"no term is called {quoted(answer.name)}"
    return Finding("wanted-term", message, path, within.text.span, advice, within=within)


def _judge(glossary: Glossary, answer: Answer, path: str, within: Within) -> Iterable[Finding]:
    span = within.text.span
    if len(answer.terms) > 1:
        titles = " and ".join(f"{quoted(term.title)} ({term.path})" for term in answer.terms)
        advice = f"write one of their ids: {', '.join(quoted(term.id) for term in answer.terms)}"
        yield Finding("ambiguous-reference", f"{quoted(answer.name)} names {titles}", path, span, advice, within=within)
    elif answer.step is Step.DEPRECATED:
        yield deprecated(glossary, answer, path, within)


def resolve_prose(
    glossary: Glossary,
    prose: Prose,
    pages: Iterable[HandwrittenPage],
    aside: Iterable[tuple[str, Mentioned]] = (),
    hrefs: Hrefs = MappingProxyType({}),
) -> tuple[dict[str, Backlinks], tuple[Finding, ...]]:
    """Who links to each term from running text, by the target's id; what is said `aside` links from no page."""
    findings: list[Finding] = []
    judge = partial(_targets, glossary, moved(glossary), findings)
    by_page: dict[str, dict[str, None]] = {}
    by_term: dict[str, dict[str, None]] = {}
    for page in pages:
        linked = (glossary.by_source.get(source) for source in page.entries)
        targets = chain((term for term in linked if term), judge(page.references, page.path))
        for target in targets:
            by_page.setdefault(target.id, {})[page.source] = None
    for term in glossary.terms:
        entries = (glossary.linked(term.source, href) for href in hrefs.get(term.id, ()))
        for target in chain(judge(prose.get(term.id, ()), term.path), (entry for entry in entries if entry)):
            if target is not term and not term.is_draft:
                by_term.setdefault(target.id, {})[term.id] = None
    for path, reference in aside:
        list(judge((reference,), path))
    ids = by_page.keys() | by_term.keys()
    links = {id_: Backlinks(tuple(by_page.get(id_, ())), tuple(by_term.get(id_, ()))) for id_ in ids}
    return links, tuple(findings)


def _targets(
    glossary: Glossary,
    old: Old,
    findings: list[Finding],
    references: Iterable[Mentioned],
    path: str,
) -> Iterable[Term]:
    for reference in references:
        answer = glossary.answer(reference.written)
        if answer.term and answer.step is not Step.DEPRECATED:
            yield answer.term
            continue
        if not answer.terms:
            findings.append(_wanted(glossary, old, reference.written, answer, path, reference.within))
        findings.extend(_judge(glossary, answer, path, reference.within))
        if answer.term:
            yield answer.term
