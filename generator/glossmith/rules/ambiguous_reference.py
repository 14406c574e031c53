"""A reference must name one term only.

Where two terms bear a name, a relation or a `[[...]]` by that name leads nowhere for certain. Write the id of the
term that is meant, or its name with the disambiguation, as its page shows it.

Failing:

```yaml
# attention.yml
term: attention
definition: Weighted sum of values, the core of a [[transformer]].
```

```yaml
# transformer-network.yml
term: transformer
disambiguation: neural network
definition: Network built from attention layers.
```

```yaml
# transformer-electricity.yml
term: transformer
disambiguation: electricity
definition: Device that changes the voltage of an alternating current.
```

Mended:

```yaml
# attention.yml
term: attention
definition: Weighted sum of values, the core of a [[transformer (neural network)|transformer]].
```
"""

from __future__ import annotations

from glossmith.model.finding import Severity
from glossmith.model.rule import Rule

RULE = Rule.of_module(__name__, __doc__, Severity.ERROR)
