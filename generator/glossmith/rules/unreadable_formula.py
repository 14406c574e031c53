r"""A formula should be TeX that can be rendered.

Formulas become MathML when the site is built. One that cannot be read is shown as it is typed. Prices, as in
`$5 and $6`, are not taken for formulas.

Failing:

```yaml
symbol: $\etaa$
```

Mended:

```yaml
symbol: $\eta$
```
"""

from __future__ import annotations

from glossmith.model.finding import Severity
from glossmith.model.rule import Rule

RULE = Rule.of_module(__name__, __doc__, Severity.WARNING)
