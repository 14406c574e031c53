"""Something should link to every term.

A term that no other entry and no page refers to is found by search only. Name it in a `related_terms` or
`narrower_terms` of another entry, or link to it from a text: a mention of its name is enough. Deprecated and superseded
terms need no link, and their pages lead to the term in their `replaced_by`.

Failing:

```yaml
# bias.yml
term: bias
definition: Constant part of a linear model.
```

```yaml
# linear-model.yml
term: linear model
definition: Weighted sum of inputs plus a constant.
```

Mended:

```yaml
# linear-model.yml
term: linear model
definition: Weighted sum of inputs plus a constant.
related_terms: [bias]
```
"""

from __future__ import annotations

from collections.abc import Iterator

from glossmith.model.finding import Finding, Severity, quoted
from glossmith.model.rule import Rule, Subject

OUTDATED = frozenset({"deprecated", "superseded"})


def check(subject: Subject) -> Iterator[Finding]:
    """One finding in each published term without a backlink or a relation, which is not to be used instead of another.

    What is not to be used any more needs none.
    """
    if not subject.glossary.is_whole:  # what cannot be read may link to it
        return
    glossary = subject.glossary
    successors = {successor.id for term in glossary.published if (successor := glossary.successor_of(term))}
    for term in glossary.published:
        if term.effective_status in OUTDATED or term.id in successors:
            continue
        relations = subject.relations.get(term.id)
        if not (relations and relations.all) and term.id not in subject.backlinks:
            message = f"nothing links to {quoted(term.title)}"
            yield Finding(RULE.name, message, term.path, term.term.span, "refer to it from another entry")


RULE = Rule.of_module(__name__, __doc__, Severity.HINT, check)
