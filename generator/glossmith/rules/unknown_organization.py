"""A developer must be one of the organizations in `_organizations.yml`, where that file exists.

An organization is named by its id, its name or one of its aliases. Without the file, `developers` is free text.

Failing:

```yaml
# jax.yml
term: JAX
definition: Library for array programs.
developers: [Gogle]
```

```yaml
# _organizations.yml
google: {name: Google, url: "https://about.google/"}
```

Mended:

```yaml
# jax.yml
term: JAX
definition: Library for array programs.
developers: [Google]
```
"""

from __future__ import annotations

from collections.abc import Iterator

from glossmith.model.finding import Finding, Severity, quoted
from glossmith.model.nearest import did_you_mean
from glossmith.model.rule import Rule, Subject


def check(subject: Subject) -> Iterator[Finding]:
    """One finding for each developer that does not exist."""
    glossary = subject.glossary
    if not glossary.vocabularies.organizations:  # there is no such file, or it cannot be read
        return
    bearers = glossary.organizations.values()
    names = [name for one in bearers for name in (one.id, one.name.value, *(alias.value for alias in one.aliases))]
    for term in glossary.terms:
        for developer in term.developers:
            text = developer.organization
            if not glossary.organization_called(text.value):
                message = f"no organization is called {quoted(text.value)}"
                advice = did_you_mean(text.value, names) or "add it to `_organizations.yml`"
                yield Finding(RULE.name, message, term.path, text.span, advice)


RULE = Rule.of_module(__name__, __doc__, Severity.ERROR, check)
