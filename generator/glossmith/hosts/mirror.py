"""A mirror: copies of the texts of a site in a temporary folder, to try changes on."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from glossmith.model.edition import ENTRY_SUFFIXES, PAGE_SUFFIXES
from glossmith.model.settings import Settings

TEXTS = (*ENTRY_SUFFIXES, *PAGE_SUFFIXES)


@contextmanager
def mirror(settings: Settings) -> Iterator[Settings]:
    """The settings of a copy of the entries, vocabularies and hand-written pages, which ends with the context.

    Pictures and other files are not in it.
    """
    folders = (settings.root, settings.docs, settings.entries)
    top = Path(os.path.commonpath(folders))
    with tempfile.TemporaryDirectory(prefix="glossmith-") as temporary:
        root, docs, entries = (Path(temporary, folder.relative_to(top)) for folder in folders)
        root.mkdir(parents=True, exist_ok=True)
        for folder, copy in ((settings.docs, docs), (settings.entries, entries)):
            _copy(folder, copy)
        yield replace(settings, root=root, docs=docs, entries=entries)


def _copy(folder: Path, copy: Path) -> None:
    for parent, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if not name.startswith((".", "_"))]
        target = Path(copy, os.path.relpath(parent, folder))
        target.mkdir(parents=True, exist_ok=True)
        for name in names:
            file = Path(parent, name)
            if name.lower().endswith(TEXTS) and (file.is_file() or file.is_symlink()) and not (target / name).exists():
                shutil.copy2(file, target / name, follow_symlinks=False)
