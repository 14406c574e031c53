"""An id must consist of letters, digits, `.`, `_` and `-`.

The id is the last part of the term's address. It begins with a letter or digit, does not end with a dot, and has at
most 150 bytes. Without a field `id`, the name of the file is the id, and the same holds for it.

Failing:

```yaml
id: learning rate
```

Mended:

```yaml
id: learning-rate
```
"""

from __future__ import annotations

from glossmith.model.finding import Severity
from glossmith.model.rule import Rule

RULE = Rule.of_module(__name__, __doc__, Severity.ERROR)
