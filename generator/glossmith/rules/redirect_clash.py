"""An old address must not be that of a term that exists, nor lead to two terms.

A `redirect_from` makes a page that leads on to the term. There can be one at each address, and none where a term is.

Failing:

```yaml
# step-size.yml
term: step size
definition: Length of a step of gradient descent.
redirect_from: [learning-rate]
```

```yaml
# learning-rate.yml
term: learning rate
definition: Factor that scales the gradient.
```

Mended:

```yaml
# step-size.yml
term: step size
definition: Length of a step of gradient descent.
redirect_from: [step-length]
```
"""

from __future__ import annotations

from collections.abc import Iterator

from glossmith.model.finding import Finding, Severity, quoted
from glossmith.model.rule import Rule, Subject
from glossmith.model.term import Term


def check(subject: Subject) -> Iterator[Finding]:
    """One finding for each `redirect_from` whose page somebody else owns, or the same entry in other capitals."""
    addresses = subject.addresses
    pages = {addresses.below("terms", term.id).destination.casefold(): term for term in subject.glossary.terms}
    claimed: dict[str, tuple[Term, str]] = {}
    for term in subject.glossary.terms:
        for text in term.redirect_from:
            location = addresses.old(text.value)
            destination = location.destination.casefold()
            claim = (term, location.destination)
            first = claimed.setdefault(destination, claim)
            if first != claim or destination in pages:
                owner = pages.get(destination, first[0])
                message = f"{quoted(text.value)} is an address of {quoted(owner.title)} ({owner.path})"
                yield Finding(RULE.name, message, term.path, text.span, "remove it")


RULE = Rule.of_module(__name__, __doc__, Severity.ERROR, check)
