"""An entry must have at most 1 MiB, 20,000 values and 64 levels.

No text that people write comes near. The limits keep a file from stopping the build, by size, by depth, or by aliases
that repeat each other. Long material belongs on a page of its own.

Failing:

```yaml
extra: {deep: [[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[
  [[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]
  ]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]}
```

Mended:

```yaml
extra: {deep: [[[]]]}
```
"""

from __future__ import annotations

from glossmith.model.finding import Severity
from glossmith.model.rule import Rule

RULE = Rule.of_module(__name__, __doc__, Severity.ERROR)
