"""Render: a job of the plan becomes a page, through the templates."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from functools import lru_cache
from html import unescape
from types import SimpleNamespace

from jinja2 import Environment

from glossmith.model.edition import Edition
from glossmith.model.page import Heading, Page, SearchEntry, TemplateFault
from glossmith.model.plan import Job, Plan
from glossmith.stages import _index_pages, _list_pages, _map_page, _templating, _term_page, _wanted_page
from glossmith.stages._describing import breadcrumbs, keywords, opengraph, script
from glossmith.stages._scene import Content, Scene
from glossmith.stages._searching import search_entries
from glossmith.stages._unknown_words import unknown_words
from glossmith.stages._words import Words

HEADING_BEGINS = re.compile(r"<h([23])\b")
HEADING = re.compile(r"<h([23])\b[^>]*?\bid=\"([^\"]+)\"[^>]*>(.*)", re.DOTALL)
MARKUP = re.compile(r"<annotation\b.*?</annotation>|<[^>]*>", re.DOTALL)
HEADERLINK = '<a class="headerlink"'
TITLE_ID = "title"
FLAT = frozenset({"terms"})
"""Kinds of pages whose headings are no contents: the bar of letters is there already."""

MAKERS: Mapping[str, Callable[[Scene, str], Content]] = {
    "term": _term_page.term,
    "name": _list_pages.name,
    "letter": _list_pages.letter,
    "category": _list_pages.category,
    "tag": _list_pages.tag,
    "organization": _list_pages.organization,
    "home": _index_pages.home,
    "terms": _index_pages.terms,
    "categories": _index_pages.categories,
    "tags": _index_pages.tags,
    "developers": _index_pages.developers,
    "map": _map_page.map_page,
    "wanted": _wanted_page.wanted_page,
}
"""What gathers the content of each kind of page; its template has the same name."""


class Renderer:
    """Makes pages of one edition; `places` leads from files of the docs folder to their addresses."""

    def __init__(
        self,
        edition: Edition,
        plan: Plan,
        places: Mapping[str, str],
        templates: Environment | None = None,
        words: Words | None = None,
    ) -> None:
        self._templates = templates or _templating.environment(edition.settings.templates)
        self.scene = Scene(edition, plan, places, words or _templating.words(self._templates))

    def placed(self, places: Mapping[str, str]) -> Renderer:
        """The same for other places; what has been compiled is not compiled again."""
        return Renderer(self.scene.edition, self.scene.plan, places, self._templates, self.scene.words)

    def of(self, edition: Edition) -> Renderer:
        """The same for another state of the edition."""
        return Renderer(edition, self.scene.plan, self.scene.places, self._templates, self.scene.words)

    def render(self, job: Job) -> Page:
        """The page of a job."""
        return self._page(MAKERS[job.kind](self.scene, job.key))

    def search_entries(self, job: Job) -> tuple[SearchEntry, ...]:
        """What search is to know of the page of a job, without filling a template."""
        if job.kind != "term":
            return _searched(MAKERS[job.kind](self.scene, job.key))
        address = self.scene.settings.addresses.below("terms", job.key).address
        return search_entries(self.scene.edition.glossary.by_id[job.key], self.scene.edition, address, self.scene.words)

    def compile_templates(self) -> None:
        """Compile every template; `TemplateFault` for the first that cannot be."""
        try:
            _templating.compile_all(self._templates)
        except TemplateFault:
            _templating.compile_all(_templating.environment(self.scene.settings.templates, joined=False))
            raise

    def unknown_words(self) -> Iterator[str]:
        """What the site's own words say that no template uses, each with its place."""
        return unknown_words(self.scene.settings.templates)

    def _body(self, content: Content) -> str:
        try:
            return self._fill(self._templates, content)
        except Exception as error:
            raise self._located(error, content) from None

    def _located(self, error: Exception, content: Content) -> TemplateFault:
        """The fault as it shows in templates that have not been joined, which have their own lines."""
        try:
            self._fill(_templating.environment(self.scene.settings.templates, joined=False), content)
        except Exception as found:
            return _templating.fault(found)
        return _templating.fault(error)

    def _fill(self, templates: Environment, content: Content) -> str:
        return templates.get_template(f"{content.kind}.html").render(
            page=SimpleNamespace(heading_id=TITLE_ID, title=content.title, kind=content.kind),
            site=self.scene.site(self.scene.outlook(content.location.address)),
            words=self.scene.words,
            **content.variables,
        )

    def _page(self, content: Content) -> Page:
        address = content.location.address
        body = self._body(content)
        settings = self.scene.settings
        trail = [(self.scene.words["glossary"], settings.addresses.home.address), *content.trail]
        graph = [*content.graph, breadcrumbs(settings, [*trail, (content.title, address)])]
        kind = "article" if content.kind == "term" else "website"
        return Page(
            kind=content.kind,
            stem=content.stem,
            address=address,
            destination=content.location.destination,
            title=content.title,
            description=content.description,
            body=body,
            heading_id=TITLE_ID,
            head_title=content.head_title,
            headings=() if content.kind in FLAT else headings(body),
            head=keywords(content.keywords) + script(graph),
            opengraph=opengraph(settings, content.head_title or content.title, content.description, address, kind),
            edit_path=content.edit_path,
            search=_searched(content),
        )


def _searched(content: Content) -> tuple[SearchEntry, ...]:
    return content.search or (SearchEntry(content.location.address, content.title, content.description),)


def headings(body: str) -> tuple[Heading, ...]:
    """The headings of two levels that have ids, as a theme's table of contents lists them."""
    result: list[Heading] = []
    children: list[Heading] = []
    for heading in _headings(body):
        if heading.level == 2 or not result:
            _adopt(result, children)
            result.append(heading._replace(level=2))
        else:
            children.append(heading)
    _adopt(result, children)
    return tuple(result)


def _headings(body: str) -> Iterator[Heading]:
    for found in HEADING_BEGINS.finditer(body):
        end = body.find(f"</h{found[1]}>", found.start())
        if heading := _heading(body[found.start() : end]) if end >= 0 else None:
            yield heading


@lru_cache(maxsize=4096)
def _heading(html: str) -> Heading | None:
    """A heading without its end tag, if it has an id; most of them stand on many pages."""
    found = HEADING.match(html)
    if found is None:
        return None
    title = " ".join(_plain(found[3].partition(HEADERLINK)[0]).split())
    return Heading(unescape(found[2]), title, int(found[1]))


def _plain(html: str) -> str:
    text = MARKUP.sub("", html) if "<" in html else html
    return unescape(text) if "&" in text else text


def _adopt(headings: list[Heading], children: list[Heading]) -> None:
    """The last heading gets the children that were found below it."""
    if children:
        headings[-1] = headings[-1]._replace(children=tuple(children))
        children.clear()
