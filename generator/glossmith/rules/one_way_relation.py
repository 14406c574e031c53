"""A relation between equals may be stated by both.

The page of the other term shows the relation anyway: inverses are computed. To state it on both sides helps whoever
reads the YAML alone.

Failing:

```yaml
# precision.yml
term: precision
definition: Share of the items found that are relevant.
contrasts_with: [recall]
```

```yaml
# recall.yml
term: recall
definition: Share of the relevant items that are found.
```

Mended:

```yaml
# recall.yml
term: recall
definition: Share of the relevant items that are found.
contrasts_with: [precision]
```
"""

from __future__ import annotations

from collections.abc import Iterator

from glossmith.model.finding import Finding, Severity, quoted
from glossmith.model.glossary import Glossary
from glossmith.model.place import Text
from glossmith.model.rule import Rule, Subject
from glossmith.model.term import Term

SYMMETRIC = ("related_terms", "contrasts_with")


def check(subject: Subject) -> Iterator[Finding]:
    """One finding for each term that is named in a symmetric relation and does not state it, by whatever names."""
    glossary = subject.glossary
    named = {term.id: dict(_named(glossary, term)) for term in glossary.published}
    for term in glossary.published:
        told: set[str] = set()
        for text, id_ in named[term.id].items():
            is_returned = any(other == term.id for other in named.get(id_, {}).values())
            field = next((field for field in SYMMETRIC if text in getattr(term, field)), None)
            if field and id_ != term.id and id_ in named and not is_returned and id_ not in told:
                told.add(id_)
                yield _finding(field, term, glossary.by_id[id_], text)


def _named(glossary: Glossary, term: Term) -> Iterator[tuple[Text, str]]:
    """Each relation of a term that names exactly one other."""
    for _, text in term.relations():
        _, ids = glossary.names.find(text.value)
        if len(ids) == 1:
            yield text, ids[0]


def _finding(field: str, term: Term, other: Term, text: Text) -> Finding:
    message = f"{quoted(other.title)} does not name {quoted(term.title)} in return"
    return Finding(RULE.name, message, term.path, text.span, f"add it to `{field}` of {quoted(other.path)}")


RULE = Rule.of_module(__name__, __doc__, Severity.HINT, check)
