"""The dates of last commits, from a repository of git in every state that it may be in."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from glossmith.hosts.history import last_commits

ME = {
    "GIT_AUTHOR_NAME": "a",
    "GIT_AUTHOR_EMAIL": "a@example.org",
    "GIT_COMMITTER_NAME": "a",
    "GIT_COMMITTER_EMAIL": "a@example.org",
    "GIT_CONFIG_GLOBAL": "/dev/null",
    "GIT_CONFIG_SYSTEM": "/dev/null",
}


def git(folder: Path, *arguments: str, day: str = "2026-01-01") -> None:
    dates = {"GIT_AUTHOR_DATE": f"{day}T12:00:00Z", "GIT_COMMITTER_DATE": f"{day}T12:00:00Z"}
    environment = {"PATH": "/usr/bin:/bin:/usr/local/bin", **ME, **dates}
    subprocess.run(["git", "-C", str(folder), *arguments], env=environment, check=True, capture_output=True)


def commit(folder: Path, files: dict[str, str], day: str) -> None:
    for name, content in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(content)
    git(folder, "add", "-A")
    git(folder, "commit", "-qm", "x", day=day)


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    folder = tmp_path / "origin"
    folder.mkdir()
    git(folder, "init", "-q")
    commit(
        folder, {"terms/a.yml": "1", "terms/sub/b.yml": "1", "other/c.yml": "1", "terms/é 中.yml": "1"}, "2026-01-01"
    )
    commit(folder, {"terms/a.yml": "2"}, "2026-02-02")
    commit(folder, {"other/c.yml": "2"}, "2026-03-03")
    return folder


def test_each_file_of_the_folder_has_the_day_of_its_last_commit(repository: Path) -> None:
    (repository / "terms/new.yml").write_text("not committed")
    assert last_commits(repository / "terms", repository) == {
        "terms/a.yml": "2026-02-02",
        "terms/sub/b.yml": "2026-01-01",
        "terms/é 中.yml": "2026-01-01",
    }


def test_paths_are_relative_to_the_site_also_inside_a_larger_repository(repository: Path) -> None:
    commit(repository, {"sites/one/terms/d.yml": "1"}, "2026-04-04")
    site = repository / "sites/one"
    assert last_commits(site / "terms", site) == {"terms/d.yml": "2026-04-04"}


def test_a_file_that_was_renamed_was_changed_on_that_day(repository: Path) -> None:
    git(repository, "mv", "terms/a.yml", "terms/z.yml")
    git(repository, "commit", "-qm", "x", day="2026-05-05")
    assert last_commits(repository / "terms", repository)["terms/z.yml"] == "2026-05-05"


def test_a_shallow_clone_has_no_dates_rather_than_wrong_ones(repository: Path, tmp_path: Path) -> None:
    git(tmp_path, "clone", "-q", "--depth", "1", repository.as_uri(), "shallow")
    assert last_commits(tmp_path / "shallow/terms", tmp_path / "shallow") == {}


def test_a_whole_clone_has_dates(repository: Path, tmp_path: Path) -> None:
    git(tmp_path, "clone", "-q", repository.as_uri(), "whole")
    assert last_commits(tmp_path / "whole/terms", tmp_path / "whole")["terms/a.yml"] == "2026-02-02"


def test_there_are_no_dates_before_the_first_commit(tmp_path: Path) -> None:
    git(tmp_path, "init", "-q")
    assert last_commits(tmp_path, tmp_path) == {}


def test_there_are_no_dates_outside_a_repository(tmp_path: Path) -> None:
    assert last_commits(tmp_path, tmp_path) == {}


def test_there_are_no_dates_without_git(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "/nowhere")
    assert last_commits(repository / "terms", repository) == {}


def test_a_folder_called_like_an_option_is_a_folder(repository: Path) -> None:
    commit(repository, {"--help/e.yml": "1"}, "2026-06-06")
    assert last_commits(repository / "--help", repository) == {"--help/e.yml": "2026-06-06"}
