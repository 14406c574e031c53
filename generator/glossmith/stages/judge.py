"""Judge: findings get their exact places and the severities that the site wants; silenced ones go."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace

from glossmith.model.finding import Finding, Severity, Within
from glossmith.model.place import START, Span
from glossmith.model.placing import locate
from glossmith.model.suppression import Suppression
from glossmith.stages._silencing import silence

OFF = "off"

SourceOf = Callable[[str], str]
"""The whole text of a file, by the path that findings give; empty where it cannot be read."""


def judge(
    findings: Iterable[Finding],
    severities: Mapping[str, str],
    suppressions: Mapping[str, tuple[Suppression, ...]],
    source_of: SourceOf,
) -> tuple[Finding, ...]:
    """The findings that are left, by path, line and column; `severities` are by rule."""
    by_path: defaultdict[str, list[Finding]] = defaultdict(list)
    for finding in dict.fromkeys(findings):
        if severities[finding.rule] != OFF:
            by_path[finding.path].append(finding)
    placed = [one for path, some in by_path.items() for one in _placed(path, some, source_of)]
    left = silence(sorted(placed, key=lambda finding: finding.order), suppressions, severities)
    wanted = [finding for finding in left if severities[finding.rule] != OFF]
    judged = (_as_severe(finding, Severity(severities[finding.rule])) for finding in wanted)
    return tuple(sorted(judged, key=lambda finding: finding.order))


def _as_severe(finding: Finding, severity: Severity) -> Finding:
    return finding if finding.severity is severity else replace(finding, severity=severity)


def _placed(path: str, findings: Iterable[Finding], source_of: SourceOf) -> Iterator[Finding]:
    source: str | None = None
    for finding in findings:
        if finding.within is None:
            yield finding
            continue
        if source is None:
            source = source_of(path)
        yield replace(finding, span=_span(finding.within, source), within=None)


def _span(within: Within, source: str) -> Span:
    span = locate(within.text, source, within.start, within.end)
    return span if source and span.line > 0 else START
