"""A date must be written as `2026-01-31`.

Year, month and day in this order, with all their digits, are read in the same way everywhere (ISO 8601). The day must
exist.

Failing:

```yaml
created: 31.1.2026
```

Mended:

```yaml
created: 2026-01-31
```
"""

from __future__ import annotations

from glossmith.model.finding import Severity
from glossmith.model.rule import Rule

RULE = Rule.of_module(__name__, __doc__, Severity.ERROR)
