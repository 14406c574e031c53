"""A category must be one of those in `_categories.yml`, where that file exists.

A category is named by its id or title. Without the file, `category` is free text, and every category that an entry
names exists.

Failing:

```yaml
# adam.yml
term: Adam
definition: Optimizer that scales each step by running means of the gradient.
category: optimisation
```

```yaml
# _categories.yml
optimization: Optimization
```

Mended:

```yaml
# adam.yml
term: Adam
definition: Optimizer that scales each step by running means of the gradient.
category: optimization
```
"""

from __future__ import annotations

from collections.abc import Iterator

from glossmith.model.finding import Finding, Severity, quoted
from glossmith.model.glossary import Glossary, normal
from glossmith.model.nearest import did_you_mean
from glossmith.model.place import Text
from glossmith.model.rule import Rule, Subject


def check(subject: Subject) -> Iterator[Finding]:
    """One finding for each category, or parent of a category, that does not exist."""
    glossary = subject.glossary
    if not glossary.vocabularies.categories:  # there is no such file, or it cannot be read
        return
    for term in glossary.terms:
        if term.category and not glossary.category_of(term):
            yield _finding(glossary, term.category, term.path)
    for category in glossary.categories.values():
        if category.parent and normal(category.parent.value) not in glossary.category_names:
            yield _finding(glossary, category.parent, glossary.vocabularies.categories_path)


def _finding(glossary: Glossary, text: Text, path: str) -> Finding:
    names = [name for category in glossary.categories.values() for name in (category.id, category.title.value)]
    message = f"no category is called {quoted(text.value)}"
    advice = did_you_mean(text.value, names) or "add it to `_categories.yml`"
    return Finding(RULE.name, message, path, text.span, advice)


RULE = Rule.of_module(__name__, __doc__, Severity.ERROR, check)
