"""A file must be one YAML document.

Nothing of a file is used that YAML cannot read. The usual reason is a text that needs quotes: one that contains `: `
or ` #`, or begins with a character such as `*`, `&`, `@`, `[`, `{`, `>` or a backtick.

Failing:

```yaml
term: Bayes
definition: Reverend: English, of the 18th century.
```

Mended:

```yaml
term: Bayes
definition: "Reverend: English, of the 18th century."
```
"""

from __future__ import annotations

from glossmith.model.finding import Severity
from glossmith.model.rule import Rule

RULE = Rule.of_module(__name__, __doc__, Severity.ERROR)
