"""Writes the files of a site, and never anything outside its folder."""

from __future__ import annotations

import errno
import os
import re
from collections.abc import Iterable
from pathlib import Path
from secrets import token_hex
from unicodedata import normalize

__all__ = ["DestinationError", "Writer", "clashes"]

LONGEST_NAME = 255
"""Bytes of a file name in UTF-8 that every common file system takes."""

_DRIVE = re.compile(r"[A-Za-z]:")
_NEW_FILE = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_BINARY", 0)
_REASONS = {
    errno.ENAMETOOLONG: "the path is too long for the file system",
    errno.EISDIR: "a folder of that name is there",
    errno.ENOTDIR: "a file is where it needs a folder",
    errno.EEXIST: "a file is where it needs a folder",
}


class DestinationError(Exception):
    """A destination that may not or cannot be written; the message names it and says why."""

    def __init__(self, destination: str, reason: str) -> None:
        super().__init__(f"cannot write {destination!r}: {reason}")
        self.destination = destination
        self.reason = reason

    def __reduce__(self) -> tuple[type[DestinationError], tuple[str, str]]:
        """So that it comes back from a worker; an exception is else made anew of its message alone, and fails."""
        return type(self), (self.destination, self.reason)


class Writer:
    """Writes below one site folder, for one build: a folder that it has made or checked is not looked at again."""

    def __init__(self, site_dir: Path) -> None:
        site_dir.mkdir(parents=True, exist_ok=True)
        self._root = os.path.realpath(site_dir)
        self.folder = Path(self._root)
        self._folders = {""}

    def write(self, destination: str, content: bytes | str) -> None:
        """Write a file whole or not at all; `DestinationError` if it is no place in the site or cannot be one."""
        reason = _objection(destination)
        if reason:
            raise DestinationError(destination, reason)
        folder, _, name = destination.rpartition("/")
        try:
            if folder not in self._folders and not self._enter(folder):
                raise DestinationError(destination, "a symbolic link leads out of the site folder")
            _put(f"{self._root}/{folder}", name, content.encode() if isinstance(content, str) else content)
        except OSError as error:
            message = error.strerror or str(error)
            raise DestinationError(destination, _REASONS.get(error.errno or 0, message)) from error

    def _enter(self, folder: str) -> bool:
        """Make a folder and those above it; false, and nothing is made, where a link leads out of the site."""
        if folder in self._folders:
            return True
        if not self._enter(folder.rpartition("/")[0]):
            return False
        path = f"{self._root}/{folder}"
        try:
            os.mkdir(path)  # noqa: PTH102 - once per page: pathlib costs more than the call itself
        except FileExistsError:
            real = os.path.realpath(path)
            if not f"{real}{os.sep}".startswith(f"{self._root}{os.sep}"):
                return False
            if not os.path.isdir(real):  # noqa: PTH112 - as above
                raise
        self._folders.add(folder)
        return True


def _objection(destination: str) -> str | None:
    names = destination.split("/")
    if "\x00" in destination or "\\" in destination:
        return "it holds a NUL or a backslash"
    if any(name in ("", ".", "..") or _DRIVE.match(name) for name in names):
        return "it is not a plain path below the site folder"
    try:
        longest = max(len(name.encode()) for name in names)
    except UnicodeEncodeError:
        return "it holds half a character"
    return f"a name in it is longer than {LONGEST_NAME} bytes" if longest > LONGEST_NAME else None


def _put(folder: str, name: str, content: bytes) -> None:
    """A new file is written in place; one that is there already, or a link, is replaced (a rename costs 0.3 ms)."""
    path = f"{folder}/{name}"
    try:
        _create(path, content)
    except FileExistsError:
        draft = f"{folder}/.glossmith-{token_hex(4)}"
        _create(draft, content)
        try:
            os.replace(draft, path)  # noqa: PTH105 - as in _enter
        except OSError:
            os.unlink(draft)  # noqa: PTH108 - as in _enter
            raise


def _create(path: str, content: bytes) -> None:
    file = os.open(path, _NEW_FILE, 0o666)
    try:
        rest = memoryview(content)
        while rest:
            rest = rest[os.write(file, rest) :]
    except OSError:
        os.unlink(path)  # noqa: PTH108 - as in _enter
        raise
    finally:
        os.close(file)


def clashes(destinations: Iterable[str]) -> tuple[tuple[str, str], ...]:
    """Pairs of destinations, the earlier one first, that are one file where names ignore case or normalise Unicode.

    A file where another destination needs a folder is such a pair too.
    """
    places = [(destination, _fold(destination)) for destination in destinations]
    files: dict[str, str] = {}
    found: list[tuple[int, str, str]] = []
    for index, (destination, key) in enumerate(places):
        if key in files:
            found.append((index, files[key], destination))
        files.setdefault(key, destination)
    for index, (destination, key) in enumerate(places):
        above = (key[: at.start()] for at in re.finditer("/", key))
        found += [(index, files[folder], destination) for folder in above if folder in files]
    return tuple((one, other) for _, one, other in sorted(found, key=lambda each: each[0]))


def _fold(destination: str) -> str:
    if destination.isascii():
        return destination.lower()
    return normalize("NFC", normalize("NFD", destination).casefold())
