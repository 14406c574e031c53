"""A web address must be absolute, with `http` or `https`.

Other sites are linked to by their whole address. A path or another scheme leads elsewhere on the reader's machine, or
runs something there.

Failing:

```yaml
references: [www.example.org/adam]
```

Mended:

```yaml
references: [https://www.example.org/adam]
```
"""

from __future__ import annotations

from glossmith.model.finding import Severity
from glossmith.model.rule import Rule

RULE = Rule.of_module(__name__, __doc__, Severity.ERROR)
