"""A file must be readable and lie inside the folder of the glossary.

A symbolic link that leads out of the folder could publish anything on the machine that builds the site. The name of a
file must be UTF-8.

Failing:

```yaml
# adam.yml -> ../../elsewhere/adam.yml
```

Mended:

```yaml
# adam.yml
term: Adam
definition: Optimizer that scales each step by running means of the gradient.
```
"""

from __future__ import annotations

from glossmith.model.finding import Severity
from glossmith.model.rule import Rule

RULE = Rule.of_module(__name__, __doc__, Severity.ERROR)
