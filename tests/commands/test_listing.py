"""`glossmith list` and `glossmith show`: the glossary on a terminal, and for programs."""

from __future__ import annotations

import json
import os
import sys

import pytest

from glossmith import pipeline
from glossmith.hosts import screen
from glossmith.hosts.settings_file import settings_of
from glossmith.report.table import table
from glossmith.report.terminal import cut, painted, visible, width, wrapped


def listed(out):
    return [line.split()[0] for line in out.splitlines()[1:]]


def test_all_terms_are_listed_in_aligned_columns(harbour, run):
    ran = run("list")
    lines = ran.out.splitlines()
    assert ran.code == 0
    assert lines[0].split() == ["id", "term", "category", "tags", "status"]
    assert listed(ran.out) == ["bank-money", "sandbank", "berth", "quay", "sloop", "cjk"]
    columns = [width(line[: line.index(line.split()[-1], 20)]) for line in lines]
    assert len(set(columns)) == 1
    assert "\x1b" not in ran.out


@pytest.mark.parametrize(
    ("options", "ids"),
    [
        (["--category", "Places"], ["berth", "quay"]),
        (["--category", "ships"], ["sloop"]),
        (["--tag", "MOORING"], ["berth", "quay"]),
        (["--tag", "mooring", "--category", "sailing"], []),
        (["--status", "draft"], ["sloop"]),
        (["--status", "published", "--tag", "stone"], ["quay"]),
    ],
)
def test_filters_leave_some(harbour, run, options, ids):
    assert listed(run("list", *options).out) == ids


@pytest.mark.parametrize(
    ("options", "advice"),
    [
        (["--category", "shpis"], "there is no category 'shpis'; did you mean `ships`?"),
        (["--tag", "moorings"], "there is no tag 'moorings'; did you mean `mooring`?"),
        (["--tag", "xyz"], "there is no tag 'xyz'\n"),
    ],
)
def test_a_filter_that_nothing_has_is_wrong_use(harbour, run, options, advice):
    ran = run("list", *options)
    assert ran.code == 2
    assert advice in ran.err


def test_json_has_the_shape_of_the_table_of_terms(harbour, run):
    edition = pipeline.read(settings_of(None))
    everything = json.loads(pipeline.table_of_terms(edition, pipeline.plan(edition)))
    assert json.loads(run("list", "--format", "json").out) == everything
    some = json.loads(run("list", "--format", "json", "--tag", "mooring").out)
    assert some["terms"] == [one for one in everything["terms"] if "mooring" in one["tags"]]
    assert json.loads(run("show", "quay", "--format", "json").out) in everything["terms"]


CARD = """\
quay
quay · Places · stone, mooring · published

Wall at which ships lie.

Also:     wharf
Found by: key
Broader:  berth
Used in:  berth

terms/quay.yml
"""


@pytest.mark.parametrize("name", ["quay", "Quay", "WHARF", "key"])
def test_a_term_is_shown_by_its_id_or_any_name(harbour, run, name):
    ran = run("show", name)
    assert (ran.code, ran.out, ran.err) == (0, CARD, "")


def test_a_page_without_a_title_is_named_by_its_file(harbour, run):
    (harbour / "terms" / "guide.md").write_text("To the [[quay]].\n", encoding="utf-8")
    assert "\nUsed in:  guide.md, berth\n" in run("show", "quay").out


def test_a_name_of_two_terms_lists_both(harbour, run):
    ran = run("show", "bank")
    assert ran.code == 1
    assert ran.err.splitlines() == [
        "glossmith: 2 terms are called `bank`; name one by its id:",
        "  bank-money  bank (money)",
        "  sandbank  bank (sand)",
    ]
    assert run("show", "bank (sand)").out.startswith("bank (sand)\nsandbank ·")


@pytest.mark.parametrize(("name", "told"), [("quai", "; did you mean `quay`?"), ("no such term", "")])
def test_a_name_of_no_term_is_told_with_a_guess(harbour, run, name, told):
    ran = run("show", name)
    assert (ran.code, ran.out, ran.err) == (1, "", f"glossmith: no term is called `{name}`{told}\n")


def test_a_misspelling_is_never_the_guess(harbour, run):
    assert "`key`" not in run("show", "kye").err


def test_broken_entries_do_not_stop_the_list(project, run):
    project({"terms/a.yml": "term: a\ndefinition: b\n", "terms/b.yml": "term: [", "terms/c.yml": "term: c\n"})
    assert listed(run("list").out) == ["a"]
    assert run("show", "c").code == run("show", "b").code == 1


def test_an_empty_glossary_is_a_head_alone(project, run):
    project({})
    assert run("list").out.split() == ["id", "term", "category", "tags", "status"]


def test_a_table_fits_the_terminal_and_counts_wide_characters_twice():
    rows = [("学习率", "x" * 50), ("learning-rate", "y\x1b[31m\n z")]
    lines = list(table(("id", "tags"), rows, 30))
    assert [width(line) for line in lines] == [19, 30, 23]
    assert lines[1] == f"学习率         {'x' * 14}…"
    assert lines[2] == "learning-rate  y�[31m z"
    assert list(table(("id", "tags"), rows))[1].endswith("x" * 50)


@pytest.mark.parametrize(
    ("text", "columns", "made"),
    [
        ("harbour", 7, "harbour"),
        ("harbour", 6, "harbo…"),
        ("港港港", 5, "港港…"),
        ("e\u0301e\u0301", 2, "e\u0301e\u0301"),
        ("a b", 3, "a b"),
    ],
)
def test_a_text_is_cut_at_columns_not_characters(text, columns, made):
    assert cut(text, columns) == made
    assert width(made) <= columns


def test_words_are_wrapped_and_signs_that_steer_the_terminal_are_not_shown():
    assert wrapped("one two  three", 9, "  ") == "  one two\n  three"
    assert wrapped("averylongword", 4) == "averylongword"
    assert visible("a\u202eb\x07\nc") == "a�b� c"


def test_colour_is_for_terminals_and_for_those_who_want_it(monkeypatch):
    for name in ("NO_COLOR", "FORCE_COLOR"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(sys.stdout, "isatty", lambda: False, raising=False)
    assert screen.paint()("x", "1") == "x"
    assert screen.columns() is None
    monkeypatch.setenv("FORCE_COLOR", "1")
    assert screen.paint() is painted
    monkeypatch.setenv("NO_COLOR", "1")
    assert screen.paint()("x", "1") == "x"
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True, raising=False)
    monkeypatch.delenv("COLUMNS", raising=False)
    monkeypatch.setattr(os, "get_terminal_size", lambda *_: os.terminal_size((77, 9)))
    assert screen.columns() == 77
