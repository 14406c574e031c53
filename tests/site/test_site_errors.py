"""What is wrong stops the build, with its place, and leaves the last good site alone."""

from __future__ import annotations

import re

import pytest
from projects import Project, fingerprints

BROKEN = {
    "an empty file": (b"", "empty-entry", 1),
    "not YAML": (b"term: [\n", "yaml-syntax", 1),
    "a tab": (b"term: a\n\tdefinition: b\n", "yaml-syntax", 2),
    "not UTF-8": (b"term: caf\xe9\ndefinition: b\n", "not-utf8", 1),
    "a NUL": (b"term: a\0\ndefinition: b\n", "forbidden-character", 1),
    "a list": (b"- term\n", "wrong-form", 1),
    "a scalar": (b"just text\n", "wrong-form", 1),
    "two documents": (b"term: a\ndefinition: b\n---\nterm: c\n", "yaml-syntax", 3),
    "a merge key": (b"x: &x {term: a}\n<<: *x\ndefinition: b\n", "merge-key", 2),
    "an anchor cycle": (b"term: a\ndefinition: b\nextra: &x [*x]\n", "recursive-alias", 3),
    "an unknown field": (b"term: a\ndefinition: b\nsynonims: [c]\n", "unknown-field", 3),
    "a missing field": (b"term: a\n", "missing-field", 1),
    "a wrong form": (b"term: a\ndefinition: {b: c}\n", "wrong-form", 2),
    "an empty value": (b"term: a\ndefinition:\n", "empty-value", 2),
    "a bad id": (b"id: ../../x\nterm: a\ndefinition: b\n", "bad-id", 1),
    "a duplicate key": (b"term: a\nterm: b\ndefinition: c\n", "duplicate-key", 2),
    "an unknown term": (b"term: a\ndefinition: b\nrelated_terms:\n  - nobody\n", "unknown-term", 4),
    "a relation to itself": (b"id: self\nterm: a\ndefinition: b\nrelated_terms: [self]\n", "self-reference", 4),
    "no successor": (b"term: a\ndefinition: b\nstatus: superseded\n", "missing-successor", 3),
    "a python tag": (b"term: a\ndefinition: !!python/object/apply:os.system ['true']\n", "yaml-tag", 2),
    "an impossible date": (b"term: a\ndefinition: b\ncreated: 2026-02-31\n", "bad-date", 3),
    "a script address": (b"term: a\ndefinition: b\nreferences: ['javascript:alert(1)']\n", "bad-url", 3),
}


@pytest.fixture(scope="module")
def good(tmp_path_factory: pytest.TempPathFactory, run_mkdocs) -> Project:  # type: ignore[no-untyped-def]
    """A project that has been built once."""
    project = Project(tmp_path_factory.mktemp("good"), run_mkdocs)
    project.entry("tide")
    project.built()
    return project


def test_all_that_is_wrong_is_said_in_one_run_with_its_place(good: Project) -> None:
    before = fingerprints(good.root / "site")
    for number, (content, _, _) in enumerate(BROKEN.values()):
        good.write(f"docs/bad/{number:02}.yml", content.replace(b": a\n", b": a%d\n" % number))
    result = good.build()
    assert result.exit_code != 0
    assert "Traceback" not in result.output
    for number, (label, (_, rule, line)) in enumerate(BROKEN.items()):
        place = rf"docs/bad/{number:02}\.yml:{line}:\d+\b"
        said = [text for text in result.output.splitlines() if re.search(place, text)]
        assert any(f"error[{rule}]" in text for text in said), (label, said or result.output)
    assert fingerprints(good.root / "site") == before


@pytest.mark.parametrize("label", ["an alias bomb", "deep brackets", "a huge number", "a long scalar", "a surrogate"])
def test_a_malicious_file_ends_in_a_finding(project: Project, label: str) -> None:
    bombs = {
        "an alias bomb": "b0: &b0 [x]\n" + "".join(f"b{n}: &b{n} [{f'*b{n - 1},' * 9}]\n" for n in range(1, 10)),
        "deep brackets": "term: " + "[" * 3000 + "]" * 3000 + "\ndefinition: b\n",
        "a huge number": "term: a\ndefinition: b\nextra: {n: " + "9" * 6000 + "}\nsynonims: c\n",
        "a long scalar": "term: a\ndefinition: " + "x" * 5_000_000 + "\n",
        "a surrogate": 'term: "\\uD800"\ndefinition: b\n',
    }  # fmt: skip
    project.write("docs/bomb.yml", bombs[label])
    result = project.build()
    assert result.exit_code != 0
    assert "Traceback" not in result.output
    assert re.search(r"docs/bomb\.yml:\d+:\d+", result.output)
    assert "error[" in result.output


def test_errors_of_relations_are_said_although_other_files_are_broken(project: Project) -> None:
    project.write("docs/broken.yml", "term: [\n")
    project.entry("tide", related_terms=["nobody"])
    output = project.build().output
    assert "error[yaml-syntax]" in output
    assert "error[unknown-term]" in output


def test_a_reference_to_a_broken_entry_is_not_an_error_of_its_own(project: Project) -> None:
    project.write("docs/moon.yml", "term: moon\n")
    project.entry("tide", related_terms=["moon"])
    output = project.build().output
    assert "error[missing-field]" in output
    assert "unknown-term" not in output


def test_warnings_stop_a_strict_build_only(project: Project) -> None:
    project.entry("tide", definition="Made by the [[mooon]].")
    lenient = project.build()
    assert lenient.exit_code == 0
    assert re.search(r"docs/tide\.yml:2:\d+: warning\[wanted-term\]", lenient.output)
    assert project.build("--strict").exit_code != 0


def test_a_wanted_term_of_a_hand_written_page_is_said_with_its_place(project: Project) -> None:
    project.entry("tide")
    project.write("docs/page.md", "# Page\n\nSee [[tide]] and [[mooon]].\n")
    result = project.build()
    assert result.exit_code == 0
    assert re.search(r"docs/page\.md:3:\d+: warning\[wanted-term\]", result.output)


def test_what_a_page_says_of_its_links_and_cannot_be_used_is_said_once_with_its_place(project: Project) -> None:
    project.write("docs/about.md", "---\nlinking: {mentions: pages}\n---\n# About\n")
    result = project.build()
    assert result.exit_code == 0
    assert result.output.count("did you mean `page`?") == 1
    assert "docs/about.md:2:21: warning[unusable-linking]" in result.output
    assert project.build("--strict").exit_code != 0


def test_a_site_sets_the_severity_of_a_rule(project: Project) -> None:
    project.entry("tide", definition="Made by the [[mooon]].")
    project.configure({"rules": {"wanted-term": "off"}})
    assert project.built().has("terms/tide/")
    project.configure({"rules": {"wanted-term": "error"}})
    assert project.build().exit_code != 0


@pytest.mark.parametrize(
    ("settings", "said"),
    [
        ({"entries": "nowhere"}, "nowhere"),
        ({"path": "../up"}, "path"),
        ({"addresses": {"terms": "x", "tags": "x"}}, "addresses"),
        ({"addresses": {"trems": "x"}}, "terms"),
        ({"rules": {"wanted-trem": "off"}}, "wanted-term"),
        ({"rules": {"wanted-term": "loud"}}, "wanted-term"),
        ({"workers": 0}, "workers"),
        ({"templates": "nowhere"}, "nowhere"),
        ({"entreis": "x"}, "entreis"),
    ],
)
def test_a_wrong_setting_is_named(project: Project, settings: dict[str, object], said: str) -> None:
    project.entry("tide")
    project.configure(settings)
    result = project.build("--strict")
    assert result.exit_code != 0
    assert said in result.output
    assert "Traceback" not in result.output


def test_a_template_that_cannot_be_rendered_is_named(project: Project) -> None:
    project.entry("tide")
    project.write("templates/term.html", "{{ term.name }\n")
    result = project.build()
    assert result.exit_code != 0
    assert "term.html" in result.output
    assert "Traceback" not in result.output


@pytest.mark.parametrize(
    ("file", "content"),
    [
        ("term.html", b"caf\xe9"),
        ("words.yml", b"caf\xe9"),
        ("words.yml", b"[" * 5_000),
        ("words.yml", b"synonyms: [Synonyms]"),
    ],
)
def test_a_template_or_words_that_cannot_be_read_are_named(project: Project, file: str, content: bytes) -> None:
    project.entry("tide")
    project.write(f"templates/{file}", "")
    (project.root / "templates" / file).write_bytes(content)
    result = project.build()
    assert result.exit_code != 0
    assert file in result.output
    assert "Traceback" not in result.output


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (
            "notes: Noten\nterm_count_one: {count} Wort\n",
            "words.yml:2:17: YAML takes this `{` for the beginning of a map",
        ),
        ("use_instead: Besser: das\n", "words.yml:1:20: `: ` cannot stand in a text without quotes"),
        ("? [a]\n: b\n", "words.yml:1:3: not YAML: found unhashable key"),
        ("months: Januar Februar\n", "words.yml: `months` must be the names of twelve months"),
    ],
)
def test_what_is_wrong_with_words_is_told_as_of_an_entry(project: Project, words: str, said: str) -> None:
    project.entry("tide")
    project.write("templates/words.yml", words)
    result = project.build()
    assert result.exit_code != 0
    assert said in result.output
    assert "Traceback" not in result.output


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("", "_heading.html: there is no macro `heading`"),
        ("{% macro heading(words, id) %}{{ id }}{% endmacro %}", "_heading.html: TypeError: macro 'heading' takes"),
        ("\n{% macro heading(words, id, title) %}\n{{ 1 / 0 }}{% endmacro %}", "_heading.html:3: ZeroDivisionError"),
    ],
)
def test_a_heading_of_the_site_s_own_that_cannot_be_made_is_told_with_its_place(
    project: Project, content: str, said: str
) -> None:
    project.entry("tide")
    project.write("templates/_heading.html", content)
    result = project.build()
    assert result.exit_code != 0
    assert said in result.output
    assert "Traceback" not in result.output


def test_a_term_and_a_hand_written_page_may_not_share_an_address(project: Project) -> None:
    project.entry("tide")
    project.built()
    before = fingerprints(project.root / "site")
    project.write("docs/terms/tide.md", "# By hand\n")
    result = project.build()
    assert result.exit_code != 0
    assert "error[address-clash]" in result.output
    assert "docs/tide.yml" in result.output
    assert fingerprints(project.root / "site") == before


def test_ids_that_differ_only_by_case_are_one_file(project: Project) -> None:
    project.entry("tide", term="one")
    project.write("docs/x.yml", "id: Tide\nterm: two\ndefinition: b\n")
    result = project.build()
    assert result.exit_code != 0
    assert "error[duplicate-id]" in result.output
    assert "docs/tide.yml" in result.output
    assert "docs/x.yml" in result.output


def test_a_link_out_of_the_project_is_not_followed(project: Project, tmp_path: pytest.TempPathFactory) -> None:
    secret = tmp_path / "secret.yml"  # type: ignore[operator]
    secret.write_text("term: secret\ndefinition: the password\n")
    project.entry("tide")
    (project.root / "docs/secret.yml").symlink_to(secret)
    result = project.build()
    assert result.exit_code != 0
    assert "docs/secret.yml" in result.output
    assert "password" not in result.output


def test_a_glossary_without_entries_is_a_site_too(project: Project) -> None:
    site = project.built()
    assert site.has("terms/")
    assert site.json("terms.json") == {"terms": []}
