"""A file of an entry must not be empty.

An entry needs at least a `term` and a `definition`. A file whose name begins with `_` is no entry, so a draft of one
may wait under such a name.

Failing:

```yaml
# adam.yml
# to be written
```

Mended:

```yaml
# adam.yml
term: Adam
definition: Optimizer that scales each step by running means of the gradient.
```
"""

from __future__ import annotations

from glossmith.model.finding import Severity
from glossmith.model.rule import Rule

RULE = Rule.of_module(__name__, __doc__, Severity.ERROR)
