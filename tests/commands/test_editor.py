"""`glossmith init-editor`: VS Code is set up, and what people wrote in its settings stays."""

from __future__ import annotations

import json
import re

import pytest
from mkdocs.config import load_config

from glossmith.hosts.jsonc import JsoncError, with_item, with_member
from glossmith.hosts.schema import PLACE, PLACES

SETTINGS = ".vscode/settings.json"
EXTENSIONS = ".vscode/extensions.json"
GLOBS = ["terms/**/*.yml", "terms/**/*.yaml", "!terms/**/_*", "!terms/**/_*/**"]
SCHEMAS = {
    f"./{PLACE}": GLOBS,
    "./.glossmith/categories.json": ["terms/_categories.yml", "terms/_categories.yaml"],
    "./.glossmith/organizations.json": ["terms/_organizations.yml", "terms/_organizations.yaml"],
}


def without_comments(text):
    return json.loads(re.sub(r",(\s*[}\]])", r"\1", re.sub(r"//[^\n]*|/\* \w+ \*/", "", text)))


def test_an_editor_is_set_up_from_nothing_and_again_without_a_change(harbour, run):
    first = run("init-editor")
    assert first.code == 0
    assert json.loads((harbour / SETTINGS).read_text("utf-8")) == {"yaml.schemas": SCHEMAS}
    assert json.loads((harbour / EXTENSIONS).read_text("utf-8")) == {"recommendations": ["redhat.vscode-yaml"]}
    assert (harbour / ".glossmith/.gitignore").read_text("utf-8").endswith("\n*\n")
    assert json.loads((harbour / PLACE).read_text("utf-8"))["title"] == "entry"
    assert f"{SETTINGS} written" in first.out
    assert list(json.loads((harbour / SETTINGS).read_text("utf-8"))["yaml.schemas"]) == list(SCHEMAS)
    before = {path: path.read_bytes() for path in harbour.rglob("*") if path.is_file()}
    second = run("init-editor")
    assert second.out.count("is up to date") == 6
    assert before == {path: path.read_bytes() for path in harbour.rglob("*") if path.is_file()}


def test_settings_of_people_keep_their_comments_and_order(harbour, run):
    (harbour / ".vscode").mkdir()
    old = (
        '{\n    // tabs\n    "editor.tabSize": 2, /* two */\n    "yaml.schemas": {\n        "x": "*.yml",\n    },\n}\n'
    )
    (harbour / SETTINGS).write_text(old, encoding="utf-8")
    (harbour / EXTENSIONS).write_text('{"recommendations": ["a.b"]}', encoding="utf-8")
    assert run("init-editor").code == 0
    made = (harbour / SETTINGS).read_text("utf-8")
    assert [line for line in old.splitlines() if line not in made.splitlines()] == []
    assert without_comments(made)["yaml.schemas"] == {**SCHEMAS, "x": "*.yml"}
    added = json.loads((harbour / EXTENSIONS).read_text("utf-8"))["recommendations"]
    assert added == ["redhat.vscode-yaml", "a.b"]


UNCLEAR = ["{", "[]", '{"yaml.schemas": true}', '{"a" 1}', "{'a': 1}", "{} {}"]
OTHERWISE = f'{{"yaml.schemas": {{"./{PLACE}": "*"}}}}'


@pytest.mark.parametrize("text", [*UNCLEAR, OTHERWISE])
def test_settings_that_cannot_be_merged_stay_and_the_addition_is_printed(harbour, run, text):
    (harbour / ".vscode").mkdir()
    (harbour / SETTINGS).write_text(text, encoding="utf-8")
    ran = run("init-editor")
    assert ran.code == 1
    assert (harbour / SETTINGS).read_text("utf-8") == text
    assert f"{SETTINGS} is left as it is" in ran.out
    assert '"terms/**/*.yml"' in ran.out
    assert (harbour / EXTENSIONS).exists()


def test_settings_stand_where_people_open_the_editor(project, run):
    root = project({"site/mkdocs.yml": "site_name: x\nplugins: [glossmith]\n", "site/docs/a.yml": "term: a\n"})
    (root / ".git").mkdir()
    assert run("init-editor", "-f", "site/mkdocs.yml").code == 0
    made = json.loads((root / SETTINGS).read_text("utf-8"))["yaml.schemas"]
    assert made[f"./site/{PLACE}"][:1] == ["site/docs/**/*.yml"]


@pytest.mark.parametrize(
    ("text", "made"),
    [
        ("{}", '{\n  "a": 1\n}'),
        ("{ }", '{\n  "a": 1 }'),
        ('{"b": 2}', '{\n  "a": 1,"b": 2}'),
        ('{\n\t"b": 2\n}\n', '{\n\t"a": 1,\n\t"b": 2\n}\n'),
        ('{\r\n    "b": "}" // {\r\n}\r\n', '{\r\n    "a": 1,\r\n    "b": "}" // {\r\n}\r\n'),
        ("// only a comment\n{\n  // here\n}", '// only a comment\n{\n  "a": 1\n  // here\n}'),
        ('{"a": 1,}', '{"a": 1,}'),
    ],
)
def test_a_member_is_added_with_the_indentation_and_line_ends_of_the_file(text, made):
    assert with_member(text, ("a",), 1) == made
    assert with_member(made, ("a",), 1) == made


def test_an_item_is_added_once():
    made = with_item('{\n  "list": [\n    "a"\n  ]\n}', "list", "b")
    assert made == '{\n  "list": [\n    "b",\n    "a"\n  ]\n}'
    assert with_item(made, "list", "b") == made
    assert with_item("{}", "list", "b") == '{\n  "list": [\n    "b"\n  ]\n}'
    with pytest.raises(JsoncError):
        with_item('{"list": {}}', "list", "b")


@pytest.mark.parametrize(
    "text", ["", "[" * 5000, '{"a": ', '{"a": nope}', '{"a" "b"}', '{"a": 1 "b": 2}', '{"a": "x\ny"}']
)
def test_what_is_not_json_is_an_error_and_never_a_traceback(text):
    with pytest.raises(JsoncError):
        with_member(text, ("z",), 1)


@pytest.mark.parametrize("command", ["serve", "build"])
def test_the_preview_keeps_the_schema_fresh_and_a_build_does_not(harbour, run, command):
    run("init-editor")
    old = (harbour / PLACE).read_text("utf-8")
    (harbour / "terms/pier.yml").write_text("term: pier\ndefinition: Platform over water.\n", encoding="utf-8")
    with (harbour / "terms/_categories.yml").open("a", encoding="utf-8") as categories:
        categories.write("docks: Docks\n")
    config = load_config(str(harbour / "mkdocs.yml"), site_dir=str(harbour / "site"))
    config.plugins.on_startup(command=command, dirty=False)
    config.plugins.on_config(config)
    new = (harbour / PLACE).read_text("utf-8")
    assert ('"pier"' in new) == (new != old) == (command == "serve")
    assert ('"docks"' in (harbour / PLACES["categories"]).read_text("utf-8")) == (command == "serve")
