"""A relative link or picture should lead to a file of the site.

A path is relative to the file that it stands in, and the file that it leads to lies below the folder of pages or that
of entries. To another term, lead with `[[...]]`: it holds whatever the file is called.

Failing:

```yaml
# adam.yml, beside the page guide.md
term: Adam
definition: Optimizer that is described in [the guide](giude.md).
```

Mended:

```yaml
# adam.yml, beside the page guide.md
term: Adam
definition: Optimizer that is described in [the guide](guide.md).
```
"""

from __future__ import annotations

from glossmith.model.finding import Severity
from glossmith.model.rule import Rule

RULE = Rule.of_module(__name__, __doc__, Severity.WARNING)
