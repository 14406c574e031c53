"""A category should have terms, in itself or below it.

One without has no page. Remove it from `_categories.yml`, or use it.

Failing:

```yaml
# _categories.yml
optimization: Optimization
robotics: Robotics
```

```yaml
# adam.yml
term: Adam
definition: Optimizer that scales each step by running means of the gradient.
category: optimization
```

Mended:

```yaml
# _categories.yml
optimization: Optimization
```
"""

from __future__ import annotations

from collections.abc import Iterator

from glossmith.model.finding import Finding, Severity, quoted
from glossmith.model.rule import Rule, Subject


def check(subject: Subject) -> Iterator[Finding]:
    """One finding for each category of the vocabulary that no term names and that has none below it."""
    glossary = subject.glossary
    if glossary.vocabularies.categories is None or not glossary.is_whole:  # what cannot be read may be in it
        return
    used = {category.id for term in glossary.terms if (category := glossary.category_of(term))}
    parents = (one.parent.value for one in glossary.categories.values() if one.parent)
    used |= {glossary.category_named(parent) for parent in parents}
    for category in glossary.categories.values():
        if category.id not in used:
            message = f"no term is in the category {quoted(category.title.value)}"
            path = glossary.vocabularies.categories_path
            yield Finding(RULE.name, message, path, category.span, "remove it, or use it")


RULE = Rule.of_module(__name__, __doc__, Severity.HINT, check)
