"""Writing entry files: each whole or not at all, and several of them all or none."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path


class RewriteError(Exception):
    """A file could not be written; nothing has changed."""


def rewrite(contents: Mapping[Path, bytes | None]) -> None:
    """Give files new contents, None removes one, in this order; when one fails, those before it are put back."""
    before: dict[Path, bytes | None] = {}
    try:
        for file, content in contents.items():
            old = file.read_bytes() if file.exists() else None
            _put(file, content, is_new=old is None)
            before[file] = old
    except OSError as error:
        for file, content in reversed(before.items()):
            with suppress(OSError):
                _put(file, content, is_new=False)
        raise RewriteError(f"{file}: {error.strerror}; nothing has changed") from None


def _put(file: Path, content: bytes | None, *, is_new: bool) -> None:
    if content is None:
        file.unlink()
        return
    with _beside(file, content) as written:
        if is_new:
            create_at(file, written)
        else:
            written.replace(file)


def create(file: Path, content: bytes) -> None:
    """Write a file that must not exist yet; raises FileExistsError if it does."""
    with _beside(file, content) as written:
        create_at(file, written)


def create_at(file: Path, written: Path) -> None:
    """Move a file to a place where nothing must be."""
    try:
        os.link(written, file)
    except FileExistsError:
        raise
    except OSError:  # a file system without hard links
        with file.open("xb") as target:
            target.write(written.read_bytes())


@contextmanager
def _beside(file: Path, content: bytes) -> Iterator[Path]:
    """A file of the same folder with the content, and the mode of `file`; its name is none of an entry."""
    number, name = tempfile.mkstemp(prefix=".glossmith-", dir=file.parent)
    written = Path(name)
    try:
        with os.fdopen(number, "wb") as stream:
            stream.write(content)
            stream.flush()
            os.fsync(stream.fileno())
        written.chmod(file.stat().st_mode & 0o7777 if file.exists() else 0o666 & ~_umask())
        yield written
    finally:
        written.unlink(missing_ok=True)


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
