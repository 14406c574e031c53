"""Findings as SARIF 2.1.0 (OASIS), for code scanning."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from typing import Any
from urllib.parse import quote

from glossmith.model.finding import Finding, Severity
from glossmith.model.rule import Rule

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.HINT: "note"}


def sarif(findings: Sequence[Finding], rules: Iterable[Rule], version: str) -> str:
    """One run of glossmith, with the rules that it knows."""
    listed = sorted(rules, key=lambda rule: rule.name)
    numbers = {rule.name: number for number, rule in enumerate(listed)}
    driver = {
        "name": "glossmith",
        "semanticVersion": version,
        "rules": [
            {
                "id": rule.name,
                "shortDescription": {"text": rule.doc},
                "help": {"text": rule.page, "markdown": rule.page},
                "defaultConfiguration": {"level": LEVELS[rule.severity]},
            }
            for rule in listed
        ],
    }
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "originalUriBaseIds": {"ROOT": {"description": {"text": "The top of the repository"}}},
        "results": [_result(finding, numbers) for finding in findings],
    }
    return json.dumps({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}, ensure_ascii=False, indent=2)


def _result(finding: Finding, numbers: dict[str, int]) -> dict[str, Any]:
    span = finding.span
    message = f"{finding.message}\n{finding.help}" if finding.help else finding.message
    return {
        "ruleId": finding.rule,
        "ruleIndex": numbers[finding.rule],
        "level": LEVELS[finding.severity],
        "message": {"text": message},
        "locations": [
            {
                "physicalLocation": {
                    "artifactLocation": {"uri": quote(finding.path), "uriBaseId": "ROOT"},
                    "region": {
                        "startLine": span.line,
                        "startColumn": span.column,
                        "endLine": span.end_line,
                        "endColumn": span.end_column,
                    },
                }
            }
        ],
    }
