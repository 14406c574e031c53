"""Two pages must not be the same file of the site.

Letter case and the way that accents are encoded do not tell files apart everywhere, so they do not count. Nothing is
written while two pages claim one file. Give one of them another id, or set `path` or `addresses` in `mkdocs.yml`. The
clash is found when the site is built.

Failing:

```yaml
# adam.yml, beside the page terms/adam.md
term: Adam
definition: Optimizer that scales each step by running means of the gradient.
```

Mended:

```yaml
# adam.yml
id: adam-optimizer
term: Adam
definition: Optimizer that scales each step by running means of the gradient.
```
"""

from __future__ import annotations

from glossmith.model.finding import Severity
from glossmith.model.rule import Rule

RULE = Rule.of_module(__name__, __doc__, Severity.ERROR)
