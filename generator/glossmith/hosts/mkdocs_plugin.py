"""The MkDocs plugin: the one place that knows MkDocs. It translates events into calls and nothing more."""

from __future__ import annotations

import gc
import logging
import os
import re
from collections.abc import Iterator
from dataclasses import replace
from html import escape, unescape
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal
from urllib.parse import unquote

import click
import jinja2
from mkdocs.commands.build import get_context
from mkdocs.config import config_options as options
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin, event_priority, get_plugin_logger
from mkdocs.structure.files import File, Files, InclusionLevel, set_exclusions
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page as HostPage
from mkdocs.structure.toc import AnchorLink, TableOfContents
from mkdocs.theme import Theme

from glossmith import pipeline
from glossmith.hosts import search
from glossmith.hosts.build import ASSETS, FOLDERS, PARENTS, Build
from glossmith.hosts.configuration import ConfigurationError, configure
from glossmith.hosts.crew import Crew
from glossmith.hosts.history import last_commits
from glossmith.hosts.navigation import named_sources, spoken, spoken_headings
from glossmith.hosts.preview import FAULT, Preview, Reload, excuse
from glossmith.hosts.schema import keep_fresh
from glossmith.model.edition import ENTRY_SUFFIXES, Edition
from glossmith.model.finding import Finding, Severity
from glossmith.model.page import Heading, Page, TemplateFault
from glossmith.model.settings import Settings
from glossmith.model.shell import Shell, ShellError
from glossmith.press.completing import complete
from glossmith.press.cutting import cut_shapes
from glossmith.press.escaping import write_label
from glossmith.press.sentinels import EDIT_PATH, STEM, sentinel_page
from glossmith.press.writing import DestinationError
from glossmith.report.plain import plain

if TYPE_CHECKING:
    from mkdocs.livereload import LiveReloadServer

log = get_plugin_logger("glossmith")

LEVELS = {Severity.ERROR: logging.ERROR, Severity.WARNING: logging.WARNING, Severity.HINT: logging.DEBUG}

HANDWRITING = "glossmith.hosts.handwriting"


class GlossmithConfig(Config):  # type: ignore[no-untyped-call]
    """The settings that `mkdocs.yml` may give; `hosts.configuration` judges their values."""

    entries = options.Optional(options.Type(str))
    path = options.Type(str, default="")
    addresses = options.Type(dict, default={})
    templates = options.Optional(options.Type(str))
    rules = options.Type(dict, default={})
    allow_html = options.Type(bool, default=False)
    redirect_synonyms = options.Type(bool, default=False)
    linking = options.Type(dict, default={})
    workers = options.Optional(options.Type(int))


class EntryFile(File):
    """An entry as MkDocs sees it: links to its YAML file lead to its page, and nothing is copied."""

    def copy_file(self, dirty: bool = False) -> None:
        """The press writes the page."""


class GlossmithPlugin(BasePlugin[GlossmithConfig]):  # type: ignore[no-untyped-call]
    """Publishes the YAML entries of a site as a glossary."""

    build: Build
    nav: Navigation
    uri_of: dict[str, str]
    """What entries call their files and each other, and what MkDocs calls these."""

    def __init__(self) -> None:
        self.memory = pipeline.Memory()
        self.last_good: Build | None = None
        self.is_broken = False
        self.preview: Preview | None = None

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:  # noqa: ARG002
        """See whether this is a preview that reloads; this event also makes the plugin live through rebuilds."""
        context = click.get_current_context(silent=True)
        reloads = context is None or context.params.get("livereload") is not False
        self.preview = Preview() if command == "serve" and reloads else None
        if command != "serve":
            gc.disable()  # a build makes millions of objects that live to its end: not worth looking through

    @event_priority(-100)
    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Read everything; errors stop the build here, while the last good site is still there.

        Last of all plugins, for some change what counts here: Material's `offline` does without directory URLs.
        """
        settings = self._settings(config)
        memory = self.memory if self.preview else None
        shown = Severity.HINT if log.isEnabledFor(logging.DEBUG) else Severity.WARNING
        crew = Crew(settings.workers)
        edition, judgement = pipeline.read_unjudged(settings, memory, crew.each, shown)
        judged = crew.beside(judgement, len(edition.glossary.terms))
        if self.preview is not None:
            refresh_schema(edition)
        is_whole = self._begin(pipeline.dated(edition, last_commits(settings.entries, settings.root)))
        others = {file.dest_uri: file.src_uri for file in self._other_files(config) if self._is_published(file, config)}
        clashes = pipeline.judged(settings, self.build.clashes(others))
        findings = tuple(sorted((*judged(), *clashes), key=lambda finding: finding.order))
        report(findings)
        self._stop_for_errors(sum(finding.severity is Severity.ERROR for finding in findings), is_whole=is_whole)
        if self.preview is None and crew.is_worth_it(len(edition.glossary.terms)):
            self.build.begin()
        config.extra_css.insert(0, f"{ASSETS}/glossmith.css")
        config.extra_javascript.append(f"{ASSETS}/glossmith.js")
        if settings.linking.previews:
            config.extra_javascript.append(f"{ASSETS}/{pipeline.PREVIEW_SCRIPT}")
        if HANDWRITING not in config.markdown_extensions:
            config.markdown_extensions.append(HANDWRITING)
        if not config.site_url:
            log.info("Without `site_url`, pages have no canonical address and are not in the sitemap.")
        return config

    def _begin(self, edition: Edition) -> bool:
        """Begin a build, and say whether its templates can be used; the preview has earlier ones."""
        try:
            build = Build(edition)
            build.renderer.compile_templates()
            for told in build.renderer.unknown_words():
                log.warning(told.removeprefix(f"{edition.settings.root}{os.sep}"))
        except TemplateFault as error:
            message = str(error).removeprefix(f"{edition.settings.root}{os.sep}")
            if self.preview is None or self.last_good is None:
                raise PluginError(f"glossmith: {message}") from None
            log.error(message)
            self.build = self.last_good
            return False
        self.build = build
        return True

    def _stop_for_errors(self, errors: int, *, is_whole: bool) -> None:
        if errors and self.preview is None:
            found = "1 error" if errors == 1 else f"{errors} errors"
            raise PluginError(f"glossmith: {found} in the glossary; nothing was written")
        if not errors and is_whole:
            self.last_good = self.build
            if self.is_broken:
                log.info("The errors are mended.")
        elif self.last_good is not None:
            log.warning("The preview shows the last good state until the errors are mended.")
            self.build = self.last_good
            self.build.restart()
        self.is_broken = errors > 0 or not is_whole

    def _settings(self, config: MkDocsConfig) -> Settings:
        root = Path(config.config_file_path or "mkdocs.yml").resolve().parent
        try:
            settings = configure(
                dict(self.config),
                root,
                Path(config.docs_dir).resolve(),
                use_directory_urls=config.use_directory_urls,
                with_drafts=self.preview is not None,
                site_name=config.site_name or "",
                language=language_of(config.theme),
                site_url=f"{config.site_url.rstrip('/')}/" if config.site_url else "",
            )
        except ConfigurationError as error:
            raise PluginError(f"glossmith: {error}") from None
        file = sentinel_file(config, EDIT_PATH, settings)
        edit_url = HostPage(None, file, config).edit_url or ""
        with_wanted = settings.addresses.index_source("wanted") in named_sources(config.nav)
        return replace(settings, edit_url=edit_url.replace(EDIT_PATH, "{path}"), with_wanted=with_wanted)

    def _is_entry(self, source: str) -> bool:
        return source.lower().endswith(ENTRY_SUFFIXES) and source.startswith(self.build.settings.entries_in_docs)

    def _other_files(self, config: MkDocsConfig) -> Iterator[File]:
        """The files of the docs folder that are no entries; to make MkDocs' object for each of those takes long."""
        for folder, folders, names in os.walk(config.docs_dir, followlinks=True):
            folders.sort()
            above = Path(os.path.relpath(folder, config.docs_dir)).as_posix()
            prefix = "" if above == "." else f"{above}/"
            for source in (prefix + name for name in sorted(names)):
                if not self._is_entry(source):
                    yield File(source, config.docs_dir, config.site_dir, config.use_directory_urls)

    def _is_published(self, file: File, config: MkDocsConfig) -> bool:
        """Whether MkDocs, which does not look before `on_files` is over, will find that a file is to be published."""
        set_exclusions([file], config)
        return file.inclusion not in self._hidden

    @property
    def _hidden(self) -> set[InclusionLevel]:
        """How much files are in the site that are not published."""
        return {InclusionLevel.EXCLUDED, InclusionLevel.DRAFT} if self.preview is None else {InclusionLevel.EXCLUDED}

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Entries stand for their pages; vocabularies and drafts go; pages of whole folders come."""
        for file in [file for file in files if self._is_entry(file.src_uri)]:
            files.remove(file)
        settings = self.build.settings
        self.uri_of = {}
        for source, destination in self.build.entries():
            files.append(entry_file(settings.entries_in_nav + source, destination, config))
        listed = InclusionLevel.INCLUDED if config.nav is None else InclusionLevel.NOT_IN_NAV
        pages = [File.generated(config, source, content="", inclusion=listed) for source in self.build.indexes]
        uris = {uri for page in pages for uri in (page.src_uri, page.dest_uri)}
        theirs = [file for file in files if not uris.isdisjoint((file.src_uri, file.dest_uri))]
        taken = {uri for file in theirs if self._is_published(file, config) for uri in (file.src_uri, file.dest_uri)}
        for page in pages:
            if not taken.isdisjoint((page.src_uri, page.dest_uri)):
                del self.build.indexes[page.src_uri]
                continue
            if excluded := files.get_file_from_path(page.src_uri):
                files.remove(excluded)
            files.append(page)
        for name in ("glossmith.css", "glossmith.js"):
            files.append(File.generated(config, f"{ASSETS}/{name}", content=pipeline.asset(settings, name)))
        script = pipeline.asset(settings, search.OUR_WORKER)
        for uri, worker in search.worker_beside([file.src_uri for file in files], script).items():
            files.append(File.generated(config, uri, content=worker))
        for target, absolute in pipeline.outside_files(self.build.edition).items():
            uri = settings.addresses.path + target.removeprefix(settings.entries_in_docs)
            files.append(File.generated(config, uri, abs_src_path=str(absolute)))
            self.uri_of[target] = uri
        for source, _ in self.build.entries():
            self.uri_of[settings.entries_in_docs + source] = settings.entries_in_nav + source
        return files

    @event_priority(-100)
    def on_nav(self, nav: Navigation, *, config: MkDocsConfig, files: Files) -> Navigation:  # noqa: ARG002
        """Keep the navigation, which shells are made with, and where files are when no plugin moves them any more."""
        self.nav = nav
        hidden = self._hidden
        places = {file.src_uri: address_of(file.url) for file in files if file.inclusion not in hidden}
        kept = {source: places[uri] for source, uri in self.uri_of.items() if uri in places}
        self.build.settle(places | kept)
        titles = self.build.titles()
        for page in nav.pages:
            if page.title is None and isinstance(page.file, EntryFile):
                page.title = write_label(titles[page.file.dest_uri])  # which themes print as it is
        return nav

    def on_page_markdown(self, markdown: str, *, page: HostPage, config: MkDocsConfig, files: Files) -> str:  # noqa: ARG002
        """Give a generated page its title and description."""
        try:
            made = self.build.index_page(page.file.src_uri)
        except TemplateFault as fault:
            if self.preview is None:
                raise PluginError(f"glossmith: {fault}") from None
            log.error(str(fault))
            made = self.build.excuse(page.file.src_uri, FAULT, excuse(fault))
        if made:
            page.meta["title"] = made.title
            page.meta["description"] = escape(made.description)
        return markdown

    def on_page_content(self, html: str, *, page: HostPage, config: MkDocsConfig, files: Files) -> str:  # noqa: ARG002
        """Give a generated page its body, and a hand-written one its links to terms."""
        if made := self.build.index_page(page.file.src_uri):
            page.toc = contents(made)
            page.present_anchor_ids = set(re.findall(r'\sid="([^"]+)"', made.body))
            return made.body
        self._name(page)
        return self._linked(html, page, address_of(page.url))

    def _linked(self, html: str, page: HostPage, address: str) -> str:
        """The HTML of a hand-written page with its links to terms, as it stands at this address."""
        source = page.file.src_uri
        html = spoken_headings(html, self.build.edition.glossary)
        try:
            return self.build.link(html, source, address, page.meta.get("linking"))
        except ConfigurationError as error:
            surveyed = self.build.edition.handwritten.get(source)
            if surveyed is None or not surveyed.findings:  # a plugin may have changed what the file says
                log.warning(str(error))
            return self.build.link(html, source, address)

    def _name(self, page: HostPage) -> None:
        """Put names for references in the title and headings of a hand-written page, and take note of its title."""
        title = str(page.title or "")
        if "[[" in title:
            page.title = spoken(title, self.build.edition.glossary)
        self._name_headings(page.toc)
        self.build.call(page.file.src_uri, unescape(str(page.title or "")))

    def _name_headings(self, toc: TableOfContents) -> None:
        anchors = list(toc)
        while anchors:
            anchor = anchors.pop()
            anchor.title = spoken(anchor.title, self.build.edition.glossary)
            anchors += anchor.children

    @event_priority(-150)
    def on_page_context(
        self,
        context: Any,
        *,
        page: HostPage,
        config: MkDocsConfig,  # noqa: ARG002
        nav: Navigation,  # noqa: ARG002
    ) -> Any:
        """Link the beginnings of posts, which Material's blog makes anew for each of its lists.

        A first page of ours is called like the site, which Material would say twice if it were told a title.
        """
        if page.is_homepage and self.build.index_page(page.file.src_uri):
            page.title = page.title  # what was found in the title that is removed
            page.meta.pop("title", None)
        for excerpt in context.get("posts") or ():
            if isinstance(excerpt, HostPage) and hasattr(excerpt, "post") and excerpt.content:
                excerpt.content = self._linked(excerpt.content, excerpt, address_of(page.url))
                self._name_headings(excerpt.toc)
        return context

    def on_post_page(self, output: str, *, page: HostPage, config: MkDocsConfig) -> str:  # noqa: ARG002
        """Give every page our search, and a generated one what search engines are told of it."""
        output = search.with_our_worker(output)
        if made := self.build.index_page(page.file.src_uri):
            return complete(output, made, self.build.settings.site_url)
        return output

    @event_priority(-100)
    def on_env(self, env: jinja2.Environment, *, config: MkDocsConfig, files: Files) -> jinja2.Environment:
        """Let the theme render a sentinel page of each kind and shape, and cut shells from the results."""
        with search.untouched(config.plugins):
            shells = {kind: self._shell(kind, env, config, files) for kind in self.build.kinds()}
        self.build.shells = {kind: shell for kind, (shell, _) in shells.items()}
        kinds: dict[str, list[str]] = {}
        for kind, (_, messages) in shells.items():
            for message in messages:
                kinds.setdefault(message, []).append(kind)
        for message, named in kinds.items():
            log.warning(f"{message} (pages of the kinds: {', '.join(named)})")
        return env

    def _shell(
        self, kind: str, env: jinja2.Environment, config: MkDocsConfig, files: Files
    ) -> tuple[Shell, tuple[str, ...]]:
        location = self.build.settings.addresses.below(FOLDERS[kind], STEM)
        index = files.get_file_from_path(self.build.settings.addresses.index_source(PARENTS[kind]))
        htmls = []
        for with_headings in (True, False):
            made = sentinel_page(kind, location.address, location.destination, with_headings=with_headings)
            page = sentinel(made, config, self.build.settings)
            page.parent = index.page if index else None  # type: ignore[assignment]
            htmls.append(self._themed(page, env, config, files))
        try:
            return cut_shapes(htmls[0], htmls[1])
        except ShellError as error:
            raise PluginError(f"glossmith: the theme cannot be used: {error}") from None

    def _themed(self, page: HostPage, env: jinja2.Environment, config: MkDocsConfig, files: Files) -> str:
        """A page as `mkdocs build` would write it, with all that other plugins do to it."""
        page.active = True
        try:
            context: Any = get_context(self.nav, files, config, page)
            context = config.plugins.on_page_context(context, page=page, config=config, nav=self.nav)
            output = env.get_template(page.meta.get("template", "main.html")).render(context)
            return str(config.plugins.on_post_page(output, page=page, config=config))
        finally:
            page.active = False

    def on_post_template(self, output_content: str, *, template_name: str, config: MkDocsConfig) -> str:  # noqa: ARG002
        """Put the pages of the glossary into the sitemap, before MkDocs packs it; pages such as 404 get our search."""
        if template_name == "sitemap.xml":
            return self.build.sitemap(output_content)
        return search.with_our_worker(output_content) if template_name.endswith(".html") else output_content

    @event_priority(50)
    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Write the pages, or have them ready in the preview; then tell the search, which writes its index next."""
        site_dir = Path(config.site_dir)
        self.build.gather()
        indexes = search.Indexes(config.plugins)
        try:
            if self.preview is None:
                made = self.build.publish(site_dir, Crew(self.build.settings.workers).each, indexes.documents)
            else:
                self.preview.show(self.build.publisher, self.build.by_destination())
                self._publish_rest(site_dir)
                made = [indexes.documents(self.build.search_entries())]
        except (DestinationError, TemplateFault) as error:
            raise PluginError(f"glossmith: {error}") from None
        indexes.replace([indexes.documents(self.build.index_entries()), *made])
        if self.preview is None:
            gc.freeze()  # the end of the process need not look through them either

    def _publish_rest(self, site_dir: Path) -> None:
        """A fault in a template, which stops a build, is only told in the preview: no request could be answered."""
        try:
            self.build.publish_rest(site_dir)
        except TemplateFault as fault:
            log.error(str(fault))

    def on_build_error(self, *, error: Exception) -> None:  # noqa: ARG002
        """Let no process wait for the rest of a build that has failed; the program that built may go on."""
        build: Build | None = getattr(self, "build", None)
        if build is not None and build.headstart is not None:
            build.headstart.abandon()

    def on_serve(self, server: LiveReloadServer, *, config: MkDocsConfig, builder: Any) -> LiveReloadServer:  # noqa: ARG002
        """Answer for the pages of the glossary, and watch the entries and templates too."""
        if self.preview is not None:
            server.set_app(self.preview.wrap(server.serve_request, server.mount_path, reloading(server), log.error))
        settings = self.build.settings
        for folder in (settings.entries, settings.templates):
            if folder is not None:
                server.watch(str(folder))
        return server


def refresh_schema(edition: Edition) -> None:
    """Keep the editors' schema fresh, where `glossmith init-editor` has made one."""
    try:
        keep_fresh(edition)
    except ConfigurationError as error:
        log.warning(str(error))


def reloading(server: LiveReloadServer) -> Reload:
    """Adds the server's reload script to a page; it has no public way to do so."""
    return lambda html: bytes(server._inject_js_into_html(html, server._visible_epoch))  # type: ignore[no-untyped-call] # noqa: SLF001


def report(findings: tuple[Finding, ...]) -> None:
    """Log findings; a strict build counts the warnings."""
    for severity, line in plain(findings):
        log.log(LEVELS[severity], line)


def language_of(theme: Theme) -> str:
    """The language of a theme's own words: Material calls it so, and MkDocs' own themes have a locale."""
    return str(theme.get("language") or theme.get("locale") or "en").replace("_", "-")


def address_of(url: str) -> str:
    """The address of what MkDocs has at a URL below the site's root, which it has percent-encoded."""
    return "" if url in {".", "./"} else unquote(url)


def entry_file(uri: str, destination: str, config: MkDocsConfig) -> File:
    """An entry's file, which leads to its page."""
    file = EntryFile(uri, None, config.site_dir, config.use_directory_urls, dest_uri=destination)
    file.inclusion = InclusionLevel.NOT_IN_NAV
    return file


def sentinel_file(config: MkDocsConfig, destination: str, settings: Settings, kind: str = "term") -> File:
    """A file that is edited where entries are; only terms have a file that can be edited."""
    file = File.generated(config, "glossmith.md", content="", inclusion=InclusionLevel.NOT_IN_NAV)
    file.dest_uri = destination
    file.edit_uri = settings.entries_in_docs + EDIT_PATH if kind == "term" else None
    return file


def sentinel(made: Page, config: MkDocsConfig, settings: Settings) -> HostPage:
    """The sentinel page as one of MkDocs' pages, ready for the theme; search engines inside the site pass it over."""
    page = HostPage(made.title, sentinel_file(config, made.destination, settings, made.kind), config)
    page.markdown = ""
    page.meta = {"title": made.title, "description": made.description, "search": {"exclude": True}}
    page.content = made.body
    page.toc = contents(made)
    return page


def contents(page: Page) -> TableOfContents:
    """A page's table of contents as MkDocs keeps it: all below the title, as HTML, which themes print as it is."""

    def link(heading: Heading) -> AnchorLink:
        anchor = AnchorLink(write_label(heading.title), heading.id, heading.level)
        anchor.children = [link(child) for child in heading.children]
        return anchor

    title = AnchorLink(write_label(page.title), page.heading_id, 1)
    title.children = [link(heading) for heading in page.headings]
    return TableOfContents([title])
