"""A mention should tell which term it means.

Where several terms bear a name, a mention of it becomes a link to the one that is in the category of the page, or, if
that does not decide, to a page that lists them all. Say which one is meant, or that none is.

Failing:

```yaml
# attention.yml
term: attention
definition: Weighted sum of values, the core of a transformer.
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
definition: Weighted sum of values, the core of a [[transformer-network|transformer]].
```
"""

from __future__ import annotations

from glossmith.model.finding import Severity
from glossmith.model.rule import Rule

RULE = Rule.of_module(__name__, __doc__, Severity.HINT)
