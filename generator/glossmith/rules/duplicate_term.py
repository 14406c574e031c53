"""Two terms with the same preferred designation need a `disambiguation`.

A reader who meets `transformer` twice in an index cannot tell which is which, and a reference by that name is
ambiguous. All but one of them have to say what they are about; better all of them.

Failing:

```yaml
# transformer-network.yml
term: transformer
definition: Network built from attention layers.
```

```yaml
# transformer-electricity.yml
term: transformer
definition: Device that changes the voltage of an alternating current.
```

Mended:

```yaml
# transformer-network.yml
term: transformer
disambiguation: neural network
definition: Network built from attention layers.
```

```yaml
# transformer-electricity.yml
term: transformer
disambiguation: electricity
definition: Device that changes the voltage of an alternating current.
```
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from glossmith.model.finding import Finding, Severity, quoted
from glossmith.model.glossary import normal
from glossmith.model.rule import Rule, Subject
from glossmith.model.term import Term


def check(subject: Subject) -> Iterator[Finding]:
    """One finding in each term whose title another term bears as well."""
    bearers: defaultdict[str, list[Term]] = defaultdict(list)
    for term in subject.glossary.complete:
        bearers[normal(term.title)].append(term)
    for terms in bearers.values():
        for term in terms if len(terms) > 1 else ():
            others = " and ".join(quoted(other.path) for other in terms if other is not term)
            message = f"{quoted(term.title)} is also the name of the term in {others}"
            yield Finding(RULE.name, message, term.path, term.term.span, "tell them apart with `disambiguation`")


RULE = Rule.of_module(__name__, __doc__, Severity.ERROR, check)
