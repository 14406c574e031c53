"""`glossmith wanted`."""

from __future__ import annotations

import json
from typing import Any

FILES = {
    "terms/tide.yml": "term: tide\ndefinition: Rise of the sea by the [[moon]].\nbackground: A tide gauge with GPS.\n",
    "terms/ebb.yml": "term: ebb\ndefinition: See [[moon]] and [[sun]].\nbackground: A tide gauge with GPS.\n",
    "terms/flood.yml": "term: flood\ndefinition: Water.\nbackground: The tide gauge.\n",
    "terms/page.md": "# Page\n\nSee [[moon]].\n",
}


def test_it_tells_how_often_and_where_a_term_is_wanted(project: Any, run: Any) -> None:
    project(FILES)
    ran = run("wanted", "--no-candidates")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.splitlines() == [
        "wanted  times  where",
        "moon    3      terms/ebb.yml:2 and 2 more",
        "sun     1      terms/ebb.yml:2",
    ]


def test_descriptions_of_categories_and_organizations_want_terms_too(project: Any, run: Any) -> None:
    described = "{{title: T, name: N, description: 'Of the [[{0}]].'}}\n"
    vocabularies = {
        "terms/_categories.yml": f"sea: {described.format('moon')}".replace(" name: N,", ""),
        "terms/_organizations.yml": f"port: {described.format('lock')}".replace(" title: T,", ""),
    }
    project({**FILES, **vocabularies})
    lines = run("wanted", "--no-candidates").out.splitlines()
    assert "moon    4      terms/ebb.yml:2 and 3 more" in lines
    assert "lock    1      terms/_organizations.yml:1" in lines


def test_it_tells_what_is_used_and_not_defined(project: Any, run: Any) -> None:
    project(FILES)
    assert run("wanted").out.splitlines()[3:] == [
        "",
        "not defined  terms  where",
        "tide gauge   3      terms/ebb.yml:3 and 2 more",
        "GPS          2      terms/ebb.yml:3 and 1 more",
    ]


def test_a_limit_counts_the_others(project: Any, run: Any) -> None:
    project(FILES)
    out = run("wanted", "--limit", "1").out
    assert "… and 1 more; --limit 2 shows all" in out
    assert "sun" not in out
    assert "GPS" not in out


def test_without_a_limit_tables_have_forty_names_and_json_has_all(project: Any, run: Any) -> None:
    text = " ".join(f"[[name {number}]]" for number in range(45))
    project({"terms/a.yml": f"term: a\ndefinition: {text!r}\n"})
    lines = run("wanted").out.splitlines()
    assert len([line for line in lines if line.startswith("name ")]) == 40
    assert lines[-1] == "… and 5 more; --limit 45 shows all"
    assert "default: 40" in run("wanted", "--help").out
    assert len(json.loads(run("wanted", "--format", "json").out)["wanted"]) == 45


def test_json_has_every_place(project: Any, run: Any) -> None:
    project(FILES)
    listed = json.loads(run("wanted", "--format", "json").out)
    assert [(one["name"], one["count"]) for one in listed["wanted"]] == [("moon", 3), ("sun", 1)]
    assert {"path": "terms/page.md", "line": 3, "column": 5} in listed["wanted"][0]["places"]
    assert [(one["name"], one["shape"]) for one in listed["candidates"]] == [
        ("tide gauge", "phrase"), ("GPS", "abbreviation"),
    ]  # fmt: skip
    assert listed["candidates"][1]["places"][1] == {"path": "terms/tide.yml", "line": 3, "column": 31}


def test_where_nothing_is_wanted_it_says_so(project: Any, run: Any) -> None:
    project({"terms/a.yml": "term: a\ndefinition: x\n"})
    assert (run("wanted").code, run("wanted").out) == (0, "no term is wanted\n")
    assert json.loads(run("wanted", "--format", "json").out) == {"wanted": [], "candidates": []}


def test_a_limit_must_be_a_number_of_names(project: Any, run: Any) -> None:
    project(FILES)
    ran = run("wanted", "--limit", "0")
    assert (ran.code, ran.err) == (2, "glossmith: --limit: must be 1 or more\n")


def test_broken_entries_are_no_obstacle(project: Any, run: Any) -> None:
    project({**FILES, "terms/broken.yml": "term: [\n"})
    assert run("wanted").code == 0
