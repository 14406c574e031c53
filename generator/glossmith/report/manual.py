"""A rule's page of the manual for the terminal."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from glossmith.model.rule import Rule
from glossmith.report.terminal import BOLD, CODE, DIM, Paint, unpainted

FENCE = re.compile(r"^ *(`{3,}|~{3,})")
SPAN = re.compile(r"`([^`\n]+)`")


def manual_page(rule: Rule, severity: str, paint: Paint = unpainted) -> str:
    """What the rule asks for, its severity on this site, and how to change that; Markdown where it is not painted."""
    usual = "" if severity == rule.severity else f" on this site, {rule.severity} by default"
    text = f"# {rule.name}\n\nSeverity: {severity}{usual}.\n\n{rule.page}\n\n{_advice(rule)}"
    return text if paint is unpainted else "\n".join(_styled(text.splitlines(), paint))


def _advice(rule: Rule) -> str:
    """How to silence a rule, once and for all."""
    return f"""## To change that

For the whole site, in `mkdocs.yml` (`error`, `warning`, `hint` or `off`):

```yaml
plugins:
  - glossmith:
      rules:
        {rule.name}: off
```

For one place, at the end of its line or alone on the line above:

```yaml
# glossmith: ignore[{rule.name}] why
```
"""


def _styled(lines: Iterable[str], paint: Paint) -> Iterator[str]:
    is_code = False
    for line in lines:
        if FENCE.match(line):
            is_code = not is_code
        elif is_code:
            yield paint(f"    {line}".rstrip(), CODE)
        elif line.startswith("#"):
            yield paint(line.lstrip("# "), BOLD)
        elif line.startswith("Severity: "):
            yield paint(line, DIM)
        else:
            yield SPAN.sub(lambda match: paint(match[1], CODE), line)
