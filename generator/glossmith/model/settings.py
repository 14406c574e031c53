"""What a site's settings come down to."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import unquote

from glossmith.model.addresses import Addresses


@dataclass(frozen=True, slots=True)
class Settings:
    """The settings of one glossary; folders are absolute, `root` is that of `mkdocs.yml`.

    `entries_in_docs` is where the entries lie as seen from the docs folder: empty, or a path that ends with `/`.
    `edit_url` is the address at which an entry is edited, with `{path}` for its path below the folder of entries;
    `with_wanted` says that the site has a page of what is wanted; `today` is an ISO date.
    """

    root: Path
    docs: Path
    entries: Path
    addresses: Addresses = field(default_factory=Addresses)
    templates: Path | None = None
    rules: Mapping[str, str] = field(default_factory=dict)
    allow_html: bool = False
    redirect_synonyms: bool = False
    workers: int | None = None
    with_drafts: bool = False
    with_wanted: bool = False
    site_name: str = ""
    site_url: str = ""
    edit_url: str = ""
    entries_in_docs: str = ""
    today: str = ""

    def seen_from_docs(self, source: str, href: str) -> str:
        """The file that `href` means in the entry `source`, as a path below the docs folder, or above with `../`."""
        docs = self.docs.as_posix()
        folder = posixpath.join(docs, self.entries_in_docs, posixpath.dirname(source))
        target = posixpath.normpath(posixpath.join(folder, unquote(re.split("[?#]", href, maxsplit=1)[0])))
        return target.removeprefix(f"{docs}/") if target.startswith(f"{docs}/") else posixpath.relpath(target, docs)
