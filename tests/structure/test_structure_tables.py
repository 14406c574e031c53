"""The tables of the code agree with each other: fields, rules, settings."""

from __future__ import annotations

import ast
import dataclasses
from pathlib import Path

import pytest
from source import MODULES, ROOT, Module

from glossmith.hosts.mkdocs_plugin import GlossmithConfig
from glossmith.model import fields as tables
from glossmith.model.forms import Field, ListOf, Record
from glossmith.model.term import Term
from glossmith.rules.registry import RULES
from glossmith.stages._reading import READERS
from glossmith.stages.render import MAKERS
from glossmith.stages.validate import CATEGORY, ORGANIZATION

REPORTERS = {"Finding", "report", "_Refused", "ProseProblem"}
"""What is called with the name of a rule first."""

RULE_NAMES = {rule.name for rule in RULES}

SETTINGS = {"entries", "path", "addresses", "templates", "rules", "allow_html", "redirect_synonyms", "linking",
            "workers"}  # fmt: skip
"""Section 6 of the design."""


def literals(module: Module) -> set[str]:
    """The rules that a module emits by name."""
    calls = [node for node in ast.walk(module.tree) if isinstance(node, ast.Call) and node.args]
    named = [call for call in calls if getattr(call.func, "id", getattr(call.func, "attr", "")) in REPORTERS]
    return {call.args[0].value for call in named if isinstance(call.args[0], ast.Constant)}  # type: ignore[misc]


@pytest.mark.parametrize("module", [module for module in MODULES if literals(module)], ids=lambda module: module.file)
def test_every_rule_that_is_emitted_stands_in_the_registry(module: Module) -> None:
    assert literals(module) - RULE_NAMES == set()


@pytest.mark.parametrize("rule", [rule for rule in RULES if not rule.check], ids=lambda rule: rule.name)
def test_a_rule_without_a_check_is_emitted_somewhere(rule) -> None:  # type: ignore[no-untyped-def]
    emitters = [module for module in MODULES if module.room != "rules" and f'"{rule.name}"' in module.text]
    assert emitters, f"nothing emits {rule.name}"


def test_rules_stand_in_the_registry_once_and_in_order() -> None:
    names = [rule.name for rule in RULES]
    assert names == sorted(set(names))


def test_every_file_of_rules_is_a_rule_of_the_registry() -> None:
    files = {path.stem.replace("_", "-") for path in (ROOT / "rules").glob("*.py")} - {"--init--", "registry"}
    assert files == RULE_NAMES


def test_the_attributes_of_a_term_are_the_fields_of_the_table() -> None:
    attributes = {field.name for field in dataclasses.fields(Term)}
    assert attributes == {row.name for row in tables.FIELDS} | {"path", "source", "id_span"}


def records() -> dict[str, Record]:
    found = {name: value for name, value in vars(tables).items() if isinstance(value, Record)}
    return found | {"CATEGORY": CATEGORY, "ORGANIZATION": ORGANIZATION}


@pytest.mark.parametrize("record", records().values(), ids=records())
def test_the_attributes_of_a_record_are_the_fields_of_its_table(record: Record) -> None:
    made = {field.name for field in dataclasses.fields(record.make)} - {"id", "span"}  # type: ignore[arg-type]
    assert {row.name for row in record.fields} - {"id"} == made


def forms(rows: tuple[Field, ...]) -> set[type]:
    found = set()
    for row in rows:
        form = row.form.item if isinstance(row.form, ListOf) else row.form
        found |= {type(row.form), type(form), *(forms(form.fields) if isinstance(form, Record) else ())}
    return found


def test_every_form_of_the_table_has_a_reader() -> None:
    assert forms(tables.FIELDS) - READERS.keys() == set()


def test_every_row_of_the_table_says_what_it_means_in_a_sentence() -> None:
    assert [row.name for row in tables.FIELDS if not row.doc.endswith((".", "”"))] == []


def test_the_settings_are_those_of_the_design() -> None:
    assert {name for name, _ in GlossmithConfig._schema} == SETTINGS


def test_every_kind_of_page_has_a_template_of_its_name() -> None:
    templates = {path.stem for path in Path(ROOT.parent.parent, "templates").glob("*.html") if path.name[0] != "_"}
    assert templates == set(MAKERS)
