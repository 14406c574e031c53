"""A tag should not hold a comma.

`tags: training, optimization` is one tag for YAML, not two. Write a list, in brackets or with a dash before each tag.

Failing:

```yaml
tags: training, optimization
```

Mended:

```yaml
tags: [training, optimization]
```
"""

from __future__ import annotations

from collections.abc import Iterator

from glossmith.model.finding import Finding, Severity, quoted
from glossmith.model.rule import Rule, Subject


def check(subject: Subject) -> Iterator[Finding]:
    """One finding for each tag that is several between commas."""
    for term in subject.glossary.terms:
        for tag in term.tags:
            if "," in tag.value:
                parts = ", ".join(part.strip() for part in tag.value.split(",") if part.strip())
                advice = f"write a list: `[{parts}]`" if len(term.tags) == 1 else f"write them apart: `{parts}`"
                yield Finding(RULE.name, f"{quoted(tag.value)} is one tag", term.path, tag.span, advice)


RULE = Rule.of_module(__name__, __doc__, Severity.WARNING, check)
