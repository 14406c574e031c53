"""Settings: what they come down to, and what is said of those that cannot be used."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from glossmith.hosts.configuration import ConfigurationError, configure, extent_of
from glossmith.model.addresses import FOLDERS
from glossmith.model.settings import Extent, Linking


@pytest.fixture
def root(tmp_path: Path) -> Path:
    for folder in ("docs", "docs/terms", "beside", "own"):
        (tmp_path / folder).mkdir()
    return tmp_path


def test_without_settings_the_docs_folder_holds_the_entries_and_the_root_of_the_site_the_pages(root: Path) -> None:
    settings = configure({}, root, root / "docs")
    assert (settings.entries, settings.entries_in_docs) == (root / "docs", "")
    assert (settings.addresses.path, settings.addresses.folders) == ("", {name: name for name in FOLDERS})
    assert (settings.templates, settings.rules, settings.allow_html, settings.workers) == (None, {}, False, None)


def test_the_settings_as_mkdocs_gives_them_are_understood(root: Path) -> None:
    empty = {
        "entries": None,
        "path": "",
        "addresses": {},
        "templates": None,
        "rules": {},
        "linking": {},
        "workers": None,
    }
    assert configure(empty, root, root / "docs") == configure({}, root, root / "docs")


@pytest.mark.parametrize(
    ("entries", "in_docs"), [("docs/terms", "terms/"), ("beside", "../beside/"), ("docs/../docs", "")]
)
def test_entries_may_lie_anywhere_in_the_project(root: Path, entries: str, in_docs: str) -> None:
    assert configure({"entries": entries}, root, root / "docs").entries_in_docs == in_docs


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("glossary", "glossary/"),
        ("/a/b/", "a/b/"),
        ("", ""),
        ("/", ""),
        (None, ""),
        ("begriffe und mehr", "begriffe und mehr/"),
    ],
)
def test_a_path_is_taken_with_slashes_or_without(root: Path, path: str | None, expected: str) -> None:
    assert configure({"path": path}, root, root / "docs").addresses.path == expected


def test_own_templates_are_found_where_they_are_by_default_or_by_the_setting(root: Path) -> None:
    assert configure({"templates": "own"}, root, root / "docs").templates == root / "own"
    (root / "templates").mkdir()
    assert configure({}, root, root / "docs").templates == root / "templates"


def test_off_without_quotes_is_yaml_for_false_and_means_off(root: Path) -> None:
    assert configure({"rules": {"wanted-term": False}}, root, root / "docs").rules == {"wanted-term": "off"}


def test_what_is_not_said_of_linking_stays_as_it_is_by_default(root: Path) -> None:
    assert configure({"linking": {}}, root, root / "docs").linking == Linking()
    assert configure({"linking": {"previews": False}}, root, root / "docs").linking == Linking(previews=False)


WRONG: dict[str, tuple[dict[str, Any], str]] = {
    "no such folder of entries": ({"entries": "nowhere"}, "entries: there is no folder 'nowhere'"),
    "no such folder of templates": ({"templates": "nowhere"}, "templates: there is no folder 'nowhere'"),
    "a path that leads out": ({"path": "../x"}, "path: '../x' is not a path below the site's root"),
    "a path with a backslash": ({"path": "a\\b"}, r"path: 'a\\b' is not a path below the site's root"),
    "a path with an empty part": ({"path": "a//b"}, "path: 'a//b' is not a path below the site's root"),
    "a path that is an address": ({"path": "https://e.org"}, "path: 'https://e.org' is not a path"),
    "an address that leads out": ({"addresses": {"terms": ".."}}, "addresses.terms: '..' is not a path"),
    "an empty address": ({"addresses": {"tags": ""}}, "addresses.tags: must not be empty"),
    "an address that is nothing": ({"addresses": {"tags": None}}, "addresses.tags: "),
    "an address of nothing": ({"addresses": {"trems": "x"}}, "addresses: unknown name 'trems'; did you mean `terms`?"),
    "two addresses that are one": ({"addresses": {"terms": "Tags"}}, "addresses: two of them are the same"),
    "a rule that nobody knows": ({"rules": {"spelling": "off"}}, "rules: there is no rule 'spelling'; known"),
    "a rule that is misspelt": ({"rules": {"wantd-term": "off"}}, "did you mean `wanted-term`?"),
    "a severity that nobody knows": (
        {"rules": {"wanted-term": "fatal"}},
        "rules.wanted-term: 'fatal' is no severity; choose",
    ),
    "a severity that is cut short": (
        {"rules": {"wanted-term": "warn"}},
        "'warn' is no severity; did you mean `warning`?",
    ),
    "a severity that is true": ({"rules": {"wanted-term": True}}, "rules.wanted-term: 'True' is no severity; choose"),
    "a setting that nobody knows": ({"colour": "red"}, "there is no setting 'colour'; known are entries, "),
    "a setting that is misspelt": ({"rulez": {}}, "there is no setting 'rulez'; did you mean `rules`?"),
    "a flag that is a text": ({"allow_html": "no"}, "allow_html: 'no' is not true or false"),
    "linking that nobody knows": ({"linking": {"preview": False}}, "unknown name 'preview'; did you mean `previews`?"),
    "linking that is no flag": ({"linking": {"previews": "no"}}, "linking.previews: 'no' is neither true nor false"),
    "no workers": ({"workers": 0}, "workers: 0 is not a number of processes"),
    "workers that are no number": ({"workers": "two"}, "workers: 'two' is not a number of processes"),
    "workers that are a flag": ({"workers": True}, "workers: True is not a number of processes"),
}


@pytest.mark.parametrize(("options", "message"), WRONG.values(), ids=WRONG)
def test_a_setting_that_cannot_be_used_is_named(root: Path, options: dict[str, Any], message: str) -> None:
    with pytest.raises(ConfigurationError) as error:
        configure(options, root, root / "docs")
    assert message in str(error.value)


SHAPES: list[dict[str, Any]] = [
    {"addresses": ["terms"]},
    {"addresses": "terms"},
    {"rules": ["wanted-term"]},
    {"rules": "off"},
    {"linking": ["previews"]},
    {"linking": "off"},
    {"linking": {1: False}},
    {"linking": {"previews": None}},
    {"entries": ["a", "b"]},
    {"templates": ["a"]},
    {"path": ["a"]},
    {"addresses": {"terms": ["a"]}},
    {"addresses": {1: "a"}},
    {"rules": {1: "off"}},
    {"rules": {"wanted-term": ["off"]}},
    {"entries": "a\0b"},
    {"templates": "a\0b"},
]


@pytest.mark.parametrize("options", SHAPES, ids=str)
def test_a_setting_of_the_wrong_shape_is_an_error_of_configuration_too(root: Path, options: dict[str, Any]) -> None:
    with pytest.raises(ConfigurationError):
        configure(options, root, root / "docs")


def test_a_choice_that_is_left_empty_is_told(root: Path) -> None:
    with pytest.raises(ConfigurationError, match=r"linking\.mentions: is empty; known are field, section"):
        configure({"linking": {"mentions": None}}, root, root / "docs")


@pytest.mark.parametrize(("written", "extent"), [(True, Extent.FIELD), (False, Extent.NONE)])
def test_on_and_off_without_quotes_are_understood(root: Path, written: bool, extent: Extent) -> None:
    assert configure({"linking": {"mentions": written}}, root, root / "docs").linking.mentions is extent


@pytest.mark.parametrize("written", [None, True, {}, {"mentions": True}, {"mentions": None}])
def test_a_page_that_says_nothing_of_linking_or_yes_is_linked_as_the_site_says(written: Any) -> None:
    assert extent_of("p.md", written) is None


def test_an_unknown_name_in_the_front_matter_is_told() -> None:
    with pytest.raises(ConfigurationError, match=r"p\.md: `linking` has no field `mentons`; did you mean `mentions`"):
        extent_of("p.md", {"mentons": "none"})
