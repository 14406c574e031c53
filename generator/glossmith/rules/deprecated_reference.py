"""A reference should not use a deprecated name.

Deprecated names are listed so that search finds them; texts use the preferred one. `--fix` writes it, and keeps what
readers see of a `[[...]]`.

Failing:

```yaml
# momentum.yml
term: momentum
definition: Running mean of gradients.
related_terms: [hill walking]
```

```yaml
# gradient-descent.yml
term: gradient descent
definition: Search for a minimum against the gradient.
deprecated_terms: [hill walking]
```

Mended:

```yaml
# momentum.yml
term: momentum
definition: Running mean of gradients.
related_terms: [gradient descent]
```
"""

from __future__ import annotations

from glossmith.model.finding import Severity
from glossmith.model.rule import Rule

RULE = Rule.of_module(__name__, __doc__, Severity.WARNING)
