"""Names that several terms share: those that they bear, and forms of these that a rule makes, such as *axes*."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from posixpath import commonprefix
from typing import NamedTuple

from glossmith.mentions.abbreviating import halves
from glossmith.mentions.folding import fold
from glossmith.model.addresses import Addresses, slugs
from glossmith.model.glossary import normal, sort_key
from glossmith.model.mention import Linker
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


def shared_names(terms: Iterable[Term], linker: Linker | None, addresses: Addresses) -> SharedNames:
    """The names that several terms share, and the forms that may be linked as theirs and that need a page."""
    borne: defaultdict[str, dict[str, str]] = defaultdict(dict)
    for term in terms:
        for name in _names(term):
            borne[compared(name)].setdefault(term.id, name)
    shared = {name: ids for name, ids in borne.items() if len(ids) > 1}
    names_of = _by_id(shared)
    formed = {
        name: dict.fromkeys(ids, form)
        for form, ids in _forms(linker)
        if (name := compared(form)) not in shared and not shared_by(names_of, ids)
    }
    stems = slugs([*sorted(shared, key=sort_key), *sorted(formed, key=sort_key)])
    written = {**shared, **formed}
    pages = {name: _page(name, written[name], addresses, stem) for name, stem in stems.items()}
    return SharedNames(pages, names_of, _by_id(formed))


def shared_by(names_of: Mapping[str, tuple[str, ...]], ids: Iterable[str]) -> set[str]:
    """The names, as they are compared, that all of those terms have."""
    return set.intersection(*(set(names_of.get(id_, ())) for id_ in ids))


def likest(written: str, names: Iterable[str]) -> str:
    """The name that is written, perhaps with an ending: the one with most letters in common, and fewest others."""
    found = compared(written)
    return max(sorted(names), key=lambda name: 2 * len(commonprefix((found, name))) - len(name))


@lru_cache(maxsize=131_072)
def compared(name: str) -> str:
    """A name as it is compared: without regard to case, white space, and whether that is a hyphen."""
    plain = normal(name)
    return plain if plain.isascii() and "-" not in plain else " ".join(HYPHEN.sub(" ", fold(name)).split())


def _names(term: Term) -> Iterator[str]:
    """The names by which a term may be meant, but for those that a rule makes: *kite (toy)* is called kite too."""
    for text in (term.term, *term.admitted, *term.inflections):
        yield text.value
        if text.value.endswith(")"):
            yield from halves(text.value)


def _forms(linker: Linker | None) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Whatever may be linked as the name of several terms, and their ids."""
    names = linker.matcher.lexicon.names if linker else ()
    return ((name.form, name.linkable) for _, name in names if len(name.linkable) > 1)


def _by_id(bearers: Bearers) -> dict[str, tuple[str, ...]]:
    listed: defaultdict[str, list[str]] = defaultdict(list)
    for name in sorted(bearers, key=sort_key):
        for id_ in bearers[name]:
            listed[id_].append(name)
    return {id_: tuple(names) for id_, names in listed.items()}


def _page(name: str, written: Mapping[str, str], addresses: Addresses, stem: str) -> Group:
    ids = tuple(written)
    return Group(name, next(iter(written.values())), addresses.below("names", stem), ids, len(ids))
