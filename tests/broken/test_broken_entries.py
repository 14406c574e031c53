"""Broken entries, each with the findings that it must give: exact to rule and place, and no other.

A case is a file `<rule>/<case>.yml`, or a folder of files, that is put among the valid entries of `_glossary/`. Beside
it stands `<case>.expected` with a line for each finding: the file below the folder of entries unless it is the case
itself, `line:column-line:column` and the rule; below it, indented, perhaps the message and behind `=` the help.
Hints of other rules are left out: they are opinions about what a case does without.
"""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from glossmith import pipeline
from glossmith.model.finding import Finding, Severity
from glossmith.model.place import BREAK
from scratch import Scratch

HERE = Path(__file__).parent
GLOSSARY = HERE / "_glossary"
CASES = sorted(HERE.glob("*/*.expected"))
HINTS = {rule.name for rule in pipeline.rules() if rule.severity is Severity.HINT}


def name_of(expected: Path) -> str:
    return f"{expected.parent.name}/{expected.stem}"


def found_in(expected: Path, folder: Path) -> tuple[Finding, ...]:
    shutil.copytree(GLOSSARY, folder / "terms")
    case = expected.with_suffix("")
    if case.is_dir():
        shutil.copytree(case, folder / "terms", dirs_exist_ok=True)
    else:
        shutil.copy(expected.with_suffix(".yml"), folder / "terms")
    return Scratch(folder).read().findings


def told(finding: Finding, case: str, with_words: bool) -> str:
    file = finding.path.removeprefix("terms/")
    line, column, end_line, end_column = finding.span
    head = f"{'' if file == f'{case}.yml' else f'{file} '}{line}:{column}-{end_line}:{end_column} {finding.rule}"
    words = [finding.message, *([f"= {finding.help}"] if finding.help else [])]
    return "\n  ".join([head, *(words if with_words else [])])


@pytest.mark.parametrize("expected", CASES, ids=name_of)
def test_a_broken_entry_gives_the_findings_it_must(expected: Path, tmp_path: Path) -> None:
    rule, wanted = expected.parent.name, expected.read_text(encoding="utf-8")
    findings = [one for one in found_in(expected, tmp_path) if one.severity is not Severity.HINT or one.rule == rule]
    given = [told(one, expected.stem, with_words="\n  " in wanted) for one in findings]
    assert "\n".join(given) + "\n" == wanted
    for one in findings:
        lines = BREAK.split((tmp_path / one.path).read_bytes().decode("utf-8-sig", "replace"))
        assert 1 <= one.span.line <= one.span.end_line <= len(lines)
        assert 1 <= one.span.column <= len(lines[one.span.line - 1]) + 1
        if one.rule == "wanted-term" and one.span.line == one.span.end_line:
            written = lines[one.span.line - 1][one.span.column - 1 : one.span.end_column - 1]
            assert written.startswith("[[")
            assert written.endswith("]]")
        assert one.span.end_column <= max(len(lines[one.span.end_line - 1]), one.span.column) + 1


def test_the_glossary_that_cases_are_judged_against_is_without_fault(tmp_path: Path) -> None:
    shutil.copytree(GLOSSARY, tmp_path / "terms")
    assert Scratch(tmp_path).read().findings == ()


def test_every_rule_that_can_find_fault_with_an_entry_has_a_case() -> None:
    elsewhere = {"unreadable-file", "address-clash"}  # of the file system and of the finished site
    assert {rule.name for rule in pipeline.rules()} - elsewhere == {case.parent.name for case in CASES}


def test_every_file_belongs_to_a_case() -> None:
    files = {file.relative_to(HERE).parts[:2] for file in HERE.glob("[a-z]*-*/**/*.*")}
    assert {Path(name).stem for _, name in files} == {case.stem for case in CASES}


@pytest.mark.parametrize("target", ["nowhere.yml", "/etc/hosts"])
def test_an_entry_that_leads_elsewhere_is_found(tmp_path: Path, target: str) -> None:
    shutil.copytree(GLOSSARY, tmp_path / "terms")
    (tmp_path / "terms" / "thing.yml").symlink_to(target)
    (finding,) = Scratch(tmp_path).read().findings
    assert (finding.rule, finding.path, finding.span) == ("unreadable-file", "terms/thing.yml", (1, 1, 1, 1))
