"""No term may be broader than itself, over however many steps.

Hierarchies have no cycles (ISO 25964). Inverses count: if one term names another in `narrower_terms`, that one need
not say so in `broader_terms`. Each entry of a cycle gets a finding; to take out one step mends them all.

Failing:

```yaml
# optimizer.yml
term: optimizer
definition: Algorithm that searches for the minimum of a function.
broader_terms: [gradient descent]
```

```yaml
# gradient-descent.yml
term: gradient descent
definition: Optimizer that steps against the gradient.
broader_terms: [optimizer]
```

Mended:

```yaml
# optimizer.yml
term: optimizer
definition: Algorithm that searches for the minimum of a function.
```
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from glossmith.model.finding import Finding, Severity, quoted
from glossmith.model.glossary import Glossary
from glossmith.model.link import Relations
from glossmith.model.place import Span
from glossmith.model.rule import Rule, Subject
from glossmith.model.term import Term

MOST_STEPS = 20
"""Terms of a knot for which the way round is told."""


def check(subject: Subject) -> Iterator[Finding]:
    """One finding for each step of a cycle, in the entry whose term it leads up from."""
    glossary, relations = subject.glossary, subject.relations
    for knot in _knots({id_: one.broader for id_, one in relations.items()}):
        steps = ((id_, parent) for id_ in knot for parent in relations[id_].broader if parent in knot)
        for id_, parent in steps:
            term = glossary.by_id[id_]
            ring = [id_, *_way(parent, id_, knot, relations)] if len(knot) <= MOST_STEPS else []
            names = (
                " → ".join(quoted(glossary.by_id[one].name) for one in ring) or f"so are {len(knot) - 1} other terms"
            )
            message = f"{quoted(term.name)} is broader than itself: {names}"
            place = _place(glossary, term, parent, knot)
            yield Finding(RULE.name, message, term.path, place, "remove one of the steps")


def _place(glossary: Glossary, term: Term, parent: str, knot: set[str]) -> Span:
    """The relation to the parent, or else to another term of the knot, or the name where others state all of it."""
    named = [(set(glossary.names.find(text.value)[1]), text) for text in (*term.broader_terms, *term.narrower_terms)]
    steps = [text for ids, text in named if parent in ids] + [text for ids, text in named if (ids - {term.id}) & knot]
    return steps[0].span if steps else term.term.span


def _way(start: str, goal: str, knot: set[str], relations: Mapping[str, Relations]) -> list[str]:
    """A shortest way up from one term to another."""
    ways, seen = [[start]], {start}
    for way in ways:
        if way[-1] == goal:
            return way
        for parent in relations[way[-1]].broader:
            if parent in knot and parent not in seen:
                seen.add(parent)
                ways.append([*way, parent])
    return []


def _knots(above: Mapping[str, tuple[str, ...]]) -> Iterator[set[str]]:
    """The sets of terms that reach each other upwards (Kosaraju's strongly connected components, in linear time)."""
    below: dict[str, list[str]] = {id_: [] for id_ in above}
    for id_, parents in above.items():
        for parent in parents:
            below[parent].append(id_)
    taken: set[str] = set()
    seen: set[str] = set()
    order = [id_ for start in above for id_ in _walk(start, above, seen)]
    for start in reversed(order):
        knot = set(_walk(start, below, taken))
        if len(knot) > 1:
            yield knot


def _walk(start: str, onward: Mapping[str, tuple[str, ...] | list[str]], seen: set[str]) -> Iterator[str]:
    """What can be reached from a term and was not seen before, each behind all that it leads to."""
    stack = [(start, iter(onward[start]))] if start not in seen else []
    seen.add(start)
    while stack:
        id_, others = stack[-1]
        other = next((other for other in others if other not in seen), None)
        if other is None:
            stack.pop()
            yield id_
        else:
            seen.add(other)
            stack.append((other, iter(onward[other])))


RULE = Rule.of_module(__name__, __doc__, Severity.ERROR, check)
