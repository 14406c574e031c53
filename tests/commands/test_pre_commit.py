"""The hook for pre-commit: a commit is stopped for what it changes, and for nothing else."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PRE_COMMIT = shutil.which("pre-commit", path=f"{Path(sys.executable).parent}{os.pathsep}{os.environ.get('PATH', '')}")

pytestmark = pytest.mark.skipif(PRE_COMMIT is None, reason="no pre-commit: run `pip install pre-commit`")

Do = Callable[..., "subprocess.CompletedProcess[str]"]


@pytest.fixture
def do(tmp_path: Path) -> Do:
    """Runs a command in a folder, with the installed glossmith in reach."""
    identity = {f"GIT_{role}_{what}": "a@b.c" for role in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    surroundings = os.environ | identity | {"PATH": path, "PRE_COMMIT_HOME": str(tmp_path / "home")}
    for name in ("GITHUB_ACTIONS", "GIT_DIR", "GIT_INDEX_FILE"):
        surroundings.pop(name, None)

    def run(folder: Path, *command: str, code: int = 0) -> subprocess.CompletedProcess[str]:
        done = subprocess.run(
            command, cwd=folder, env=surroundings, capture_output=True, text=True, timeout=60, check=False
        )
        assert done.returncode == code, done.stdout + done.stderr
        return done

    return run


@pytest.fixture
def site(tmp_path: Path, do: Do) -> Path:
    """A glossary in a repository that uses the hook.

    The hook's own environment is not made, since that needs the package registry and half a minute: `language: system`
    takes the installed glossmith instead.
    """
    hooks, folder = tmp_path / "hooks", tmp_path / "site"
    hooks.mkdir()
    shutil.copy(ROOT / ".pre-commit-hooks.yaml", hooks)
    for path, text in {
        "mkdocs.yml": "site_name: x\ndocs_dir: terms\nplugins: [glossmith]\n",
        "terms/quay.yml": "term: quay\ndefinition: Wall at which ships lie.\n",
        "terms/index.md": "# Harbour\n\nSee [[quay]].\n",
        "notes.txt": "Not an entry.\n",
    }.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, encoding="utf-8")
    for repository in (hooks, folder):
        do(repository, "git", "init", "-q")
        do(repository, "git", "add", "-A")
        do(repository, "git", "commit", "-qm", "begin")
    revision = do(hooks, "git", "rev-parse", "HEAD").stdout.strip()
    config = (
        f"repos:\n- repo: {hooks}\n  rev: {revision}\n"
        "  hooks:\n  - {id: glossmith-check, language: system, args: [--strict]}\n"
    )
    (folder / ".pre-commit-config.yaml").write_text(config, encoding="utf-8")
    do(folder, "git", "add", "-A")
    return folder


def test_a_commit_is_judged_against_the_whole_glossary_but_only_for_its_own_files(site: Path, do: Do) -> None:
    assert "Passed" in do(site, str(PRE_COMMIT), "run").stdout
    (site / "terms/old.yml").write_text("term: old\ndefinition: x\nsinonyms: y\n", encoding="utf-8")
    (site / "terms/pier.yml").write_text("term: pier\ndefinition: See [[quai]].\n", encoding="utf-8")
    do(site, "git", "add", "terms/pier.yml")
    told = do(site, str(PRE_COMMIT), "run", code=1).stdout
    assert "terms/pier.yml:2:17" in told
    assert "did you mean `quay`?" in told
    assert "old.yml" not in told


def test_a_change_of_other_files_starts_nothing(site: Path, do: Do) -> None:
    do(site, "git", "commit", "-qm", "hook")
    (site / "notes.txt").write_text("Changed.\n", encoding="utf-8")
    do(site, "git", "add", "-A")
    assert "Skipped" in do(site, str(PRE_COMMIT), "run").stdout
