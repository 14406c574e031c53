"""The same input gives the same bytes."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from harbours import LAYOUTS, Harbour
from projects import Project, fingerprints

EPOCH = "1767225600"
RULES = {"shared-name": "off", "self-reference": "off"}
VARYING = {"sitemap.xml.gz"}
"""MkDocs packs it with the time of the build."""


def _fingerprints(folder: Path) -> dict[str, str]:
    return {name: hash_ for name, hash_ in fingerprints(folder).items() if name not in VARYING}


def _many(root: Path, run: Callable, workers: int, backwards: bool = False) -> Project:
    project = Project(root, run)
    numbers = range(60)
    for number in reversed(numbers) if backwards else numbers:
        project.entry(
            f"t{number}",
            definition=f"See [[t{(number * 7) % 60}]] and $x^{number}$." + " [About](about.md)" * (number % 10 == 3),
            related_terms=[f"t{(number + 1) % 60}", f"t{(number * 3 + 2) % 60}"],
            synonyms=[f"s{number}", f"common {number % 9}"],
            category=f"c{number % 5}",
            tags=[f"g{number % 7}", f"h{number % 11}"],
            developers=[f"o{number % 4}"],
        )
    project.write("docs/about.md", "# About\n\nThis is about [[t7]], t8 and common 3.\n")
    project.configure({"workers": workers, "rules": RULES})
    return project


def test_two_builds_are_the_same_bytes(tmp_path: Path, run_mkdocs: Callable) -> None:
    project = _many(tmp_path / "project", run_mkdocs, 1)
    project.built(to="one", PYTHONHASHSEED="1")
    project.built(to="two", PYTHONHASHSEED="2")
    assert _fingerprints(project.root / "one") == _fingerprints(project.root / "two")


def test_the_number_of_processes_and_the_order_of_files_change_nothing(tmp_path: Path, run_mkdocs: Callable) -> None:
    one = _many(tmp_path / "one", run_mkdocs, 1)
    two = _many(tmp_path / "two", run_mkdocs, 2, backwards=True)
    one.built(SOURCE_DATE_EPOCH=EPOCH)
    two.built(SOURCE_DATE_EPOCH=EPOCH)
    assert _fingerprints(one.root / "site") == _fingerprints(two.root / "site")


@pytest.mark.parametrize("workers", [1, 2, 3])
def test_of_pages_that_cannot_be_written_the_first_is_named(workers: int, tmp_path: Path, run_mkdocs: Callable) -> None:
    project = _many(tmp_path / "project", run_mkdocs, workers)
    project.configure({"workers": workers, "rules": RULES}, use_directory_urls=False)
    (tmp_path / "elsewhere").mkdir()
    (project.root / "site").mkdir()
    (project.root / "site/terms").symlink_to(tmp_path / "elsewhere")
    result = project.build()
    assert result.exit_code != 0
    assert "cannot write 'terms/t0.html': a symbolic link leads out of the site folder" in result.output


NO_PROCESSES = """
import errno, os

def refused():
    raise BlockingIOError(errno.EAGAIN, os.strerror(errno.EAGAIN))

os.fork = refused
"""


def test_a_site_is_built_where_the_system_has_no_process_to_give(tmp_path: Path, run_mkdocs: Callable) -> None:
    project = _many(tmp_path / "project", run_mkdocs, 2)
    project.built(to="one", SOURCE_DATE_EPOCH=EPOCH)
    project.write("hook.py", NO_PROCESSES)
    project.configure({"workers": 2, "rules": RULES}, hooks=["hook.py"])
    project.built(to="two", SOURCE_DATE_EPOCH=EPOCH)
    assert _fingerprints(project.root / "one") == _fingerprints(project.root / "two")


def test_a_site_is_built_over_its_older_self(tmp_path: Path, run_mkdocs: Callable) -> None:
    project = _many(tmp_path / "project", run_mkdocs, 2)
    project.built()
    before = _fingerprints(project.root / "site")
    (project.root / "site/terms/old.html").write_text("left over")
    project.built()
    assert _fingerprints(project.root / "site") == before


def test_two_builds_at_once_do_not_disturb_each_other(tmp_path: Path, run_mkdocs: Callable) -> None:
    project = _many(tmp_path / "project", run_mkdocs, 2)
    with ThreadPoolExecutor(2) as pool:
        list(pool.map(lambda name: project.built(to=name), ("one", "two")))
    assert _fingerprints(project.root / "one") == _fingerprints(project.root / "two")


def test_the_folder_of_the_project_leaves_no_trace(tmp_path: Path, run_mkdocs: Callable) -> None:
    harbour = Harbour(Project(tmp_path / "here", run_mkdocs), LAYOUTS["corner"], "material", True)
    harbour.project.built(SOURCE_DATE_EPOCH=EPOCH)
    moved = Harbour(Project(tmp_path / "there/and/deeper", run_mkdocs), LAYOUTS["corner"], "material", True)
    moved.project.built(SOURCE_DATE_EPOCH=EPOCH)
    here, there = (_fingerprints(harbour.project.root / "site"), _fingerprints(moved.project.root / "site"))
    assert here == there


def test_a_build_writes_only_into_its_site(tmp_path: Path, run_mkdocs: Callable) -> None:
    project = _many(tmp_path / "project", run_mkdocs, 2)
    before = fingerprints(project.root)
    project.built()
    shutil.rmtree(project.root / "site")
    assert fingerprints(project.root) == before


FAILING = """
def on_env(env, config, files):
    raise ValueError("not today")
"""
LIBRARY = """
import time
from multiprocessing import active_children
from mkdocs.commands.build import build
from mkdocs.config import load_config
try:
    build(load_config("mkdocs.yml"))
except ValueError as error:
    print(error)
patience = time.monotonic() + 20
while active_children() and time.monotonic() < patience:
    time.sleep(0.01)
print(active_children())
"""


def test_a_program_whose_build_fails_keeps_no_process_of_it(tmp_path: Path, run_mkdocs: Callable) -> None:
    project = _many(tmp_path / "project", run_mkdocs, 2)
    project.write("hook.py", FAILING)
    project.configure({"workers": 2, "rules": RULES}, hooks=["hook.py"])
    command = [sys.executable, "-c", LIBRARY]
    run = subprocess.run(command, cwd=project.root, capture_output=True, text=True, timeout=100, check=False)
    assert run.stdout.splitlines() == ["not today", "[]"]
