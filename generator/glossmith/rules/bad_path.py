"""A path must be relative and stay inside the site.

The `src` of a figure is a path as seen from the entry, with `/` between folders. A `redirect_from` is an old id, or
an old path below the root of the site.

Failing:

```yaml
redirect_from: [../old/lr.html]
```

Mended:

```yaml
redirect_from: [/old/lr.html]
```
"""

from __future__ import annotations

from glossmith.model.finding import Severity
from glossmith.model.rule import Rule

RULE = Rule.of_module(__name__, __doc__, Severity.ERROR)
