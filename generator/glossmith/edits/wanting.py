"""The terms that `[[...]]` want and no entry answers, most wanted first."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from glossmith.model.edition import Edition
from glossmith.model.glossary import normal


@dataclass(frozen=True, slots=True)
class Wanted:
    """A name without a term, how often it is wanted, and by which files."""

    name: str
    count: int
    paths: tuple[str, ...]


def wanted(edition: Edition) -> tuple[Wanted, ...]:
    """Every wanted term; of several spellings the most frequent, and of these the one in lower case.

    A name that is an old id is not wanted: its term was renamed.
    """
    old = {normal(text.value) for term in edition.glossary.terms for text in term.redirect_from}
    spellings: defaultdict[str, Counter[str]] = defaultdict(Counter)
    paths: defaultdict[str, dict[str, None]] = defaultdict(dict)
    for path, written in _references(edition):
        answer = edition.glossary.answer(written)
        name, _, heading = answer.name.partition("#")
        name = name.strip() if heading.strip() and name.strip() else answer.name
        if not answer.terms and normal(name) not in old:
            spellings[normal(name)][name] += 1
            paths[normal(name)][path] = None
    found = [
        Wanted(max(names, key=lambda name: (names[name], name.islower(), name)), names.total(), tuple(paths[key]))
        for key, names in spellings.items()
    ]
    return tuple(sorted(found, key=lambda one: (-one.count, one.name)))


def _references(edition: Edition) -> Iterator[tuple[str, str]]:
    for term in edition.glossary.terms:
        for typeset in edition.typesets.get(term.id, {}).values():
            yield from ((term.path, reference.target) for reference in typeset.references)
    for page in edition.handwritten.values():
        yield from ((page.path, reference.written) for reference in page.references)
