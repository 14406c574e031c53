"""A built site as a test looks at it: pages as trees, by their addresses."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import cached_property
from html.parser import HTMLParser
from pathlib import Path
from typing import Any
from urllib.parse import unquote
from xml.etree import ElementTree as ET

VOID = frozenset(["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"])
RAW_TEXT = ("script", "style")


class _TreeMaker(HTMLParser):
    """Makes a tree of forgiving HTML: an end tag closes all that is open inside its element."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.maker = ET.TreeBuilder()
        self.maker.start("document", {})
        self.open = ["document"]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.maker.start(tag, {name: value or "" for name, value in attrs if ":" not in name or tag != "svg"})
        if tag in VOID:
            self.maker.end(tag)
        else:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.maker.start(tag, {name: value or "" for name, value in attrs})
        self.maker.end(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag in self.open:
            while (last := self.open.pop()) != tag:
                self.maker.end(last)
            self.maker.end(tag)

    def handle_data(self, data: str) -> None:
        self.maker.data(data)

    def tree(self) -> ET.Element:
        while self.open:
            self.maker.end(self.open.pop())
        return self.maker.close()


class Webpage:
    """One HTML page; `find` and `find_all` take the XPath of ElementTree, without the leading `.//`."""

    def __init__(self, html: str) -> None:
        self.html = html

    @cached_property
    def tree(self) -> ET.Element:
        maker = _TreeMaker()
        maker.feed(self.html)
        maker.close()
        return maker.tree()

    def find_all(self, path: str) -> list[ET.Element]:
        return self.tree.findall(f".//{path}")

    def find(self, path: str) -> ET.Element:
        found = self.find_all(path)
        assert len(found) == 1, f"{path} is there {len(found)} times"
        return found[0]

    def meta(self, name: str) -> list[str]:
        """The contents of `meta` elements, by name or property."""
        return [
            one.get("content", "") for one in self.find_all("meta") if name in (one.get("name"), one.get("property"))
        ]

    @property
    def canonical(self) -> list[str]:
        return [one.get("href", "") for one in self.find_all("link") if one.get("rel") == "canonical"]

    @property
    def title(self) -> str:
        return text(self.find("head/title"))

    def headings(self, level: int = 2) -> list[str]:
        return [text(heading) for heading in self.find_all(f"h{level}")]

    def part(self, id_: str) -> ET.Element:
        return self.find(f"*[@id='{id_}']")

    def by_class(self, name: str) -> list[ET.Element]:
        return [one for one in self.find_all("*") if name in one.get("class", "").split()]

    def links(self, within: ET.Element | None = None) -> dict[str, str]:
        """The texts of links and where they lead."""
        tree = self.tree if within is None else within
        return {text(link): link.get("href", "") for link in tree.iter("a") if link.get("href")}

    def json_ld(self) -> dict[str, dict[str, Any]]:
        """The things that the page describes to search engines, by type."""
        graphs = [json.loads(one.text or "") for one in self.find_all("script[@type='application/ld+json']")]
        return {thing["@type"]: thing for graph in graphs for thing in graph["@graph"]}


class Website:
    """The files of a site."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._pages: dict[str, Webpage] = {}

    def path(self, address: str) -> Path:
        """The file that answers for an address, as a plain web server would find it."""
        name = unquote(address).lstrip("/")
        return self.folder / (f"{name}index.html" if name.endswith("/") or not name else name)

    def page(self, address: str) -> Webpage:
        if address not in self._pages:
            self._pages[address] = Webpage(self.path(address).read_text("utf-8"))
        return self._pages[address]

    def has(self, address: str) -> bool:
        return self.path(address).is_file()

    def files(self) -> list[str]:
        return sorted(path.relative_to(self.folder).as_posix() for path in self.folder.rglob("*") if path.is_file())

    def html_files(self) -> Iterator[str]:
        """Every page but those of errors, which are served at any address."""
        yield from (name for name in self.files() if name.endswith(".html") and name != "404.html")

    def json(self, address: str) -> Any:
        return json.loads(self.path(address).read_text("utf-8"))

    def search_entries(self) -> list[dict[str, Any]]:
        entries: list[dict[str, Any]] = self.json("search/search_index.json")["docs"]
        return entries


def text(element: ET.Element) -> str:
    """The text of an element, its white space as a browser shows it."""
    return " ".join("".join(element.itertext()).split())
