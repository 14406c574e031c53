"""An alias must not stand inside of what it stands for.

What contains itself has no end, and no page can show it.

Failing:

```yaml
extra: &all
  parts: [*all]
```

Mended:

```yaml
extra:
  parts: [one, two]
```
"""

from __future__ import annotations

from glossmith.model.finding import Severity
from glossmith.model.rule import Rule

RULE = Rule.of_module(__name__, __doc__, Severity.ERROR)
