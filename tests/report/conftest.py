"""A project to check from the command line."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from glossmith.hosts.command import main

Check = Callable[..., tuple[int, str, str]]

FILES = {
    "mkdocs.yml": "site_name: Site\ndocs_dir: terms\nplugins: [glossmith]\n",
    "terms/error.yml": "term: error\ndefinition: What is wrong.\nrelated_terms: [warning, nothing]\n",
    "terms/more/warning.yml": "term: warning\ndefinition: What may be [[wrong]].\nrelated_terms: [error]\n",
    "terms/hint.yml": "term: hint\ndefinition: What helps.\n",
}


@pytest.fixture
def check(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Check:
    """Runs `glossmith check ARGUMENTS` on a project with an error, a warning and a hint, each in a file of its own."""
    for name, content in FILES.items():
        file = tmp_path / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(content, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    for variable in ("GITHUB_ACTIONS", "NO_COLOR", "FORCE_COLOR"):
        monkeypatch.delenv(variable, raising=False)

    def run(*arguments: str) -> tuple[int, str, str]:
        try:
            code = main(["check", *arguments])
        except SystemExit as stopped:
            code = int(stopped.code or 0)
        return code, *capsys.readouterr()

    return run


@pytest.fixture
def rules_of(check: Check) -> Callable[..., list[str]]:
    """The rules that `glossmith check ARGUMENTS` reports."""
    return lambda *arguments: [one["rule"] for one in json.loads(check("--format", "json", *arguments)[1])["findings"]]
