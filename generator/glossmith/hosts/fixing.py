"""`glossmith check --fix` and `--diff`: what can be mended without a doubt is mended, or shown."""

from __future__ import annotations

import sys
from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from glossmith.edits.dashing import has_dashes, names_of, written_at
from glossmith.edits.difference import difference
from glossmith.edits.mending import BOM, Mended, mend, mend_page
from glossmith.hosts.configuration import ConfigurationError
from glossmith.hosts.mirror import mirror
from glossmith.hosts.rewriting import RewriteError, rewrite
from glossmith.model.edition import ENTRY_SUFFIXES, Edition
from glossmith.model.finding import Finding
from glossmith.model.fix import ADD_DASHES
from glossmith.model.glossary import Glossary, normal
from glossmith.model.settings import Settings

MOST_ROUNDS = 10
"""Fixes that touch each other take turns; more rounds than this would mean that two rules disagree."""

Looked = tuple[Edition, list[Finding]]
Look = Callable[[Settings], Looked]
"""Judges a glossary: the edition, and the findings that are asked for."""


@dataclass(slots=True)
class _Tally:
    """What has been done so far: the contents before and after, by path, and how many findings that mended."""

    before: dict[str, str] = field(default_factory=dict)
    after: dict[str, str] = field(default_factory=dict)
    mended: int = 0


def fix(settings: Settings, look: Look) -> Looked:
    """Mend the entries and pages, and say so; what is left."""
    tally = _Tally()
    left = _rounds(settings, look, look(settings), tally)
    if tally.mended:
        _say(f"mended {_count(tally.mended, 'finding')} in {_count(len(tally.after), 'file')}")
    return left


def show_fixes(settings: Settings, look: Look) -> int:
    """Print what `fix` would change, and change nothing; 1 if there is something."""
    looked = look(settings)
    if not any(finding.fix for finding in looked[1]):
        return 0
    tally = _Tally()
    with mirror(settings) as copy:
        _rounds(copy, look, looked, tally)
    for path in sorted(tally.after):
        sys.stdout.write(difference(tally.before[path], tally.after[path], path, path))
    if tally.mended:
        _say(f"--fix would mend {_count(tally.mended, 'finding')} in {_count(len(tally.after), 'file')}")
    return 1 if tally.mended else 0


def _rounds(settings: Settings, look: Look, looked: Looked, tally: _Tally) -> Looked:
    for _ in range(MOST_ROUNDS):
        if not _round(settings, *looked, tally):
            break
        looked = look(settings)
    return looked


def _round(settings: Settings, edition: Edition, findings: Sequence[Finding], tally: _Tally) -> bool:
    """Mend each file once; whether that changed one."""
    by_path: defaultdict[str, list[Finding]] = defaultdict(list)
    for finding in findings:
        if finding.fix:
            by_path[finding.path].append(finding)
    has_changed = False
    for path, some in by_path.items():
        before = _text(settings.root / path)
        mended = _mended(path, before, [one for one in some if _is_certain(one, before, edition.glossary)])
        if mended.text == before:
            continue
        try:
            rewrite({settings.root / path: mended.text.encode()})
        except RewriteError as error:
            raise ConfigurationError(f"cannot mend {error}") from None
        tally.before.setdefault(path, before)
        tally.after[path] = mended.text
        tally.mended += len(mended.done)
        has_changed = True
    return has_changed


def _mended(path: str, text: str, findings: Sequence[Finding]) -> Mended:
    if not text:
        return Mended(text, (), tuple(findings))
    return mend(text, findings) if path.lower().endswith(ENTRY_SUFFIXES) else mend_page(text, findings)


def _is_certain(finding: Finding, text: str, glossary: Glossary) -> bool:
    """Lines without dashes may be one long name; they are a list if each names a term or is a tag, or has a dash."""
    if finding.fix != ADD_DASHES:
        return True
    written = written_at(text.removeprefix(BOM), finding.span)
    tags = {normal(tag.value) for term in glossary.terms for tag in term.tags}
    names = names_of(written)
    return has_dashes(written) or all(glossary.names.find(name)[1] or normal(name) in tags for name in names)


def _text(file: Path) -> str:
    """The text of a file, its byte order mark included; nothing for one that is better left alone.

    A symbolic link is: what it leads to is mended where it lies.
    """
    try:
        return "" if file.is_symlink() else file.read_bytes().decode()
    except (OSError, UnicodeDecodeError):
        return ""


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"


def _say(words: str) -> None:
    print(words, file=sys.stderr)  # noqa: T201 -- a command's output; the findings have the other stream
