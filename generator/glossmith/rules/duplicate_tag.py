"""A tag should be given once.

Case does not make another tag. `--fix` takes the superfluous one out.

Failing:

```yaml
tags: [training, optimization, training]
```

Mended:

```yaml
tags: [training, optimization]
```
"""

from __future__ import annotations

from collections.abc import Iterator

from glossmith.model.finding import Finding, Severity, quoted
from glossmith.model.fix import REMOVE_ITEM
from glossmith.model.glossary import normal
from glossmith.model.rule import Rule, Subject


def check(subject: Subject) -> Iterator[Finding]:
    """One finding for each tag that the entry has already."""
    for term in subject.glossary.terms:
        seen: set[str] = set()
        for tag in term.tags:
            if normal(tag.value) in seen:
                message = f"the tag {quoted(tag.value)} is given twice"
                yield Finding(RULE.name, message, term.path, tag.span, "remove it", fix=REMOVE_ITEM)
            seen.add(normal(tag.value))


RULE = Rule.of_module(__name__, __doc__, Severity.WARNING, check)
