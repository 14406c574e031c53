"""The terms that `[[...]]` want and no entry answers, most wanted first."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator

from glossmith.model.edition import Edition
from glossmith.model.finding import Within
from glossmith.model.glossary import normal
from glossmith.model.wanted import Sighting, Wanted
from glossmith.stages._asides import asides


def wanted(edition: Edition) -> tuple[Wanted, ...]:
    """Every wanted term; of several spellings the most frequent, and of these the one in lower case.

    A name that is an old id is not wanted: its term was renamed.
    """
    old = {normal(text.value) for term in edition.glossary.terms for text in term.redirect_from}
    spellings: defaultdict[str, Counter[str]] = defaultdict(Counter)
    sightings: defaultdict[str, list[Sighting]] = defaultdict(list)
    for written, sighting in _references(edition):
        answer = edition.glossary.answer(written)
        name, _, heading = answer.name.partition("#")
        name = name.strip() if heading.strip() and name.strip() else answer.name
        if not answer.terms and normal(name) not in old:
            spellings[normal(name)][name] += 1
            sightings[normal(name)].append(sighting)
    found = [
        Wanted(max(names, key=lambda name: (names[name], name.islower(), name)), tuple(sightings[key]))
        for key, names in spellings.items()
    ]
    return tuple(sorted(found, key=lambda one: (-one.count, one.name)))


def _references(edition: Edition) -> Iterator[tuple[str, Sighting]]:
    for term in edition.glossary.terms:
        typesets = edition.typesets.get(term.id, {})
        for key, text in term.prose() if typesets else ():
            for reference in typesets[key].references if key in typesets else ():
                within = Within(text, reference.start, reference.end)
                yield reference.target, Sighting(term.path, within, term=term.id)
    for page in edition.handwritten.values():
        for mentioned in page.references:
            yield mentioned.written, Sighting(page.path, mentioned.within, page=page.source)
    for path, key, mentioned in asides(edition.glossary.vocabularies, edition.vocabulary_typesets):
        yield mentioned.written, Sighting(path, mentioned.within, group=key)
