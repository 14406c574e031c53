"""Which files are entries: links that lead out, folders with the names of files, names that no id can be made of."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from glossmith import pipeline
from scratch import Scratch, all_pages, brief

VALID = "term: a\ndefinition: b\n"


@pytest.fixture
def scratch(tmp_path: Path) -> Scratch:
    return Scratch(tmp_path, {"terms/good.yml": "term: good\ndefinition: Fine.\n", "outside/out.yml": VALID})


def ids(scratch: Scratch) -> list[str]:
    return [term.id for term in scratch.read().glossary.terms]


def test_folders_mean_nothing(scratch: Scratch) -> None:
    scratch.write("terms/b/c/deep.yaml", VALID)
    scratch.write("terms/SHOUT.YML", VALID.replace("term: a", "term: b"))
    assert scratch.findings() == []
    assert ids(scratch) == ["deep", "SHOUT", "good"]


@pytest.mark.parametrize("path", ["terms/_draft.yml", "terms/.hidden.yml", "terms/_parts/x.yml", "terms/.git/x.yml"])
def test_what_begins_with_a_line_or_a_dot_is_no_entry(scratch: Scratch, path: str) -> None:
    scratch.write(path, "[")
    assert scratch.findings() == []
    assert ids(scratch) == ["good"]


def test_a_folder_may_be_called_like_a_file(scratch: Scratch) -> None:
    scratch.write("terms/x.yml/b.yml", VALID)
    assert scratch.findings() == []
    assert ids(scratch) == ["b", "good"]


def test_a_vocabulary_that_is_a_folder_is_none(scratch: Scratch) -> None:
    scratch.write("terms/_categories.yml/x.txt", "")
    assert scratch.findings() == []


LINKS: dict[str, Callable[[Path], str]] = {
    "to a file outside": lambda folder: f"{folder}/outside/out.yml",
    "to a file outside, relative": lambda _: "../outside/out.yml",
    "to nothing": lambda folder: f"{folder}/terms/nothing.yml",
    "to itself": lambda folder: f"{folder}/terms/link.yml",
    "to a device": lambda _: "/dev/zero",
    "to the password file": lambda _: "/etc/passwd",
}


@pytest.mark.parametrize("target", LINKS.values(), ids=LINKS)
def test_a_link_that_leads_out_is_not_followed(scratch: Scratch, target: Callable[[Path], str]) -> None:
    (scratch.folder / "terms/link.yml").symlink_to(target(scratch.folder))
    assert scratch.findings() == ["unreadable-file 1:1 terms/link.yml"]
    assert "link" not in ids(scratch)


def test_a_link_to_a_folder_outside_is_not_followed(scratch: Scratch) -> None:
    (scratch.folder / "terms/more").symlink_to(scratch.folder / "outside")
    assert ids(scratch) == ["good"]


def test_a_link_to_the_folder_above_ends(scratch: Scratch) -> None:
    (scratch.folder / "terms/again").symlink_to(scratch.folder / "terms")
    assert ids(scratch) == ["good"]


def test_a_link_inside_is_an_entry_of_its_own(scratch: Scratch) -> None:
    scratch.write("terms/a.yml", VALID)
    (scratch.folder / "terms/b.yml").symlink_to("a.yml")
    assert scratch.findings() == ["duplicate-term 1:7 terms/a.yml", "duplicate-term 1:7 terms/b.yml"]


def test_a_picture_that_leads_out_is_not_said_to_be_missing(scratch: Scratch) -> None:
    scratch.write("outside/out.png", "")
    scratch.write("terms/a.yml", VALID + "background: '![a](out.png) ![b](nowhere.png)'\n")
    (scratch.folder / "terms/out.png").symlink_to(scratch.folder / "outside/out.png")
    found = [(each.rule, each.message) for each in scratch.read().findings if each.rule == "missing-target"]
    assert found == [
        ("missing-target", "`out.png` leads out of the folder of the site"),
        ("missing-target", "there is no file `nowhere.png`"),
    ]


def test_a_vocabulary_that_leads_out_is_not_read(scratch: Scratch) -> None:
    (scratch.folder / "terms/_categories.yml").symlink_to(scratch.folder / "outside/out.yml")
    assert scratch.read().glossary.vocabularies.categories is None
    assert scratch.findings() == ["unreadable-file 1:1 terms/_categories.yml"]


def test_a_vocabulary_that_leads_nowhere_is_a_finding(scratch: Scratch) -> None:
    (scratch.folder / "terms/_organizations.yml").symlink_to("nothing.yml")
    assert scratch.findings() == ["unreadable-file 1:1 terms/_organizations.yml"]


def test_a_vocabulary_that_is_a_pipe_is_a_finding(scratch: Scratch) -> None:
    os.mkfifo(scratch.folder / "terms/_categories.yaml")
    assert scratch.findings() == ["unreadable-file 1:1 terms/_categories.yaml"]


def test_a_pipe_does_not_hold_up_the_build(scratch: Scratch) -> None:
    os.mkfifo(scratch.folder / "terms/pipe.yml")
    assert scratch.findings() == ["unreadable-file 1:1 terms/pipe.yml"]


def test_a_page_that_is_a_pipe_does_not_hold_up_the_build(scratch: Scratch) -> None:
    os.mkfifo(scratch.folder / "terms/pipe.md")
    assert scratch.findings() == []


@pytest.mark.skipif(os.geteuid() == 0, reason="root reads every file")
def test_a_file_that_may_not_be_read_is_a_finding(scratch: Scratch) -> None:
    scratch.write("terms/secret.yml", VALID).chmod(0)
    assert scratch.findings() == ["unreadable-file 1:1 terms/secret.yml"]


VANISHING = {"gone.yml": "find", "gone.md": "find", "_categories.yml": "find_vocabulary"}


@pytest.mark.parametrize("name", VANISHING)
def test_a_file_that_vanishes_never_raises(scratch: Scratch, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    file = scratch.write(f"terms/{name}", "a: b\n")
    search = getattr(pipeline, VANISHING[name])

    def vanish(*arguments: Any) -> Any:
        found = search(*arguments)
        if name in str(found):
            file.unlink()
        return found

    monkeypatch.setattr(pipeline, VANISHING[name], vanish)
    assert scratch.findings() == ([] if name.endswith(".md") else [f"unreadable-file 1:1 terms/{name}"])
    assert not file.exists()


NAMES = {
    "a b.yml": "bad-id 1:1 terms/a b.yml",
    "!!!.yml": "bad-id 1:1 terms/!!!.yml",
    "🙂.yml": "bad-id 1:1 terms/🙂.yml",
    "a'b\"c.yml": "bad-id 1:1 terms/a'b\"c.yml",
    "a..yml": "bad-id 1:1 terms/a..yml",
    "x" * 151 + ".yml": f"bad-id 1:1 terms/{'x' * 151}.yml",
}


@pytest.mark.parametrize(("name", "expected"), NAMES.items())
def test_a_file_whose_name_can_be_no_id_needs_one(scratch: Scratch, name: str, expected: str) -> None:
    scratch.write(f"terms/{name}", VALID)
    assert scratch.findings() == [expected]
    scratch.write(f"terms/{name}", f"id: fine\n{VALID}")
    assert scratch.findings() == []


def test_a_name_that_is_not_utf8_is_a_finding_that_can_be_printed(scratch: Scratch) -> None:
    odd = os.fsdecode(b"caf\xe9")
    (scratch.folder / f"terms/{odd}.yml").write_text(VALID)
    (scratch.folder / f"terms/{odd}.md").write_text("[[good]]")
    found = scratch.read().findings
    assert brief(found) == ["unreadable-file 1:1 terms/caf?.yml"]
    str(found).encode()


@pytest.mark.parametrize(
    "target", ["a%00b.md", "y" * 300 + ".md", "y/" * 3000, "%ff.png", "..", "../" * 500 + "etc/passwd"]
)
def test_a_link_to_a_file_that_cannot_be_is_a_finding(scratch: Scratch, target: str) -> None:
    scratch.write("terms/a.yml", f'term: a\ndefinition: "[x]({target})"\n')
    assert scratch.findings() == ["missing-target 2:18 terms/a.yml"]


def test_no_page_of_any_kind_leaves_the_site(scratch: Scratch) -> None:
    tags = ["..", "../..", "/etc", "a/b", "\\", ".", "...", "index.html", "a" * 60, "🙂", "\u0301", "%2e%2e"]
    scratch.write("terms/a.yml", f"term: a\ndefinition: b\ntags: {tags!r}\ncategory: ../../x\ndevelopers: [.., /]\n")
    scratch.write("terms/b.yml", "term: ../..\ndefinition: b\nsynonyms: [/, good]\n")
    scratch.write("terms/c.yml", "term: ../..\ndisambiguation: other\ndefinition: b\nabbreviation: /\n")
    edition = scratch.read()
    for page in all_pages(edition):
        assert not {"", ".", ".."}.intersection(page.destination.split("/"))
        assert max(len(part.encode()) for part in page.destination.split("/")) < 250
    destinations = [page.destination.casefold() for page in all_pages(edition)]
    assert len(set(destinations)) == len(destinations)
    pipeline.table_of_terms(edition, pipeline.plan(edition)).encode()
