"""What a site's settings come down to."""

from __future__ import annotations

import posixpath
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path

from glossmith.model.addresses import Addresses, target_of
from glossmith.model.finding import quoted
from glossmith.model.nearest import did_you_mean_one_of


class Extent(StrEnum):
    """Which mentions of a term become links: the first in each field, in each item of a field, on a page; all; none."""

    FIELD = "field"
    SECTION = "section"
    PAGE = "page"
    ALL = "all"
    NONE = "none"


def extent_said(linking: object) -> tuple[Extent | None, str, str]:
    """What the front matter of a page says of `linking`, `false` or a map with `mentions`.

    None is for a page that says no more than the site; if what is said cannot be used, why not, and advice.
    """
    other = next((key for key in linking if key != "mentions"), None) if isinstance(linking, Mapping) else None
    if other is not None:
        advice = did_you_mean_one_of(str(other), ["mentions"]) or "only `mentions` is known here"
        return None, f"`linking` has no field {quoted(str(other))}", advice
    chosen = linking.get("mentions") if isinstance(linking, Mapping) else linking
    if chosen is None or chosen is True:
        return None, "", ""
    word = "none" if chosen is False else str(chosen)
    if word in list(Extent):
        return Extent(word), "", ""
    advice = did_you_mean_one_of(word, list(Extent)) or f"choose one of {', '.join(Extent)}"
    return None, f"{quoted(word)} is no choice for `linking`", advice


@dataclass(frozen=True, slots=True)
class Linking:
    """The setting `linking`: its names are the attributes.

    `common_words` are names that link only where their entry asks for it, None the everyday words that glossmith lists,
    which are judged by the text around them; `more_common_words` are added, and `fewer_common_words` taken out.
    """

    mentions: Extent = Extent.FIELD
    common_words: tuple[str, ...] | None = None
    more_common_words: tuple[str, ...] = ()
    fewer_common_words: tuple[str, ...] = ()
    previews: bool = True


@dataclass(frozen=True, slots=True)
class Settings:
    """The settings of one glossary; folders are absolute, `root` is that of `mkdocs.yml`.

    `entries_in_docs` is where the entries lie as seen from the docs folder: empty, or a path that ends with `/`.
    `edit_url` is the address at which an entry is edited, with `{path}` for its path below the folder of entries;
    `with_wanted` says that the site has a page of what is wanted; `language` is that of the theme's own words; `today`
    is an ISO date.
    """

    root: Path
    docs: Path
    entries: Path
    addresses: Addresses = field(default_factory=Addresses)
    templates: Path | None = None
    rules: Mapping[str, str] = field(default_factory=dict)
    allow_html: bool = False
    linking: Linking = Linking()
    redirect_synonyms: bool = False
    workers: int | None = None
    with_drafts: bool = False
    with_wanted: bool = False
    site_name: str = ""
    language: str = "en"
    site_url: str = ""
    edit_url: str = ""
    entries_in_docs: str = ""
    today: str = ""

    @property
    def entries_in_nav(self) -> str:
        """The folder in which pages and `nav` see the entries: those outside the docs as if they stood in `path`."""
        return self.addresses.path if self.entries_in_docs.startswith("../") else self.entries_in_docs

    def seen_from_docs(self, source: str, href: str) -> str:
        """The file that `href` means in the entry `source`, as a path below the docs folder, or above with `../`."""
        docs = self.docs.as_posix()
        folder = posixpath.join(docs, self.entries_in_docs, posixpath.dirname(source))
        target = target_of(folder, href)
        return target.removeprefix(f"{docs}/") if target.startswith(f"{docs}/") else posixpath.relpath(target, docs)
