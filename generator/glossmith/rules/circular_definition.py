"""Two definitions should not consist of each other's names.

A reader who looks up one term and is sent to the other, and back, has learned nothing (ISO 704 calls it a circular
definition). At least one of them has to say what it means.

Failing:

```yaml
# step-size.yml
term: step size
definition: The learning rate.
```

```yaml
# learning-rate.yml
term: learning rate
definition: The step size.
```

Mended:

```yaml
# learning-rate.yml
term: learning rate
definition: Factor that scales each update of a model's parameters.
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from glossmith.model.finding import Finding, Severity, quoted
from glossmith.model.glossary import Glossary, normal
from glossmith.model.rule import Rule, Subject

EMPTY_WORDS = frozenset({"a", "an", "the", "another", "name", "word", "term", "for", "of", "see", "same", "as", "is"})

MOST_WORDS = 12
"""A definition of so many words says something."""


def check(subject: Subject) -> Iterator[Finding]:
    """One finding in each term of a pair whose definitions name only each other."""
    glossary = subject.glossary
    only: dict[str, str] = {}
    for term in glossary.published:
        ids = _named(glossary, subject.definitions.get(term.id, ""))
        if len(ids) == 1 and ids[0] != term.id:
            only[term.id] = ids[0]
    for id_, other in only.items():
        if only.get(other) == id_:
            term = glossary.by_id[id_]
            message = f"{quoted(term.title)} and {quoted(glossary.by_id[other].title)} are defined by each other"
            yield Finding(RULE.name, message, term.path, term.definition.span, "say what one of them means")


def _named(glossary: Glossary, definition: str) -> tuple[str, ...]:
    """The terms that a short definition names and says nothing else about."""
    words = re.findall(r"[\w'-]+", normal(definition)) if definition.count(" ") < MOST_WORDS else []
    firsts = [start for start in range(len(words)) if EMPTY_WORDS.issuperset(words[:start])]
    lasts = [end for end in range(len(words), 0, -1) if EMPTY_WORDS.issuperset(words[end:])]
    names = (" ".join(words[start:end]) for start in firsts for end in lasts)
    return next((ids for name in names if (ids := glossary.names.find(name)[1])), ())


RULE = Rule.of_module(__name__, __doc__, Severity.WARNING, check)
