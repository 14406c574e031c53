"""A tag should be written the same way in every entry.

Tags are compared without regard to case, so `NLP` and `nlp` are one tag; the page of tags shows one of the spellings.
`--fix` writes the one that most entries use, or the one in lower case.

Failing:

```yaml
# token.yml
term: token
definition: Unit of text that a model reads.
tags: [Language]
```

```yaml
# corpus.yml
term: corpus
definition: Collection of texts.
tags: [language]
```

Mended:

```yaml
# token.yml
term: token
definition: Unit of text that a model reads.
tags: [language]
```
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator

from glossmith.model.finding import Finding, Severity, quoted
from glossmith.model.fix import replace_by
from glossmith.model.glossary import normal
from glossmith.model.rule import Rule, Subject


def check(subject: Subject) -> Iterator[Finding]:
    """One finding for each tag that is written otherwise than in most entries; lower case wins a draw."""
    spellings: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for term in subject.glossary.terms:
        for tag in term.tags:
            spellings[normal(tag.value)][" ".join(tag.value.split())] += 1
    usual_of = {
        key: max(counts, key=lambda word: (counts[word], word.islower(), word)) for key, counts in spellings.items()
    }
    for term in subject.glossary.terms:
        if all(tag.value == usual_of[normal(tag.value)] for tag in term.tags):
            continue
        once = {normal(tag.value): tag for tag in reversed(term.tags)}  # what is given twice is a finding already
        for tag in once.values():
            usual = usual_of[normal(tag.value)]
            if tag.value != usual:
                message = f"{quoted(tag.value)} is written {quoted(usual)} elsewhere"
                fix = replace_by(usual)
                yield Finding(RULE.name, message, term.path, tag.span, f"write {quoted(usual)}", fix=fix)


RULE = Rule.of_module(__name__, __doc__, Severity.WARNING, check)
