"""Findings that their author has silenced go; comments that silence nothing are findings themselves."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from glossmith.model.finding import Finding, quoted
from glossmith.model.nearest import did_you_mean_one_of
from glossmith.model.suppression import Suppression

UNUSED = "unused-suppression"


def silence(
    findings: Iterable[Finding], suppressions: Mapping[str, tuple[Suppression, ...]], rules: Iterable[str]
) -> tuple[Finding, ...]:
    """The findings that are left; `suppressions` are by path. Each name in a comment silences one finding."""
    known = list(rules)
    kept: list[Finding] = []
    used: set[tuple[str, Suppression, str]] = set()
    for finding in findings:
        match = _match(finding, suppressions.get(finding.path, ()), used)
        if match is None:
            kept.append(finding)
        else:
            used.add((finding.path, match, finding.rule))
    for path, comments in suppressions.items():
        named = [(comment, name) for comment in comments for name in comment.rules or ("",)]
        kept += (_unused(path, comment, name, known) for comment, name in named if (path, comment, name) not in used)
    return tuple(kept)


def _match(
    finding: Finding, comments: Iterable[Suppression], used: set[tuple[str, Suppression, str]]
) -> Suppression | None:
    for comment in comments:
        speaks = comment.first <= finding.span.line <= comment.last and finding.rule in comment.rules
        if speaks and (finding.path, comment, finding.rule) not in used:
            return comment
    return None


def _unused(path: str, comment: Suppression, name: str, known: list[str]) -> Finding:
    if not name:
        return Finding(UNUSED, "this comment names no rule", path, comment.place, "write `ignore[rule]`, and why")
    if name in known:
        message = f"there is no {quoted(name)} here to silence"
        return Finding(UNUSED, message, path, comment.place, "remove the comment")
    message = f"there is no rule {quoted(name)}"
    return Finding(UNUSED, message, path, comment.place, did_you_mean_one_of(name, known) or "remove the comment")
