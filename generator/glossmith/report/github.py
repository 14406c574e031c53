"""Findings as GitHub's workflow commands, which become annotations on a pull request.

The grammar and its escapes are those of actions/toolkit, packages/core/src/command.ts.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from glossmith.model.finding import Finding, Severity

COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.HINT: "notice"}


def github(findings: Iterable[Finding]) -> Iterator[str]:
    """One line for each finding; GitHub shows columns only where a finding stays on one line."""
    for finding in findings:
        span = finding.span
        properties = {"file": finding.path, "line": str(span.line), "endLine": str(span.end_line)}
        if span.line == span.end_line:
            properties |= {"col": str(span.column), "endColumn": str(span.end_column)}
        properties["title"] = f"{finding.severity}[{finding.rule}]"
        told = ",".join(f"{name}={_property(value)}" for name, value in properties.items())
        message = f"{finding.message}\n{finding.help}" if finding.help else finding.message
        yield f"::{COMMANDS[finding.severity]} {told}::{_data(message)}"


def _data(value: str) -> str:
    return value.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(value: str) -> str:
    return _data(value).replace(":", "%3A").replace(",", "%2C")
