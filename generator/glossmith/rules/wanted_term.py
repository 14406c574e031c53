"""A `[[...]]` should name a term that exists.

Until it does, its text is shown without a link. `glossmith new --from-wanted` writes a file for it, and `--fix` mends
a link by an id that another term lists in `redirect_from`. Names are compared without regard to case; a plural needs
its own text, as in `[[gradient|gradients]]`: `inflections` are for words that nobody marked up.

Failing:

```yaml
term: momentum
definition: Running mean of [[gradients of the loss]].
```

Mended:

```yaml
term: momentum
definition: Running mean of the gradients of the loss.
```
"""

from __future__ import annotations

from glossmith.model.finding import Severity
from glossmith.model.rule import Rule

RULE = Rule.of_module(__name__, __doc__, Severity.WARNING)
