"""Real themes, rendered by MkDocs and cut into shells."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
import yaml
from mkdocs.commands.build import build
from mkdocs.config.base import load_config
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import File
from mkdocs.structure.toc import AnchorLink, TableOfContents

from glossmith.model.page import Heading, Page
from glossmith.model.shell import Shell
from glossmith.press import cut_shapes, sentinel_page
from glossmith.press.sentinels import STEM

SITE_URL = "https://example.org/x/"
ODD_THEME = Path(__file__).parent / "odd-theme"
MATERIAL = ["toc.follow", "navigation.tabs", "navigation.path", "navigation.top", "search.share", "announce.dismiss"]
THEMES: dict[str, dict[str, Any]] = {
    "material": {"name": "material", "features": [*MATERIAL, "content.action.edit", "content.action.view"]},
    "material-in-nav": {"name": "material", "features": MATERIAL, "palette": {"scheme": "slate"}},
    "material-integrated-in-nav": {"name": "material", "features": [*MATERIAL, "toc.integrate"]},
    "mkdocs": {"name": "mkdocs"},
    "mkdocs-deep-in-nav": {"name": "mkdocs", "navigation_depth": 3},
    "readthedocs": {"name": "readthedocs"},
    "readthedocs-in-nav": {"name": "readthedocs"},
    "odd": {"name": None, "custom_dir": str(ODD_THEME)},
}


@dataclass(frozen=True)
class Theme:
    """A theme of MkDocs, the shell cut from it, and what MkDocs itself makes of a page."""

    name: str
    shell: Shell
    render: Callable[[Page], str]
    sentinel: Callable[[bool], Page]


class _Bench(BasePlugin):  # type: ignore[no-untyped-call,type-arg]
    """Makes MkDocs render one page as it is given, and keeps the HTML."""

    def __init__(self, page: Page) -> None:
        self.page, self.html = page, ""

    def on_files(self, files, config):  # type: ignore[no-untyped-def]
        files.append(File.generated(config, _source(self.page), content="# x"))
        return files

    def on_page_content(self, html, page, config, files):  # type: ignore[no-untyped-def]
        if page.file.src_uri == "index.md":
            return html
        page.title, page.meta["description"] = self.page.title, self.page.description
        page.edit_url = f"https://example.org/edit/main/{self.page.edit_path}"
        top = AnchorLink(self.page.title, self.page.heading_id, 1)
        top.children = [_anchor(heading) for heading in self.page.headings]
        page.toc = TableOfContents([top])
        return self.page.body

    def on_post_page(self, output, page, config):  # type: ignore[no-untyped-def]
        if page.file.src_uri != "index.md":
            self.html = output
        return output


def _source(page: Page) -> str:
    return page.destination.replace("/index.html", ".md")


def _anchor(heading: Heading) -> AnchorLink:
    link = AnchorLink(heading.title, heading.id, heading.level)
    link.children = [_anchor(child) for child in heading.children]
    return link


def renderer(folder: Path, name: str) -> Callable[[Page], str]:
    """A function that has MkDocs render a page in that theme."""
    (folder / "docs").mkdir()
    (folder / "docs/index.md").write_text("# Home")
    settings: dict[str, Any] = {"site_name": "100% S", "site_url": SITE_URL, "repo_url": "https://github.com/a/b"}
    settings |= {"theme": THEMES[name], "plugins": ["search"]}
    (folder / "mkdocs.yml").write_text(yaml.safe_dump(settings))

    def render(page: Page) -> str:
        config = load_config(str(folder / "mkdocs.yml"))
        bench = _Bench(page)
        config.plugins["bench"] = bench
        config.nav = ["index.md", *([{"Section": [_source(page)]}] if name.endswith("in-nav") else [])]
        build(config)
        return bench.html

    return render


def sentinel(with_headings: bool) -> Page:
    return sentinel_page("term", f"terms/{STEM}/", f"terms/{STEM}/index.html", with_headings=with_headings)


@pytest.fixture(scope="package", params=THEMES)
def theme(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Theme:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("NO_MKDOCS_2_WARNING", "1")
        logging.getLogger("mkdocs").setLevel(logging.ERROR)
        render = renderer(tmp_path_factory.mktemp("site"), request.param)
        shell, messages = cut_shapes(render(sentinel(True)), render(sentinel(False)))
    assert not messages
    return Theme(request.param, shell, render, sentinel)
