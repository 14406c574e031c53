"""A suppression comment should silence a finding.

`# glossmith: ignore[rule] why` silences a finding of that rule on its line, or on the next line where it stands
alone. When the finding is gone, or the name of the rule is wrong, the comment misleads whoever reads it.

Failing:

```yaml
synonyms:
  - step size  # glossmith: ignore[shared-name] both fields say so
```

Mended:

```yaml
synonyms:
  - step size
```
"""

from __future__ import annotations

from glossmith.model.finding import Severity
from glossmith.model.rule import Rule

RULE = Rule.of_module(__name__, __doc__, Severity.WARNING)
