"""Find: which files of the folders are entries, vocabularies and hand-written pages."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from pathlib import Path

from glossmith.model.edition import ENTRY_SUFFIXES, SourceFile
from glossmith.model.finding import Finding, quoted

UNREADABLE = "see where it leads, and who may read it"


def find(folder: Path, root: Path, suffixes: tuple[str, ...]) -> tuple[tuple[SourceFile, ...], tuple[Finding, ...]]:
    """The files below `folder` with one of the suffixes, by path, and findings for those that lead out of it."""
    inside = os.path.realpath(folder)
    files, findings = [], []
    above = os.path.relpath(folder, root).replace(os.sep, "/")
    for source, absolute, status, is_link in sorted(_walk(str(folder), "", suffixes)):
        path = source if above == "." else f"{above}/{source}"
        if not path.isascii() and path != (shown := path.encode(errors="replace").decode()):
            message = f"the name {quoted(shown)} is not UTF-8"
            findings.append(Finding("unreadable-file", message, shown, help="rename the file"))
        elif status is None:
            findings.append(_no_file(path))
        elif is_link and not os.path.realpath(absolute).startswith(inside + os.sep):
            findings.append(_outside(path))
        else:
            files.append(SourceFile(path, source, absolute, status))
    return tuple(files), tuple(findings)


Found = tuple[str, str, tuple[int, int] | None, bool]
"""A file's path below the folder and as a whole, its stamp if it is a readable file, and whether it is a link."""


def _walk(folder: str, above: str, suffixes: tuple[str, ...]) -> Iterator[Found]:
    try:
        inside = list(os.scandir(folder))
    except OSError:
        return
    for entry in inside:
        if entry.name.startswith((".", "_")):
            continue
        if entry.is_dir(follow_symlinks=False):
            yield from _walk(entry.path, f"{above}{entry.name}/", suffixes)
        elif entry.name.lower().endswith(suffixes):
            yield above + entry.name, entry.path, _stamp(entry), entry.is_symlink()


def _stamp(entry: os.DirEntry[str]) -> tuple[int, int] | None:
    try:
        status = entry.stat()
    except OSError:
        return None
    return (status.st_mtime_ns, status.st_size) if stat.S_ISREG(status.st_mode) else None


def find_vocabulary(folder: Path, root: Path, name: str) -> tuple[SourceFile | None, tuple[Finding, ...]]:
    """The vocabulary `_name.yml` of a folder, if it has one, and findings for what is there but cannot be read."""
    findings = []
    for suffix in ENTRY_SUFFIXES:
        file = folder / f"_{name}{suffix}"
        path = os.path.relpath(file, root).replace(os.sep, "/")
        if file.is_file():
            if file.resolve().is_relative_to(folder.resolve()):
                return SourceFile(path, file.name, str(file), _file_stamp(file)), ()
            findings.append(_outside(path))
        elif os.path.lexists(file) and not file.is_dir():
            findings.append(_no_file(path))
    return None, tuple(findings)


def _outside(path: str) -> Finding:
    message = f"{quoted(path)} leads out of the folder of the glossary"
    return Finding("unreadable-file", message, path, help="copy the file here")


def _no_file(path: str) -> Finding:
    return Finding("unreadable-file", f"{quoted(path)} is no file that can be read", path, help=UNREADABLE)


def _file_stamp(file: Path) -> tuple[int, int]:
    status = file.stat()
    return status.st_mtime_ns, status.st_size
