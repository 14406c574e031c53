"""`glossmith new NAME`: the file of a new entry, with the fields that matter; `--from-wanted`: of each wanted term.

The id is made from the name. A name that a term has already is refused, unless `--id` says that another thing of that
name is meant; one that is nearly the same is pointed out. A wanted term that is nearly the name of another is left out,
for its `[[...]]` is more likely misspelt, unless it has another number. Drafts of wanted terms have a definition that
can be found again.
"""

from __future__ import annotations

import os
import re
import sys
import tempfile
from argparse import Namespace
from pathlib import Path
from textwrap import indent

from glossmith import pipeline
from glossmith.edits.naming import id_for
from glossmith.edits.skeleton import skeleton
from glossmith.hosts.configuration import ConfigurationError
from glossmith.hosts.progress import crew
from glossmith.hosts.rewriting import create
from glossmith.hosts.settings_file import settings_of
from glossmith.model.edition import ENTRY_SUFFIXES, Edition, SourceFile
from glossmith.model.finding import Severity, quoted
from glossmith.model.glossary import Glossary, normal
from glossmith.model.nearest import essence
from glossmith.model.settings import Settings
from glossmith.model.wanted import Wanted

PLACEHOLDER = "To be written."
"""The definition of a draft; an empty one would be an error in each of many new files."""

DIGITS = re.compile(r"\d")


def run(options: Namespace) -> int:
    """Write new entries; 1 if one is refused."""
    if options.from_wanted == (options.name is not None) or (options.from_wanted and options.id):
        raise ConfigurationError("give the name of a term, or --from-wanted alone")
    settings = settings_of(options.config_file)
    folder = _folder(options.folder, settings)
    edition = pipeline.check(settings, Severity.ERROR, crew(settings).each)
    if options.from_wanted:
        return _write_wanted(edition, folder, dry_run=options.dry_run)
    name = " ".join(options.name.split())
    id_ = options.id or id_for(name)
    fault = _fault(edition, folder, name, id_, is_other=bool(options.id))
    if fault:
        _say(f"glossmith: {fault}")
        return 1
    near = edition.glossary.lexicon.nearest(name)
    if near and (normal(near) != normal(name) or not edition.glossary.names.find(near)[1]):
        _say(f"note: {_bearer(edition, near)} is nearly called that")
    values = {"term": name, "definition": "", "created": settings.today}
    if edition.glossary.names.find(name)[1]:
        values["disambiguation"] = ""
    _write(folder / f"{id_}.yml", skeleton(values, edition.glossary), dry_run=options.dry_run)
    return 0


def _write_wanted(edition: Edition, folder: Path, *, dry_run: bool) -> int:
    """A draft for each wanted term, most wanted first."""
    written: set[str] = set()
    names: dict[str, str] = {}
    wanted = pipeline.wanted_terms(edition)
    for one in wanted:
        id_ = id_for(one.name)
        near = edition.glossary.lexicon.nearest(one.name)
        fault = _fault(edition, folder, one.name, id_, is_other=False)
        if near and DIGITS.findall(near) == DIGITS.findall(one.name):
            fault = f"it is nearly {quoted(near)}"
        elif normal(id_) in written:
            fault = f"the id {quoted(id_)} is taken by another wanted term"
        elif (other := names.setdefault(essence(one.name), one.name)) != one.name:
            fault = f"it is nearly {quoted(other)}, another wanted term"
        if fault:
            _say(f"left out {quoted(one.name)} ({one.paths[0]}): {fault}")
            continue
        written.add(normal(id_))
        values = {"term": one.name, "definition": PLACEHOLDER, "status": "draft", "created": edition.settings.today}
        _write(folder / f"{id_}.yml", skeleton(values, edition.glossary, (_remark(one),)), dry_run=dry_run)
    if not wanted:
        _say("no term is wanted")
    return 0


def _remark(one: Wanted) -> str:
    others = f" and {len(one.paths) - 1} more" if len(one.paths) > 1 else ""
    return f"Wanted {one.count} time{'' if one.count == 1 else 's'}, by {one.paths[0]}{others}."


def _folder(wish: Path | None, settings: Settings) -> Path:
    """The folder for new entries: given from here, or as seen from the folder of entries, and inside of that."""
    inside = settings.entries.resolve()
    if wish is None:
        return settings.entries
    for folder in (wish.resolve(), (inside / wish).resolve()):
        if folder.is_relative_to(inside):
            parts = folder.relative_to(inside).parts
            if any(part.startswith((".", "_")) for part in parts):
                raise ConfigurationError(f"{str(wish)!r}: folders that begin with `.` or `_` hold no entries")
            if folder.exists() and not folder.is_dir():
                raise ConfigurationError(f"{str(wish)!r} is no folder")
            return settings.entries.joinpath(*parts)
    raise ConfigurationError(f"{str(wish)!r} is not inside of the folder of entries, {settings.entries}")


def _fault(edition: Edition, folder: Path, name: str, id_: str, *, is_other: bool) -> str:
    """Why there can be no entry of that name and id; the empty text where there can."""
    glossary = edition.glossary
    if not name:
        return "a term needs a name"
    if glossary.names.find(name)[1] and not is_other:
        return f"{_bearer(edition, name)} is called {quoted(name)}; for another thing of that name, choose an --id"
    if glossary.names.find(id_)[1]:
        return f"the id {quoted(id_)} is taken by {_bearer(edition, id_)}; choose another with --id"
    for term in glossary.terms:
        if any(normal(text.value) == normal(id_) for text in term.redirect_from):
            return f"{quoted(id_)} is an old id of {quoted(term.name)} ({term.path}); choose another with --id"
    if any(mark in id_ for mark in "/\\") or id_.startswith((".", "_")):
        return f"{quoted(id_)} cannot be an id; choose another with --id"
    if any((folder / f"{id_}{suffix}").exists() for suffix in ENTRY_SUFFIXES):
        return f"there is a file {id_}.yml already"
    return _finding(name, id_)


def _finding(name: str, id_: str) -> str:
    """What checking would say of the name and the id."""
    with tempfile.TemporaryDirectory(prefix="glossmith-") as folder:
        file = Path(folder, "entry.yml")
        file.write_text(skeleton({"term": name, "definition": "x"}, Glossary()), encoding="utf-8")
        found = pipeline.look_through(False, SourceFile(f"{id_}.yml", f"{id_}.yml", str(file))).findings
    return found[0].message if found else ""


def _bearer(edition: Edition, name: str) -> str:
    """The term of a name, and its file."""
    terms = [edition.glossary.by_id[id_] for id_ in edition.glossary.names.find(name)[1]]
    terms += [term for term in edition.glossary.terms if name in term.designations]
    return f"{quoted(terms[0].title)} ({terms[0].path})" if terms else quoted(name)


def _write(file: Path, text: str, *, dry_run: bool) -> None:
    """Write a new file, never over another, and print its path; on a dry run, what would be in it as well."""
    path = os.path.relpath(file)
    if dry_run:
        print(f"{path}:\n{indent(text, '  ')}")  # noqa: T201 -- a command's output
        return
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        create(file, text.encode())
    except OSError as error:
        raise ConfigurationError(f"cannot write {path}: {error.strerror}") from None
    print(path)  # noqa: T201 -- a command's output


def _say(words: str) -> None:
    print(words, file=sys.stderr)  # noqa: T201 -- a command's output; paths have the other stream
