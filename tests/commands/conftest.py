"""Small glossaries, and the command line run in them as a person would."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest

from glossmith.hosts.command import main

MKDOCS = "site_name: Harbour\ndocs_dir: terms\nplugins:\n  - glossmith\n"


@dataclass(frozen=True)
class Ran:
    """What a command left behind."""

    code: int
    out: str
    err: str


Project = Callable[..., Path]
Run = Callable[..., Ran]


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Project:
    """Writes a glossary from texts by path, and makes its folder the working folder."""

    def write(files: Mapping[str, str], config: str = MKDOCS) -> Path:
        for name, text in {"mkdocs.yml": config, **files}.items():
            path = tmp_path / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        (tmp_path / "terms").mkdir(exist_ok=True)
        monkeypatch.chdir(tmp_path)
        return tmp_path

    return write


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    """Runs `glossmith ARGUMENTS`."""
    for name in ("NO_COLOR", "FORCE_COLOR", "COLUMNS"):
        monkeypatch.delenv(name, raising=False)

    def command(*arguments: str) -> Ran:
        capsys.readouterr()
        try:
            code = main(list(arguments))
        except SystemExit as end:
            code = int(end.code or 0)
        written = capsys.readouterr()
        return Ran(code, written.out, written.err)

    return command


HARBOUR = {
    "terms/_categories.yml": "ships: Ships\nsailing:\n  title: Sailing ships\n  parent: ships\nplaces: Places\n",
    "terms/_organizations.yml": "port:\n  name: Port Authority\n  aliases: [PA]\n",
    "terms/quay.yml": "term: quay\ndefinition: Wall at which ships lie.\nsynonyms: [wharf]\ncategory: places\n"
    "tags: [stone, mooring]\nhidden_terms: [key]\nbroader_terms: [berth]\n",
    "terms/berth.yml": "term: berth\ndefinition: Place for one ship. See [[quay]].\ncategory: Places\ntags: [mooring]\n"
    "deprecated_terms:\n  - {term: ship stall, reason: nobody says so}\n",
    "terms/sloop.yml": "term: sloop\ndefinition: Ship with one mast.\ncategory: sailing\nstatus: draft\n"
    "developers: [port]\n",
    "terms/bank.yml": "term: bank\ndisambiguation: sand\ndefinition: Shallow place.\nid: sandbank\n",
    "terms/bank-money.yml": "term: bank\ndisambiguation: money\ndefinition: House that lends.\n",
    "terms/cjk.yml": "term: 港\ndefinition: Harbour, in Chinese.\n",
}


@pytest.fixture
def harbour(project: Project) -> Path:
    """A glossary with something of everything."""
    return project(HARBOUR)
