"""A relation must name a term.

An id, a preferred name, or a synonym or abbreviation will do. A page cannot show a relation to what does not exist;
in a text, a `[[...]]` may wait for its entry, and is a [wanted term](#wanted-term). `--fix` writes the new id where
the term lists the old one in `redirect_from`.

Failing:

```yaml
# momentum.yml
term: momentum
definition: Running mean of gradients.
related_terms: [gradient decent]
```

```yaml
# gradient-descent.yml
term: gradient descent
definition: Search for a minimum against the gradient.
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

RULE = Rule.of_module(__name__, __doc__, Severity.ERROR)
