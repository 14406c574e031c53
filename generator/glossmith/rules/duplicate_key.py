"""A field must be given once.

YAML parsers disagree on which of two values counts, so one of them would be lost without a word. For several values
use a list.

Failing:

```yaml
tags: [training]
tags: [optimization]
```

Mended:

```yaml
tags: [training, optimization]
```
"""

from __future__ import annotations

from glossmith.model.finding import Severity
from glossmith.model.rule import Rule

RULE = Rule.of_module(__name__, __doc__, Severity.ERROR)
