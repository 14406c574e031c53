"""No category may lie below itself.

A `parent` puts a category below another one. Following the parents must end at a category that has none.

Failing:

```yaml
# _categories.yml
training: {title: Training, parent: optimization}
optimization: {title: Optimization, parent: training}
```

Mended:

```yaml
# _categories.yml
training: Training
optimization: {title: Optimization, parent: training}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from glossmith.model.finding import Finding, Severity, quoted
from glossmith.model.glossary import Glossary, normal
from glossmith.model.rule import Rule, Subject
from glossmith.model.vocabulary import Category


def check(subject: Subject) -> Iterator[Finding]:
    """One finding at the parent of each category that is its own ancestor."""
    glossary = subject.glossary
    for category in glossary.categories.values():
        if category.parent and _is_below_itself(glossary, category):
            message = f"the category {quoted(category.title.value)} lies below itself"
            path = glossary.vocabularies.categories_path
            yield Finding(RULE.name, message, path, category.parent.span, "choose another `parent`")


def _is_below_itself(glossary: Glossary, category: Category) -> bool:
    above, seen = _parent(glossary, category), set[str]()
    while above is not None and above.id not in seen:
        if above.id == category.id:
            return True
        seen.add(above.id)
        above = _parent(glossary, above)
    return False


def _parent(glossary: Glossary, category: Category) -> Category | None:
    if not category.parent:
        return None
    return glossary.categories.get(glossary.category_names.get(normal(category.parent.value), ""))


RULE = Rule.of_module(__name__, __doc__, Severity.ERROR, check)
