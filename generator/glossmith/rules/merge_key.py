"""Merge keys (`<<`) are not supported.

They are an extension of YAML 1.1 that YAML 1.2 dropped; programs that read the entries would disagree on what they
say. Write the fields out.

Failing:

```yaml
extra:
  defaults: &defaults {level: 1}
  course:
    <<: *defaults
```

Mended:

```yaml
extra:
  defaults: {level: 1}
  course: {level: 1}
```
"""

from __future__ import annotations

from glossmith.model.finding import Severity
from glossmith.model.rule import Rule

RULE = Rule.of_module(__name__, __doc__, Severity.ERROR)
