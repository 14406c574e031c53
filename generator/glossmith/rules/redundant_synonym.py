"""A synonym should be another name than the term, and be given once.

Case does not make another name: the same name links and is found without regard to it. `--fix` takes the superfluous
one out, unless it has a `type` or a `note`, which would be lost.

Failing:

```yaml
term: learning rate
definition: Step size of gradient descent.
synonyms: [Learning Rate, step size, step size]
```

Mended:

```yaml
term: learning rate
definition: Step size of gradient descent.
synonyms: [step size]
```
"""

from __future__ import annotations

from collections.abc import Iterator

from glossmith.model.finding import Finding, Severity, quoted
from glossmith.model.fix import REMOVE_ITEM
from glossmith.model.glossary import normal
from glossmith.model.rule import Rule, Subject


def check(subject: Subject) -> Iterator[Finding]:
    """One finding for each admitted designation that the term has already."""
    for term in subject.glossary.complete:
        seen = {normal(term.name)}
        telling = {synonym.term for synonym in term.synonyms if synonym.type or synonym.note}
        for text in term.admitted:
            key = normal(text.value)
            if key in seen:
                message = f"{quoted(text.value)} is a name of the term already"
                fix = None if text in telling else REMOVE_ITEM
                yield Finding(RULE.name, message, term.path, text.span, "remove it", fix=fix)
            seen.add(key)


RULE = Rule.of_module(__name__, __doc__, Severity.WARNING, check)
