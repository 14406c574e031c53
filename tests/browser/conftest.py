"""This repository's own site in a real browser."""

from __future__ import annotations

import json
import os
import shutil
import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright

REPOSITORY = Path(__file__).parent.parent.parent
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
         "--disable-component-update", "--disable-sync", "--disable-dev-shm-usage"]  # fmt: skip
SECONDS = 30
"""How long a test waits for what must come; more than it takes on a machine that is busy."""
PREFIX = "/glossary/"

expect.set_options(timeout=SECONDS * 1000)


def _missing(reason: str) -> None:
    """In CI nothing may be skipped in silence."""
    if os.environ.get("CI"):
        pytest.fail(reason)
    pytest.skip(reason)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Debian's Chromium, or another that is installed."""
    path = next((found for name in BROWSERS if (found := shutil.which(name))), None)
    if path is None:
        _missing(f"no browser: none of {', '.join(BROWSERS)} is installed")
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=path, args=FLAGS)
        yield started
        started.close()


@pytest.fixture(scope="session")
def node_modules() -> Path:
    """The folder of the tools that come from npm."""
    folder = Path(__file__).parent / "node_modules"
    if not folder.is_dir():
        _missing("no axe-core and html-validate: run `npm ci` in tests/browser")
    return folder


@pytest.fixture(scope="session")
def axe(node_modules: Path) -> str:
    """The source of axe-core."""
    return (node_modules / "axe-core/axe.min.js").read_text("utf-8")


class Site:
    """A built site and the server that shows it, at `/glossary/` as on a real host."""

    def __init__(self, folder: Path, url: str) -> None:
        self.folder, self.url = folder, url

    @property
    def terms(self) -> list[dict[str, Any]]:
        terms: list[dict[str, Any]] = json.loads((self.folder / "terms.json").read_text("utf-8"))["terms"]
        return terms

    def first(self, kind: str) -> str:
        """The address of one page of a kind."""
        return next(f"{kind}/{path.parent.name}/" for path in sorted((self.folder / kind).glob("*/index.html")))

    def page_kinds(self) -> dict[str, str]:
        """One page of every kind, by its address; of terms the longest and the shortest."""
        terms = sorted((self.folder / "terms").glob("*/index.html"), key=lambda path: (path.stat().st_size, path))
        return {
            "home": "",
            "terms": "terms/",
            "long term": f"terms/{terms[-1].parent.name}/",
            "short term": f"terms/{terms[0].parent.name}/",
            **{kind: f"{kind}/" for kind in ("categories", "tags", "developers", "map")},
            "category": self.first("categories"),
            "tag": self.first("tags"),
            "organization": self.first("developers"),
            "name": self.first("names"),
            "by hand": "about/",
        }


class _Quiet(SimpleHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def log_message(self, *args: object) -> None:
        """Say nothing."""


@pytest.fixture(scope="session")
def serve() -> Iterator[Any]:
    """Serves folders on 127.0.0.1; gives the address of each."""
    servers = []

    def start(folder: Path) -> str:
        server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(folder)))
        server.daemon_threads = True
        threading.Thread(target=server.serve_forever, daemon=True).start()
        servers.append(server)
        return f"http://127.0.0.1:{server.server_address[1]}"

    yield start
    for server in servers:
        server.shutdown()
        server.server_close()


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory, run_mkdocs: Any, serve: Any) -> Site:
    """This repository's site."""
    folder = tmp_path_factory.mktemp("www")
    done = run_mkdocs(REPOSITORY, "build", "-d", str(folder / "glossary"))
    assert done.returncode == 0, done.stdout
    return Site(folder / "glossary", f"{serve(folder)}{PREFIX}")


class Visit:
    """A reader's window: a page, and what went wrong in it."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.complaints: list[str] = []
        page.set_default_timeout(SECONDS * 1000)
        page.on("console", lambda message: self._heard(message.type, message.text))
        page.on("pageerror", lambda error: self.complaints.append(f"exception: {error}"))
        page.on("requestfailed", lambda request: self._failed(request.url, str(request.failure)))
        page.on("request", lambda request: self._asked(request.url))
        page.on("response", lambda response: self._answered(response.status, response.url))

    def _heard(self, kind: str, text: str) -> None:
        if kind in {"error", "warning"}:
            self.complaints.append(f"console {kind}: {text}")

    def _asked(self, url: str) -> None:
        if not url.startswith(("http://127.0.0.1:", "data:", "blob:", "about:")):
            self.complaints.append(f"request to another host: {url}")

    def _failed(self, url: str, failure: str) -> None:
        if "ERR_ABORTED" not in failure:  # the reader went on before it was there
            self.complaints.append(f"request failed: {url}: {failure}")

    def _answered(self, status: int, url: str) -> None:
        # Material's instant navigation asks for the sitemap of an alternate language under the page itself
        if status >= 400:
            self.complaints.append(f"{status}: {url}")


@pytest.fixture
def open_window(browser: Browser) -> Iterator[Any]:
    """Opens windows, with the options of Playwright's contexts; at the end nothing may have gone wrong in them."""
    visits: list[tuple[BrowserContext, Visit]] = []

    def start(**options: Any) -> Page:
        context = browser.new_context(**({"viewport": {"width": 1440, "height": 900}} | options))
        visit = Visit(context.new_page())
        visits.append((context, visit))
        return visit.page

    yield start
    for context, _ in visits:
        context.close()
    assert [complaint for _, visit in visits for complaint in visit.complaints] == []


@pytest.fixture
def page(open_window: Any) -> Page:
    """A window on a large screen."""
    window: Page = open_window()
    return window
