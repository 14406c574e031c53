"""A project that a test writes and MkDocs builds."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from subprocess import CompletedProcess
from typing import Any

import yaml
from websites import Website

TERM = "term: {0}\ndefinition: What {0} is.\n"


@dataclass(frozen=True)
class Built:
    """What came of a build."""

    exit_code: int
    output: str
    site: Website


class Project:
    """A folder with `mkdocs.yml`, entries and pages."""

    def __init__(self, root: Path, run: Callable[..., CompletedProcess[str]]) -> None:
        self.root = root
        self._run = run
        root.mkdir(parents=True, exist_ok=True)
        self.configure()

    def write(self, path: str, content: str | bytes) -> Path:
        """Write a file below the project's folder."""
        file = self.root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content.encode() if isinstance(content, str) else content)
        return file

    def entry(self, id_: str, **fields: Any) -> Path:
        """Write an entry; the term is its id and the definition a sentence, if they are not given."""
        fields = {"term": id_, "definition": f"What {id_} is."} | fields
        return self.write(f"docs/{id_}.yml", yaml.safe_dump(fields, allow_unicode=True, sort_keys=False, width=10_000))

    def configure(self, glossmith: Mapping[str, Any] | None = None, **settings: Any) -> None:
        """Write `mkdocs.yml`: a small site with Material, and what is given instead or besides."""
        plugins = ["search", {"glossmith": dict(glossmith)} if glossmith else "glossmith"]
        defaults = {"site_name": "Harbour", "site_url": "https://example.org/harbour/", "plugins": plugins,
                    "theme": {"name": "material", "font": False}}  # fmt: skip
        kept = {name: value for name, value in (defaults | settings).items() if value is not None}
        self.write("mkdocs.yml", yaml.safe_dump(kept, allow_unicode=True, sort_keys=False))

    def build(self, *arguments: str, to: str = "site", **environment: str) -> Built:
        """Call `mkdocs build`."""
        (self.root / "docs").mkdir(exist_ok=True)
        done = self._run(self.root, "build", "-d", str(self.root / to), *arguments, **environment)
        return Built(done.returncode, done.stdout, Website(self.root / to))

    def built(self, *arguments: str, to: str = "site", **environment: str) -> Website:
        """The site of a strict build that must succeed."""
        result = self.build("--strict", *arguments, to=to, **environment)
        assert result.exit_code == 0, result.output
        return result.site


def fingerprints(folder: Path) -> dict[str, str]:
    """Every file below a folder with the hash of its bytes."""
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}
