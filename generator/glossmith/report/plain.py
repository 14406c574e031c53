"""Findings as plain lines: `path:line:column: severity[rule]: message`."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from glossmith.model.finding import Finding, Severity, seen

MOST_OF_A_RULE = 20
"""How many findings of one rule a log or terminal shows before it only counts them."""


def plain(findings: Iterable[Finding]) -> Iterator[tuple[Severity, str]]:
    """Each finding's severity and line; after the first twenty of a rule, one line counts the others."""
    listed = list(findings)
    shown, left_out = fewer(listed, MOST_OF_A_RULE)
    yield from ((finding.severity, line(finding)) for finding in shown)
    severities = {str(severity): severity for severity in Severity}
    for told in left_out:
        yield next(severity for name, severity in severities.items() if f" {name}[" in told), told


def fewer(findings: Iterable[Finding], most: int) -> tuple[list[Finding], list[str]]:
    """The first `most` findings of each rule, and a line for each rule that has more."""
    seen: Counter[tuple[str, Severity]] = Counter()
    shown = []
    for finding in findings:
        seen[finding.rule, finding.severity] += 1
        if seen[finding.rule, finding.severity] <= most:
            shown.append(finding)
    more = {key: count - most for key, count in seen.items() if count > most}
    return shown, [f"… and {count} more of {severity}[{rule}]" for (rule, severity), count in more.items()]


def line(finding: Finding) -> str:
    """One finding on one line, its help behind it."""
    place = f"{seen(finding.path)}:{finding.span.line}:{finding.span.column}"
    advice = f" (help: {finding.help})" if finding.help else ""
    return f"{place}: {finding.severity}[{finding.rule}]: {finding.message}{advice}"


def summary(findings: Iterable[Finding], terms: int) -> str:
    """How many terms there are, and how many findings of each severity."""
    counts = Counter(finding.severity for finding in findings)
    told = [f"{counts[severity]} {severity}{'' if counts[severity] == 1 else 's'}" for severity in counts]
    return f"{terms} term{'' if terms == 1 else 's'}: {', '.join(told) or 'all is well'}"
