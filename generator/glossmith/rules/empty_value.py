"""A field that is given must have a value.

A field without a value is mostly one that was forgotten, or whose value was lost to a comment: what begins with `#`,
`&` or `!` needs quotes.

Failing:

```yaml
symbol: # of steps
```

Mended:

```yaml
symbol: "# of steps"
```
"""

from __future__ import annotations

from glossmith.model.finding import Severity
from glossmith.model.rule import Rule

RULE = Rule.of_module(__name__, __doc__, Severity.ERROR)
