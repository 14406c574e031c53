"""Addresses at which readers may look for a term: those that its synonyms and abbreviations would have."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from glossmith.model.addresses import Addresses, slug
from glossmith.model.glossary import Glossary
from glossmith.model.term import Term


def aliases(glossary: Glossary, shown: Iterable[Term], addresses: Addresses) -> dict[str, str]:
    """From the last part of each such address to the id of the only term that bears the name, in the order of terms.

    Names that come down to the same address count as one. One that is an id, an old address, or any name of another
    term, drafts included, leads nowhere: it would not be certain where to.
    """
    bearers: defaultdict[str, set[str]] = defaultdict(set)
    for term in glossary.terms:
        for name in (*term.designations, term.title):
            bearers[slug(name)].add(term.id)
    old = (addresses.old(text.value) for term in glossary.terms for text in term.redirect_from)
    taken = {addresses.below("terms", term.id).destination.casefold() for term in glossary.terms}
    taken |= {location.destination.casefold() for location in old}
    found: dict[str, str] = {}
    for term in shown:
        for stem in (slug(text.value) for text in term.admitted):
            if bearers[stem] == {term.id} and addresses.below("terms", stem).destination.casefold() not in taken:
                found[stem] = term.id
    return found
