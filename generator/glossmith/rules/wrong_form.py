"""A value must be a text, a list or a map, as its field demands.

[Fields](fields.md) shows the form of each. A text that begins with `[` or `{`, or contains `: `, needs quotes: YAML
takes it for a list or a map. Where every line of a text begins with a dash and only the spaces behind them are
missing, `--fix` adds these.

Failing:

```yaml
tags:
  -training
  -optimization
```

Mended:

```yaml
tags:
  - training
  - optimization
```
"""

from __future__ import annotations

from glossmith.model.finding import Severity
from glossmith.model.rule import Rule

RULE = Rule.of_module(__name__, __doc__, Severity.ERROR)
