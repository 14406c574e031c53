"""`glossmith rename OLD NEW`: a term gets another name and id, and everything that points at it follows.

NEW is the new name, and the id is made from it: lower case, words joined by hyphens. It is a new id only, and the name
stays, if it ends in `.yml`, or if OLD is the term's id and not its name to the letter, and NEW is written as an id is.

The file moves if it is named after the id. References in relations and prose, links to the file, and the descriptions
of vocabularies follow; of prose, the text that readers see follows only where it was the old name. The old id stays in
`redirect_from`. The old name does not become a synonym, for it may have been wrong: the command says how to keep it.
"""

from __future__ import annotations

import posixpath
import sys
from argparse import Namespace
from functools import partial
from pathlib import Path

from glossmith import pipeline
from glossmith.edits.difference import difference
from glossmith.edits.refusing import Refusal, refuse_hidden, refuse_taken, refuse_worse, term_called
from glossmith.edits.renaming import Renaming, renaming
from glossmith.edits.retelling import Retold, retell
from glossmith.hosts.configuration import ConfigurationError
from glossmith.hosts.mirror import mirror
from glossmith.hosts.progress import crew
from glossmith.hosts.rewriting import RewriteError, rewrite
from glossmith.hosts.settings_file import NAMES, settings_of
from glossmith.model.finding import quoted
from glossmith.model.settings import Settings


def run(options: Namespace) -> int:
    """Rename a term; 1 if there is a reason not to."""
    settings = settings_of(options.config_file)
    if not options.new.strip():
        raise ConfigurationError("a term needs a name")
    try:
        change, retold = _prepared(settings, options.old, options.new)
        if options.dry_run:
            _show(change, retold)
            return 0
        rewrite(_contents(settings, change, retold))
    except Refusal as refusal:
        print(f"glossmith: {refusal}", *([f"  {refusal.help}"] if refusal.help else []), sep="\n", file=sys.stderr)  # noqa: T201 -- a command's output
        return 1
    except RewriteError as error:
        raise ConfigurationError(f"cannot write {error}") from None
    _tell(change, retold, settings)
    return 0


def _prepared(settings: Settings, old: str, new: str) -> tuple[Renaming, Retold]:
    """All new texts, tried on a copy of the site; raises Refusal."""
    check = partial(pipeline.check, each=crew(settings).each)
    edition = check(settings)
    change = renaming(term_called(edition, old), old, new)
    refuse_taken(edition, change)
    file = settings.entries / change.source
    if change.source != change.term.source and (file.exists() or file.is_symlink()):
        raise Refusal(f"there is a file {quoted(change.source)} already", "choose another name")
    refuse_hidden(edition, change, partial(_glance, settings))
    retold = retell(edition, change, partial(_read, settings))
    with mirror(settings) as copy:
        rewrite(_contents(copy, change, retold))
        refuse_worse(edition.findings, check(copy).findings)
    return change, retold


def _glance(settings: Settings, path: str) -> str:
    try:
        return (settings.root / path).read_bytes().decode("utf-8", "replace")
    except OSError:
        return ""


def _read(settings: Settings, path: str) -> str:
    """The text of a file that is to change, its byte order mark included."""
    file = settings.root / path
    if file.is_symlink():
        raise Refusal(f"{path} is a symbolic link", "rename what it leads to, or put a copy in its place")
    try:
        return file.read_bytes().decode()
    except OSError as error:
        raise Refusal(f"{path}: {error.strerror}") from None
    except UnicodeDecodeError:
        raise Refusal(f"{path} is not UTF-8", "save it as UTF-8") from None


def _moved(change: Renaming, path: str) -> str:
    """Where a file is afterwards."""
    if path != change.term.path:
        return path
    return posixpath.join(posixpath.dirname(path), posixpath.basename(change.source))


def _contents(settings: Settings, change: Renaming, retold: Retold) -> dict[Path, bytes | None]:
    """What to write, in an order that loses nothing if it is cut short: the entry under its new name comes first."""
    own = change.term.path
    contents: dict[Path, bytes | None] = {settings.root / _moved(change, own): retold.after[own].encode()}
    if _moved(change, own) != own:
        contents[settings.root / own] = None
    contents |= {settings.root / path: text.encode() for path, text in retold.after.items() if path != own}
    return contents


def _show(change: Renaming, retold: Retold) -> None:
    """Print what would change, as git does it."""
    for path in sorted(retold.after):
        new = _moved(change, path)
        if new != path:
            sys.stdout.write(f"diff --git a/{path} b/{new}\nrename from {path}\nrename to {new}\n")
        sys.stdout.write(difference(retold.before[path], retold.after[path], path, new))


def _tell(change: Renaming, retold: Retold, settings: Settings) -> None:
    """Say what was done, and what is left to do."""
    term, own = change.term, change.term.path
    lines = [f"{quoted(term.name)} is {quoted(change.name)} now" if change.name != term.name else quoted(term.name)]
    if change.id != term.id:
        lines.append(f"  id: {term.id} -> {change.id}; {quoted(term.id)} stays in `redirect_from`")
    if _moved(change, own) != own:
        lines.append(f"  file: {own} -> {_moved(change, own)}")
    for path, number in sorted(retold.places.items()):
        if path != own and number:
            lines.append(f"  {path}: {number} reference{'' if number == 1 else 's'}")
    if change.has_new_name:
        lines.append(f"  note: to keep {quoted(term.name)} findable, add it to `synonyms` or `deprecated_terms`")
    lines += (
        f"  note: {name} speaks of {posixpath.basename(own)}; look whether it must change"
        for name in NAMES
        if _moved(change, own) != own and posixpath.basename(own) in _glance(settings, name)
    )
    print("\n".join(lines))  # noqa: T201 -- a command's output
