r"""Control characters are not allowed.

They are invisible, and neither HTML nor JSON can hold them all. Mostly they come from another program's text, or from
TeX between double quotes, where YAML takes `\a`, `\b`, `\f` and others for control characters. U+202D and U+202E, which
turn text round so that it reads otherwise than it is, are not allowed either. Nor can a space other than the ordinary
one indent a line.

Failing:

```yaml
symbol: "$\alpha$"
```

Mended:

```yaml
symbol: $\alpha$
```
"""

from __future__ import annotations

from glossmith.model.finding import Severity
from glossmith.model.rule import Rule

RULE = Rule.of_module(__name__, __doc__, Severity.ERROR)
