"""The files of a site as they were in a revision of its repository."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory

from glossmith.hosts.configuration import ConfigurationError
from glossmith.hosts.settings_file import NAMES, settings_of
from glossmith.model.edition import ENTRY_SUFFIXES, PAGE_SUFFIXES
from glossmith.model.settings import Settings

READ = (*ENTRY_SUFFIXES, *PAGE_SUFFIXES)
"""Ends of the names of files that say what a glossary links; the rest of a repository may be large."""

PLAIN = b"100"
"""What the modes of plain files begin with, and those of links and submodules do not."""


@contextmanager
def settings_at(revision: str, settings: Settings, config_file: Path | None) -> Iterator[Settings]:
    """The settings of the site at that revision, whose files lie in a temporary folder meanwhile."""
    name = config_file.name if config_file else next(name for name in NAMES if (settings.root / name).is_file())
    with TemporaryDirectory(prefix="glossmith-") as folder:
        here = Path(folder).resolve()
        prefix = os.fsdecode(_git(settings.root, "rev-parse", "--show-prefix")).removesuffix("\n")
        _unpack(settings.root, _commit(settings.root, revision), here)
        file = here / prefix / name
        if not file.is_file():
            raise ConfigurationError(f"{revision}: there is no {prefix}{name} in that revision")
        yield _settings_of(file, revision, here)


def renamed_pages(revision: str, earlier: Settings, settings: Settings) -> dict[str, str]:
    """Files of the docs folder that git takes for renamed since that revision: their new names by the old ones."""
    commit = _commit(settings.root, revision)
    options = ("--find-renames", "--diff-filter=R", "--name-status", "-z")
    told = os.fsdecode(_git(settings.root, "-c", "diff.relative=false", "diff", *options, commit)).split("\0")
    up = os.fsdecode(_git(settings.root, "rev-parse", "--show-cdup")).removesuffix("\n")
    before, now = (Path(os.path.normpath(site.root / up)) for site in (earlier, settings))
    pairs = ((before / old, now / new) for old, new in zip(told[1::3], told[2::3], strict=False))
    names = {
        old.relative_to(earlier.docs).as_posix(): new.relative_to(settings.docs).as_posix()
        for old, new in pairs
        if old.is_relative_to(earlier.docs) and new.is_relative_to(settings.docs)
    }
    return {old: new for old, new in names.items() if old != new}


def _settings_of(file: Path, revision: str, here: Path) -> Settings:
    """The settings of a file below `here`; what is wrong with it is told of the revision, by its place in that."""
    try:
        settings = settings_of(file)
    except ConfigurationError as error:
        told = str(error).replace(str(here / "_")[:-1], "")
        raise ConfigurationError(f"in {revision}: {told}") from None
    for folder in (settings.docs, settings.entries):
        if not folder.is_relative_to(here):
            told = f"{folder} lies outside the revision; give its path from mkdocs.yml"
            raise ConfigurationError(f"in {revision}: {told}")
    return settings


def _unpack(root: Path, commit: str, folder: Path) -> None:
    """Write what a glossary is read from below `folder`, with all folders, empty where nothing else is in them.

    Plain files only: links are left out, as entries are not read through them. `git archive` would leave out more, as
    files may be marked `export-ignore`.
    """
    plain = []
    for listed in _git(root, "ls-tree", "-r", "-z", "--full-tree", commit).split(b"\0")[:-1]:
        kind, _, name = listed.partition(b"\t")
        path = PurePosixPath(os.fsdecode(name))
        if kind.startswith(PLAIN) and not path.is_absolute() and ".." not in path.parts:
            plain.append((kind.split()[-1], path))
    for above in {path.parent for _, path in plain}:
        (folder / above).mkdir(parents=True, exist_ok=True)
    _write(root, [(blob, folder / path) for blob, path in plain if path.name.lower().endswith(READ)])


def _write(root: Path, blobs: Sequence[tuple[bytes, Path]]) -> None:
    told = BytesIO(_git(root, "cat-file", "--batch", told=b"".join(blob + b"\n" for blob, _ in blobs)))
    for blob, file in blobs:
        *_, size = told.readline().split()
        if not size.isdigit():
            raise ConfigurationError(f"git: the object {blob.decode()} is {size.decode()}")
        file.write_bytes(told.read(int(size)))
        told.readline()


def _commit(root: Path, revision: str) -> str:
    told = _git(root, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")
    return told.decode().strip()


def _git(folder: Path, *arguments: str, told: bytes = b"") -> bytes:
    try:
        command = ["git", "-C", str(folder), *arguments]
        done = subprocess.run(command, input=told, check=True, capture_output=True, env=_surroundings())  # noqa: S603 -- no shell
        return done.stdout
    except FileNotFoundError:
        raise ConfigurationError("git is not installed, or not on the path") from None
    except subprocess.CalledProcessError as error:
        lines = error.stderr.decode(errors="replace").strip().splitlines()
        wanted = arguments[-1].removesuffix("^{commit}")
        raise ConfigurationError(f"git: {lines[0] if lines else f'there is no revision {wanted!r}'}") from None


def _surroundings() -> dict[str, str]:
    """The environment without a repository that is given alone, as git does for hooks of a further worktree.

    Whatever folder git works in is then the top of the worktree to it (`git help git`, at `GIT_WORK_TREE`).
    """
    given = dict(os.environ)
    if "GIT_WORK_TREE" not in given:
        given.pop("GIT_DIR", None)
    return given
