"""The press writes into the site folder and nowhere else."""

from __future__ import annotations

import os
import pickle
from pathlib import Path

import pytest

from glossmith.press import DestinationError, Writer, clashes


def _files(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_text_and_bytes_are_written_with_the_folders_they_need(tmp_path: Path) -> None:
    writer = Writer(tmp_path / "new/site")
    writer.write("terms/größe/index.html", "<p>ü</p>\n")
    writer.write("terms/größe/data.json", b"\xff")
    writer.write("top.txt", "")
    assert _files(tmp_path / "new/site") == {
        "terms/größe/index.html": "<p>ü</p>\n".encode(),
        "terms/größe/data.json": b"\xff",
        "top.txt": b"",
    }


def test_a_file_that_is_there_is_replaced_whole(tmp_path: Path) -> None:
    for content in ("long content", "short"):
        Writer(tmp_path).write("a/b.html", content)
    assert _files(tmp_path) == {"a/b.html": b"short"}


@pytest.mark.parametrize(
    "destination",
    [
        "",
        "/etc/passwd",
        "a/../../b",
        "..",
        "./a",
        "a//b",
        "a/",
        "C:/a",
        "a/c:b",
        "a\\b",
        "a\x00b",
        "\ud800",
        "../site2/a",
    ],
)
def test_a_destination_that_is_no_plain_path_below_the_site_is_refused(tmp_path: Path, destination: str) -> None:
    with pytest.raises(DestinationError, match="cannot write"):
        Writer(tmp_path / "site").write(destination, "x")
    assert _files(tmp_path) == {}


@pytest.mark.parametrize("target", ["outside", "site-of-others"])
def test_a_folder_that_is_a_link_out_of_the_site_is_refused(tmp_path: Path, target: str) -> None:
    (tmp_path / target).mkdir()
    (tmp_path / "site").mkdir()
    (tmp_path / "site/terms").symlink_to(tmp_path / target)
    for _ in range(2):
        with pytest.raises(DestinationError, match="symbolic link"):
            Writer(tmp_path / "site").write("terms/a/b/index.html", "x")
    assert _files(tmp_path / target) == {}
    assert list((tmp_path / target).iterdir()) == []


def test_a_link_within_the_site_is_followed_and_a_site_that_is_a_link_is_fine(tmp_path: Path) -> None:
    (tmp_path / "real/new").mkdir(parents=True)
    (tmp_path / "real/old").symlink_to(tmp_path / "real/new")
    (tmp_path / "site").symlink_to(tmp_path / "real")
    Writer(tmp_path / "site").write("old/a", "x")
    assert (tmp_path / "real/new/a").read_text() == "x"


def test_a_file_that_is_a_link_is_replaced_and_its_target_kept(tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("mine")
    (tmp_path / "site").mkdir()
    (tmp_path / "site/a").symlink_to(tmp_path / "secret")
    Writer(tmp_path / "site").write("a", "x")
    assert (tmp_path / "secret").read_text() == "mine"
    assert (tmp_path / "site/a").read_text() == "x"


@pytest.mark.parametrize(
    ("destination", "reason"),
    [
        ("x" * 256, "longer than 255 bytes"),
        ("ü" * 128 + "/index.html", "longer than 255 bytes"),
        ("/".join(["x" * 200] * 30), "too long for the file system"),
        ("file/index.html", "a file is where it needs a folder"),
        ("folder", "a folder of that name is there"),
    ],
)
def test_what_the_file_system_cannot_hold_is_said_clearly(tmp_path: Path, destination: str, reason: str) -> None:
    (tmp_path / "file").write_text("x")
    (tmp_path / "folder").mkdir()
    with pytest.raises(DestinationError, match=reason) as caught:
        Writer(tmp_path).write(destination, "x")
    assert caught.value.destination == destination
    assert not list(tmp_path.rglob(".glossmith*"))


def test_a_write_that_fails_leaves_no_half_of_a_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    written = os.write
    sizes = iter([3])

    def full_disk(file: int, content: bytes) -> int:
        for size in sizes:
            return written(file, content[:size])
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "write", full_disk)
    with pytest.raises(DestinationError, match="No space left"):
        Writer(tmp_path).write("a.html", "content")
    assert _files(tmp_path) == {}


def test_what_cannot_be_written_is_said_in_other_processes_too() -> None:
    error = DestinationError("a/index.html", "No space left on device")
    assert str(pickle.loads(pickle.dumps(error))) == str(error)


CLASHES = {
    (): (),
    ("a/index.html", "b/index.html"): (),
    ("A/index.html", "b", "a/index.html"): (("A/index.html", "a/index.html"),),
    ("a", "a"): (("a", "a"),),
    ("é", "e\u0301", "É"): (("é", "e\u0301"), ("é", "É")),
    ("terms/a/index.html", "Terms/a"): (("Terms/a", "terms/a/index.html"),),
    ("a", "a/b/c", "a/b"): (("a", "a/b/c"), ("a/b", "a/b/c"), ("a", "a/b")),
}


@pytest.mark.parametrize("destinations", CLASHES)
def test_destinations_that_are_one_file_to_some_file_system_are_named(destinations: tuple[str, ...]) -> None:
    assert clashes(destinations) == CLASHES[destinations]
