"""Who may import whom: the table of the design, and what it keeps out of the way of a quick check."""

from __future__ import annotations

import subprocess
import sys

import pytest
from source import MODULES, Module

MAY_IMPORT = {
    "": set(),
    "model": set(),
    "prose": {"model"},
    "mentions": {"model"},
    "stages": {"model", "prose", "mentions"},
    "rules": {"model"},
    "report": {"model"},
    "press": {"model"},
    "edits": {"model"},
    "linkcheck": {"model"},
    "pipeline": {"stages", "rules", "model", "prose", "mentions"},
    "hosts": {"pipeline", "press", "report", "edits", "linkcheck", "model", ""},
}
"""Room to the other rooms that it may import; `""` is `glossmith/__init__.py`, which knows the version."""

MKDOCS_HOST = "hosts/mkdocs_plugin.py"
HEAVY = ("mkdocs", "material", "playwright")


def of_ours(module: Module) -> list[tuple[str, int]]:
    return [(name, line) for name, line in module.imports() if name.partition(".")[0] == "glossmith"]


def room_of(dotted: str) -> str:
    return dotted.split(".")[1] if "." in dotted else ""


@pytest.mark.parametrize("module", MODULES, ids=lambda module: module.file)
def test_a_room_imports_only_from_the_rooms_that_the_design_allows(module: Module) -> None:
    allowed = MAY_IMPORT[module.room] | {module.room}
    wrong = [f"{module.file}:{line} imports {name}" for name, line in of_ours(module) if room_of(name) not in allowed]
    assert wrong == []


@pytest.mark.parametrize("module", [module for module in MODULES if module.room == "stages"], ids=lambda m: m.file)
def test_a_stage_never_imports_another_stage_but_only_parts_of_stages(module: Module) -> None:
    others = [(name.split(".")[-1], line) for name, line in of_ours(module) if name.startswith("glossmith.stages.")]
    assert [f"{module.file}:{line} imports {name}" for name, line in others if not name.startswith("_")] == []


@pytest.mark.parametrize("module", [module for module in MODULES if module.room == "rules"], ids=lambda m: m.file)
def test_a_rule_never_imports_another_rule(module: Module) -> None:
    if module.file != "rules/registry.py":
        assert [name for name, _ in of_ours(module) if name.startswith("glossmith.rules")] == []


def test_only_one_module_imports_mkdocs() -> None:
    importers = {m.file for m in MODULES for name, _ in m.imports() if name.partition(".")[0] in {"mkdocs", "material"}}
    assert importers == {MKDOCS_HOST}


def test_only_hosts_print_or_log() -> None:
    loggers = {module.file for module in MODULES for name, _ in module.imports() if name.partition(".")[0] == "logging"}
    assert {file for file in loggers if not file.startswith("hosts/")} == set()


@pytest.mark.parametrize("name", ["glossmith.pipeline", "glossmith.hosts.command"])
def test_checking_does_not_load_mkdocs(name: str) -> None:
    code = f"import sys, {name}; print(*sorted({{m.partition('.')[0] for m in sys.modules}} & set({HEAVY!r})))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split() == []
