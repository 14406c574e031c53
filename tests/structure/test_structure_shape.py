"""The shape of the code: small files, small functions, every room with a name that says what is in it."""

from __future__ import annotations

import ast
import importlib
import re

import pytest
from source import MODULES, ROOT, Module

LONGEST_FILE = 250
LONGEST_FUNCTION = 40

LONG_FILES = {
    "hosts/mkdocs_plugin.py": "MkDocs has one plugin class, with a method for each of its events",
    "pipeline.py": "the whole story in one place, and one line for each thing that hosts may ask of an edition",
    "stages/_reading.py": "one reader per form in one table, which is read from top to bottom",
}
LONG_FUNCTIONS: dict[str, str] = {}
"""Exceptions with their reasons: `file` or `file:function`."""

NO_NAMES = {"utils", "util", "helpers", "helper", "common", "core", "manager", "handler", "misc", "lib"}

every_module = pytest.mark.parametrize("module", MODULES, ids=lambda module: module.file)


@every_module
def test_no_module_is_called_something_that_says_nothing(module: Module) -> None:
    assert not NO_NAMES.intersection(part.strip("_") for name in module.dotted.split(".") for part in name.split("_"))


def test_folders_are_two_levels_deep() -> None:
    assert [module.file for module in MODULES if module.file.count("/") > 1] == []


@every_module
def test_a_file_does_one_thing_and_so_is_short(module: Module) -> None:
    lines = len(module.text.splitlines())
    assert lines <= LONGEST_FILE or module.file in LONG_FILES, f"{module.file} has {lines} lines"


def test_no_exception_is_listed_for_a_file_that_is_short_or_gone() -> None:
    long = {module.file for module in MODULES if len(module.text.splitlines()) > LONGEST_FILE}
    assert set(LONG_FILES) - long == set()


@every_module
def test_a_function_does_one_thing_and_so_is_short(module: Module) -> None:
    lengths = {f"{module.file}:{one.name}": (one.end_lineno or 0) - one.lineno + 1 for one in module.functions()}
    assert {name: n for name, n in lengths.items() if n > LONGEST_FUNCTION and name not in LONG_FUNCTIONS} == {}


@pytest.mark.parametrize("module", [m for m in MODULES if m.path.name == "__init__.py"], ids=lambda m: m.file)
def test_an_init_file_holds_names_only(module: Module) -> None:
    for node in module.tree.body:
        is_docstring = isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
        is_name = isinstance(node, ast.Assign) and getattr(node.targets[0], "id", "") in {"__all__", "__version__"}
        assert is_docstring or is_name or isinstance(node, ast.ImportFrom), f"{module.file}:{node.lineno}"


def test_the_folder_above_the_package_is_no_package() -> None:
    assert not (ROOT.parent / "__init__.py").exists()


@every_module
def test_a_module_and_all_that_is_public_in_it_is_documented(module: Module) -> None:
    assert ast.get_docstring(module.tree), f"{module.file} has no docstring"
    public = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)
    tops = [node for node in module.tree.body if isinstance(node, public) and not node.name.startswith("_")]
    methods = [node for top in tops if isinstance(top, ast.ClassDef) for node in top.body if isinstance(node, public)]
    named = [node for node in (*tops, *methods) if not node.name.startswith("_")]
    assert [f"{module.file}:{node.lineno} {node.name}" for node in named if not ast.get_docstring(node)] == []


@every_module
def test_a_docstring_begins_with_a_sentence_of_one_line(module: Module) -> None:
    first, _, rest = (ast.get_docstring(module.tree) or "").partition("\n")
    assert first.endswith((".", "?", "`", ":", '"')) or not rest.split("\n")[0], f"{module.file}: {first}"


@pytest.mark.parametrize("module", [m for m in MODULES if "__all__" in m.text], ids=lambda m: m.file)
def test_all_is_true(module: Module) -> None:
    loaded = importlib.import_module(module.dotted)
    assert [name for name in loaded.__all__ if not hasattr(loaded, name)] == []
    assert list(loaded.__all__) == sorted(set(loaded.__all__), key=lambda name: (name.upper() != name, name))
    defined = [n.name for n in module.tree.body if isinstance(n, ast.FunctionDef | ast.ClassDef) and n.name[0] != "_"]
    assert [name for name in defined if name not in loaded.__all__] == []


@every_module
def test_a_module_makes_nothing_global_that_changes(module: Module) -> None:
    names = [name for node in ast.walk(module.tree) if isinstance(node, ast.Global) for name in node.names]
    assert names == []


@every_module
def test_no_pattern_repeats_a_group_possessively(module: Module) -> None:
    """Python gets that wrong before 3.11.5 (gh-106052): Debian's own, 3.11.2, found no formula in a sentence."""
    assert re.findall(r"[^(]\)(?:[*+?]|\{[0-9,]+\})\+|\(\?>", module.text) == []
