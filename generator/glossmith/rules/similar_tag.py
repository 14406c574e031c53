"""A tag that one entry alone uses should not be nearly one that others share.

It is more likely misspelt, or written in the plural, than another tag. This is a hint, since two words of one letter's
difference may both be meant.

Failing:

```yaml
# token.yml
term: token
definition: Unit of text that a model reads.
tags: [language-models]
```

```yaml
# corpus.yml
term: corpus
definition: Collection of texts.
tags: [language model]
```

```yaml
# prompt.yml
term: prompt
definition: Text that a model continues.
tags: [language model]
```

Mended:

```yaml
# token.yml
term: token
definition: Unit of text that a model reads.
tags: [language model]
```
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from glossmith.model.finding import Finding, Severity, quoted
from glossmith.model.glossary import normal
from glossmith.model.nearest import Lexicon
from glossmith.model.place import Text
from glossmith.model.rule import Rule, Subject
from glossmith.model.term import Term

SHORTEST = 5
"""Letters of a tag; shorter words have too many neighbours."""


def check(subject: Subject) -> Iterator[Finding]:
    """One finding for each tag of a single term that is one mistake away from a tag of several."""
    users: defaultdict[str, dict[str, tuple[Term, Text]]] = defaultdict(dict)
    for term in subject.glossary.terms:
        for tag in term.tags:
            users[normal(tag.value)].setdefault(term.id, (term, tag))
    shared = Lexicon(next(iter(some.values()))[1].value for some in users.values() if len(some) > 1)
    for key, some in users.items():
        nearest = shared.nearest(key, most=1) if len(some) == 1 and len(key) >= SHORTEST else None
        if nearest:
            ((term, tag),) = some.values()
            message = f"{quoted(tag.value)} is nearly the tag {quoted(nearest)}, which others use"
            yield Finding(RULE.name, message, term.path, tag.span, f"did you mean `{nearest}`?")


RULE = Rule.of_module(__name__, __doc__, Severity.HINT, check)
