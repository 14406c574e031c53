"""`glossmith mentions` tells what becomes of each mention, and what a change does to the links of all entries."""

from __future__ import annotations

import json
import os
import subprocess
from pathlib import Path

import pytest

from glossmith.hosts.command import main

FILES = {
    "mkdocs.yml": "site_name: S\ndocs_dir: terms\nplugins: [glossmith]\n",
    "terms/loss.yml": "term: loss\ndefinition: d\n",
    "terms/set.yml": "term: set\ndefinition: d\n",
    "terms/mute.yml": "term: mute\ndefinition: d\nlinking: {auto: false}\n",
    "terms/bat-1.yml": "term: bat\ndisambiguation: animal\ndefinition: d\n",
    "terms/bat-2.yml": "term: bat\ndisambiguation: club\ndefinition: d\n",
    "terms/page.yml": """\
term: page
definition: A loss & a loss of a set; mute page of a bat.
background: |
  # Loss

  `loss` and [loss](https://e.org),
  $\\text{mute}$, [[loss|it]], then
  a loss.
""",
}


@pytest.fixture
def glossary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "terms").mkdir()
    for path, text in FILES.items():
        (tmp_path / path).write_text(text, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_every_mention_is_listed_with_its_place_and_the_reason(
    glossary: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["mentions", "page", "--format", "json"]) == 0
    told = json.loads(capsys.readouterr().out)["mentions"]
    assert [(one["line"], one["column"], one["mention"], one["decision"]) for one in told] == [
        (2, 15, "loss", "linked"),
        (2, 24, "loss", "not-first"),
        (2, 34, "set", "common"),
        (2, 39, "mute", "off"),
        (2, 44, "page", "own-page"),
        (2, 54, "bat", "shared"),
        (4, 5, "Loss", "in-heading"),
        (6, 4, "loss", "in-code"),
        (6, 15, "loss", "in-link"),
        (7, 10, "mute", "in-formula"),
        (8, 5, "loss", "by-hand"),
    ]
    assert all(one["path"] == "terms/page.yml" for one in told)
    assert [one["links"] for one in told].count(True) == 2


def test_names_in_tables_lists_and_without_links_have_their_places(
    glossary: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = "  A loss or [[|loss]] or \\[loss] here.\n\n  - [ ] a loss\n\n"
    table = "  | loss | b |\n  |---|---|\n  | loss | loss |\n"
    (glossary / "terms/page.yml").write_text(f"term: page\ndefinition: |\n{text}{table}", "utf-8")
    assert main(["mentions", "page", "--format", "json"]) == 0
    told = json.loads(capsys.readouterr().out)["mentions"]
    assert [(one["line"], one["column"], one["decision"]) for one in told] == [
        (3, 5, "linked"),
        (3, 16, "off"),
        (3, 28, "not-first"),
        (5, 11, "not-first"),
        (7, 5, "in-heading"),
        (9, 5, "not-first"),
        (9, 12, "not-first"),
    ]


def test_names_with_entities_and_across_the_lines_of_a_quotation_have_their_places(
    glossary: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (glossary / "terms/lab.yml").write_text("term: R&D lab\ndefinition: d\n", "utf-8")
    text = "  Text.\n\n  > An R&amp;D\n  > lab, an R\\&D&nbsp;lab.\n"
    (glossary / "terms/page.yml").write_text(f"term: page\ndefinition: |\n{text}", "utf-8")
    assert main(["mentions", "page", "--format", "json"]) == 0
    told = json.loads(capsys.readouterr().out)["mentions"]
    assert [(one["line"], one["column"], one["mention"]) for one in told] == [(5, 8, "R&D lab"), (6, 13, "R&D lab")]


def test_a_name_whose_letters_are_entities_has_its_place(glossary: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (glossary / "terms/cat.yml").write_text("term: Schrödinger's cat\ndefinition: d\n", "utf-8")
    (glossary / "terms/page.yml").write_text("term: page\ndefinition: A Schr&ouml;dinger&#39;s cat.\n", "utf-8")
    assert main(["mentions", "page", "--format", "json"]) == 0
    told = json.loads(capsys.readouterr().out)["mentions"]
    assert [(one["line"], one["column"]) for one in told] == [(2, 15)]


def test_names_among_html_have_their_places(glossary: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (glossary / "mkdocs.yml").write_text(
        FILES["mkdocs.yml"].replace("[glossmith]", "[glossmith: {allow_html: true}]"), "utf-8"
    )
    html = "  <div>\n  loss\n  </div>\n\n  It <img src=x alt=y> is\n\n  <details>\n  <summary>loss</summary>\n  loss\n"
    (glossary / "terms/page.yml").write_text(f"term: page\ndefinition: |\n{html}  </details>\n", "utf-8")
    assert main(["mentions", "page", "--format", "json"]) == 0
    told = json.loads(capsys.readouterr().out)["mentions"]
    assert [(one["line"], one["decision"]) for one in told] == [(4, "in-html"), (10, "in-heading"), (11, "in-html")]


ABOUT = """\
---
title: About
---
# About a loss

A loss & a set; [[mute]] and `loss`.

A loss of a bat.

## More

<p>A loss</p>

Any *loss* [of a loss](https://e.org).
"""


@pytest.mark.parametrize("name", ["about.md", "terms/about.md"])
def test_mentions_on_a_page_are_listed_as_those_in_an_entry(
    glossary: Path, capsys: pytest.CaptureFixture[str], name: str
) -> None:
    (glossary / "terms/about.md").write_text(ABOUT, "utf-8")
    assert main(["mentions", name, "--format", "json"]) == 0
    told = json.loads(capsys.readouterr().out)["mentions"]
    assert [(one["line"], one["column"], one["mention"], one["decision"]) for one in told] == [
        (4, 11, "loss", "in-heading"),
        (6, 3, "loss", "linked"),
        (6, 12, "set", "common"),
        (6, 19, "mute", "in-link"),
        (6, 31, "loss", "in-code"),
        (8, 3, "loss", "not-first"),
        (8, 13, "bat", "shared"),
        (12, 6, "loss", "in-html"),
        (14, 6, "loss", "linked"),
        (14, 18, "loss", "in-link"),
    ]
    assert {one["path"] for one in told} == {"terms/about.md"}


@pytest.mark.parametrize("name", ["./about.md", "../more/about.md", "{}/terms/more/about.md"])
def test_a_page_is_found_as_seen_from_where_one_works(
    glossary: Path, name: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    for folder, text in (("terms", "# About\n"), ("terms/more", "# More\n\nA loss.\n")):
        (glossary / folder).mkdir(exist_ok=True)
        (glossary / folder / "about.md").write_text(text, "utf-8")
    monkeypatch.chdir(glossary / "terms/more")
    assert main(["mentions", name.format(glossary)]) == 0
    assert "terms/more/about.md:3:3" in capsys.readouterr().out


def test_mentions_on_a_page_that_links_none_are_listed_as_switched_off(
    glossary: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (glossary / "terms/about.md").write_text("---\nlinking: false\n---\nA loss.\n", "utf-8")
    assert main(["mentions", "about.md"]) == 0
    assert capsys.readouterr().out.splitlines()[1].split() == [
        "terms/about.md:4:3", "page", "loss", "switched", "off:", "loss",
    ]  # fmt: skip


def test_a_page_that_is_not_there_is_told(glossary: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (glossary / "terms/about.md").write_text(ABOUT, "utf-8")
    assert main(["mentions", "abuot.md"]) == 1
    assert capsys.readouterr().err == "glossmith: there is no page `abuot.md`; did you mean `about.md`?\n"


def test_the_table_says_the_same_in_words(glossary: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["mentions", "page"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[1].split() == ["terms/page.yml:2:15", "definition", "loss", "linked", "to", "loss"]
    assert "common word: set" in lines[3]
    assert main(["mentions", "loss"]) == 0
    assert "no mention of another term" in capsys.readouterr().out


def test_a_name_that_nobody_bears_is_told(glossary: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["mentions", "los"]) == 1
    assert "did you mean `loss`?" in capsys.readouterr().err
    assert main(["mentions", "bat"]) == 1
    assert "bat-1" in capsys.readouterr().err


def git(*arguments: str) -> None:
    identity = ["-c", "user.name=t", "-c", "user.email=t@e.org", "-c", "commit.gpgsign=false"]
    subprocess.run(["git", *identity, *arguments], check=True, capture_output=True)


def test_a_change_is_compared_with_a_revision(glossary: Path, capsys: pytest.CaptureFixture[str]) -> None:
    git("init", "-q")
    git("add", "-A")
    git("commit", "-qm", "first")
    assert main(["mentions", "diff", "HEAD"]) == 0
    assert capsys.readouterr().out == "0 added, 0 removed\n"
    (glossary / "terms/mute.yml").write_text("term: mute\ndefinition: No loss.\n", encoding="utf-8")
    (glossary / "terms/page.yml").write_text("term: page\ndefinition: Of a bat.\n", encoding="utf-8")
    assert main(["mentions", "diff", "HEAD"]) == 0
    assert capsys.readouterr().out.splitlines() == [
        "+ mute → loss  (mention)",
        "- page → loss  (mention)",
        "- page → loss  (reference)",
        "1 added, 2 removed",
    ]
    assert main(["mentions", "diff", "HEAD", "--format", "json"]) == 0
    assert json.loads(capsys.readouterr().out)["added"] == [{"source": "mute", "target": "loss", "by": "mention"}]


def test_a_revision_may_stand_behind_options(glossary: Path, capsys: pytest.CaptureFixture[str]) -> None:
    git("init", "-q")
    git("add", "-A")
    git("commit", "-qm", "first")
    assert main(["mentions", "diff", "--format", "json", "-f", "mkdocs.yml", "HEAD"]) == 0
    assert json.loads(capsys.readouterr().out) == {"added": [], "removed": [], "renamed": {}}
    assert main(["check", "terms/loss.yml", "--strict", "terms/mute.yml"]) == 0
    with pytest.raises(SystemExit) as ended:
        main(["mentions", "diff", "--format", "json", "HEAD", "HEAD"])
    assert ended.value.code == 2
    assert "unrecognized arguments: HEAD\n" in capsys.readouterr().err


def test_links_of_pages_are_compared_too(glossary: Path, capsys: pytest.CaptureFixture[str]) -> None:
    page = glossary / "terms/about.md"
    page.write_text("# About loss\n\nA loss of `loss`.\n\n## More\n\nIt is [[mute]].\n", "utf-8")
    git("init", "-q")
    git("add", "-A")
    git("commit", "-qm", "first")
    assert main(["mentions", "diff", "HEAD"]) == 0
    assert capsys.readouterr().out == "0 added, 0 removed\n"
    page.write_text("# About loss\n\nSee [[loss]]: any loss.\n\n## More\n\nA bat is not switched off.\n", "utf-8")
    assert main(["mentions", "diff", "HEAD"]) == 0
    assert capsys.readouterr().out.splitlines() == [
        "+ about.md → bat-1 or bat-2  (mention)",
        "+ about.md → loss  (reference)",
        "- about.md → loss  (mention)",
        "- about.md → mute  (reference)",
        "2 added, 2 removed",
    ]


def test_links_to_the_file_of_an_entry_are_compared_too(glossary: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (glossary / "terms/about.md").write_text("# About\n\nSee [[loss]] and [[nobody]].\n", "utf-8")
    git("init", "-q")
    git("add", "-A")
    git("commit", "-qm", "first")
    (glossary / "terms/about.md").write_text("# About\n\nSee [it](loss.yml#background).\n", "utf-8")
    mute = FILES["terms/mute.yml"].replace(": d\n", ": No [it](./loss.yml), ![](set.yml).\n")
    (glossary / "terms/mute.yml").write_text(mute, "utf-8")
    assert main(["mentions", "diff", "HEAD"]) == 0
    assert capsys.readouterr().out.splitlines() == [
        "+ about.md → loss  (file)",
        "+ mute → loss  (file)",
        "- about.md → loss  (reference)",
        "2 added, 1 removed",
    ]


def test_drafts_are_no_part_of_a_comparison(glossary: Path, capsys: pytest.CaptureFixture[str]) -> None:
    draft = glossary / "terms/draft.yml"
    draft.write_text("term: draft\nstatus: draft\ndefinition: A loss; [[mute]].\n", "utf-8")
    (glossary / "terms/about.md").write_text("[[draft]]\n", "utf-8")
    (glossary / "terms/mute.yml").write_text("term: mute\ndefinition: No [[draft]].\n", "utf-8")
    git("init", "-q")
    git("add", "-A")
    git("commit", "-qm", "first")
    draft.write_text("term: draft\ndefinition: A loss; [[mute]].\n", "utf-8")
    assert main(["mentions", "diff", "HEAD"]) == 0
    assert capsys.readouterr().out.splitlines() == [
        "+ about.md → draft  (reference)",
        "+ draft → loss  (mention)",
        "+ draft → mute  (reference)",
        "+ mute → draft  (reference)",
        "4 added, 0 removed",
    ]


def test_a_name_of_a_draft_is_no_mention_until_the_site_has_its_page(
    glossary: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    draft = glossary / "terms/draft.yml"
    draft.write_text("term: draft\nstatus: draft\ndefinition: A loss.\n", "utf-8")
    (glossary / "terms/mute.yml").write_text("term: mute\ndefinition: Without a draft.\n", "utf-8")
    git("init", "-q")
    git("add", "-A")
    git("commit", "-qm", "first")
    assert main(["mentions", "mute"]) == 0
    assert capsys.readouterr().out == "no mention of another term\n"
    draft.write_text("term: draft\ndefinition: A loss.\n", "utf-8")
    assert main(["mentions", "diff", "HEAD"]) == 0
    assert "+ mute → draft  (mention)" in capsys.readouterr().out.splitlines()


@pytest.mark.parametrize(
    ("path", "text"),
    [
        (".gitattributes", "* export-ignore\n"),
        (".gitattributes", "*.md export-ignore\n"),
        ("terms/page.mkd", "# Page\n\nA loss.\n"),
        ("own/home.html", "Home"),
    ],
)
def test_nothing_that_a_site_is_made_of_is_missing_in_a_revision(
    glossary: Path, capsys: pytest.CaptureFixture[str], path: str, text: str
) -> None:
    """Neither what is not for archives, nor pages with rarer names, nor a folder without any of the files we read."""
    (glossary / "terms/about.md").write_text("# About\n\nA loss.\n", encoding="utf-8")
    (glossary / "own").mkdir()
    (glossary / path).write_text(text, encoding="utf-8")
    if path.startswith("own"):
        settings = "site_name: S\ndocs_dir: terms\nplugins: [{glossmith: {templates: own}}]\n"
        (glossary / "mkdocs.yml").write_text(settings, encoding="utf-8")
    git("init", "-q")
    git("add", "-A")
    git("commit", "-qm", "first")
    assert main(["mentions", "diff", "HEAD"]) == 0
    assert capsys.readouterr() == ("0 added, 0 removed\n", "")


def test_a_folder_that_no_revision_holds_is_not_compared_with_itself(
    glossary: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (glossary / "mkdocs.yml").write_text(f"site_name: S\ndocs_dir: {glossary}/terms\nplugins: [glossmith]\n", "utf-8")
    git("init", "-q")
    git("add", "-A")
    git("commit", "-qm", "first")
    assert main(["mentions", "diff", "HEAD"]) == 2
    told = capsys.readouterr()
    assert told.out == ""
    assert "terms lies outside the revision; give its path from mkdocs.yml\n" in told.err


@pytest.mark.parametrize("old", ["mute", "/terms/mute/"])
def test_a_term_with_another_id_keeps_its_links(glossary: Path, old: str, capsys: pytest.CaptureFixture[str]) -> None:
    (glossary / "terms/große Datei.bin").write_bytes(bytes(range(256)))
    git("init", "-q")
    git("add", "-A")
    git("commit", "-qm", "first")
    (glossary / "terms/loss.yml").rename(glossary / "terms/cost.yml")
    (glossary / "terms/mute.yml").unlink()
    (glossary / "terms/quiet.yml").write_text(f"term: quiet\ndefinition: A loss.\nredirect_from: {old}\n", "utf-8")
    assert main(["mentions", "diff", "HEAD"]) == 0
    assert capsys.readouterr().out.splitlines() == [
        "  loss is now cost",
        "  mute is now quiet",
        "+ quiet → cost  (mention)",
        "1 added, 0 removed",
    ]
    assert main(["mentions", "diff", "HEAD", "--format", "json"]) == 0
    assert json.loads(capsys.readouterr().out)["renamed"] == {"loss": "cost", "mute": "quiet"}


def test_a_mention_behind_entities_is_told_at_its_own_place(glossary: Path, capsys: pytest.CaptureFixture[str]) -> None:
    page = "term: page\ndefinition: |\n  Great loss: great&nbsp;loss.\n\n  `great loss`\n"
    (glossary / "terms/page.yml").write_text(page, "utf-8")
    (glossary / "terms/great-loss.yml").write_text("term: great loss\ndefinition: d\n", "utf-8")
    assert main(["mentions", "page", "--format", "json"]) == 0
    told = json.loads(capsys.readouterr().out)["mentions"]
    assert [(one["line"], one["column"]) for one in told] == [(3, 3), (3, 15), (5, 4)]


def test_terms_that_share_a_name_keep_the_links_to_it_whatever_their_ids(
    glossary: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    git("init", "-q")
    git("add", "-A")
    git("commit", "-qm", "first")
    (glossary / "terms/bat-1.yml").rename(glossary / "terms/fledermaus.yml")
    assert main(["mentions", "diff", "HEAD"]) == 0
    assert capsys.readouterr().out.splitlines() == ["  bat-1 is now fledermaus", "0 added, 0 removed"]


def test_a_page_that_is_renamed_keeps_its_links(glossary: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (glossary / "terms/about.md").write_text(ABOUT, "utf-8")
    git("init", "-q")
    git("add", "-A")
    git("commit", "-qm", "first")
    (glossary / "terms/guide").mkdir()
    git("mv", "terms/about.md", "terms/guide/intro.md")
    (glossary / "terms/guide/intro.md").write_text(f"{ABOUT}\nIt is a [[bat-1]].\n", "utf-8")
    assert main(["mentions", "diff", "HEAD"]) == 0
    assert capsys.readouterr().out.splitlines() == [
        "  about.md is now guide/intro.md",
        "+ guide/intro.md → bat-1  (reference)",
        "1 added, 0 removed",
    ]
    assert main(["mentions", "diff", "HEAD", "--format", "json"]) == 0
    assert json.loads(capsys.readouterr().out)["renamed"] == {"about.md": "guide/intro.md"}


def test_a_page_is_renamed_outside_the_folder_of_the_configuration_too(
    glossary: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (glossary / "terms/about.md").write_text(ABOUT, "utf-8")
    (glossary / "site/conf").mkdir(parents=True)
    file = (glossary / "mkdocs.yml").rename(glossary / "site/conf/mkdocs.yml")
    file.write_text(FILES["mkdocs.yml"].replace("terms", "../../terms"), "utf-8")
    git("init", "-q")
    git("config", "diff.relative", "true")
    git("add", "-A")
    git("commit", "-qm", "first")
    git("mv", "terms/about.md", "terms/intro.md")
    assert main(["mentions", "diff", "HEAD", "-f", "site/conf/mkdocs.yml"]) == 0
    assert capsys.readouterr().out.splitlines() == ["  about.md is now intro.md", "0 added, 0 removed"]


def test_a_page_that_moves_with_the_docs_folder_is_not_told_as_renamed(
    glossary: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (glossary / "terms/about.md").write_text(ABOUT, "utf-8")
    git("init", "-q")
    git("add", "-A")
    git("commit", "-qm", "first")
    git("mv", "terms", "docs")
    (glossary / "mkdocs.yml").write_text(FILES["mkdocs.yml"].replace("terms", "docs"), "utf-8")
    assert main(["mentions", "diff", "HEAD"]) == 0
    assert capsys.readouterr().out == "0 added, 0 removed\n"


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such names")
def test_a_page_with_an_odd_name_is_one_line_of_a_comparison(
    glossary: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """What stands at the beginning of a line may be a command to whoever shows the output, such as `::error::`."""
    git("init", "-q")
    git("add", "-A")
    git("commit", "-qm", "first")
    (glossary / "terms/a\n::error::\x1b[31m.md").write_text("# A\n\nA loss.\n", "utf-8")
    assert main(["mentions", "diff", "HEAD"]) == 0
    told = capsys.readouterr().out
    assert [line[:4] for line in told.splitlines()] == ["+ a ", "1 ad"]
    assert "\x1b" not in told


def test_a_comparison_tells_of_entries_that_cannot_be_read(glossary: Path, capsys: pytest.CaptureFixture[str]) -> None:
    git("init", "-q")
    git("add", "-A")
    git("commit", "-qm", "first")
    (glossary / "terms/page.yml").write_text("term: [\n", "utf-8")
    assert main(["mentions", "diff", "HEAD"]) == 0
    assert "1 file with errors, as they are now" in capsys.readouterr().err
    git("commit", "-qam", "second")
    (glossary / "terms/page.yml").write_text("term: page\ndefinition: d\n", "utf-8")
    assert main(["mentions", "diff", "HEAD"]) == 0
    assert capsys.readouterr().err == "glossmith: 1 file with errors, in HEAD: links may be missing\n"


def test_a_comparison_without_a_revision_is_advised(glossary: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["mentions", "diff"]) == 1
    assert "`glossmith mentions diff main`" in capsys.readouterr().err


def test_a_revision_behind_anything_but_diff_is_wrong_use(glossary: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["mentions", "page", "HEAD"]) == 2
    assert capsys.readouterr().err == "glossmith: only `diff` takes a revision: `glossmith mentions diff HEAD`\n"


def test_a_revision_that_is_none_is_told(glossary: Path, capsys: pytest.CaptureFixture[str]) -> None:
    git("init", "-q")
    git("add", "-A")
    git("commit", "-qm", "first")
    assert main(["mentions", "diff", "nope"]) == 2
    assert "there is no revision 'nope'" in capsys.readouterr().err


@pytest.mark.parametrize("file", ["", "notes.txt", "notes.md"])
def test_a_revision_without_a_site_is_told(glossary: Path, capsys: pytest.CaptureFixture[str], file: str) -> None:
    git("init", "-q")
    if file:
        (glossary / file).write_text("x", "utf-8")
        git("add", file)
    git("commit", "-q", "--allow-empty", "-m", "first")
    assert main(["mentions", "diff", "HEAD"]) == 2
    assert capsys.readouterr().err == "glossmith: HEAD: there is no mkdocs.yml in that revision\n"


@pytest.mark.skipif(os.name == "nt", reason="symbolic links need rights on Windows")
def test_symbolic_links_of_a_revision_are_not_followed(glossary: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for name, target in (("mirror", "mute.yml"), ("nowhere", "/nowhere/at/all.yml")):
        (glossary / f"terms/{name}.yml").symlink_to(target)
    git("init", "-q")
    git("add", "-A")
    git("commit", "-qm", "first")
    for name in ("mirror", "nowhere"):
        (glossary / f"terms/{name}.yml").unlink()
    assert main(["mentions", "diff", "HEAD"]) == 0
    told = capsys.readouterr()
    assert (told.out, told.err) == ("0 added, 0 removed\n", "")


@pytest.mark.parametrize(
    ("settings", "told"),
    [
        (
            "docs_dir: terms\nplugins: [{glossmith: {linking: {mentions: fields}}}]\n",
            "in HEAD: linking.mentions: 'fields' is no choice",
        ),
        ("plugins: [\n", "in HEAD: mkdocs.yml:2:1: not YAML"),
    ],
)
def test_wrong_settings_of_a_revision_are_told_of_it(
    glossary: Path, settings: str, told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    right = (glossary / "mkdocs.yml").read_text(encoding="utf-8")
    (glossary / "mkdocs.yml").write_text(settings, encoding="utf-8")
    git("init", "--quiet")
    git("add", ".")
    git("commit", "--quiet", "--message", "before")
    (glossary / "mkdocs.yml").write_text(right, encoding="utf-8")
    assert main(["mentions", "diff", "HEAD"]) == 2
    assert capsys.readouterr().err.startswith(f"glossmith: {told}")


def test_a_hook_of_a_worktree_may_compare_a_site_further_down(
    glossary: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Git gives such a hook the repository, and not the folder of its files."""
    (glossary / "site").mkdir()
    for name in ("mkdocs.yml", "terms"):
        (glossary / name).rename(glossary / "site" / name)
    git("init", "-q")
    git("add", "-A")
    git("commit", "-qm", "first")
    monkeypatch.setenv("GIT_DIR", str(glossary / ".git"))
    assert main(["mentions", "diff", "HEAD", "-f", "site/mkdocs.yml"]) == 0
    assert capsys.readouterr().out == "0 added, 0 removed\n"


def test_outside_a_repository_a_comparison_is_refused(glossary: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["mentions", "diff", "HEAD"]) == 2
    assert "git: " in capsys.readouterr().err
