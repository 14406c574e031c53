"""The theme's search: glossary pages are added to whichever index the site's search plugin is about to write.

Material's index has a field `tags`, which its search ranks far above titles: the designations of a term go there. Even
so "token" finds tokenization first, for Material adds up every word that begins like the one typed. So its search
worker gets one of ours around it, which puts what is called exactly so at the top. MkDocs' own index knows titles and
texts only: there the names stand before the text.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from functools import partial
from html import escape
from typing import Any

from glossmith.model.page import SearchEntry

ACTIVE = re.compile(r"[<>]|&(?=#?\w+;)")
"""What would be markup: Material writes tags as HTML. All else stays, for what is escaped is not found as typed."""

Documents = tuple[list[dict[str, Any]], ...]
"""What each index of a site is to know of some pages."""


def _indexes(plugins: Mapping[str, Any]) -> Iterator[Any]:
    for plugin in plugins.values():
        if (index := getattr(plugin, "search_index", None)) is not None:
            yield index


@contextmanager
def untouched(plugins: Mapping[str, Any]) -> Iterator[None]:
    """Whatever is added to an index meanwhile, such as a sentinel page, is taken out again."""
    before = [
        (documents, len(documents)) for index in _indexes(plugins) if (documents := _documents(index)) is not None
    ]
    yield
    for documents, length in before:
        del documents[length:]


class Indexes:
    """The indexes that the site's search plugins are about to write, each with its way to note down a page."""

    def __init__(self, plugins: Mapping[str, Any]) -> None:
        found = ((index, _documents(index)) for index in _indexes(plugins))
        self._indexes = [
            (documents, _material if hasattr(index, "entries") else _plain)
            for index, documents in found
            if documents is not None
        ]

    @property
    def documents(self) -> Callable[[Iterable[SearchEntry]], Documents]:
        """Makes the documents of some entries, for each index; this may be done in any process."""
        return partial(_made, tuple(make for _, make in self._indexes))

    def replace(self, made: Iterable[Documents]) -> None:
        """Add all these documents, in place of all that an index knows of the same pages."""
        listed = list(made)
        for number, (documents, _) in enumerate(self._indexes):
            new = [document for each in listed for document in each[number]]
            pages = {document["location"].partition("#")[0] for document in new}
            documents[:] = [one for one in documents if one["location"].partition("#")[0] not in pages]
            documents.extend(new)


def _made(makers: Iterable[Callable[[SearchEntry], dict[str, Any]]], entries: Iterable[SearchEntry]) -> Documents:
    listed = list(entries)
    return tuple([make(entry) for entry in listed] for make in makers)


def _documents(index: Any) -> list[dict[str, Any]] | None:
    for name in ("entries", "_entries"):
        if isinstance(documents := getattr(index, name, None), list):
            return documents
    return None


def _material(entry: SearchEntry) -> dict[str, Any]:
    document: dict[str, Any] = {"location": entry.address, "title": escape(entry.title, quote=False)}
    document["text"] = "".join(f"<p>{escape(line, quote=False)}</p>" for line in entry.text.split("\n") if line)
    if entry.names:
        document["tags"] = [ACTIVE.sub(lambda found: escape(found[0]), name) for name in entry.names]
    return document


def _plain(entry: SearchEntry) -> dict[str, Any]:
    text = " ".join(entry.text.split())
    if len(entry.names) > 1:
        text = f"{' · '.join(entry.names[1:])} — {text}"
    return {"location": entry.address, "title": entry.title, "text": text}


WORKER = re.compile(r"(assets/javascripts/workers/)(search\.[0-9a-z]+\.min\.js)")
"""Material's search worker, as its pages and files name it."""

OUR_WORKER = "glossmith-search.js"


def worker_beside(sources: Iterable[str], script: bytes) -> dict[str, bytes]:
    """The worker that goes around Material's, by its path in the site; nothing where the theme has none."""
    found = (WORKER.fullmatch(source) for source in sources)
    return {name[1] + OUR_WORKER: script.replace(b"WORKER", name[2].encode()) for name in found if name}


def with_our_worker(html: str) -> str:
    """A page whose search asks our worker."""
    return WORKER.sub(rf"\g<1>{OUR_WORKER}", html)
