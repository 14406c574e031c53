"""The preview: pages are made when a browser asks for them, from what is in memory."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from html import escape
from typing import Any
from urllib.parse import quote

from glossmith.hosts.publishing import Publisher
from glossmith.model.page import TemplateFault
from glossmith.model.plan import Job

Application = Callable[[dict[str, Any], Callable[..., Any]], Iterable[bytes]]
Reload = Callable[[bytes], bytes]
"""Adds to a page what makes it reload when something changes."""


Complain = Callable[[str], None]
"""Says on the terminal what is wrong."""

FAULT = "A template is wrong"
EXCUSE = f"<h1>{FAULT}</h1><p>{{message}}</p><p>This page reloads when it is mended.</p>"
FAULTY_PAGE = f"""<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>{FAULT}</title></head><body>{{excuse}}</body></html>
"""


def excuse(fault: TemplateFault) -> str:
    """The HTML that is shown where a template fails."""
    return EXCUSE.format(message=escape(str(fault)))


class Preview:
    """Answers requests for glossary pages from the last good state; all others go on to the host's server."""

    def __init__(self) -> None:
        self._state: tuple[Publisher | None, Mapping[str, Job]] = None, {}

    def show(self, publisher: Publisher, jobs: Mapping[str, Job]) -> None:
        """From now on answer with this state; `jobs` are by destination."""
        self._state = publisher, jobs

    def wrap(self, application: Application, mount_path: str, reload: Reload, complain: Complain) -> Application:
        """The server's application with glossary pages in front of it."""

        def serve(environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
            path = environ["PATH_INFO"].encode("latin-1").decode("utf-8", "replace")
            inside = path.removeprefix(mount_path) if path.startswith(mount_path) else ""
            publisher, jobs = self._state  # at once, as another thread may show the next one meanwhile
            if f"{inside}/index.html" in jobs:
                start_response("302 Found", [("Location", f"{quote(path)}/")])
                return []
            try:
                html, status = _html(inside, publisher, jobs), "200 OK"
            except TemplateFault as fault:
                complain(str(fault))
                html, status = FAULTY_PAGE.format(excuse=excuse(fault)).encode(), "500 Internal Server Error"
            if html is None:
                return application(environ, start_response)
            content = reload(html)
            headers = [("Content-Type", "text/html; charset=utf-8"), ("Content-Length", str(len(content)))]
            start_response(status, headers)
            return [content]

        return serve


def _html(path: str, publisher: Publisher | None, jobs: Mapping[str, Job]) -> bytes | None:
    job = jobs.get(f"{path}index.html" if path.endswith("/") else path)
    return None if job is None or publisher is None else publisher.html(publisher.render(job))
