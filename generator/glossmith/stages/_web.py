"""Who is connected with whom: relations and links of all terms as one web, and what it says of categories."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Set
from itertools import repeat

from glossmith.model.edition import Edition
from glossmith.model.plan import Plan

Web = Mapping[str, Set[str]]
"""For each term that is shown the others that it is related to, links to or is linked from, by id."""

Strengths = Mapping[str, Counter[str]]
"""For each category the others, with how many pairs of terms connect the two."""


def web(edition: Edition, plan: Plan) -> Web:
    """The web of all terms that are shown."""
    found: dict[str, set[str]] = {term.id: set() for term in plan.terms}
    for id_, others in found.items():
        others.update(edition.relations[id_].all)
        if backlinks := edition.backlinks.get(id_):
            others.update(backlinks.terms)
            for other in backlinks.terms:
                if other in found:
                    found[other].add(id_)
    shown = set(found)  # a set, as to intersect goes through all of a dict's keys
    for id_, others in found.items():
        others.discard(id_)
        others.intersection_update(shown)
    return found


def strengths(connected: Web, category_of: Mapping[str, str]) -> Strengths:
    """How strongly categories hang together; `category_of` leads from terms to them."""
    result: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for id_, others in connected.items():
        if here := category_of.get(id_):
            result[here].update(map(category_of.get, others, repeat("")))
    for here, counts in result.items():
        del counts[here], counts[""]
    return result
