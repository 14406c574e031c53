"""An id must be unique, without regard to case.

Some file systems do not tell `LR` from `lr`, so both would be one page. An id is the field `id` or, without it, the
name of the file, in whatever folder that is. Of entries with the same id the first, by path, is kept.

Failing:

```yaml
# optimization/learning-rate.yml
term: learning rate
definition: Step size of gradient descent.
```

```yaml
# teaching/learning-rate.yml
term: pace of learning
definition: How fast pupils learn.
```

Mended:

```yaml
# teaching/learning-rate.yml
id: pace-of-learning
term: pace of learning
definition: How fast pupils learn.
```
"""

from __future__ import annotations

from glossmith.model.finding import Severity
from glossmith.model.rule import Rule

RULE = Rule.of_module(__name__, __doc__, Severity.ERROR)
