"""A field must be one of the table of fields.

A field that is misspelt would be lost without a word, so nothing else is allowed. What has no field of its own goes
into `extra`. See [Fields](fields.md).

Failing:

```yaml
synonym: step size
```

Mended:

```yaml
synonyms: [step size]
```
"""

from __future__ import annotations

from glossmith.model.finding import Severity
from glossmith.model.rule import Rule

RULE = Rule.of_module(__name__, __doc__, Severity.ERROR)
