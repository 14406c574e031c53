"""An abbreviation in a definition should be known to the glossary.

A word in capitals that no entry bears as a name is a riddle to a newcomer. Spell it out, or write an entry that has
it as its `term` or `abbreviation`.

Failing:

```yaml
term: graphics processor
definition: Chip that runs CUDA programs.
```

Mended:

```yaml
term: graphics processor
definition: Chip that runs many small programs at once.
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from glossmith.model.finding import Finding, Severity, Within, quoted
from glossmith.model.glossary import normal
from glossmith.model.place import Text
from glossmith.model.rule import Rule, Subject

CAPITALS = re.compile(r"(?<![\w./-])[A-Z]{2,6}s?(?![\w/-])")
ROMAN = re.compile(r"[IVXLCDM]+")


def check(subject: Subject) -> Iterator[Finding]:
    """One finding for each word in capitals of a definition that no term is called."""
    glossary = subject.glossary
    known = {word for step in glossary.names.steps for name in step for word in name.split()}
    for term in glossary.published:
        for word in dict.fromkeys(CAPITALS.findall(subject.definitions.get(term.id, ""))):
            if not ROMAN.fullmatch(word) and not {normal(word), normal(word.removesuffix("s"))} & known:
                message, advice = f"no entry explains {quoted(word)}", "spell it out, or write an entry for it"
                within = _first(word, term.definition)
                yield Finding(RULE.name, message, term.path, term.definition.span, advice, within=within)


def _first(word: str, text: Text) -> Within | None:
    """Where a word stands first in Markdown, unless it cannot be found as it is."""
    found = re.search(rf"(?<!\w){word}(?!\w)", text.value)
    return Within(text, found.start(), found.end()) if found else None


RULE = Rule.of_module(__name__, __doc__, Severity.HINT, check)
