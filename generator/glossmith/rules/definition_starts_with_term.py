"""A definition should not begin with the term that it defines.

ISO 704 asks for a definition that could stand in place of the term: the wider concept first, then what sets this one
apart. "Learning rate is the step size" says its name twice, in every list and preview.

Failing:

```yaml
term: learning rate
definition: The learning rate is the step size of gradient descent.
```

Mended:

```yaml
term: learning rate
definition: Step size of gradient descent.
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from glossmith.model.finding import Finding, Severity, Within, quoted
from glossmith.model.glossary import normal
from glossmith.model.place import Text
from glossmith.model.rule import Rule, Subject

ARTICLE = re.compile(r"(?:an?|the)\s+", re.IGNORECASE)


def check(subject: Subject) -> Iterator[Finding]:
    """One finding for each definition whose first words are a name of the term."""
    for term in subject.glossary.published:
        text = ARTICLE.sub("", subject.definitions.get(term.id, "").lstrip(), count=1)
        opening = normal(text)
        name = normal(term.name)
        if opening.startswith(name) and not opening[len(name) : len(name) + 1].isalnum() and opening != name:
            message = f"the definition begins with {quoted(term.name)}"
            advice = "begin with the wider concept, then say what sets this one apart"
            within = _opening(term.name, term.definition)
            yield Finding(RULE.name, message, term.path, term.definition.span, advice, within=within)


def _opening(name: str, text: Text) -> Within | None:
    """The first words of a definition, up to the name, unless Markdown hides it."""
    found = re.match(rf"\W*(?:{ARTICLE.pattern})?{re.escape(name)}", text.value, re.IGNORECASE)
    return Within(text, 0, found.end()) if found else None


RULE = Rule.of_module(__name__, __doc__, Severity.HINT, check)
