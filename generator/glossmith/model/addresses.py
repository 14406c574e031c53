"""Where pages live: addresses and files of everything that is published."""

from __future__ import annotations

import posixpath
import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from urllib.parse import quote, unquote

FOLDERS = ("terms", "names", "letters", "categories", "tags", "developers", "map", "wanted")
"""The folders whose names a site may change with the setting `addresses`."""

LONGEST_SLUG = 160
"""Bytes; a file's name may have 255."""

PLAIN = re.compile(r"[A-Za-z0-9]+(?: +[A-Za-z0-9]+)*", re.ASCII)
"""Names of which nothing has to be spelled or left out."""

SPOKEN = str.maketrans({"+": " plus ", "#": " sharp ", "&": " and ", "@": " at ", "%": " percent "})


def target_of(folder: str, href: str) -> str:
    """The path to which a relative link leads from a folder, without its query and fragment."""
    return posixpath.normpath(posixpath.join(folder, unquote(re.split("[?#]", href, maxsplit=1)[0])))


@dataclass(frozen=True, slots=True)
class Location:
    """A page's place in the site: `address` as readers type it, `destination` as a file; not percent-encoded."""

    address: str
    destination: str


@dataclass(frozen=True, slots=True)
class Addresses:
    """Makes every location of a site from the settings `path` and `addresses`."""

    path: str = ""
    folders: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({name: name for name in FOLDERS}))
    use_directory_urls: bool = True

    def below(self, folder: str, stem: str) -> Location:
        """The location of one page of a folder: a term, a category, a letter."""
        return self._place(f"{self.path}{self.folders[folder]}/{stem}")

    def index(self, folder: str) -> Location:
        """The location of a folder's own page."""
        return self._place(self.path + self.folders[folder])

    def index_source(self, folder: str) -> str:
        """The name by which `nav:` and links know a folder's own page: `terms.md`."""
        return f"{self.path}{self.folders[folder]}.md"

    @property
    def home(self) -> Location:
        """The location of the glossary's first page."""
        return Location(self.path if self.use_directory_urls else f"{self.path}index.html", f"{self.path}index.html")

    @property
    def home_source(self) -> str:
        """The name by which `nav:` and links know the first page."""
        return f"{self.path}index.md"

    def old(self, written: str) -> Location:
        """The location of a `redirect_from`: an old id, or a path below the site's root."""
        path = written.strip("/")
        if "/" not in written:
            return self.below("terms", written)
        if path.endswith((".html", ".htm")):
            return Location(path, path)
        return Location(f"{path}/", f"{path}/index.html")

    def _place(self, path: str) -> Location:
        if self.use_directory_urls:
            return Location(f"{path}/", f"{path}/index.html")
        return Location(f"{path}.html", f"{path}.html")


def relative(origin: str, target: str) -> str:
    """The link from one address to another, percent-encoded; both relative to the site's root."""
    return "../" * origin.count("/") + quote(target) or "./"


def slug(text: str) -> str:
    """`text` as a part of an address: lower case, letters and digits of any script, words joined by `-`.

    A text of punctuation alone is spelled by code points, so that the result is never empty.
    """
    if len(text) <= LONGEST_SLUG and PLAIN.fullmatch(text):
        return "-".join(text.lower().split())
    plain = unicodedata.normalize("NFKC", text).casefold()
    spoken = unicodedata.normalize("NFC", plain.translate(SPOKEN))
    kept = (sign if sign == "_" or unicodedata.category(sign)[0] in "LMN" else " " for sign in spoken)
    words = "-".join("".join(kept).split()).encode()[:LONGEST_SLUG].decode(errors="ignore").strip("-_")
    return words or "-".join(f"u{ord(character):x}" for character in text.strip()[:10]) or "empty"


def slugs(texts: Iterable[str]) -> dict[str, str]:
    """A slug for each text, all different: those that clash are numbered in the order given."""
    result: dict[str, str] = {}
    taken: set[str] = set()
    for text in texts:
        stem = slug(text)
        number, candidate = 2, stem
        while candidate in taken:
            candidate, number = f"{stem}-{number}", number + 1
        taken.add(candidate)
        result[text] = candidate
    return result
