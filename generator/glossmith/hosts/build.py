"""One build: an edition on its way into a host's site. Knows files and addresses, but no particular host."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any
from urllib.parse import quote

from glossmith import pipeline
from glossmith.hosts.beginning import Unsettled, begin
from glossmith.hosts.configuration import extent_of
from glossmith.hosts.headstart import Headstart
from glossmith.hosts.publishing import Each, Errand, Note, Printer, Publisher, publish, redirects, synonym_redirects
from glossmith.model.addresses import Location
from glossmith.model.edition import ENTRY_SUFFIXES, Edition
from glossmith.model.finding import Finding, quoted
from glossmith.model.link import PageLink
from glossmith.model.page import Page, SearchEntry
from glossmith.model.plan import Job
from glossmith.model.shell import Shell
from glossmith.press.sitemap import complete_sitemap
from glossmith.press.writing import Writer, clashes

FOLDERS = {"term": "terms", "name": "names", "letter": "letters", "category": "categories", "tag": "tags",
           "organization": "developers"}  # fmt: skip
"""The folder in which the pages of each kind live."""

PARENTS = {**FOLDERS, "name": "terms", "letter": "terms"}
"""The page of the navigation that stands above those of each kind."""

ASSETS = "assets/glossmith"
RESERVED = ("404.html", "sitemap.xml", "sitemap.xml.gz", "search/search_index.json", f"{ASSETS}/glossmith.css",
            f"{ASSETS}/glossmith.js")  # fmt: skip
"""Files that every site may have, of which its source folder knows nothing."""


class Build:
    """What a host asks for, in the order in which it can be told: files, then places, then shells, then the site."""

    def __init__(self, edition: Edition) -> None:
        self.edition = edition
        self.settings = edition.settings
        self.plan = pipeline.plan(edition)
        self.renderer = pipeline.renderer(edition, self.plan, {})
        self._previews: Mapping[str, str] | None = None
        self.restart()

    def restart(self) -> None:
        """Be ready for another run of the host, in the same state and with the templates as they were."""
        self.renderer = self.renderer.of(self.edition)
        self.indexes = self._indexes()
        self.shells: Mapping[str, Shell] = {}
        self._pages: dict[str, Page] = {}
        self._page_links: dict[str, tuple[PageLink, ...]] = {}
        self._page_titles: dict[str, str] = {}
        self.headstart: Headstart | None = None

    def _indexes(self) -> dict[str, Job]:
        """The pages that the host renders itself, by the names under which its navigation knows them."""
        addresses = self.settings.addresses
        listed = {addresses.index_source(job.kind): job for job in self.plan.indexes()}
        return {addresses.home_source: Job("home"), **listed}

    def clashes(self, others: Mapping[str, str]) -> Iterator[Finding]:
        """Files of the glossary that would be written where another one is; `others` are the host's, with their names.

        An old address that is taken is the fault of whoever claims it; that of another term is a rule's affair.
        """
        reserved = (*RESERVED, *(f"{ASSETS}/{name}" for name in pipeline.preview_files(self.edition, self.plan)))
        owners = {**dict.fromkeys(reserved, "a file of the site"), **self._generated(others), **others}
        pages = [(self.location(job).destination, self._name_of(job)) for job in self.plan.jobs()]
        pages.append((self.table.destination, "the table of terms"))
        for one, other in clashes([*owners, *(destination for destination, _ in pages)]):
            named = [*owners.items(), *pages]
            first = next(name for destination, name in named if destination == one)
            last = next(name for destination, name in reversed(named) if destination == other)
            message = f"{quoted(first)} and {quoted(last)} would be the same file of the site, {quoted(other)}"
            advice = "rename one, or set `path` or `addresses`"
            place = last if last.endswith(ENTRY_SUFFIXES) else "mkdocs.yml"
            yield Finding("address-clash", message, place, help=advice)
        yield from self._taken({**owners, **dict(pages)})

    def _taken(self, owners: Mapping[str, str]) -> Iterator[Finding]:
        """Old addresses at which there is something else; of those that differ in case only, the first."""
        terms = {self.location(Job("term", term.id)).destination.casefold() for term in self.plan.terms}
        olds = {
            old.destination.casefold(): (old.destination, text, term)
            for term in reversed(self.plan.terms)
            for text in reversed(term.redirect_from)
            if (old := self.settings.addresses.old(text.value)).destination.casefold() not in terms
        }
        claimed = {destination: (text, term) for destination, text, term in olds.values()}
        for one, other in clashes([*owners, *claimed]) if claimed else ():
            destination, taken = (other, one) if other in claimed else (one, other)
            if destination in claimed:
                text, term = claimed[destination]
                message = f"{quoted(text.value)} is the address of {quoted(owners.get(taken, taken))}"
                yield Finding("redirect-clash", message, term.path, text.span, "remove it")

    def _generated(self, others: Iterable[str]) -> dict[str, str]:
        """The pages of whole folders, but for those that the host has of its own."""
        addresses = self.settings.addresses
        ours = {
            (addresses.home if job.kind == "home" else addresses.index(job.kind)).destination: source
            for source, job in self.indexes.items()
        }
        return {destination: source for destination, source in ours.items() if destination not in set(others)}

    def _name_of(self, job: Job) -> str:
        return self.edition.glossary.by_id[job.key].path if job.kind == "term" else f"the {job.kind} {job.key}"

    @property
    def table(self) -> Location:
        """Where the machine's table of contents is."""
        path = f"{self.settings.addresses.path}terms.json"
        return Location(path, path)

    def location(self, job: Job) -> Location:
        """Where the page of a job is."""
        groups = {
            "name": self.plan.names,
            "letter": self.plan.letters,
            "category": self.plan.categories,
            "tag": self.plan.tags,
            "organization": self.plan.organizations,
        }
        if job.kind == "term":
            return self.settings.addresses.below("terms", job.key)
        return groups[job.kind][job.key].location

    def entries(self) -> Iterator[tuple[str, str]]:
        """The file of each term that is shown, below the folder of entries, and the file that will be its page."""
        for term in self.plan.terms:
            yield term.source, self.settings.addresses.below("terms", term.id).destination

    def titles(self) -> dict[str, str]:
        """The title of each term that is shown, by the file that will be its page."""
        return {self.settings.addresses.below("terms", term.id).destination: term.title for term in self.plan.terms}

    def begin(self) -> None:
        """Begin to make pages of terms, in another process, while the host is busy with its files and its theme."""
        jobs = [Job("term", term.id) for term in self.plan.terms]
        self.headstart = begin(self.renderer.placed(Unsettled()).render, jobs, self.settings.site_url)

    def settle(self, places: Mapping[str, str]) -> None:
        """Take note of where the host puts its files: from their names in the docs folder to their addresses."""
        self.renderer = self.renderer.placed(places)

    def index_page(self, source: str) -> Page | None:
        """The page that the host renders under this name, if it is one of ours."""
        if source in self.indexes and source not in self._pages:
            self._pages[source] = self.renderer.render(self.indexes[source])
        return self._pages.get(source)

    def excuse(self, source: str, title: str, body: str) -> Page:
        """A page that says what keeps the one of this name from being made."""
        job, addresses = self.indexes[source], self.settings.addresses
        place = addresses.home if job.kind == "home" else addresses.index(job.kind)
        page = Page(job.kind, "", place.address, place.destination, title, "", body, "")
        self._pages[source] = page
        return page

    def link(self, html: str, source: str, address: str, chosen: object = None) -> str:
        """A hand-written page, or later a part, with its links; `chosen` is what its front matter says of `linking`."""
        extent = extent_of(source, chosen)
        linked, links = pipeline.link_page(self.renderer, html, source, address, extent)
        self._page_links.setdefault(source, links)
        return linked

    def call(self, source: str, title: str) -> None:
        """Take note of what the host calls a hand-written page: its navigation and other plugins have a say in that."""
        self._page_titles[source] = title

    def gather(self) -> None:
        """Let terms know which hand-written pages link to them, when all of these have been linked."""
        links = [link for listed in self._page_links.values() for link in listed]
        self.renderer = self.renderer.of(pipeline.backlinked(self.edition, links, self._page_titles))

    def kinds(self) -> list[str]:
        """The kinds of pages that need a shell."""
        return sorted({job.kind for job in self.plan.jobs()})

    @property
    def publisher(self) -> Publisher:
        """What makes whole pages."""
        return Publisher(self.renderer.render, self.shells, self.settings.site_url)

    def publish(self, site_dir: Path, each: Each, note: Note) -> list[Any]:
        """Write every page, redirect and export; what comes back is noted down for the search."""
        printer = Printer(self.publisher, Writer(site_dir), note, self._errands())
        return publish(printer, self.plan.jobs(), each, self.headstart, self._linked_from_pages())

    def _linked_from_pages(self) -> set[Job]:
        """The pages that say which hand-written ones link to them."""
        backlinks = self.renderer.scene.edition.backlinks
        return {Job("term", id_) for id_, links in backlinks.items() if links.pages}

    def publish_rest(self, site_dir: Path) -> None:
        """Write what is no page in a shell: redirects, the table of terms, and previews."""
        writer = Writer(site_dir)
        for errand in self._errands().values():
            errand(writer)

    def _errands(self) -> dict[str, Errand]:
        return {
            "table of terms": self._write_table,
            "redirects": self._write_redirects,
            "previews": self._write_previews,
        }

    def _write_table(self, writer: Writer) -> None:
        writer.write(self.table.destination, pipeline.table_of_terms(self.edition, self.plan))

    def _write_redirects(self, writer: Writer) -> None:
        for destination, html in redirects(self.plan, self.settings):
            writer.write(destination, html)
        for destination, html in synonym_redirects(self.plan, self.settings):
            file = writer.folder / destination
            if not file.exists() and not file.parent.is_file():  # what is there already is worth more
                writer.write(destination, html)

    def _write_previews(self, writer: Writer) -> None:
        if self._previews is None:
            self._previews = pipeline.previews(self.edition, self.plan)
        for name, content in self._previews.items():
            writer.write(f"{ASSETS}/{name}", content)

    def search_entries(self) -> list[SearchEntry]:
        """What search is to know of the pages that the host does not render, without making these."""
        return [entry for job in self.plan.jobs() for entry in self.renderer.search_entries(job)]

    def index_entries(self) -> list[SearchEntry]:
        """What search is to know of the pages of whole folders: what they are, not all that they list."""
        return [entry for page in self._pages.values() for entry in page.search]

    def by_destination(self) -> dict[str, Job]:
        """The jobs by the files that they would write."""
        return {self.location(job).destination: job for job in self.plan.jobs()}

    def sitemap(self, xml: str) -> str:
        """The host's sitemap with the pages of the glossary; unchanged where the site's address is not known."""
        if not self.settings.site_url:
            return xml
        added = []
        for job in self.plan.jobs():
            changed = pipeline.last_change(self.edition, job.key) if job.kind == "term" else ""
            added.append((self.settings.site_url + quote(self.location(job).address), changed or None))
        return complete_sitemap(xml, (), added)
