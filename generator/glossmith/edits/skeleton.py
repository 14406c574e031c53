"""The text of a new entry, made from the table of fields: what must be filled in, and what may be, as comments."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from textwrap import wrap

from glossmith.edits.quoting import write
from glossmith.model.fields import FIELDS
from glossmith.model.forms import Date, Field, ListOf, Prose, Record
from glossmith.model.glossary import Glossary

OFFERED = ("abbreviation", "synonyms", "category", "tags", "broader_terms", "related_terms", "background",
           "usage_note", "examples", "references")  # fmt: skip
"""The optional fields that a new entry shows; the manual and the editor know the others."""

MOST_KNOWN = 12
"""How many names of what exists a comment lists."""

WIDEST = 100
"""Columns of a comment."""


def skeleton(values: Mapping[str, str], glossary: Glossary, remarks: tuple[str, ...] = ()) -> str:
    """A new entry: `values` by the names of fields, an empty one for its author to fill in, then what else may be said.

    The fields stand in the order of the table, whatever the order of `values`.
    """
    lines = [f"# {remark}" for remark in remarks]
    for row in FIELDS:
        if row.name in values:
            lines += _given(row, values[row.name])
    lines += ("", "# Optional: remove the `# ` before a field and fill it in.")
    for row in FIELDS:
        if row.name in OFFERED and row.name not in values:
            lines += _offered(row, glossary)
    return "\n".join(lines) + "\n"


def _given(row: Field, value: str) -> Iterator[str]:
    if value:
        yield f"{row.name}: {value if isinstance(row.form, Date) else write(value)}"
    else:
        yield f"# {row.doc}"
        yield f"{row.name}:"


def _offered(row: Field, glossary: Glossary) -> Iterator[str]:
    known = _known(row.name, glossary)
    yield ""
    yield f"# {row.doc}"
    yield from wrap(f"Known: {known}", WIDEST, initial_indent="# ", subsequent_indent="# ") if known else ()
    if row.example:
        yield f"# {row.name}: {row.example}"
    elif isinstance(row.form, Prose):
        yield f"# {row.name}: |"
        yield "#   …"
    else:
        yield f"# {row.name}:"
        yield from _items(row)


def _items(row: Field) -> Iterator[str]:
    """An item of a list as it is written at full length."""
    item = row.form.item if isinstance(row.form, ListOf) else row.form
    shown = [field for field in item.fields if field.example or field.required] if isinstance(item, Record) else []
    if not shown:
        yield "#   - …"
    for number, field in enumerate(shown):
        yield f"#   {'  ' if number else '- '}{field.name}: {field.example or '…'}"


def _known(name: str, glossary: Glossary) -> str:
    """What exists already of the kind that a field names: the categories, or the tags used most."""
    if name == "category":
        known = list(glossary.categories)
    elif name == "tags":
        used = Counter(tag.value for term in glossary.terms for tag in term.tags)
        known = [tag for tag, _ in sorted(used.items(), key=lambda pair: (-pair[1], pair[0]))]
    else:
        known = []
    more = f" and {len(known) - MOST_KNOWN} more" if len(known) > MOST_KNOWN else ""
    return ", ".join(known[:MOST_KNOWN]) + more
