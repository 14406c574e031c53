"""A `[[term#heading]]` should name a heading of the term's page.

The part behind `#` is the end of the heading's address: small letters and digits, words joined by hyphens, as the
link beside the heading shows it. Where there is none, the reader lands at the top of the page. `--fix` writes a title
as the address that it has.

Failing:

```yaml
# momentum.yml
term: momentum
definition: Running mean of gradients; see [[gradient descent#Step size]].
```

```yaml
# gradient-descent.yml
term: gradient descent
definition: Search for a minimum against the gradient.
sections:
  - title: Step size
    body: It should shrink.
```

Mended:

```yaml
# momentum.yml
term: momentum
definition: Running mean of gradients; see [[gradient descent#step-size]].
```
"""

from __future__ import annotations

from glossmith.model.finding import Severity
from glossmith.model.rule import Rule

RULE = Rule.of_module(__name__, __doc__, Severity.WARNING)
