"""What a reference that does not name its term well should say instead: help for people, and fixes."""

from __future__ import annotations

from collections.abc import Mapping

from glossmith.model.finding import Finding, Within, quoted
from glossmith.model.fix import Fix, Mending, replace_by
from glossmith.model.glossary import Glossary, normal
from glossmith.model.link import Answer
from glossmith.model.rewording import reworded
from glossmith.model.term import Term

MOST_LINES = 50
"""Lines of a text that may be a list without dashes."""

MOST_WORDS = 12
"""Words of a name."""


def moved(glossary: Glossary) -> Mapping[str, Term]:
    """The terms by their old ids, as they are compared: those that no term has now, and one term lists."""
    found: dict[str, set[str]] = {}
    for term in glossary.terms:
        for text in term.redirect_from:
            if "/" not in text.value:
                found.setdefault(normal(text.value), set()).add(term.id)
    return {old: glossary.by_id[next(iter(ids))] for old, ids in found.items() if len(ids) == 1}


def deprecated(glossary: Glossary, answer: Answer, path: str, within: Within) -> Finding:
    """The finding about a reference by a deprecated name; the fix keeps what readers see."""
    term = answer.terms[0]
    message = f"{quoted(answer.name)} is a deprecated name of {quoted(term.name)}"
    new = _surely(glossary, term)
    fix = _fix(within, answer.name, new, shown=answer.name)
    return Finding(
        "deprecated-reference", message, path, within.text.span, f"write {quoted(new)}", within=within, fix=fix
    )


def renamed(rule: str, name: str, term: Term, path: str, within: Within) -> Finding:
    """The finding about a reference by an id that its term has no more."""
    message, advice = f"no term is called {quoted(name)}", f"it is {quoted(term.id)} now"
    fix = _fix(within, name, term.id)
    return Finding(rule, message, path, within.text.span, advice, within=within, fix=fix)


def find_moved(old: Mapping[str, Term], written: str) -> tuple[str, Term] | None:
    """The old id in a reference and its term: tried whole, without `|text`, without `#heading`, as names are."""
    target = written.rpartition("|")[0] or written
    for name in (written, target, target.partition("#")[0]):
        if term := old.get(normal(name)):
            return name.strip(), term
    return None


def undashed(glossary: Glossary, within: Within) -> Fix | None:
    """The fix for a text whose every line names a term: they were meant to be items of a list."""
    text = within.text
    count = text.span.end_line - text.span.line + 1
    if text.style or not 1 < count <= MOST_LINES or "\n" in text.value:
        return None
    splits = _splits(glossary, text.value.split(), count)
    return Fix(Mending.ADD_DASHES, "\n".join(splits[0])) if len(splits) == 1 else None


def _splits(glossary: Glossary, words: list[str], count: int) -> list[tuple[str, ...]]:
    """The ways to read words as so many names of terms, but no more than two."""
    ways: dict[tuple[int, int], list[tuple[str, ...]]] = {(len(words), 0): [()]}
    for start in range(len(words) - 1, -1, -1):
        for end in range(start + 1, min(len(words), start + MOST_WORDS) + 1):
            name = " ".join(words[start:end])
            if glossary.names.find(name)[1]:
                for left in range(count):
                    more = [(name, *rest) for rest in ways.get((end, left), ())]
                    ways[start, left + 1] = (ways.get((start, left + 1), []) + more)[:2]
    return ways.get((0, count), [])


def _fix(within: Within, name: str, new: str, shown: str = "") -> Fix | None:
    prose = within.text.value
    if not prose.startswith("[[", within.start):
        return replace_by(new)
    text = reworded(prose, within.start, within.end, name, new, shown=shown)
    return replace_by(text) if text else None


def _surely(glossary: Glossary, term: Term) -> str:
    """The preferred name of a term, or its id where the name leads to others too."""
    _, ids = glossary.names.find(term.name)
    return term.name if ids == (term.id,) else term.id
