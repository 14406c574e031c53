"""The files of a site as they were in a revision of its repository."""

from __future__ import annotations

import subprocess
import tarfile
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory

from glossmith.hosts.configuration import ConfigurationError
from glossmith.hosts.settings_file import NAMES, settings_of
from glossmith.model.settings import Settings

READ = (".yml", ".yaml", ".md", ".markdown")
"""Ends of the names of files that say what a glossary links; the rest of a repository may be large."""


@contextmanager
def settings_at(revision: str, settings: Settings, config_file: Path | None) -> Iterator[Settings]:
    """The settings of the site at that revision, whose files lie in a temporary folder meanwhile."""
    name = config_file.name if config_file else next(name for name in NAMES if (settings.root / name).is_file())
    with TemporaryDirectory(prefix="glossmith-") as folder:
        here = Path(folder).resolve()
        prefix = _git(settings.root, "rev-parse", "--show-prefix").decode().strip()
        _unpack(_archive(settings.root, revision), here)
        file = here / prefix / name
        if not file.is_file():
            raise ConfigurationError(f"{revision}: there is no {prefix}{name} in that revision")
        yield _settings_of(file, revision, here)


def renamed_pages(revision: str, earlier: Settings, settings: Settings) -> dict[str, str]:
    """Files of the docs folder that git takes for renamed since that revision: their new names by the old ones."""
    commit = _commit(settings.root, revision)
    options = ("--relative", "--find-renames", "--diff-filter=R", "--name-status", "-z")
    told = _git(settings.root, "diff", *options, commit).decode(errors="replace").split("\0")
    pairs = ((earlier.root / old, settings.root / new) for old, new in zip(told[1::3], told[2::3], strict=False))
    names = {
        old.relative_to(earlier.docs).as_posix(): new.relative_to(settings.docs).as_posix()
        for old, new in pairs
        if old.is_relative_to(earlier.docs) and new.is_relative_to(settings.docs)
    }
    return {old: new for old, new in names.items() if old != new}


def _settings_of(file: Path, revision: str, here: Path) -> Settings:
    """The settings of a file below `here`; what is wrong with it is told of the revision, by its place in that."""
    try:
        return settings_of(file)
    except ConfigurationError as error:
        told = str(error).replace(str(here / "_")[:-1], "")
        raise ConfigurationError(f"in {revision}: {told}") from None


def _archive(root: Path, revision: str) -> bytes:
    commit = _commit(root, revision)
    top = Path(_git(root, "rev-parse", "--show-toplevel").decode().strip())
    names = _git(top, "ls-tree", "-r", "-z", "--name-only", commit).decode(errors="replace")
    kinds = sorted({PurePosixPath(name).suffix for name in names.split("\0") if name.lower().endswith(READ)})
    paths = (f":(top,glob)**/*{kind}" for kind in kinds)
    return _git(top, "archive", "--format=tar", commit, *paths) if kinds else b""


def _commit(root: Path, revision: str) -> str:
    told = _git(root, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")
    return told.decode().strip()


def _git(folder: Path, *arguments: str) -> bytes:
    try:
        command = ["git", "-C", str(folder), *arguments]
        return subprocess.run(command, check=True, capture_output=True).stdout  # noqa: S603 -- no shell
    except FileNotFoundError:
        raise ConfigurationError("git is not installed, or not on the path") from None
    except subprocess.CalledProcessError as error:
        told = error.stderr.decode(errors="replace").strip().splitlines()
        wanted = arguments[-1].removesuffix("^{commit}")
        raise ConfigurationError(f"git: {told[0] if told else f'there is no revision {wanted!r}'}") from None


def _unpack(archive: bytes, folder: Path) -> None:
    """Plain files only, below the folder: links are left out, as entries are not read through them."""
    if not archive:
        return
    with tarfile.open(fileobj=BytesIO(archive)) as tar:
        for member in tar:
            path = PurePosixPath(member.name)
            content = tar.extractfile(member) if member.isfile() and ".." not in path.parts else None
            if content is not None and not path.is_absolute():
                target = folder / path
                target.parent.mkdir(parents=True, exist_ok=True)
                target.write_bytes(content.read())
