"""YAML tags are not supported.

A tag makes YAML construct something other than text, which entries never need. A text that begins with `!` needs
quotes.

Failing:

```yaml
symbol: !n
```

Mended:

```yaml
symbol: "!n"
```
"""

from __future__ import annotations

from glossmith.model.finding import Severity
from glossmith.model.rule import Rule

RULE = Rule.of_module(__name__, __doc__, Severity.ERROR)
