"""Names that several terms share: those that they bear, and forms of these that a rule makes, such as *axes*."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from typing import NamedTuple

from glossmith.mentions.abbreviating import halves
from glossmith.mentions.folding import fold
from glossmith.mentions.inflecting import forms
from glossmith.mentions.lexicon import NOUNS
from glossmith.model.addresses import Addresses, slugs
from glossmith.model.glossary import sort_key
from glossmith.model.plan import Group
from glossmith.model.term import Term

HYPHEN = re.compile(r"(?<=\w)[-–](?=\w)")
"""A hyphen between words, which is as good as a space."""

Bearers = Mapping[str, Mapping[str, str]]
"""By how a name is compared, the ids of the terms that bear it, each with the name as it writes it."""


class SharedNames(NamedTuple):
    """A page for each name, and for each term which of the names it bears itself, and which only in another form."""

    pages: Mapping[str, Group]
    names_of: Mapping[str, tuple[str, ...]]
    forms_of: Mapping[str, tuple[str, ...]]


def shared_names(terms: Iterable[Term], addresses: Addresses) -> SharedNames:
    """The names and forms that several terms share; a form has a page if nothing that they bear leads to one."""
    borne: defaultdict[str, dict[str, str]] = defaultdict(dict)
    bent: defaultdict[str, dict[str, str]] = defaultdict(dict)
    for term in terms:
        for name, may_bend in _names(term):
            borne[compared(name)].setdefault(term.id, name)
            for key, form in _forms(name) if may_bend else ():
                bent[key].setdefault(term.id, form)
    shared = {name: ids for name, ids in borne.items() if len(ids) > 1}
    names_of = _by_id(shared)
    formed = {
        form: ids
        for form, ids in bent.items()
        if len(ids) > 1 and form not in borne and not set.intersection(*(set(names_of.get(id_, ())) for id_ in ids))
    }
    stems = slugs([*sorted(shared, key=sort_key), *sorted(formed, key=sort_key)])
    pages = {name: _page(name, {**shared, **formed}[name], addresses, stem) for name, stem in stems.items()}
    return SharedNames(pages, names_of, _by_id(formed))


@lru_cache(maxsize=131_072)
def compared(name: str) -> str:
    """A name as it is compared: without regard to case, white space, and whether that is a hyphen."""
    return " ".join(HYPHEN.sub(" ", fold(name)).split())


@lru_cache(maxsize=131_072)
def _forms(name: str) -> tuple[tuple[str, str], ...]:
    """The forms that a rule makes of a name, each as it is compared and as it is written."""
    return tuple((compared(form), form) for form in forms(name))


def _names(term: Term) -> Iterator[tuple[str, bool]]:
    """The names by which a term may be meant, and whether they have further forms: *kite (toy)* is called kite too."""
    is_noun = (term.part_of_speech.value if term.part_of_speech else None) in NOUNS
    for may_bend, texts in ((is_noun, (term.term, *term.admitted)), (False, term.inflections)):
        for text in texts:
            yield text.value, may_bend
            if text.value.endswith(")"):
                yield from ((half, may_bend) for half in halves(text.value))


def _by_id(bearers: Bearers) -> dict[str, tuple[str, ...]]:
    listed: defaultdict[str, list[str]] = defaultdict(list)
    for name in sorted(bearers, key=sort_key):
        for id_ in bearers[name]:
            listed[id_].append(name)
    return {id_: tuple(names) for id_, names in listed.items()}


def _page(name: str, written: Mapping[str, str], addresses: Addresses, stem: str) -> Group:
    ids = tuple(written)
    return Group(name, next(iter(written.values())), addresses.below("names", stem), ids, len(ids))
