"""Plain findings: a line each, and no more than twenty of a rule."""

from __future__ import annotations

from glossmith.model.finding import Finding, Severity
from glossmith.model.place import Span
from glossmith.report.plain import line, plain


def finding(rule: str, number: int = 1, severity: Severity = Severity.ERROR) -> Finding:
    return Finding(rule, "no term is called `x`", "terms/a.yml", Span(number, 2, number, 3), severity=severity)


def test_a_finding_is_a_line_with_its_help_behind_it() -> None:
    shown = Finding("unknown-term", "no term is called `x`", "terms/a.yml", Span(3, 5, 3, 6), "did you mean `y`?")
    assert line(shown) == "terms/a.yml:3:5: error[unknown-term]: no term is called `x` (help: did you mean `y`?)"
    assert line(finding("a-b")) == "terms/a.yml:1:2: error[a-b]: no term is called `x`"


def test_twenty_of_a_rule_are_shown_and_the_others_counted() -> None:
    lines = list(plain([finding("one", number) for number in range(1, 26)] + [finding("two", 99)]))
    assert [line.split(":")[1] for _, line in lines[:21]] == [*map(str, range(1, 21)), "99"]
    assert lines[21:] == [(Severity.ERROR, "… and 5 more of error[one]")]


def test_twenty_are_all_shown_and_nothing_is_counted() -> None:
    assert len(list(plain([finding("one", number) for number in range(1, 21)]))) == 20


def test_each_severity_of_a_rule_is_counted_by_itself() -> None:
    mixed = [finding("one", number, severity) for number in range(1, 23) for severity in Severity]
    counted = [told for told in plain(mixed) if "more of" in told[1]]
    assert counted == [(severity, f"… and 2 more of {severity}[one]") for severity in Severity]


def test_nothing_is_shown_of_nothing() -> None:
    assert list(plain([])) == []


def test_a_path_with_control_characters_stays_on_its_line() -> None:
    odd = Finding("bad-id", "x", "terms/a\nb\x1b[31m.yml")
    assert not set("\n\x1b") & set(line(odd))
