"""`glossmith check`: what is reported, in which format, and with which exit code."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from glossmith.hosts.command import main

Check = Callable[..., tuple[int, str, str]]
RulesOf = Callable[..., list[str]]


def test_errors_fail(check: Check) -> None:
    code, out, _ = check()
    assert code == 1
    assert out.endswith("3 terms: 1 error, 1 warning\n")


def test_all_is_well_without_errors(check: Check, tmp_path: Path) -> None:
    (tmp_path / "terms" / "error.yml").write_text("term: error\ndefinition: What is wrong.\n")
    code, out, _ = check()
    assert code == 0
    assert out.endswith("3 terms: 1 warning\n")


def test_warnings_fail_when_strict(check: Check, tmp_path: Path) -> None:
    (tmp_path / "terms" / "error.yml").unlink()
    (tmp_path / "terms" / "more" / "warning.yml").write_text("term: warning\ndefinition: What may be [[wrong]].\n")
    assert check("--severity", "hint")[0] == 0
    assert check("--strict")[0] == 1


def test_hints_never_fail(check: Check, tmp_path: Path) -> None:
    code, out, _ = check("--strict", "--severity", "hint", "terms/hint.yml")
    assert code == 0
    assert "hint[orphan-term]" in out


REPORTED = {
    "by themselves": ([], ["unknown-term", "wanted-term"]),
    "from errors on": (["--severity", "error"], ["unknown-term"]),
    "from hints on": (["--severity", "hint"], ["unknown-term", "orphan-term", "wanted-term"]),
    "one rule": (["--select", "wanted-term"], ["wanted-term"]),
    "a hint that is asked for": (["--select", "orphan-term"], ["orphan-term"]),
    "two rules": (["--select", "wanted-term,unknown-term"], ["unknown-term", "wanted-term"]),
    "two rules, with a blank": (["--select", "wanted-term, unknown-term"], ["unknown-term", "wanted-term"]),
    "two rules, one by one": (["--select", "wanted-term", "--select", "orphan-term"], ["orphan-term", "wanted-term"]),
    "all but one": (["--ignore", "unknown-term"], ["wanted-term"]),
    "all but two": (["--ignore", "unknown-term,wanted-term"], []),
    "one that is ignored as well": (["--select", "wanted-term", "--ignore", "wanted-term"], []),
    "of one file": (["terms/error.yml"], ["unknown-term"]),
    "of a folder": (["terms/more"], ["wanted-term"]),
    "of a file and a folder": (["terms/more/", "terms/error.yml"], ["unknown-term", "wanted-term"]),
    "of everything": (["."], ["unknown-term", "wanted-term"]),
    "of a file without fault": (["terms/hint.yml"], []),
}


@pytest.mark.parametrize(("arguments", "expected"), REPORTED.values(), ids=REPORTED)
def test_what_is_reported(rules_of: RulesOf, arguments: list[str], expected: list[str]) -> None:
    assert rules_of(*arguments) == expected


def test_the_exit_code_is_that_of_what_is_reported(check: Check) -> None:
    assert check("terms/more")[0] == 0
    assert check("terms/more", "--strict")[0] == 1
    assert check("--ignore", "unknown-term")[0] == 0
    assert check("--select", "unknown-term")[0] == 1


WRONG = {
    "a rule that nobody knows": (["--select", "wanted-trem"], "did you mean `wanted-term`?"),
    "a rule to ignore that nobody knows": (["--ignore", "no-such-thing"], "there is no rule 'no-such-thing'"),
    "a path that does not exist": (["terms/nothing.yml"], "there is no file 'terms/nothing.yml'"),
    "a format that nobody knows": (["--format", "jsn"], "did you mean `json`?"),
    "a severity that nobody knows": (["--severity", "waring"], "did you mean `warning`?"),
    "an option that nobody knows": (["--stric"], "did you mean `--strict`?"),
    "a configuration that does not exist": (["-f", "nothing.yml"], "nothing.yml"),
}


@pytest.mark.parametrize(("arguments", "advice"), WRONG.values(), ids=WRONG)
def test_wrong_use_is_told_with_a_way_out(check: Check, arguments: list[str], advice: str) -> None:
    code, out, err = check(*arguments)
    assert code == 2
    assert out == ""
    assert advice in err


@pytest.mark.parametrize("path", ["..", "../.."])
def test_a_folder_above_the_site_holds_all_of_it(rules_of: RulesOf, path: str) -> None:
    assert rules_of(path) == rules_of()


@pytest.mark.parametrize("path", ["mkdocs.yml", "other"])
def test_paths_that_hold_nothing_of_the_glossary_are_told(check: Check, tmp_path: Path, path: str) -> None:
    (tmp_path / "other").mkdir()
    code, out, err = check(path)
    assert (code, out) == (0, "3 terms: all is well\n")
    assert err == f"glossmith: none of these paths holds entries or pages of this glossary: {tmp_path}\n"
    assert check(path, "terms/hint.yml")[2] == ""


def test_from_a_folder_without_a_site_the_one_above_the_path_is_checked(check: Check, tmp_path: Path) -> None:
    site = tmp_path / "some" / "site"
    (site / "terms").mkdir(parents=True)
    (site / "terms" / "a.yml").write_text("term: a\ndefinition: See [[b]].\n")
    (tmp_path / "mkdocs.yml").rename(site / "mkdocs.yml")
    assert "wanted-term" in check("some/site/terms/a.yml")[1]
    assert "wanted-term" in check("some/site")[1]
    assert check()[0] == 2


def test_the_file_of_settings_may_be_named_before_the_command(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], check: Check, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir("/")
    assert check("-f", str(tmp_path / "mkdocs.yml"))[0] == 1
    assert main(["-f", str(tmp_path / "mkdocs.yml"), "check"]) == 1
    assert capsys.readouterr().out.endswith("3 terms: 1 error, 1 warning\n")


@pytest.mark.parametrize(
    ("top", "variable"), [(".", True), (".", False), ("..", True), ("site", True), ("site", False)]
)
def test_services_see_paths_from_the_top_of_the_repository(
    check: Check, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, top: str, variable: bool
) -> None:
    """Text and JSON tell paths as the site does."""
    site = tmp_path / "site"
    site.mkdir()
    (tmp_path / "terms").rename(site / "terms")
    (tmp_path / "mkdocs.yml").rename(site / "mkdocs.yml")
    repository = tmp_path / top
    if variable:
        monkeypatch.setenv("GITHUB_WORKSPACE", str(repository))
    else:
        (repository / ".git").mkdir()
    monkeypatch.chdir(site)
    wanted = (site / "terms" / "error.yml").relative_to(repository.resolve()).as_posix()
    (run,) = json.loads(check("--format", "sarif")[1])["runs"]
    assert run["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == wanted
    assert check("--format", "github")[1].startswith(f"::error file={wanted},")
    assert json.loads(check("--format", "json")[1])["findings"][0]["path"] == "terms/error.yml"
    assert " --> terms/error.yml:" in check()[1]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="a system without named pipes")
def test_what_is_no_file_is_told_and_not_waited_for(check: Check, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "terms" / "pipe.yml")
    code, out, _ = check("terms/pipe.yml")
    assert code == 1
    assert "error[unreadable-file]: `terms/pipe.yml` is no file that can be read" in out


def test_each_format_reports_the_same(check: Check, rules_of: RulesOf) -> None:
    rules = rules_of()
    (run,) = json.loads(check("--format", "sarif")[1])["runs"]
    assert [result["ruleId"] for result in run["results"]] == rules
    lines = check("--format", "github")[1].splitlines()
    assert [line.partition("title=")[2].split("[")[1].split("]")[0] for line in lines] == rules
    assert [
        line.partition("[")[2].partition("]")[0]
        for line in check()[1].splitlines()
        if line.startswith(("error[", "warning["))
    ] == rules


def test_a_workflow_of_github_gets_its_commands_by_itself(check: Check, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    code, out, _ = check()
    assert code == 1
    assert out.startswith("::error file=terms/error.yml,line=3,")
    assert json.loads(check("--format", "json")[1])["summary"]["errors"] == 1


@pytest.mark.parametrize(("variable", "is_coloured"), [("FORCE_COLOR", True), ("NO_COLOR", False), ("", False)])
def test_a_pipe_gets_no_colors_unless_it_wants_them(
    check: Check, monkeypatch: pytest.MonkeyPatch, variable: str, is_coloured: bool
) -> None:
    if variable:
        monkeypatch.setenv(variable, "1")
    assert ("\x1b[" in check()[1]) is is_coloured


def test_the_rules_of_the_site_count(check: Check, rules_of: RulesOf, tmp_path: Path) -> None:
    plugin = "plugins:\n  - glossmith:\n      rules: {wanted-term: error, unknown-term: off}\n"
    (tmp_path / "mkdocs.yml").write_text(f"site_name: Site\ndocs_dir: terms\n{plugin}")
    assert rules_of() == ["wanted-term"]
    assert check()[0] == 1


def test_a_terminal_shows_twenty_of_a_rule_and_counts_the_rest(check: Check, tmp_path: Path) -> None:
    many = "".join(f"[[wanted {number}]] " for number in range(25))
    (tmp_path / "terms" / "many.yml").write_text(f"term: many\ndefinition: A {many}x\n")
    assert check()[1].count("warning[wanted-term]: ") == 20
    assert "… and 6 more of warning[wanted-term]" in check()[1]
    assert check("--all")[1].count("warning[wanted-term]: ") == 26
