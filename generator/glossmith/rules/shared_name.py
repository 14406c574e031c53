"""A synonym should not be the name of another term as well.

A reader who follows such a name lands on a disambiguation page, and a reference by it is ambiguous. Where both terms
really bear the name, say so in a comment that silences the finding: `# glossmith: ignore[shared-name] why`.

Failing:

```yaml
# learning-rate.yml
term: learning rate
definition: Factor that scales each step of gradient descent.
synonyms: [shrinkage]
```

```yaml
# regularization.yml
term: regularization
definition: Whatever keeps a model from fitting noise.
synonyms: [shrinkage]
```

Mended:

```yaml
# learning-rate.yml
term: learning rate
definition: Factor that scales each step of gradient descent.
```
"""

from __future__ import annotations

from collections.abc import Iterator

from glossmith.model.finding import Finding, Severity, quoted
from glossmith.model.glossary import normal
from glossmith.model.place import Text
from glossmith.model.rule import Rule, Subject
from glossmith.model.term import Term


def check(subject: Subject) -> Iterator[Finding]:
    """One finding for each admitted designation that another term bears too."""
    bearers: dict[str, dict[str, Term]] = {}
    admitted: list[tuple[Term, Text, str]] = []
    for term in subject.glossary.published:
        bearers.setdefault(normal(term.name), {})[term.id] = term
        for key, text in {normal(text.value): text for text in reversed(term.admitted)}.items():
            bearers.setdefault(key, {})[term.id] = term
            admitted.append((term, text, key))
    for term, text, key in admitted:
        if len(bearers[key]) > 1:
            others = (other for other in bearers[key].values() if other is not term)
            names = " and ".join(f"{quoted(other.title)} ({other.path})" for other in others)
            message = f"{quoted(text.value)} is also a name of {names}"
            yield Finding(RULE.name, message, term.path, text.span, "use the name for one of them")


RULE = Rule.of_module(__name__, __doc__, Severity.WARNING, check)
