"""Every setting, template, style property and vocabulary field stands in the manual; the README shows a real entry."""

import re
import tomllib
from dataclasses import fields
from pathlib import Path

import pytest
import yaml

from glossmith.hosts.command import COMMANDS
from glossmith.hosts.mkdocs_plugin import GlossmithConfig
from glossmith.mentions.everyday_words import COMMON_WORDS
from glossmith.model.settings import Linking
from glossmith.stages._views import Branch, Label, TermRef
from glossmith.stages.shard import TermPreview
from glossmith.stages.validate import CATEGORY, ORGANIZATION

ROOT = Path(__file__).parents[2]
PAGES = ROOT / "terms" / "using"
TEMPLATES = ROOT / "templates"
STAGES = ROOT / "generator" / "glossmith" / "stages"
STYLE = (TEMPLATES / "assets" / "glossmith.css").read_text(encoding="utf-8")
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
DEPENDENCIES = [
    *PROJECT["build-system"]["requires"],
    *PROJECT["project"]["dependencies"],
    *PROJECT["project"]["optional-dependencies"]["test"],
]
PROPERTIES = sorted(set(re.findall(r"^  (--gs-[\w-]+):", STYLE, re.MULTILINE)))


@pytest.mark.parametrize("name", [name for name, _ in GlossmithConfig._schema])
def test_a_setting_has_a_heading_of_its_own(name):
    assert f"\n## {name}\n" in (PAGES / "settings.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", COMMANDS)
def test_a_command_stands_in_the_table_of_commands(name):
    assert re.search(rf"^\| `glossmith {name}[ `]", (PAGES / "editing.md").read_text(encoding="utf-8"), re.MULTILINE)


@pytest.mark.parametrize("name", [field.name for field in fields(Linking)])
def test_a_setting_of_linking_is_listed(name):
    assert f"\n| `{name}` |" in (PAGES / "settings.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", sorted(path.name for path in TEMPLATES.glob("*.html")))
def test_a_template_is_listed(name):
    assert f"`{name}`" in (PAGES / "templates.md").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("part", "names"),
    [
        ("reference to a term", TermRef._fields),
        ("label of a group", [field.name for field in fields(Label)]),
        ("branch", [field.name for field in fields(Branch)]),
    ],
)
def test_all_that_templates_see_of_a_small_thing_is_listed(part, names):
    row = re.search(rf"^\| {part} \| (.*) \|$", (PAGES / "templates.md").read_text(encoding="utf-8"), re.MULTILINE)
    assert [name for name in names if f"`{name}`" not in row[1]] == []


def test_all_that_templates_see_of_a_term_in_a_preview_is_listed():
    told = (PAGES / "templates.md").read_text(encoding="utf-8").partition("\n## Previews\n")[2].partition("\n## ")[0]
    names = [field.name for field in fields(TermPreview)]
    assert [name for name in names if not re.search(rf"^\| .*`{name}`", told, re.MULTILINE)] == []


@pytest.mark.parametrize("part", sorted(TEMPLATES.glob("_*.html")), ids=lambda path: path.name)
def test_a_macro_is_listed_with_its_parameters(part):
    macros = re.findall(r"{% macro (\w+)\((.*)\) %}", part.read_text(encoding="utf-8"))
    told = [f"`{name}({re.sub('=[^,]*', '', parameters)})`" for name, parameters in macros]
    listed = (PAGES / "templates.md").read_text(encoding="utf-8")
    row = next((line for line in listed.splitlines() if line.startswith(f"| `{part.name}` |")), "")
    assert [one for one in told if one not in row] == []


@pytest.mark.parametrize("name", sorted(path.name for path in (TEMPLATES / "assets").iterdir()))
def test_a_script_or_stylesheet_is_told_of(name):
    assert f"`assets/{name}`" in (PAGES / "templates.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", PROPERTIES)
def test_a_property_of_the_stylesheet_is_listed(name):
    assert f"`{name}`" in (PAGES / "templates.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", [row.name for record in (CATEGORY, ORGANIZATION) for row in record.fields])
def test_a_field_of_a_vocabulary_is_listed(name):
    assert f"| `{name}` |" in (PAGES / "editing.md").read_text(encoding="utf-8")


def test_the_entry_in_the_readme_is_part_of_the_real_one():
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    path, shown = re.search(r"An entry, `(.*?)`:\n\n```yaml\n(.*?)```", readme, re.DOTALL).groups()
    real = _without_line_breaks(yaml.safe_load((ROOT / path).read_text(encoding="utf-8")))
    assert _without_line_breaks(yaml.safe_load(shown)).items() <= real.items()


def _without_line_breaks(entry):
    return {name: " ".join(str(value).split()) for name, value in entry.items()}


def test_the_common_words_are_listed():
    listed = next(
        line for line in (PAGES / "linking.md").read_text(encoding="utf-8").splitlines() if line.startswith("> ")
    )
    assert tuple(listed.removeprefix("> ").split(", ")) == COMMON_WORDS


@pytest.mark.parametrize("stage", sorted(path.stem for path in STAGES.glob("[a-z]*.py")))
def test_a_stage_is_named_in_its_room(stage):
    row = re.search(r"^\| `stages/` \| (.*?) \|", (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8"), re.MULTILINE)
    assert stage in re.findall(r"\w+", row[1])


@pytest.mark.parametrize("package", sorted({re.split(r"[^\w.-]", each)[0] for each in DEPENDENCIES}))
def test_a_dependency_is_named_with_its_reason(package):
    """A row may name several packages; `jinja2` names `markupsafe` and `mkdocs` names `click`, which come with them."""
    table = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8").partition("\n## Dependencies\n")[2]
    assert re.search(rf"(?<![\w-]){re.escape(package)}(?![\w-])", table)
