"""`glossmith check`: everything that is wrong, as people or programs want to read it."""

from __future__ import annotations

import os
import posixpath
import sys
from argparse import Namespace
from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path

from glossmith import __version__, pipeline
from glossmith.hosts.configuration import ConfigurationError
from glossmith.hosts.progress import crew
from glossmith.hosts.settings_file import settings_of
from glossmith.model.edition import Edition
from glossmith.model.finding import Finding, Severity
from glossmith.model.nearest import did_you_mean_one_of
from glossmith.model.place import BREAK
from glossmith.model.settings import Settings
from glossmith.report.plain import MOST_OF_A_RULE, fewer, summary


def run(options: Namespace) -> int:
    """Check, report; 1 if something is at or above the failing severity."""
    settings = settings_of(options.config_file, near=next(iter(options.paths), None))
    rules = _rules(options)
    only = _paths(options.paths, settings)
    least = Severity.HINT if options.select else Severity(options.severity)

    def look(site: Settings) -> tuple[Edition, list[Finding]]:
        edition = pipeline.check(site, least, crew(settings).each)
        return edition, [
            finding
            for finding in edition.findings
            if finding.rule in rules and _is_within(finding.path, only) and finding.severity.rank <= least.rank
        ]

    if options.diff:
        from glossmith.hosts.fixing import show_fixes  # noqa: PLC0415 -- only when asked for

        return show_fixes(settings, look)
    if options.fix:
        from glossmith.hosts.fixing import fix  # noqa: PLC0415 -- as above

        edition, findings = fix(settings, look)
    else:
        edition, findings = look(settings)
    _report(findings, options, settings, len(edition.glossary.complete))
    failing = Severity.WARNING if options.strict else Severity.ERROR
    return 1 if any(finding.severity.rank <= failing.rank for finding in findings) else 0


def _rules(options: Namespace) -> set[str]:
    known = {rule.name for rule in pipeline.rules()}
    selected = {name.strip() for text in options.select for name in text.split(",")}
    ignored = {name.strip() for text in options.ignore for name in text.split(",")}
    for name in sorted(selected | ignored):
        if name not in known:
            advice = did_you_mean_one_of(name, known)
            raise ConfigurationError(f"there is no rule {name!r}{f'; {advice}' if advice else ''}")
    return (selected or known) - ignored


def _paths(paths: Sequence[Path], settings: Settings) -> tuple[str, ...]:
    """The files and folders to report on, as findings name them."""
    result = []
    for path in paths:
        if not path.exists():
            raise ConfigurationError(f"there is no file {str(path)!r}")
        result.append(os.path.relpath(path.resolve(), settings.root).replace(os.sep, "/"))
    if result and not any(_is_of_the_glossary(settings, path.resolve()) for path in paths):
        words = "none of these paths holds entries or pages of this glossary"
        print(f"glossmith: {words}: {settings.root}", file=sys.stderr)  # noqa: T201 -- a command's output
    return tuple(result)


def _is_of_the_glossary(settings: Settings, path: Path) -> bool:
    folders = [folder.resolve() for folder in (settings.docs, settings.entries)]
    return any(path.is_relative_to(folder) or folder.is_relative_to(path) for folder in folders)


def _is_within(path: str, only: tuple[str, ...]) -> bool:
    return not only or any(path == one or _is_above(one) or path.startswith(f"{one}/") for one in only)


def _is_above(path: str) -> bool:
    """Whether a path as seen from the root is the root, or a folder above."""
    return set(path.split("/")) <= {".", ".."}


def _report(findings: Sequence[Finding], options: Namespace, settings: Settings, terms: int) -> None:
    form = options.format or ("github" if os.environ.get("GITHUB_ACTIONS") == "true" else "text")
    if form == "text":
        _report_text(findings, options, settings, terms)
        return
    if form == "json":
        from glossmith.report.json import json  # noqa: PLC0415 -- one format is loaded, not four

        print(json(findings, terms))  # noqa: T201 -- a command's output
    elif form == "sarif":
        from glossmith.report.sarif import sarif  # noqa: PLC0415 -- as above

        print(sarif(_as_seen_by_services(findings, settings.root), pipeline.rules(), __version__))  # noqa: T201 -- a command's output
    else:
        from glossmith.report.github import github  # noqa: PLC0415 -- as above

        for line in github(_as_seen_by_services(findings, settings.root)):
            print(line)  # noqa: T201 -- a command's output


def _as_seen_by_services(findings: Sequence[Finding], root: Path) -> list[Finding]:
    """The findings with paths from the top of the repository, for annotations must find the files of a commit."""
    workspace = os.environ.get("GITHUB_WORKSPACE")
    checkout = Path(workspace).resolve() if workspace else root
    repository = (folder for folder in (root, *root.parents) if (folder / ".git").exists())
    top = checkout if workspace and root.is_relative_to(checkout) else next(repository, root)
    above = os.path.relpath(root, top).replace(os.sep, "/")
    return [replace(finding, path=posixpath.normpath(posixpath.join(above, finding.path))) for finding in findings]


def _report_text(findings: Sequence[Finding], options: Namespace, settings: Settings, terms: int) -> None:
    from glossmith.report.text import text  # noqa: PLC0415 -- as above

    @cache
    def lines(path: str) -> list[str]:
        try:
            content = (settings.root / path).read_bytes()
        except OSError:
            return []
        return BREAK.split(content.decode("utf-8-sig", "replace"))

    shown, left_out = fewer(findings, len(findings) if options.all else MOST_OF_A_RULE)
    for block in text(shown, lines, coloured=_is_coloured()):
        print(block)  # noqa: T201 -- a command's output
    for line in left_out:
        print(line)  # noqa: T201 -- a command's output
    print(summary(findings, terms))  # noqa: T201 -- a command's output


def _is_coloured() -> bool:
    """On a terminal, unless the reader does not want it (no-color.org)."""
    if os.environ.get("NO_COLOR"):
        return False
    return bool(os.environ.get("FORCE_COLOR")) or (sys.stdout.isatty() and os.environ.get("TERM") != "dumb")
