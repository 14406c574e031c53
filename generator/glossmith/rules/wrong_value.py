"""A value must be one that its field allows.

Some fields take one of a few words, `true` or `false`, or a text of limited length.

Failing:

```yaml
status: publishd
```

Mended:

```yaml
status: published
```
"""

from __future__ import annotations

from glossmith.model.finding import Severity
from glossmith.model.rule import Rule

RULE = Rule.of_module(__name__, __doc__, Severity.ERROR)
