"""GitHub's runner reads back what was written, whatever the characters."""

from __future__ import annotations

from hypothesis import given, settings
from some_findings import some_findings

from glossmith.model.finding import Finding, Severity
from glossmith.model.place import Span
from glossmith.report.github import github


def parsed(line: str) -> tuple[str, dict[str, str], str]:
    """A command as `ActionCommand.TryParseV2` of actions/runner reads it.

    It undoes the escapes that `escapeData` and `escapeProperty` of actions/toolkit (packages/core/src/command.ts) do.
    """
    assert line.startswith("::")
    assert "\n" not in line
    assert "\r" not in line
    head, _, data = line[2:].partition("::")
    command, _, properties = head.partition(" ")
    pairs = (pair.split("=", 1) for pair in properties.split(",") if pair)
    return command, {name: unescaped_property(value) for name, value in pairs}, unescaped(data)


def unescaped(text: str) -> str:
    return text.replace("%0D", "\r").replace("%0A", "\n").replace("%25", "%")


def unescaped_property(text: str) -> str:
    text = text.replace("%0D", "\r").replace("%0A", "\n").replace("%3A", ":").replace("%2C", ",")
    return text.replace("%25", "%")


@settings(max_examples=200, deadline=None, database=None)
@given(some_findings())
def test_a_command_reads_back_as_the_finding(findings: list[Finding]) -> None:
    lines = list(github(findings))
    assert len(lines) == len(findings)
    for one, line in zip(findings, lines, strict=True):
        command, properties, data = parsed(line)
        assert command == {"error": "error", "warning": "warning", "hint": "notice"}[one.severity]
        assert data == (f"{one.message}\n{one.help}" if one.help else one.message)
        assert properties.pop("title") == f"{one.severity}[{one.rule}]"
        assert properties.pop("file") == one.path
        line_, column, end_line, end_column = map(str, one.span)
        columns = {"col": column, "endColumn": end_column} if line_ == end_line else {}
        assert properties == {"line": line_, "endLine": end_line, **columns}


def test_a_command_is_one_that_people_can_read() -> None:
    finding = Finding(
        "unknown-term", "no term is called `x: y`", "a,b.yml", Span(3, 5, 3, 9), "100% sure?", Severity.ERROR
    )
    (line,) = github([finding])
    place = "file=a%2Cb.yml,line=3,endLine=3,col=5,endColumn=9,title=error[unknown-term]"
    assert line == f"::error {place}::no term is called `x: y`%0A100%25 sure?"
