"""Findings for programs, as JSON."""

from __future__ import annotations

import json as encoder
from collections import Counter
from collections.abc import Sequence
from typing import Any

from glossmith.model.finding import Finding, Severity


def json(findings: Sequence[Finding], terms: int) -> str:
    """`{"findings": [...], "summary": {"terms", "errors", "warnings", "hints"}}`."""
    counts = Counter(finding.severity for finding in findings)
    summary = {"terms": terms, **{f"{severity}s": counts[severity] for severity in Severity}}
    data = {"findings": [_finding(finding) for finding in findings], "summary": summary}
    return encoder.dumps(data, ensure_ascii=False, indent=2)


def _finding(finding: Finding) -> dict[str, Any]:
    return {
        "rule": finding.rule,
        "severity": str(finding.severity),
        "message": finding.message,
        "path": finding.path,
        **finding.span._asdict(),
        "help": finding.help,
    }
