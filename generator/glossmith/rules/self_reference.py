"""A relation must not name the term itself.

A term is neither broader than itself nor related to itself. In a text, a `[[...]]` that names the term whose page it
is stays plain.

Failing:

```yaml
term: learning rate
definition: Step size of gradient descent.
synonyms: [step size]
related_terms: [step size]
```

Mended:

```yaml
term: learning rate
definition: Step size of gradient descent.
synonyms: [step size]
```
"""

from __future__ import annotations

from glossmith.model.finding import Severity
from glossmith.model.rule import Rule

RULE = Rule.of_module(__name__, __doc__, Severity.ERROR)
