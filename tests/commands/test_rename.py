"""`glossmith rename`: the file, the name, the id and what points at them change, or nothing does."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from glossmith.hosts import rename as host
from glossmith.hosts.command import main

CONFIGURATION = "site_name: Site\ndocs_dir: terms\nplugins: [glossmith]\n"


class Site:
    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.terms = folder / "terms"
        self.terms.mkdir()
        (folder / "mkdocs.yml").write_text(CONFIGURATION, encoding="utf-8")

    def write(self, **files: str) -> Site:
        for name, text in files.items():
            file = self.terms / name
            file.parent.mkdir(exist_ok=True)
            (file if "." in name else file.with_suffix(".yml")).write_bytes(text.encode())
        return self

    def contents(self) -> dict[str, str]:
        files = (file for file in sorted(self.terms.rglob("*")) if file.is_file())
        return {str(file.relative_to(self.terms)): file.read_bytes().decode() for file in files}

    def __getitem__(self, name: str) -> str:
        return (self.terms / name).read_bytes().decode()


@pytest.fixture(name="site")
def make_site(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    return Site(tmp_path)


def entry(name: str, more: str = "") -> str:
    return f"term: {name}\ndefinition: A thing.\n{more}"


RELATED = "related_terms:\n  - {id} # by id\n  - GD\nreplaced_by: {name}\n"
PROSE = "background: |\n  [[{name}]], [[{id}|it]], [[{id}#use|u]], [[GD]].\n"
LINKS = "background: |\n  [x]({id}.yml#use), `[x](gradient-descent.yml)`,\n  [y][z]\n\n  [z]: {id}.yml\n"
PAGE = "[x]({id}.yml) [[{name}]]\r\n\n```\n[x](gradient-descent.yml) [[gradient descent]]\n```\n"


def everything(name: str, id_: str) -> dict[str, str]:
    """A glossary that speaks of a term in every way."""
    return {
        "_categories.yml": f'm: {{title: M, description: "About [[{name}]]."}}\n',
        "a.yml": entry("a", RELATED.format(name=name, id=id_)),
        "about.md": PAGE.format(name=name, id=id_),
        "b.yml": entry("b", PROSE.format(name=name, id=id_)),
        "c.yml": entry("c", LINKS.format(name=name, id=id_)),
        f"{id_}.yml": f"term: \"{name}\" # name\r\nsynonyms: [GD]\r\ndefinition: 'A [[{name}]].'\r\n",
        "sub/d.yml": entry("d", f"background: see [x](../{id_}.yml)"),
    }


def test_a_new_name_makes_a_new_id_and_everything_follows(site, capsys):
    site.write(**everything("gradient descent", "gradient-descent"))
    assert main(["rename", "gradient descent", "Steepest Descent"]) == 0
    after = everything("Steepest Descent", "steepest-descent")
    after["steepest-descent.yml"] += "redirect_from: [gradient-descent]\r\n"
    assert site.contents() == after
    said = capsys.readouterr().out
    assert "`gradient descent` is `Steepest Descent` now" in said
    assert "terms/gradient-descent.yml -> terms/steepest-descent.yml" in said
    assert "add it to `synonyms`" in said
    assert main(["check"]) == 0


@pytest.mark.parametrize(("folder", "seen"), [("docs/words", "../words"), ("words", "../glossary")])
def test_links_of_pages_to_an_entry_in_another_folder_follow(tmp_path, monkeypatch, capsys, folder, seen):
    """One outside the docs folder counts as if it stood in the folder of the glossary's pages."""
    monkeypatch.chdir(tmp_path)
    settings = f"site_name: S\nplugins: [{{glossmith: {{entries: {folder}, path: glossary}}}}]\n"
    page = tmp_path / "docs/guide/page.md"
    for file, text in ((page, f"[x]({seen}/tide.yml#use) [y](tide.yml)\n"), (tmp_path / "mkdocs.yml", settings)):
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8")
    (tmp_path / folder).mkdir()
    (tmp_path / folder / "tide.yml").write_text(entry("tide"), "utf-8")
    assert main(["check", "--select", "orphan-term", "--severity", "hint"]) == 0
    assert "all is well" in capsys.readouterr().out
    assert main(["rename", "tide", "ebb"]) == 0
    assert page.read_text("utf-8") == f"[x]({seen}/ebb.yml#use) [y](tide.yml)\n"


NAMES = [
    # file, its text, OLD, NEW -> file, name, id line
    ("adam", entry("Adam"), "adam", "adam-optimizer", "adam-optimizer", "term: Adam\n"),
    ("adam", entry("Adam"), "Adam", "adam-optimizer", "adam-optimizer", "term: adam-optimizer\n"),
    ("adam", entry("Adam"), "adam", "Adam optimizer", "adam-optimizer", "term: Adam optimizer\n"),
    ("momentum", entry("momentum"), "momentum", "inertia", "inertia", "term: inertia\n"),
    ("momentum", entry("momentum"), "momentum", "inertia.yml", "inertia", "term: momentum\n"),
    ("momentum", entry("momentum"), "momentum.yml", "inertia.yml", "inertia", "term: momentum\n"),
    ("momentum", entry("momentum"), "momentum", "Momentum", "momentum", "term: Momentum\n"),
    ("nb", entry("naive Bayes"), "nb", "naïve Bayes", "naive-bayes", "term: naïve Bayes\n"),
    ("x", entry("x"), "x", "学习率", "学习率", "term: 学习率\n"),
    ("x", entry("x", "id: y\n"), "y", "Zed", "x", "id: zed\n"),
    ("y", entry("x", "id: y # here\n"), "y", "Zed", "zed", "id: zed # here\n"),
    ("x", entry("x", "synonyms: [Zed, b]\n"), "x", "zed", "zed", "synonyms: [b]\n"),
    ("x", entry("x", "redirect_from: zed\n"), "x", "Zed", "zed", "redirect_from: [x]\n"),
    ("x", entry("x", "redirect_from:\n- w\n"), "x", "Zed", "zed", "redirect_from:\n- w\n- x\n"),
    ("x", entry("x", "redirect_from: w"), "x", "Zed", "zed", "redirect_from: [w, x]"),
    ("x", entry("x"), "x", "a: b", "a-b", "term: 'a: b'\n"),
]  # fmt: skip


@pytest.mark.parametrize(("file", "text", "old", "new", "moved", "line"), NAMES)
def test_what_a_new_name_means(site, file, text, old, new, moved, line):
    site.write(**{file: text})
    assert main(["rename", old, new]) == 0
    assert list(site.contents()) == [f"{moved}.yml"]
    assert line in site[f"{moved}.yml"]
    assert main(["check"]) == 0


def test_references_that_still_lead_there_stay_as_they_are(site):
    other = entry("o", "related_terms: [momentum, M]\nbackground: '[[momentum]]'\n")
    site.write(momentum=entry("momentum", "abbreviation: M\n"), o=other)
    assert main(["rename", "momentum", "classical.yml"]) == 0
    assert site["o.yml"] == other


def test_a_title_with_its_disambiguation_follows(site):
    site.write(
        a=entry("transformer", "disambiguation: electricity\n"),
        b=entry("transformer", "disambiguation: networks\n"),
        c=entry("c", "background: '[[transformer (networks)]] and [[transformer (electricity)|t]]'\n"),
    )
    assert main(["rename", "b", "attention network"]) == 0
    assert "'[[attention network (networks)]] and [[transformer (electricity)|t]]'" in site["c.yml"]


@pytest.mark.parametrize(
    "broken", ["[[hill\n  walking]]", "> [[hill\n  > walking|up]]", "- > see [[hill\n  walking#x]]"]
)
def test_a_reference_over_two_lines_follows_also_in_a_quotation(site, broken):
    walk = entry("hill walking", "sections:\n  - {title: X, body: So.}\n")
    site.write(a=walk, b=entry("b", f"background: |\n  {broken}\n"))
    assert main(["rename", "hill walking", "climb"]) == 0
    assert "[[climb" in site["b.yml"]
    assert main(["check", "--strict"]) == 0


def test_a_dry_run_shows_what_would_change_and_changes_nothing(site, capsys):
    site.write(a=entry("a"), b=entry("b", "related_terms: [a]"))
    before = site.contents()
    assert main(["rename", "a", "new one", "--dry-run"]) == 0
    assert site.contents() == before
    shown = capsys.readouterr().out
    assert main(["rename", "a", "new one"]) == 0
    after = site.contents()
    for name in after:
        (site.terms / name).unlink()
    site.write(**before)
    subprocess.run(["git", "apply", "-"], input=shown.encode(), cwd=site.folder, check=True)
    assert site.contents() == after


REFUSED = [
    ({"a": entry("a")}, "b", "c", "no term is called `b`"),
    ({"adam": entry("Adam")}, "adm", "c", "did you mean `Adam`?"),
    ({"a": entry("a", "synonyms: [s]\n"), "b": entry("b", "synonyms: [s]\n")}, "s", "c", "`s` names `a`"),
    ({"a": entry("a"), "b": entry("b")}, "a", "B", "`b` is taken by `b` (terms/b.yml)"),
    ({"a": entry("a"), "b": entry("b", "synonyms: [New Name]\n")}, "a", "new name", "is taken by `b`"),
    ({"a": entry("a"), "b": entry("b", "redirect_from: [c]\n")}, "a", "c", "then terms/b.yml would have an error"),
    ({"a": entry("a"), "b": "term: b\nrelated_terms: [a\n"}, "a", "c", "mend that first"),
    ({"a": "term: a\ndefinition: x\nrelatedterms: [b]\n"}, "a", "c", "mend that first"),
    ({"a": entry("a")}, "a", "a", "`a` is called that already"),
    ({"a": entry("a")}, "a", "../b.yml", "cannot be an id"),
    ({"a": entry("a")}, "a", "b c.yml", "contains ` `"),
    ({"a": entry("a"), "b": entry("b", "x: &a [a]\nrelated_terms: *a\n")}, "a", "c", "mend that first"),
    ({"a": entry("a"), "b": entry("b", "part_of: &a [a]\nrelated_terms: *a\n")}, "a", "c", ""),
    ({"a": entry("a"), "b": entry("b", "part_of: [&a a]\nrelated_terms: [*a]\n")}, "a", "c", "for certain"),
    ({"a": entry("a"), "b": entry("b")}, "a", "x " * 150 + "x", "`term` has 301 characters"),
]  # fmt: skip


@pytest.mark.parametrize(("files", "old", "new", "message"), REFUSED)
def test_a_rename_that_is_not_safe_is_refused_and_changes_nothing(site, capsys, files, old, new, message):
    before = site.write(**files).contents()
    code = main(["rename", old, new])
    if message:
        assert code == 1
        assert message in capsys.readouterr().err
        assert site.contents() == before
    else:
        assert code == 0


def test_a_file_in_the_way_is_not_overwritten(site, capsys):
    site.write(a=entry("a"), b=entry("b", "id: other\n"))
    before = site.contents()
    assert main(["rename", "a", "B.yml"]) == 1 or not (site.terms / "B.yml").exists()
    assert main(["rename", "a", "b.yml"]) == 1
    assert site.contents() == before


def test_an_empty_name_is_wrong_use(site):
    site.write(a=entry("a"))
    assert main(["rename", "a", " "]) == 2


def test_a_write_that_fails_half_way_is_undone(site, capsys, monkeypatch):
    site.write(a=entry("a"), b=entry("b", "related_terms: [a]\n"), c=entry("c", "related_terms: [a]\n"))
    before = site.contents()
    replace = Path.replace

    def fail(self: Path, target: Path) -> Path:
        if target == site.terms / "c.yml" and b"[d]" in self.read_bytes():
            raise OSError(28, "No space left on device", str(target))
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", fail)
    assert main(["rename", "a", "d"]) == 2
    assert "No space left on device" in capsys.readouterr().err
    assert site.contents() == before


def test_nothing_is_written_while_new_texts_are_tried(site, monkeypatch):
    site.write(a=entry("a"), b=entry("b", "related_terms: [a]\n"))
    written = []
    rewrite = host.rewrite
    monkeypatch.setattr(host, "rewrite", lambda contents: (written.append(list(contents)), rewrite(contents)))
    assert main(["rename", "a", "c"]) == 0
    tried, real = written
    assert all(not file.is_relative_to(site.folder) for file in tried)
    assert real == [site.terms / "c.yml", site.terms / "a.yml", site.terms / "b.yml"]


def test_a_navigation_that_names_the_file_is_pointed_out(site, capsys):
    site.write(alpha=entry("alpha"))
    (site.folder / "mkdocs.yml").write_text(CONFIGURATION + "nav: [alpha.yml]\n", encoding="utf-8")
    assert main(["rename", "alpha", "beta"]) == 0
    assert "mkdocs.yml speaks of alpha.yml" in capsys.readouterr().out


def test_old_references_in_other_branches_can_be_mended_later(site):
    site.write(alpha=entry("alpha"))
    assert main(["rename", "alpha", "beta"]) == 0
    site.write(late=entry("late", "related_terms: [alpha]\nbackground: '[[alpha|it]]'\n"))
    assert main(["check", "--fix"]) == 0
    assert site["late.yml"] == entry("late", "related_terms: [beta]\nbackground: '[[beta|it]]'\n")


def test_a_term_that_is_renamed_back_is_as_it_was_but_for_the_old_id(site):
    site.write(**everything("gradient descent", "gradient-descent"))
    before = site.contents()
    assert main(["rename", "gradient descent", "Steepest Descent"]) == 0
    assert main(["rename", "Steepest Descent", "gradient descent"]) == 0
    before["gradient-descent.yml"] += "redirect_from: [steepest-descent]\r\n"
    assert site.contents() == before
