"""A file must be encoded in UTF-8.

Other encodings cannot be told from each other for certain. Editors call it UTF-8 or Unicode (UTF-8); a byte order
mark at the beginning does no harm.

Failing:

```yaml
# cafe.yml, saved as Latin-1
term: café
definition: Place to drink coffee at.
```

Mended:

```yaml
# cafe.yml, saved as UTF-8
term: café
definition: Place to drink coffee at.
```
"""

from __future__ import annotations

from glossmith.model.finding import Severity
from glossmith.model.rule import Rule

RULE = Rule.of_module(__name__, __doc__, Severity.ERROR)
