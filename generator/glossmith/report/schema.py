"""The JSON Schema of entries (draft 2020-12), by which editors complete, explain and check them.

Made from the table of fields and from what the glossary holds: ids, names, categories, organizations and tags.
`markdownDescription`, `markdownEnumDescriptions`, `errorMessage` and `patternErrorMessage` are words of VS Code's and
the YAML language server's; validators pass over them.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import yaml

from glossmith.model import forms
from glossmith.model.edition import Edition
from glossmith.model.fields import CATEGORY, FIELDS, ORGANIZATION
from glossmith.model.forms import Field, Form
from glossmith.report.known_names import Schema
from glossmith.report.known_vocabulary import category_definition, definitions
from glossmith.report.reference import WORDS

DIALECT = "https://json-schema.org/draft/2020-12/schema"

IS_NO_TEXT: Schema = {"description": "Kept as it is typed.", "not": {"type": ["string", "array", "object"]}}
"""A number, a boolean or null: legal texts that YAML editors take for something else.

Said with `not`, so that they do not offer `true`, `false` and `null`. The description keeps the YAML language server
from heading its hover texts with the same title twice.
"""

LINE_BREAK = r"\n\r\v\f\u001c-\u001e\u0085\u2028\u2029"
IDENTIFIER = r"^\s*[^\u0000-\/:-@\[-`{-\u00a0](?:[^\u0000-,\/:-@\[-^`{-\u00a0]*[^\u0000-,.\/:-@\[-^`{-\u00a0])?\s*$"
URL = r"^\s*[Hh][Tt][Tt][Pp][Ss]?:\/\/[^\s\/?#]\S*\s*$"
PATH = r"^[^\\?#:*<>|\"\u0000-\u001f]+$"
DATE = r"^\s*[0-9]{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01])\s*$"
FLAG = r"^\s*(?:[Tt][Rr][Uu][Ee]|[Ff][Aa][Ll][Ss][Ee])\s*$"


ENTRIES = "entries"
VOCABULARIES = {
    "categories": (CATEGORY, "A category: its title, or a map."),
    "organizations": (ORGANIZATION, "An organization: its name, or a map."),
}
KINDS = (ENTRIES, *VOCABULARIES)
"""The files that have a schema: entries, `_categories.yml` and `_organizations.yml`."""


def schema_text(edition: Edition, kind: str = ENTRIES) -> str:
    """The schema as JSON: the same bytes for the same glossary."""
    made = schema(edition) if kind == ENTRIES else vocabulary_schema(edition, kind)
    return json.dumps(made, ensure_ascii=False, separators=(",", ":")) + "\n"


def schema(edition: Edition) -> Schema:
    """The schema of the entries of this glossary."""
    head = {"$schema": DIALECT, "title": "entry", "description": "An entry of a glossary: one term, one YAML file."}
    return head | _closed(FIELDS) | {"$defs": definitions(edition, tag=_one_line(60))}


def vocabulary_schema(edition: Edition, kind: str) -> Schema:
    """The schema of the categories or organizations of this glossary: a map of ids."""
    form, doc = VOCABULARIES[kind]
    text = _shape(next(row.form for row in form.fields if row.name == form.shorthand))
    return {
        "$schema": DIALECT,
        "title": kind,
        "description": f"The {kind} of a glossary, by their ids.",
        "type": "object",
        "propertyNames": _like(IDENTIFIER, "must consist of letters, digits, `.`, `_` and `-`"),
        "additionalProperties": {
            "description": doc,
            "if": {"type": "object"},
            "then": _closed(form.fields),
            "else": text,
        },
        "$defs": {"category": category_definition(edition)},
    }


def _closed(rows: tuple[Field, ...]) -> Schema:
    return {
        "type": "object",
        "properties": {row.name: _property(row) for row in rows},
        "required": [row.name for row in rows if row.required],
        "additionalProperties": False,
    }


def _property(row: Field) -> Schema:
    """A field with all that an editor can say of it."""
    words = WORDS[type(row.form)](row.form).replace("with the fields below", "of fields")
    facts = f"{words[:1].upper()}{words[1:]}."
    facts += " Required." if row.required else ""
    facts += f" Default: {row.default}." if row.default else ""
    shown = f"\n\n```yaml\n{row.name}: {row.example}\n```" if row.example else ""
    told: Schema = {
        "title": row.name,
        "description": f"{row.doc} {facts}".replace("`", ""),
        "markdownDescription": f"{row.doc}\n\n{facts}{shown}",
    }
    if row.default in _choices(row.form):
        told["default"] = row.default
    if row.example and not _has_known_values(row):
        told["examples"] = [_value(row.form, yaml.load(row.example, Loader=yaml.BaseLoader))]  # noqa: S506 -- texts only
    return told | (_one_or_list({"$ref": "#/$defs/tag"}) if row.name == "tags" else _shape(row.form))


def _choices(form: Form) -> tuple[str, ...]:
    """The words of which a field takes one; a default that is none of them is told to people only."""
    return form.options if isinstance(form, forms.Choice) else ()


def _has_known_values(row: Field) -> bool:
    """Whether the values of a field are offered anyway, so that an example would only be in the way."""
    return row.name == "tags" or '"$ref"' in json.dumps(_shape(row.form))


def _value(form: Form, written: Any) -> Any:
    """A value of the table of fields, read as texts, in the types of JSON."""
    if isinstance(form, forms.Flag):
        return written == "true"
    if isinstance(form, forms.Record) and isinstance(written, dict):
        table = {row.name: row.form for row in form.fields}
        return {name: _value(table[name], value) for name, value in written.items()}
    return written


def _shape(form: Form) -> Schema:
    return SHAPES[type(form)](form)


def _text(rule: Schema) -> Schema:
    return {"anyOf": [{"type": "string", **rule}, IS_NO_TEXT]}


def _like(pattern: str, fault: str) -> Schema:
    return {"pattern": pattern, "patternErrorMessage": fault}


def _one_line(longest: int) -> Schema:
    """One line of text, blanks around it not counted."""
    pattern = rf"^\s*\S(?:[^{LINE_BREAK}]{{0,{longest - 2}}}\S)?\s*$"
    return _like(pattern, f"must be one line of text, at most {longest} characters")


def _choice(form: forms.Choice) -> Schema:
    return {"type": "string", "enum": list(form.options), "errorMessage": f"choose one of {', '.join(form.options)}"}


def _list(form: forms.ListOf) -> Schema:
    item = _shape(form.item)
    return _one_or_list(item) if form.or_one else {"type": "array", "items": item}


def _one_or_list(item: Schema) -> Schema:
    single = item["anyOf"] if list(item) == ["anyOf"] else [item]
    return {"anyOf": [{"type": "array", "items": item}, *single]}


def _record(form: forms.Record) -> Schema:
    closed = _closed(form.fields)
    if not form.shorthand:
        return closed
    short = _shape(next(row.form for row in form.fields if row.name == form.shorthand))
    return {"anyOf": [*(short["anyOf"] if list(short) == ["anyOf"] else [short]), closed]}


SHAPES: dict[type, Callable[[Any], Schema]] = {
    forms.Line: lambda form: _text(_one_line(form.longest)),
    forms.Prose: lambda _: _text(_like(r"\S", "must be a text")),
    forms.Identifier: lambda _: _text(_like(IDENTIFIER, "must consist of letters, digits, `.`, `_` and `-`")),
    forms.Choice: _choice,
    forms.Flag: lambda _: {"anyOf": [{"type": "boolean"}, {"type": "string", **_like(FLAG, "must be true or false")}]},
    forms.Url: lambda _: {"type": "string", "description": "A web address.", **_like(URL, "must be a web address")},
    forms.SitePath: lambda _: _text(_like(PATH, "must be an old id or a path such as `/old/page/`")),
    forms.ImagePath: lambda _: _text(_one_line(forms.Line().longest)),
    forms.Date: lambda _: {"type": "string", **_like(DATE, "must be a date: 2026-01-31")},
    forms.TermName: lambda _: {"$ref": "#/$defs/term"},
    forms.CategoryName: lambda _: {"$ref": "#/$defs/category"},
    forms.OrganizationName: lambda _: {"$ref": "#/$defs/organization"},
    forms.ListOf: _list,
    forms.Pairs: lambda form: {"type": "object", "additionalProperties": _shape(form.value)},
    forms.Record: _record,
    forms.Anything: lambda _: {"type": "object"},
}
"""How each form is said in JSON Schema; one row per class of `model.forms`."""
