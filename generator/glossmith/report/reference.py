"""The reference pages of the manual, in Markdown: fields and rules, made from their tables."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from glossmith.model import forms
from glossmith.model.fields import FIELDS
from glossmith.model.finding import Severity
from glossmith.model.forms import Field, Form
from glossmith.model.rule import Rule

FIELDS_INTRODUCTION = """# Fields

Everything that an entry may hold. Only `term` and `definition` are required. Any other field is an error, so that a
typing mistake cannot hide: what has no field of its own goes into [`extra`](#extra).

A value keeps the text that you typed: `NO`, `on`, `1.0` and `2026-01-31` stay as they are, without quotes. Put a text
between quotes where YAML demands it: if it contains `: ` or ` #`, or begins with a character such as `*`, `&`, `@`,
`[`, `{` or a backtick.

What the forms mean:

- A **line of text** has no line break and, where no other number is given, at most 300 characters.
- **Markdown** is described in [Prose](prose.md): tables, formulas, code, `[[links to terms]]`.
- An **id** begins with a letter or digit, does not end with a dot, and has at most 150 bytes.
- The **name of a term** is its `term`, one of its `abbreviation` or `synonyms`, or its name with the disambiguation:
  `transformer (electricity)`. Ids are tried first, deprecated names last and with a warning. Case does not count.
- **One, or a list of them**: a single item may stand without the list.
"""

RULES_INTRODUCTION = """# Rules

Every finding bears the name of a rule. An error stops every build, and the last good site stays as it is. A warning
stops a build with `--strict`. A hint stops nothing.

A site may give any rule another severity, or switch it off:

```yaml
plugins:
  - glossmith:
      rules:
        wanted-term: error
        shared-name: off
```

A comment silences one finding, on its line or, alone on a line, on the next one. Say why:

```yaml
synonyms:
  - shrinkage  # glossmith: ignore[shared-name] both fields say so
```
"""

VERDICTS = {Severity.ERROR: "Error", Severity.WARNING: "Warning", Severity.HINT: "Hint"}


def fields_page() -> str:
    """The reference of fields."""
    return "\n".join([FIELDS_INTRODUCTION, *(_field(field) for field in FIELDS)])


def rules_page(rules: Iterable[Rule]) -> str:
    """The reference of rules, by name."""
    ordered = sorted(rules, key=lambda rule: rule.name)
    return "\n".join([RULES_INTRODUCTION, *(_rule(rule) for rule in ordered)])


def _rule(rule: Rule) -> str:
    _, _, reasons = rule.page.partition("\n\n")
    parts = [f"## {rule.name}", f"*{VERDICTS[rule.severity]}.* {rule.doc}", reasons]
    return "\n\n".join(part for part in parts if part) + "\n"


def _field(field: Field) -> str:
    required = "**Required.** " if field.required else ""
    parts = [f"## {field.name}", required + field.doc, _facts(field), _fenced(_example(field))]
    if record := _record(field.form):
        parts.insert(3, _table(record))
    return "\n\n".join(parts) + "\n"


def _facts(field: Field) -> str:
    facts = {"Form": _words(field.form), "Default": field.default, "Source": field.source}
    return "\n".join(f"- {label}: {text}" for label, text in facts.items() if text)


def _table(record: forms.Record) -> str:
    rows = ["| Field | Form | Meaning |", "|---|---|---|", *(_row(row) for row in record.fields)]
    return "\n".join(rows)


def _row(row: Field) -> str:
    notes = ["Required." if row.required else "", f"Default: {row.default}." if row.default else ""]
    meaning = " ".join(part for part in (row.doc, *notes) if part)
    return f"| `{row.name}` | {_words(row.form)} | {meaning} |"


def _record(form: Form) -> forms.Record | None:
    inner = form.item if isinstance(form, forms.ListOf) else form
    return inner if isinstance(inner, forms.Record) else None


def _words(form: Form) -> str:
    """The form as an author reads it."""
    return WORDS[type(form)](form)


def _choice(form: forms.Choice) -> str:
    return "one of " + ", ".join(f"`{option}`" for option in form.options)


def _line(form: forms.Line) -> str:
    return "line of text" if form == forms.Line() else f"line of text, at most {form.longest} characters"


def _list(form: forms.ListOf) -> str:
    item = _words(form.item)
    return f"{item}; one, or a list of them" if form.or_one else f"list; each item: {item}"


def _map(form: forms.Record) -> str:
    short = f" (a text alone is short for `{form.shorthand}`)" if form.shorthand else ""
    return f"map with the fields below{short}"


WORDS: dict[type, Callable[[Any], str]] = {
    forms.Line: _line,
    forms.Prose: lambda _: "Markdown",
    forms.Identifier: lambda _: "id: letters and digits of any script, `.`, `_`, `-`",
    forms.Choice: _choice,
    forms.Flag: lambda _: "`true` or `false`",
    forms.Url: lambda _: "web address with `https://` or `http://`",
    forms.SitePath: lambda _: "old id, or path below the site's root",
    forms.ImagePath: lambda _: "path relative to the entry, or web address",
    forms.Date: lambda _: "date, written `2026-01-31`",
    forms.TermName: lambda _: "id or name of a term",
    forms.CategoryName: lambda _: "id or title of a category",
    forms.OrganizationName: lambda _: "id, name or alias of an organization",
    forms.ListOf: _list,
    forms.Pairs: lambda form: f"map; the labels are yours, each value: {_words(form.value)}",
    forms.Record: _map,
    forms.Anything: lambda _: "map of anything; plain YAML types are kept",
}
"""How each form is said; one row per class of `model.forms`."""

SAMPLES: dict[type, str] = {
    forms.Line: "A text on one line",
    forms.Prose: "A text in *Markdown*.",
    forms.Identifier: "an-id",
    forms.Url: "https://example.org/",
    forms.ImagePath: "images/picture.svg",
    forms.Date: "2026-01-31",
    forms.TermName: "another-term",
    forms.OrganizationName: "an-organization",
}
"""Values for fields whose row has no example."""


def _fenced(yaml: str) -> str:
    return f"```yaml\n{yaml}\n```"


def _example(field: Field) -> str:
    """The field in YAML, as its row shows it or made up from its form."""
    record = _record(field.form)
    if field.example or record is None:
        return f"{field.name}: {field.example or _sample(field.form)}"
    lines = [f"{row.name}: {row.example or _sample(row.form)}" for row in _telling(record)]
    marks = ["  - ", *["    "] * len(lines)] if isinstance(field.form, forms.ListOf) else ["  "] * len(lines)
    return "\n".join([f"{field.name}:", *(mark + line for mark, line in zip(marks, lines, strict=False))])


def _telling(record: forms.Record) -> tuple[Field, ...]:
    """The rows that an example needs: those that are required or have one; where there are none, all."""
    return tuple(row for row in record.fields if row.required or row.example) or record.fields


def _sample(form: Form) -> str:
    if isinstance(form, forms.ListOf):
        return f"[{_sample(form.item)}]"
    return form.options[0] if isinstance(form, forms.Choice) else SAMPLES[type(form)]
