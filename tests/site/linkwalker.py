"""Walks every page of a site and follows what leads to another place of it."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import unquote, urljoin, urlsplit
from xml.etree import ElementTree as ET

from websites import Webpage, Website

ROOT = "http://site.invalid/"
CARRIERS = {
    "a": "href",
    "area": "href",
    "link": "href",
    "img": "src",
    "script": "src",
    "iframe": "src",
    "source": "src",
}
LOADED = {
    "img": "src",
    "script": "src",
    "iframe": "src",
    "source": "src",
    "video": "src",
    "audio": "src",
    "object": "data",
}
LOADING_RELATIONS = {"stylesheet", "icon", "preload", "modulepreload", "preconnect", "dns-prefetch", "manifest"}


def broken_links(site: Website, site_url: str = "") -> list[str]:
    """Every link to a file or heading that is not there, as `page: link`; `site_url` is the site itself."""
    anchors: dict[str, set[str]] = {}
    found = []
    for name in site.html_files():
        for link in _links(site.page(name)):
            target = urljoin(ROOT + name, link)
            if site_url and target.startswith(site_url):
                target = ROOT + target.removeprefix(site_url)
            if target.startswith(ROOT) and not _is_there(site, target, anchors):
                found.append(f"{name}: {link}")
    return found


def _links(page: Webpage) -> Iterator[str]:
    for element in page.tree.iter():
        for attribute in (CARRIERS.get(element.tag, ""), "xlink:href"):
            if link := element.get(attribute):
                yield link


def _is_there(site: Website, target: str, anchors: dict[str, set[str]]) -> bool:
    path, fragment = urlsplit(target).path, unquote(urlsplit(target).fragment)
    file = site.path(path)
    if file.is_dir():
        path, file = f"{path}/", file / "index.html"
    if not file.is_file():
        return False
    # `__skip`, `__drawer` and the like are the theme's own business; an empty fragment is the top of the page
    if not fragment or fragment.startswith("__") or file.suffix != ".html":
        return True
    if path not in anchors:
        anchors[path] = {id_ for one in site.page(path).tree.iter() if (id_ := one.get("id") or one.get("name"))}
    return fragment in anchors[path]


def foreign_requests(site: Website) -> list[str]:
    """Everything that a browser would fetch from another host to show a page, as `file: address`."""
    found = []
    for name in site.html_files():
        found += [f"{name}: {address}" for address in _fetched(site.page(name)) if _is_foreign(address)]
    for name in (name for name in site.files() if name.endswith(".css")):
        style = site.path(name).read_text("utf-8")
        addresses = [part.split(")")[0].strip("\"' ") for part in style.split("url(")[1:]]
        found += [f"{name}: {address}" for address in addresses if _is_foreign(address)]
    return found


def _fetched(page: Webpage) -> Iterator[str]:
    for element in page.tree.iter():
        yield from _fetched_by(element)


def _fetched_by(element: ET.Element) -> Iterator[str]:
    if address := element.get(LOADED.get(element.tag, "")):
        yield address
    if element.tag == "link" and LOADING_RELATIONS & set(element.get("rel", "").split()):
        yield element.get("href", "")
    yield from (part.split()[0] for part in element.get("srcset", "").split(",") if part.strip())


def _is_foreign(address: str) -> bool:
    return bool(urlsplit(address).netloc)
