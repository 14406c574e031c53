"""A definition should be one or two sentences.

It is shown in lists, previews, search and link cards. More than 400 characters are a hint that some of it belongs
into `technical_definition`, `background` or a section.

Failing:

```yaml
term: learning rate
definition: >-
  Factor that scales each step of gradient descent. Too large a value makes the loss oscillate or diverge, and too small
  a value wastes computation or ends in a poor minimum. It is often raised from zero in the first few hundred steps and
  lowered afterward, following a schedule. Adaptive methods such as Adam keep one for each parameter, which makes them
  less sensitive to its choice, but it remains the first setting to tune.
```

Mended:

```yaml
term: learning rate
definition: Factor that scales each step of gradient descent.
background: >-
  Too large a value makes the loss oscillate or diverge, and too small a value wastes computation or ends in a poor
  minimum. It is often raised from zero in the first few hundred steps and lowered afterward, following a schedule.
```
"""

from __future__ import annotations

from collections.abc import Iterator

from glossmith.model.finding import Finding, Severity
from glossmith.model.rule import Rule, Subject

LONGEST = 400


def check(subject: Subject) -> Iterator[Finding]:
    """One finding for each definition that is too long for a list."""
    for term in subject.glossary.published:
        length = len(subject.definitions.get(term.id, ""))
        if length > LONGEST:
            message = f"the definition has {length} characters, more than {LONGEST}"
            advice = "keep one or two sentences; move the others to `background` or a section"
            yield Finding(RULE.name, message, term.path, term.definition.span, advice)


RULE = Rule.of_module(__name__, __doc__, Severity.HINT, check)
