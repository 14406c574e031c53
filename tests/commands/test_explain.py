"""`glossmith explain`: the manual at hand."""

from __future__ import annotations

import pytest

from glossmith import pipeline
from glossmith.report.manual import manual_page
from glossmith.report.terminal import painted

RULES = pipeline.rules()


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_every_rule_is_explained_with_its_page_and_how_to_change_it(harbour, run, rule):
    ran = run("explain", rule.name)
    assert ran.code == 0
    assert ran.out.startswith(f"# {rule.name}\n\nSeverity: {rule.severity}.\n\n{rule.page}\n")
    assert f"        {rule.name}: off" in ran.out
    assert f"# glossmith: ignore[{rule.name}] why" in ran.out


def test_without_a_rule_all_are_listed(harbour, run):
    lines = run("explain").out.splitlines()
    assert lines[0].split() == ["rule", "severity", "what", "must", "hold"]
    assert [line.split()[:2] for line in lines[1:]] == sorted([rule.name, str(rule.severity)] for rule in RULES)


def test_the_severity_is_that_of_the_site(project, run):
    project({}, config="site_name: x\ndocs_dir: terms\nplugins:\n  - glossmith: {rules: {wanted-term: error}}\n")
    assert "Severity: error on this site, warning by default." in run("explain", "wanted-term").out
    assert any(line.split()[:2] == ["wanted-term", "error"] for line in run("explain").out.splitlines())


def test_rules_can_be_read_about_where_there_is_no_site(tmp_path, monkeypatch, run):
    monkeypatch.chdir(tmp_path)
    assert run("explain", "wanted-term").code == 0
    assert run("explain", "-f", "none.yml").code == 2


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("unknwon-term", "there is no rule 'unknwon-term'; did you mean `unknown-term`?"),
        ("spelling", "there is no rule 'spelling'; `glossmith explain` lists all"),
    ],
)
def test_an_unknown_rule_is_wrong_use(harbour, run, name, told):
    ran = run("explain", name)
    assert ran.code == 2
    assert told in ran.err


def test_on_a_terminal_markup_becomes_colour(harbour, run, monkeypatch):
    rule = next(rule for rule in RULES if rule.name == "definition-starts-with-term")
    page = manual_page(rule, "hint", painted)
    assert page.startswith("\x1b[1mdefinition-starts-with-term\x1b[0m\n")
    assert "```" not in page
    assert "\x1b[36m    term: learning rate\x1b[0m" in page
    monkeypatch.setenv("FORCE_COLOR", "1")
    assert run("explain", rule.name).out == page.rstrip() + "\n"
