"""The front matter of a hand-written page should say of `linking` what can be used.

It is `false`, or says in `mentions` which mentions become links: the first in each `field`, `section` or `page`, `all`,
or `none`. Until it does, the page links as the site says.

Failing:

```yaml
# about.md
---
linking: {mentions: pages}
---
```

Mended:

```yaml
# about.md
---
linking: {mentions: page}
---
```
"""

from __future__ import annotations

from glossmith.model.finding import Severity
from glossmith.model.rule import Rule

RULE = Rule.of_module(__name__, __doc__, Severity.WARNING)
