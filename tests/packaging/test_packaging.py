"""What people install: the wheel and the source distribution, in an environment of their own."""

from __future__ import annotations

import email
import os
import re
import shutil
import subprocess
import sys
import tarfile
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

pytestmark = pytest.mark.xdist_group("packaging")

REPOSITORY = Path(__file__).parent.parent.parent
SECONDS = 300

BUILD = """
import sys
from hatchling.build import build_sdist, build_wheel
print(build_wheel(sys.argv[1]))
print(build_sdist(sys.argv[1]))
"""
ENTRIES = {
    "tide.yml": "term: tide\ndefinition: What the [[moon]] does, $x^2$.\nbackground: |\n  ```python\n  x = 1\n  ```\n",
    "moon.yml": "term: moon\ndefinition: What makes the tide.\nrelated_terms: [tide]\n",
}


def _run(*command: str | Path, cwd: Path, **environment: str) -> str:
    clean = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "VIRTUAL_ENV"))}
    done = subprocess.run(
        [str(part) for part in command], cwd=cwd, env=clean | {"NO_MKDOCS_2_WARNING": "1"} | environment,
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT, encoding="utf-8", timeout=SECONDS, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout
    return done.stdout


@pytest.fixture(scope="module")
def environment(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The Python of an environment with nothing in it but what builds packages."""
    folder = tmp_path_factory.mktemp("building")
    _run(sys.executable, "-m", "venv", folder, cwd=folder)
    python = folder / "bin/python"
    _run(python, "-m", "pip", "install", "-q", "hatchling>=1.26", cwd=folder, PIP_DISABLE_PIP_VERSION_CHECK="1")
    return python


@pytest.fixture(scope="module")
def distributions(environment: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the wheel and the source distribution, built from a copy of what git knows or would."""
    folder = tmp_path_factory.mktemp("dist")
    source = tmp_path_factory.mktemp("source") / "glossmith"
    ignored = shutil.ignore_patterns(".*", "node_modules", "site", "dist", "build", "__pycache__")
    shutil.copytree(REPOSITORY, source, ignore=ignored)
    shutil.copy(REPOSITORY / ".gitignore", source)
    _run(environment, "-c", BUILD, folder, cwd=source)
    return folder


@pytest.fixture(scope="module")
def wheel(distributions: Path) -> Iterator[zipfile.ZipFile]:
    (path,) = distributions.glob("*.whl")
    with zipfile.ZipFile(path) as opened:
        yield opened


@pytest.fixture(scope="module")
def installed(distributions: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of programs of a fresh environment with the wheel in it, and no way to the source."""
    folder = tmp_path_factory.mktemp("installed")
    _run(sys.executable, "-m", "venv", folder, cwd=folder)
    (path,) = distributions.glob("*.whl")
    _run(folder / "bin/pip", "install", "-q", path, cwd=folder, PIP_DISABLE_PIP_VERSION_CHECK="1")
    return folder / "bin"


def test_the_wheel_holds_the_templates_and_the_types(wheel: zipfile.ZipFile) -> None:
    names = set(wheel.namelist())
    shipped = [path for path in (REPOSITORY / "templates").rglob("*") if path.is_file()]
    assert len(shipped) > 30
    expected = {f"glossmith/templates/{path.relative_to(REPOSITORY / 'templates').as_posix()}" for path in shipped}
    assert expected <= names
    assert "glossmith/py.typed" in names


def test_the_wheel_holds_nothing_else(wheel: zipfile.ZipFile) -> None:
    names = wheel.namelist()
    assert {name.split("/")[0].split("-")[0] for name in names} == {"glossmith"}
    assert len(set(names)) == len(names)
    assert [
        name for name in names if "__pycache__" in name or "/tests/" in name or name.endswith((".md", ".orig"))
    ] == []
    modules = {
        path.relative_to(REPOSITORY / "generator").as_posix() for path in (REPOSITORY / "generator").rglob("*.py")
    }
    assert modules <= set(names)


def test_the_wheel_names_its_version_licence_and_plugin(wheel: zipfile.ZipFile) -> None:
    version = re.search(
        r'^__version__ = "([^"]+)"', (REPOSITORY / "generator/glossmith/__init__.py").read_text(), re.MULTILINE
    )
    assert version
    metadata = email.message_from_bytes(wheel.read(f"glossmith-{version[1]}.dist-info/METADATA"))
    assert (metadata["Name"], metadata["Version"]) == ("glossmith", version[1])
    assert metadata["License-Expression"] == "MIT"
    assert metadata["Requires-Python"] == ">=3.11"
    plugins = wheel.read(f"glossmith-{version[1]}.dist-info/entry_points.txt").decode()
    assert "[mkdocs.plugins]" in plugins
    assert "[console_scripts]" in plugins


def test_the_source_distribution_makes_the_same_wheel(distributions: Path, environment: Path, tmp_path: Path) -> None:
    (path,) = distributions.glob("*.tar.gz")
    with tarfile.open(path) as archive:
        archive.extraction_filter = getattr(tarfile, "data_filter", None)  # Debian's Python 3.11.2 has none
        archive.extractall(tmp_path)
    (source,) = tmp_path.iterdir()
    (tmp_path / "again").mkdir()
    _run(environment, "-c", BUILD, tmp_path / "again", cwd=source)
    (first,) = distributions.glob("*.whl")
    (again,) = (tmp_path / "again").glob("*.whl")
    with zipfile.ZipFile(first) as one, zipfile.ZipFile(again) as two:
        assert sorted(one.namelist()) == sorted(two.namelist())


def test_the_installed_package_builds_a_site(installed: Path, tmp_path: Path) -> None:
    (tmp_path / "docs").mkdir()
    for name, content in ENTRIES.items():
        (tmp_path / "docs" / name).write_text(content)
    (tmp_path / "mkdocs.yml").write_text(
        "site_name: Sea\ntheme: {name: material, font: false}\nplugins: [search, glossmith]\n"
    )
    _run(installed / "mkdocs", "build", "--strict", cwd=tmp_path)
    page = (tmp_path / "site/terms/tide/index.html").read_text("utf-8")
    assert "<math" in page
    assert 'terms/moon/">moon</a>' in page
    assert (tmp_path / "site/assets/glossmith/glossmith.css").is_file()
    assert (tmp_path / "site/terms/index.html").is_file()


def test_the_installed_command_says_its_version_and_checks(installed: Path, tmp_path: Path) -> None:
    where = _run(installed / "python", "-c", "import glossmith; print(glossmith.__file__)", cwd=tmp_path)
    assert str(REPOSITORY) not in where
    version = _run(installed / "python", "-c", "import glossmith; print(glossmith.__version__)", cwd=tmp_path).strip()
    assert version in _run(installed / "glossmith", "--version", cwd=tmp_path)
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs/tide.yml").write_text("term: tide\ndefinition: A tide.\n")
    (tmp_path / "mkdocs.yml").write_text("site_name: Sea\nplugins: [glossmith]\n")
    _run(installed / "glossmith", "check", cwd=tmp_path)
