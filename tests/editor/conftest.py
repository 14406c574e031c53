"""The YAML language server, started once, in a glossary that `glossmith init-editor` has set up."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from language_server import LanguageServer

from glossmith.hosts.command import main

SERVER = Path(__file__).parent / "node_modules/yaml-language-server/bin/yaml-language-server"

FILES = {
    "mkdocs.yml": "site_name: Harbour\ndocs_dir: terms\nplugins: [glossmith]\n",
    "terms/_categories.yml": "places: Places\nships: {title: Ships, description: What floats.}\n",
    "terms/quay.yml": "term: quay\ndefinition: Wall at which ships lie.\nsynonyms: [wharf]\ntags: [stone]\n",
    "terms/sloop.yml": "term: sloop\ndefinition: Ship with one mast.\ncategory: ships\n",
    ".git/HEAD": "ref: refs/heads/main\n",
}


def _missing(reason: str) -> None:
    """In CI nothing may be skipped in silence."""
    if os.environ.get("CI"):
        pytest.fail(reason)
    pytest.skip(reason)


@pytest.fixture(scope="session")
def workspace(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder that the editor shows; the glossary is one below it."""
    folder = tmp_path_factory.mktemp("harbour")
    for name, text in FILES.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    assert main(["init-editor", "-f", str(folder / "mkdocs.yml")]) == 0
    return folder


@pytest.fixture(scope="session")
def server(workspace: Path) -> Iterator[LanguageServer]:
    """The server, with the settings that VS Code would give it."""
    node = shutil.which("node")
    if node is None:
        _missing("no node: the YAML language server needs it")
    if not SERVER.is_file():
        _missing("no yaml-language-server: run `npm ci` in tests/editor")
    written = json.loads((workspace / ".vscode/settings.json").read_text("utf-8"))
    yaml = {"validate": True, "hover": True, "completion": True, "schemaStore": {"enable": False}}
    settings = {"yaml": yaml | {"schemas": written["yaml.schemas"]}}
    started = LanguageServer([str(node), str(SERVER), "--stdio"], workspace, settings)
    yield started
    started.stop()
