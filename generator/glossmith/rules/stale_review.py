"""An entry should be reviewed by the date that it sets itself.

`review_by` is a promise to readers of a field that moves. When the day has passed, read the entry again, and set
`reviewed` and a new `review_by`.

Failing:

```yaml
review_by: 2024-12-31
```

Mended:

```yaml
reviewed: 2026-11-20
review_by: 2099-12-31
```
"""

from __future__ import annotations

from collections.abc import Iterator

from glossmith.model.finding import Finding, Severity, quoted
from glossmith.model.rule import Rule, Subject


def check(subject: Subject) -> Iterator[Finding]:
    """One finding in each term whose `review_by` lies before today."""
    for term in subject.glossary.published:
        if term.review_by and term.review_by.value < subject.today:
            message = f"{quoted(term.title)} was to be reviewed by {term.review_by.value}"
            advice = "read it again, then set `reviewed` and a new `review_by`"
            yield Finding(RULE.name, message, term.path, term.review_by.span, advice)


RULE = Rule.of_module(__name__, __doc__, Severity.WARNING, check)
