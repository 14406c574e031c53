"""The harbour: one small glossary with every kind of content, laid out in every way that a project may be."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from projects import Project
from websites import Webpage, Website

SOURCE = Path(__file__).parent / "harbour"
SITE_URL = "https://example.org/harbour/"


@dataclass(frozen=True)
class Layout:
    """Where entries lie, below which path their pages are, and whether the home page is hand-written."""

    entries: str
    path: str = ""
    own_home: bool = False

    @property
    def in_docs(self) -> str:
        """The folder of entries as hand-written pages name it."""
        return self.entries.removeprefix("docs").lstrip("/") if self.entries.startswith("docs") else self.path


LAYOUTS = {
    "beside": Layout("docs", own_home=True),
    "corner": Layout("docs/words", "glossary", own_home=True),
    "outside": Layout("words"),
    "outside-corner": Layout("words", "glossary", own_home=True),
}


class Harbour:
    """The harbour's project in a layout, a theme and a shape of addresses."""

    def __init__(self, project: Project, layout: Layout, theme: str, folders: bool) -> None:
        self.project, self.layout, self.theme, self.folders = project, layout, theme, folders
        self._write()

    def _write(self) -> None:
        layout, root = self.layout, self.project.root
        shutil.copytree(SOURCE / "entries", root / layout.entries, dirs_exist_ok=True)
        if not layout.entries.startswith("docs"):  # MkDocs publishes pictures of its own folder only
            shutil.copytree(SOURCE / "entries/images", root / "docs" / layout.in_docs / "images")
        up = lambda folder: f"../{folder}".rstrip("/")  # noqa: E731
        guide = (SOURCE / "guide/first-trip.md").read_text("utf-8")
        guide = guide.replace("ENTRIES", up(layout.in_docs)).replace("PATH", up(layout.path))
        self.project.write("docs/guide/first-trip.md", guide)
        if layout.own_home:
            self.project.write("docs/index.md", "# Welcome\n\nTo the harbour; mind your [[neaps]].\n")
        self.project.configure(self._settings(), **self._host_settings())

    def _settings(self) -> dict[str, Any]:
        settings = {"entries": self.layout.entries, "path": self.layout.path}
        return {name: value for name, value in settings.items() if value}

    def _host_settings(self) -> dict[str, Any]:
        below = f"{self.layout.path}/" if self.layout.path else ""
        theme: dict[str, Any] = {"name": self.theme}
        if self.theme == "material":
            theme |= {"font": False, "features": ["content.action.edit"]}
        else:
            theme |= {"highlightjs": False}  # which these two fetch from elsewhere
        in_docs = f"{self.layout.in_docs}/" if self.layout.in_docs else ""
        nav = [
            {"Home": "index.md"},
            {"Guide": [{"First trip": "guide/first-trip.md"}]},
            {"Words": [{"A–Z": f"{below}terms.md"}, {"Topics": f"{below}categories.md"},
                       {"The anchor": f"{in_docs}anchor.yml"}]},
        ]  # fmt: skip
        return {
            "site_name": "Harbour & Sea",
            "site_url": SITE_URL,
            "edit_uri": "https://example.org/source/edit/main/docs/",
            "use_directory_urls": self.folders,
            "theme": theme,
            "nav": nav,
        }

    @cached_property
    def site(self) -> Website:
        """The site, built strictly."""
        return self.project.built()

    def address(self, name: str) -> str:
        """The address below the site's root of a page of the glossary: `terms/anchor`, `terms`, or empty for home."""
        path = f"{self.layout.path}/" if self.layout.path else ""
        if not name:
            return path or ("" if self.folders else "index.html")
        return f"{path}{name}/" if self.folders else f"{path}{name}.html"

    def page(self, name: str) -> Webpage:
        return self.site.page(self.address(name))
