"""A superseded term must say what replaces it.

The banner at the head of its page leads readers on, so it needs a `replaced_by`.

Failing:

```yaml
# learning-speed.yml
term: learning speed
definition: Step size of gradient descent.
status: superseded
```

```yaml
# learning-rate.yml
term: learning rate
definition: Factor that scales each step of gradient descent.
```

Mended:

```yaml
# learning-speed.yml
term: learning speed
definition: Step size of gradient descent.
status: superseded
replaced_by: learning rate
```
"""

from __future__ import annotations

from collections.abc import Iterator

from glossmith.model.finding import Finding, Severity, quoted
from glossmith.model.rule import Rule, Subject


def check(subject: Subject) -> Iterator[Finding]:
    """One finding in each superseded term without a successor."""
    for term in subject.glossary.terms:
        if term.status and term.status.value == "superseded" and not term.replaced_by:
            message = f"{quoted(term.name)} is superseded, but not by what"
            yield Finding(RULE.name, message, term.path, term.status.span, "add `replaced_by: …`")


RULE = Rule.of_module(__name__, __doc__, Severity.ERROR, check)
