"""A required field must be given.

An entry needs `term` and `definition`. So do some fields that are maps: a figure its `alt`, for those who do not see
it, a question its `answer`.

Failing:

```yaml
figures:
  - src: https://example.org/curve.svg
```

Mended:

```yaml
figures:
  - src: https://example.org/curve.svg
    alt: Loss that falls with the number of steps.
```
"""

from __future__ import annotations

from glossmith.model.finding import Severity
from glossmith.model.rule import Rule

RULE = Rule.of_module(__name__, __doc__, Severity.ERROR)
