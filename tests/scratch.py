"""A small project in a temporary folder, which tests fill with files and have read by the pipeline."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from glossmith import pipeline
from glossmith.hosts.configuration import configure
from glossmith.model.edition import Edition
from glossmith.model.finding import Finding, Severity
from glossmith.model.page import Page
from glossmith.model.plan import Job
from glossmith.model.settings import Settings

HOST_INDEXES = ("home", "terms", "categories", "tags", "developers", "map", "wanted")


class Scratch:
    """A project whose docs folder is `terms`, as in a site that is nothing but a glossary."""

    def __init__(self, folder: Path, files: Mapping[str, str | bytes] | None = None) -> None:
        self.folder = folder
        (folder / "terms").mkdir(exist_ok=True)
        for path, content in (files or {}).items():
            self.write(path, content)

    def write(self, path: str, content: str | bytes) -> Path:
        """Write a file exactly as given, line ends included; the path is relative to the project."""
        file = self.folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content.encode() if isinstance(content, str) else content)
        return file

    def settings(self, options: Mapping[str, Any] | None = None, **host: Any) -> Settings:
        """What the plugin's block in `mkdocs.yml` and the host's own settings come down to."""
        return configure(options or {}, self.folder, self.folder / "terms", **{"site_name": "Site", **host})

    def read(self, options: Mapping[str, Any] | None = None, **host: Any) -> Edition:
        """The edition of what has been written."""
        return pipeline.read(self.settings(options, **host))

    def findings(self, options: Mapping[str, Any] | None = None) -> list[str]:
        """The findings of what has been written but for hints, as `rule line:column path`."""
        return brief(self.read(options).findings)


def brief(findings: tuple[Finding, ...], hints: bool = False) -> list[str]:
    """Each finding as `rule line:column path`; hints are opinions that come and go, so they are left out."""
    return [
        f"{finding.rule} {finding.span.line}:{finding.span.column} {finding.path}"
        for finding in findings
        if hints or finding.severity is not Severity.HINT
    ]


def render(edition: Edition, kind: str, key: str = "") -> Page:
    """One page of an edition."""
    return pipeline.renderer(edition, pipeline.plan(edition), places(edition)).render(Job(kind, key))


def places(edition: Edition) -> dict[str, str]:
    """What a host knows: the address of each file of the docs folder, those of entries included."""
    settings = edition.settings
    files = (file.relative_to(settings.docs).as_posix() for file in settings.docs.rglob("*") if file.is_file())
    others = {file: f"{file.removesuffix('.md')}/" if file.endswith(".md") else file for file in files}
    below = settings.addresses.below
    own = {f"{settings.entries_in_docs}{term.source}": term.id for term in pipeline.plan(edition).terms}
    return others | {source: below("terms", id_).address for source, id_ in own.items()}


def all_pages(edition: Edition) -> list[Page]:
    """Every page of an edition, those that a host renders included."""
    site = pipeline.plan(edition)
    renderer = pipeline.renderer(edition, site, {})
    return [renderer.render(job) for job in (*site.jobs(), *(Job(kind) for kind in HOST_INDEXES))]
