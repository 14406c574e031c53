"""`glossmith new`: a file in the right place, pleasant to fill in, that never takes the place of another."""

from __future__ import annotations

import pytest
import yaml

from glossmith.edits.naming import id_for
from glossmith.edits.skeleton import OFFERED
from glossmith.hosts.command import main
from glossmith.model.fields import FIELDS

CONFIGURATION = "site_name: Site\ndocs_dir: terms\nplugins: [glossmith]\n"
RATE = "term: learning rate\nsynonyms: [step size]\ndefinition: A rate.\nredirect_from: [lr]\ntags: [training]\n"


@pytest.fixture(name="terms")
def make_terms(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1767225600")
    (tmp_path / "mkdocs.yml").write_text(CONFIGURATION, encoding="utf-8")
    (tmp_path / "terms").mkdir()
    (tmp_path / "terms" / "learning-rate.yml").write_text(RATE, encoding="utf-8")
    (tmp_path / "terms" / "_categories.yml").write_text("optimization: Optimization\n", encoding="utf-8")
    return tmp_path / "terms"


def names(terms) -> set[str]:
    return {str(file.relative_to(terms)) for file in terms.rglob("*") if file.is_file()} - {
        "learning-rate.yml",
        "_categories.yml",
    }


def test_a_new_entry_is_written_and_its_path_printed(terms, capsys):
    assert main(["new", "Adam Optimizer"]) == 0
    captured = capsys.readouterr()
    assert captured.out == "terms/adam-optimizer.yml\n"
    text = (terms / "adam-optimizer.yml").read_text(encoding="utf-8")
    assert text.startswith("term: Adam Optimizer\n# What the term means, in one or two sentences.\ndefinition:\n")
    assert "# Known: optimization\n# category: optimization\n" in text
    assert "# Known: training\n# tags:" in text


def test_the_only_thing_to_do_is_to_define_it(terms, capsys):
    main(["new", "Adam Optimizer"])
    assert main(["check"]) == 1
    out = capsys.readouterr().out
    assert "`definition` is empty" in out
    assert "1 error" in out
    file = terms / "adam-optimizer.yml"
    file.write_text(file.read_text(encoding="utf-8").replace("definition:\n", "definition: An X.\n"), encoding="utf-8")
    assert main(["check"]) == 0


def test_every_optional_field_is_good_once_its_comment_sign_is_gone(terms, capsys):
    main(["new", "x"])
    lines = (terms / "x.yml").read_text(encoding="utf-8").split("\n")
    for row in FIELDS:
        lines = [
            line.removeprefix("# ") if line.startswith((f"# {row.name}:", "#   ")) else line
            for line in lines
            if row.name in OFFERED
        ] or lines
    text = "\n".join(lines).replace("definition:\n", "definition: An X.\n").replace("…", "y")
    entry = yaml.load(text, yaml.BaseLoader)
    assert set(OFFERED) <= set(entry)
    text = (
        text.replace("[hyperparameter]", "[learning-rate]").replace("[batch-size]", "[]").replace("[step size]", "[y]")
    )
    (terms / "x.yml").write_text(text, encoding="utf-8")
    capsys.readouterr()
    assert main(["check", "--strict"]) == 0, capsys.readouterr().out


IDS = {
    "Adam Optimizer": "adam-optimizer",
    "naïve Bayes": "naive-bayes",
    "Straße": "strasse",
    "Łukasz Ødegård": "lukasz-odegard",
    "Æther": "aether",
    "β-VAE": "beta-vae",
    "C++": "c-plus-plus",
    "学习率": "学习率",
    "скорость обучения": "скорость-обучения",
    "a/b \\ ../c": "a-b-c",
    "_private": "private",
    ".hidden": "hidden",
    "!!!": "u21-u21-u21",
    "con.": "con",
}


@pytest.mark.parametrize(("name", "id_"), IDS.items())
def test_the_id_is_made_from_the_name(terms, name, id_):
    assert id_for(name) == id_
    assert main(["new", name]) == 0
    assert names(terms) == {f"{id_}.yml"}
    assert yaml.safe_load((terms / f"{id_}.yml").read_text(encoding="utf-8"))["term"] == name


@pytest.mark.parametrize(
    "name", ["a: b", "# x", "no", "1984", "'x'", "*x", "- x", "{x}", "null", "@x", "x #y", "é\u00a0è"]
)
def test_a_name_that_yaml_would_misread_is_quoted(terms, name):
    assert main(["new", name]) == 0
    (file,) = names(terms)
    assert yaml.safe_load((terms / file).read_text(encoding="utf-8"))["term"] == " ".join(name.split())


REFUSED = [
    (["new", "Learning  Rate"], 1, "is called `Learning Rate`"),
    (["new", "step size"], 1, "`learning rate` (terms/learning-rate.yml) is called `step size`"),
    (["new", "x", "--id", "Learning-Rate"], 1, "the id `Learning-Rate` is taken"),
    (["new", "lr"], 1, "is an old id of `learning rate`"),
    (["new", "x", "--id", "../x"], 1, "cannot be an id"),
    (["new", "x", "--id", "_x"], 1, "cannot be an id"),
    (["new", "x", "--id", "a b"], 1, "contains ` `"),
    (["new", "y" * 301], 1, "has 301 characters"),
    (["new", "a\u0000b"], 1, "is not allowed"),
    (["new", " "], 1, "needs a name"),
    (["new"], 2, "--from-wanted"),
    (["new", "x", "--from-wanted"], 2, "--from-wanted alone"),
    (["new", "x", "--in", ".."], 2, "not inside of the folder of entries"),
    (["new", "x", "--in", "/"], 2, "not inside of the folder of entries"),
    (["new", "x", "--in", "_y"], 2, "hold no entries"),
    (["new", "x", "--in", "learning-rate.yml"], 2, "is no folder"),
]


@pytest.mark.parametrize(("arguments", "code", "message"), REFUSED)
def test_what_cannot_be_is_refused(terms, capsys, arguments, code, message):
    assert main(arguments) == code
    assert message in capsys.readouterr().err
    assert names(terms) == set()


def test_another_thing_of_the_same_name_needs_an_id_and_says_which_it_is(terms):
    assert main(["new", "learning rate", "--id", "learning-rate-of-people"]) == 0
    assert "\ndisambiguation:\n" in (terms / "learning-rate-of-people.yml").read_text(encoding="utf-8")


def test_a_name_that_is_nearly_taken_is_pointed_out(terms, capsys):
    assert main(["new", "lerning rates"]) == 0
    assert "`learning rate` (terms/learning-rate.yml) is nearly called that" in capsys.readouterr().err


def test_a_name_that_only_search_knows_is_pointed_out(terms, capsys):
    (terms / "adam.yml").write_text("term: Adam\ndefinition: Optimizer.\nhidden_terms: [addam]\n", encoding="utf-8")
    assert main(["new", "Addam"]) == 0
    assert "`Adam` (terms/adam.yml) is nearly called that" in capsys.readouterr().err


@pytest.mark.parametrize("folder", ["sub", "terms/sub", "sub/../sub"])
def test_a_folder_is_given_from_here_or_from_the_entries(terms, folder):
    assert main(["new", "x", "--in", folder]) == 0
    assert names(terms) == {"sub/x.yml"}


def test_a_link_does_not_lead_out_of_the_folder(terms, tmp_path_factory, capsys):
    (terms / "out").symlink_to(tmp_path_factory.mktemp("elsewhere"))
    assert main(["new", "x", "--in", "out"]) == 2
    (terms / "y.yml").symlink_to("/nowhere/y.yml")
    assert main(["new", "y"]) in {1, 2}
    assert (terms / "y.yml").is_symlink()


def test_a_dry_run_prints_the_entry_and_writes_nothing(terms, capsys):
    assert main(["new", "x", "--dry-run"]) == 0
    assert capsys.readouterr().out.startswith("terms/x.yml:\n  term: x\n")
    assert names(terms) == set()


def test_a_wanted_term_with_another_number_is_another_term(terms, capsys):
    (terms / "one.yml").write_text("term: L1 norm\ndefinition: Unlike the [[L2 norm]].\n", encoding="utf-8")
    assert main(["new", "--from-wanted"]) == 0
    assert capsys.readouterr() == ("terms/l2-norm.yml\n", "")


def test_that_no_term_is_wanted_is_said_only_if_none_is(terms, capsys):
    assert main(["new", "--from-wanted"]) == 0
    assert capsys.readouterr() == ("", "no term is wanted\n")
    (terms / "one.yml").write_text("term: one\ndefinition: '[[lerning rate]]'\n", encoding="utf-8")
    assert main(["new", "--from-wanted"]) == 0
    assert capsys.readouterr() == ("", "left out `lerning rate` (terms/one.yml): it is nearly `learning rate`\n")


def test_of_a_wanted_term_and_its_plural_one_becomes_a_draft(terms, capsys):
    (terms / "one.yml").write_text("term: one\ndefinition: '[[tide tables]], [[tide table]]'\n", encoding="utf-8")
    assert main(["new", "--from-wanted"]) == 0
    captured = capsys.readouterr()
    assert captured.out == "terms/tide-table.yml\n"
    assert "left out `tide tables` (terms/one.yml): it is nearly `tide table`, another wanted term" in captured.err


def test_wanted_terms_become_drafts_the_most_wanted_first(terms, capsys):
    (terms / "a.yml").write_text(
        "term: a\ndefinition: '[[Bar]], [[foo]], [[foo#x]], [[lerning rate]], [[lr]], [[foo-bar]], [[Foo bar|t]]'\n",
        encoding="utf-8",
    )
    (terms / "about.md").write_text("[[Foo]] [[bar|x]] [[bar]] [[Foo bar]]\n", encoding="utf-8")
    assert main(["new", "--from-wanted"]) == 0
    captured = capsys.readouterr()
    assert captured.out == "terms/bar.yml\nterms/foo.yml\nterms/foo-bar.yml\n"
    assert "left out `lerning rate` (terms/a.yml): it is nearly `learning rate`" in captured.err
    text = (terms / "bar.yml").read_text(encoding="utf-8")
    assert text.startswith("# Wanted 3 times, by terms/a.yml and 1 more.\nterm: bar\ndefinition: To be written.\n")
    assert "\nstatus: draft\n" in text
    assert main(["check"]) == 0
    capsys.readouterr()
    assert main(["new", "--from-wanted"]) == 0
    assert capsys.readouterr().out == ""
