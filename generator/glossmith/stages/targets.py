"""Targets: relative links and pictures of entries lead to files that are there."""

from __future__ import annotations

import os
import posixpath
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from pathlib import Path

from glossmith.model.edition import ENTRY_SUFFIXES
from glossmith.model.finding import Finding, Within, quoted
from glossmith.model.nearest import Lexicon
from glossmith.model.place import Text
from glossmith.model.prose import Typeset
from glossmith.model.settings import Settings
from glossmith.model.term import Term


def targets(term: Term, typesets: Mapping[str, Typeset], settings: Settings) -> Iterator[tuple[str, Within]]:
    """Every file that an entry links to or shows, by its path as seen from the docs folder, and where it says so."""
    written: list[tuple[str, Within]] = []
    if any(typeset.paths for typeset in typesets.values()):
        for key, text in term.prose():
            paths = typesets[key].paths if key in typesets else ()
            written += ((path.href, Within(text, path.start, path.end)) for path in paths)
    written += ((figure.src.value, _whole(figure.src)) for figure in term.figures if "://" not in figure.src.value)
    for href, within in written:
        yield settings.seen_from_docs(term.source, href), within


def linked_paths(typesets: Mapping[str, Typeset]) -> tuple[str, ...]:
    """The relative links in the texts of a term, without pictures."""
    return tuple(path.href for typeset in typesets.values() for path in typeset.paths if not path.is_image)


def _whole(text: Text) -> Within:
    return Within(text, 0, len(text.value))


def check_targets(terms: Iterable[tuple[Term, Mapping[str, Typeset]]], settings: Settings) -> Iterator[Finding]:
    """A finding for each target that is no file of the docs or of the entries."""
    shelf = _Shelf(settings)
    for term, typesets in terms:
        for target, within in targets(term, typesets, settings):
            file = settings.docs / target
            if not _is_inside(file, settings.docs) and not _is_inside(file, settings.entries):
                written = within.text.value[within.start : within.end]
                shown = quoted(written if written.startswith("/") else target)
                if shelf.leads_out(target):
                    message = f"{shown} leads out of the folder of the site"
                    yield Finding(
                        "missing-target", message, term.path, within.text.span, "copy the file here", within=within
                    )
                    continue
                message = f"there is no file {shown}"
                nearest = shelf.nearest(target)
                advice = "write a path relative to this file, inside the folder of the site"
                if nearest:
                    folder = posixpath.dirname(posixpath.join(settings.entries_in_docs, term.source))
                    advice = f"did you mean {quoted(posixpath.relpath(nearest, folder or '.'))}?"
                yield Finding("missing-target", message, term.path, within.text.span, advice, within=within)


class _Shelf:
    """The files of a site, looked through when something is missing among them."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings

    @cached_property
    def _files(self) -> tuple[str, ...]:
        """Every file, as seen from the docs folder."""
        docs = str(self._settings.docs)
        folders = dict.fromkeys((docs, *([str(self._settings.entries)] if self._settings.entries_in_docs else ())))
        found = (Path(above, name) for folder in folders for above, _, names in os.walk(folder) for name in names)
        seen = (os.path.relpath(file, docs).replace(os.sep, "/") for file in found)
        return tuple(sorted({path for path in seen if "/." not in f"/{path.replace('../', '')}"}))

    @cached_property
    def _by_name(self) -> dict[str, list[str]]:
        names: dict[str, list[str]] = {}
        for path in self._files:
            names.setdefault(posixpath.basename(path), []).append(path)
        return names

    @cached_property
    def _lexicons(self) -> tuple[Lexicon, Lexicon]:
        return Lexicon(self._files), Lexicon(self._by_name)

    def nearest(self, target: str) -> str | None:
        """The file that was meant: of that name in another folder, of nearly that path or name."""
        paths, names = self._lexicons
        name = posixpath.basename(target)
        return self._only(name) or paths.nearest(target) or self._only(names.nearest(name) or "")

    def leads_out(self, target: str) -> bool:
        """Whether it stands in the site, as a symbolic link to something elsewhere."""
        return target in self._files

    def _only(self, name: str) -> str | None:
        named = self._by_name.get(name, [])
        return named[0] if len(named) == 1 else None


def outer_targets(
    terms: Iterable[Term], typesets: Mapping[str, Mapping[str, Typeset]], settings: Settings
) -> dict[str, Path]:
    """The targets that lie beside entries outside the docs folder, other than entries, with the files themselves."""
    if not settings.entries_in_docs.startswith("../"):
        return {}
    found = (target for term in terms for target, _ in targets(term, typesets[term.id], settings))
    files = {target: settings.docs / target for target in found if not target.endswith(ENTRY_SUFFIXES)}
    return {target: file for target, file in files.items() if _is_inside(file, settings.entries)}


def _is_inside(file: Path, folder: Path) -> bool:
    try:
        real = os.path.realpath(file)
        return real.startswith(os.path.realpath(folder) + os.sep) and Path(real).is_file()
    except (OSError, ValueError):  # a name that is too long for the file system, or with a NUL
        return False
