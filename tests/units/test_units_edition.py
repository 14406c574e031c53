"""An edition is the same whatever the order, the number of processes and the memory; search and export follow it."""

from __future__ import annotations

import json
import os
import random
from pathlib import Path
from typing import Any

import pytest

from glossmith import pipeline
from glossmith.hosts.build import Build
from glossmith.hosts.crew import Crew
from glossmith.model.edition import Edition
from glossmith.model.page import SearchEntry
from glossmith.model.plan import Job
from scratch import Scratch, all_pages, brief

FILES = {
    "terms/b.yml": "term: beta\ndefinition: See [[alpha]] and [[nothing]].\nsynonyms: [b2, shared]\ntags: [T, u]\n",
    "terms/a.yml": "term: alpha\ndefinition: First.\nrelated_terms: [beta, nobody]\ncategory: One\ntags: [t]\n",
    "terms/sub/a.yml": "term: second a\ndefinition: d\n",
    "terms/sub/c.yml": "term: Alpha\ndefinition: d\nbroader_terms: [d]\nabbreviation: shared\ncategory: one\n",
    "terms/z/d.yml": "term: delta\ndefinition: d\nbroader_terms: [c]\ndevelopers: [Org, org]\n",
    "terms/e.yml": "term: [",
    "terms/guide.md": "# Guide\n\n[[alpha]], [[beta]], [[nothing]] and [d](z/d.yml).\n",
    "terms/more.md": "# More\n\n[[beta]]\n",
}


def summary(edition: Edition) -> list[Any]:
    """Everything that comes of an edition."""
    site = pipeline.plan(edition)
    files = [pipeline.table_of_terms(edition, site), pipeline.previews(edition, site)]
    return [edition.findings, all_pages(edition), files, site.jobs(), site.indexes()]


def test_the_order_in_which_a_disk_lists_files_does_not_matter(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    scratch = Scratch(tmp_path, FILES)
    expected = summary(scratch.read())
    scandir = os.scandir
    for seed in range(5):
        chance = random.Random(seed)

        def shuffled(folder: str, chance: random.Random = chance) -> list[os.DirEntry[str]]:
            entries = list(scandir(folder))
            chance.shuffle(entries)
            return entries

        monkeypatch.setattr(os, "scandir", shuffled)
        assert summary(scratch.read()) == expected


def test_the_number_of_processes_does_not_matter(tmp_path: Path) -> None:
    settings = Scratch(tmp_path, FILES).settings()
    assert summary(pipeline.read(settings, each=Crew(2).each)) == summary(pipeline.read(settings))


def test_reading_again_from_memory_gives_the_same(tmp_path: Path) -> None:
    scratch = Scratch(tmp_path, FILES)
    memory = pipeline.Memory()
    first = pipeline.read(scratch.settings(), memory)
    again = pipeline.read(scratch.settings(), memory)
    assert summary(again) == summary(first) == summary(scratch.read())


def test_a_file_that_changes_comes_and_goes_is_read_again(tmp_path: Path) -> None:
    scratch = Scratch(tmp_path, FILES)
    memory = pipeline.Memory()
    pipeline.read(scratch.settings(), memory)
    scratch.write("terms/e.yml", "term: mended at last\ndefinition: d\n")
    scratch.write("terms/new.yml", "term: nobody\ndefinition: d\n")
    (tmp_path / "terms/z/d.yml").unlink()
    scratch.write("terms/more.md", "# More now\n\nNothing.\n")
    changed = pipeline.read(scratch.settings(), memory)
    assert summary(changed) == summary(scratch.read())
    assert "unknown-term 3:23 terms/a.yml" not in brief(changed.findings)


def test_with_other_settings_all_is_read_again(tmp_path: Path) -> None:
    """The preview goes on with what it knows when `mkdocs.yml` changes."""
    terms = {"terms/a.yml": "term: a\ndefinition: <b>bold</b>\n", "terms/below/b.yml": "term: b\ndefinition: d\n"}
    scratch = Scratch(tmp_path, {**terms, "terms/page.md": "# Page\n\n[b](below/b.yml)\n"})
    memory = pipeline.Memory()
    pipeline.read(scratch.settings(), memory)
    for options in ({"allow_html": True}, {"entries": "terms/below"}):
        again = pipeline.read(scratch.settings(options), memory)
        assert summary(again) == summary(scratch.read(options)), options


def test_the_export_is_sorted_json_of_what_readers_see(tmp_path: Path) -> None:
    edition = Scratch(tmp_path, FILES).read()
    text = pipeline.table_of_terms(edition, pipeline.plan(edition))
    terms = json.loads(text)["terms"]
    assert [term["id"] for term in terms] == sorted(term["id"] for term in terms)
    assert list(terms[0]) == sorted(terms[0])
    assert text.endswith("}\n")


RICH = """\
term: alpha
disambiguation: letters
abbreviation: AL
synonyms: [alef]
inflections: [alphas]
deprecated_terms: [aleph]
hidden_terms: [alfa]
definition: The *first* [[beta|letter]].
technical_definition: U+03B1.
background: Old.
sections: [{title: Shapes, body: Round.}, {title: Sounds, body: Open., id: sound}]
examples: [One., Two.]
notes: [Mind.]
faq: [{question: Why?, answer: Because.}]
developers: [{organization: Greeks, note: Wrote it.}, Romans]
references: [{title: Letters, author: Ann, url: "https://example.org/a"}, "https://example.org/b"]
"""


def test_search_knows_every_name_and_every_text_by_section(tmp_path: Path) -> None:
    scratch = Scratch(tmp_path, {"terms/a.yml": RICH, "terms/b.yml": "term: beta\ndefinition: Second.\n"})
    edition = scratch.read()
    renderer = pipeline.renderer(edition, pipeline.plan(edition), {})
    names = ("alpha", "AL", "alef", "alphas", "aleph", "alfa")
    assert renderer.search_entries(Job("term", "a")) == (
        SearchEntry("terms/a/", "alpha (letters)", "The first letter.", names),
        SearchEntry("terms/a/#technical-definition", "Technical definition", "U+03B1."),
        SearchEntry("terms/a/#background", "Background", "Old."),
        SearchEntry("terms/a/#shapes", "Shapes", "Round."),
        SearchEntry("terms/a/#sound", "Sounds", "Open."),
        SearchEntry("terms/a/#examples", "Examples", "One.\nTwo."),
        SearchEntry("terms/a/#notes", "Notes", "Mind."),
        SearchEntry("terms/a/#developers", "Developers", "Wrote it."),
        SearchEntry("terms/a/#faq", "Frequently asked questions", "Why? Because."),
        SearchEntry("terms/a/#references", "References", "Ann Letters"),
    )
    assert renderer.search_entries(Job("term", "b")) == (SearchEntry("terms/b/", "beta", "Second.", ("beta",)),)


def test_search_knows_the_same_of_pages_that_are_not_made(tmp_path: Path) -> None:
    """The preview makes a page when a browser asks for it; names, categories, tags and organizations have some too."""
    build = Build(Scratch(tmp_path, FILES).read())
    made = [build.renderer.render(job) for job in build.plan.jobs()]
    assert {"term", "name", "category", "tag", "organization"} == {page.kind for page in made}
    assert build.search_entries() == [entry for page in made for entry in page.search]


def test_the_addresses_that_search_knows_are_on_the_page(tmp_path: Path) -> None:
    edition = Scratch(tmp_path, {"terms/a.yml": RICH, "terms/b.yml": "term: beta\ndefinition: Second.\n"}).read()
    (page,) = (page for page in all_pages(edition) if page.address == "terms/a/")
    fragments = [entry.address.partition("#")[2] for entry in page.search]
    assert [fragment for fragment in fragments if fragment and f'id="{fragment}"' not in page.body] == []


@pytest.mark.parametrize(
    "old", ["/terms/", "/index.html", "/terms.json", "/tags/", "/tags/t/", "/categories/one/index.html"]
)
@pytest.mark.parametrize("others", [[], ["index.html", "404.html"]], ids=["generated home", "hand-written home"])
def test_an_old_address_never_takes_the_place_of_a_page(tmp_path: Path, old: str, others: list[str]) -> None:
    entry = f"term: alpha\ndefinition: d\ncategory: One\ntags: [t]\nredirect_from: [{old}]\n"
    scratch = Scratch(tmp_path, {"terms/a.yml": entry})
    edition = scratch.read()
    clashes = list(Build(edition).clashes({other: other for other in others}))
    assert [finding.rule for finding in (*edition.findings, *clashes) if finding.severity == "error"] == [
        "redirect-clash"
    ]


@pytest.mark.parametrize("olds", ["[old, OLD]", "[/x/old/, /x/OLD/]"])
def test_old_addresses_that_differ_in_case_only_are_one_mistake(tmp_path: Path, olds: str) -> None:
    edition = Scratch(tmp_path, {"terms/a.yml": f"term: alpha\ndefinition: d\nredirect_from: {olds}\n"}).read()
    assert [finding.rule for finding in (*edition.findings, *Build(edition).clashes({}))].count("redirect-clash") == 1


@pytest.mark.parametrize(
    ("addresses", "ids"),
    [({}, ["a", "terms"]), ({"tags": "terms/x"}, ["a"]), ({"names": "glossary/names"}, ["a"])],
)
def test_pages_that_do_not_clash_are_not_said_to(tmp_path: Path, addresses: dict[str, str], ids: list[str]) -> None:
    files = {f"terms/{id_}.yml": f"term: {id_}\ndefinition: d\ntags: [t]\n" for id_ in ids}
    assert (
        list(Build(Scratch(tmp_path, files).read({"addresses": addresses})).clashes({"index.html": "index.md"})) == []
    )


def test_a_folder_of_addresses_inside_another_clashes_where_pages_meet(tmp_path: Path) -> None:
    files = {"terms/x.yml": "term: x\ndefinition: d\ntags: [t]\n"}
    edition = Scratch(tmp_path, files).read({"addresses": {"tags": "terms/x"}}, use_directory_urls=True)
    found = [finding.message for finding in Build(edition).clashes({})]
    assert any("terms/x/index.html" in message for message in found)
