"""The preview server follows an author's changes and survives mistakes."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from previews import Preview
from projects import Project

from glossmith.hosts import preview as pages
from glossmith.model.plan import Job

TIDE = "/harbour/terms/tide/"

Start = Callable[..., Preview]


@pytest.fixture
def sea(project: Project) -> Project:
    """A project with two entries and a hand-written page."""
    project.entry("tide", definition="The tide of yesterday.", category="sea")
    project.entry("moon", definition="The moon of yesterday.", related_terms=["tide"])
    project.write("docs/_categories.yml", "sea: The sea\n")
    project.write("docs/page.md", "# Page\n\nRead about the [[tide]].\n")
    return project


@pytest.fixture
def start(sea: Project, mkdocs_environment: dict[str, str]) -> Start:
    """Starts the preview of the project."""
    return lambda *arguments: Preview(sea.root, mkdocs_environment, *arguments)


def test_a_term_is_shown_and_reloads_when_its_entry_changes(sea: Project, start: Start) -> None:
    with start() as preview:
        status, page = preview.get(TIDE)
        assert status == 200
        assert "The tide of yesterday." in page
        assert "livereload" in page
        assert "gsx7" not in page
        sea.entry("tide", definition="The tide of today.", category="sea")
        preview.shows(TIDE, "The tide of today.")
        preview.shows("/harbour/terms/moon/", "The tide of today.")
        preview.shows("/harbour/terms/", "The tide of today.")
        preview.shows("/harbour/terms.json", "The tide of today.")
        preview.shows("/harbour/search/search_index.json", "The tide of today.")


def test_what_previews_show_follows_an_entry(sea: Project, start: Start) -> None:
    """Browsers keep shards by their version, so the script must ask for another one."""
    script, shard = (f"/harbour/assets/glossmith/{name}" for name in ("glossmith-previews.js", "previews/0.json"))
    with start() as preview:
        before = preview.get(script)[1]
        assert "The tide of yesterday." in preview.get(shard)[1]
        sea.entry("tide", definition="The tide of today.", category="sea")
        preview.shows(shard, "The tide of today.")
        assert preview.get(script)[1] != before
        assert "glossmith-previews.js" in preview.get(TIDE)[1]


def test_only_what_changed_is_read_again(sea: Project, start: Start) -> None:
    """An entry that looks unchanged on the disk keeps what was read, though its bytes are others now."""
    with start() as preview:
        file = sea.root / "docs/moon.yml"
        before = file.stat()
        content = file.read_bytes()
        file.write_bytes(content.replace(b"of yesterday", b"of nevermore"))
        assert file.stat().st_size == before.st_size
        os.utime(file, ns=(before.st_atime_ns, before.st_mtime_ns))
        sea.entry("tide", definition="The tide of today.", category="sea")
        preview.shows(TIDE, "The tide of today.")
        assert "The moon of yesterday." in preview.get("/harbour/terms/moon/")[1]
        os.utime(file)
        preview.shows("/harbour/terms/moon/", "The moon of nevermore.")


def test_a_broken_entry_is_reported_and_the_last_good_page_stays(sea: Project, start: Start) -> None:
    with start() as preview:
        sea.write("docs/tide.yml", "term: tide\ndefinition: [\n")
        preview.says(r"docs/tide\.yml:\d+:\d+: error\[yaml-syntax\]")
        preview.says("last good")
        assert "The tide of yesterday." in preview.get(TIDE)[1]
        assert preview.get("/harbour/page/")[0] == 200
        sea.entry("moon", definition="The moon of today.", related_terms=["tide"])
        sea.entry("tide", definition="The tide of today.", category="sea")
        preview.shows(TIDE, "The tide of today.")
        preview.shows("/harbour/terms/moon/", "The moon of today.")
        preview.says("errors are mended")
        assert "Traceback" not in preview.output()


def test_a_preview_that_begins_with_a_broken_entry_shows_the_others(sea: Project, start: Start) -> None:
    sea.write("docs/star.yml", "term: star\n")
    with start() as preview:
        preview.says(r"docs/star\.yml:1:1: error\[missing-field\]")
        assert "The tide of yesterday." in preview.get(TIDE)[1]
        sea.entry("star", definition="A star.")
        preview.shows("/harbour/terms/star/", "A star.")
        preview.says("errors are mended")
        assert "Traceback" not in preview.output()


def test_entries_come_and_go(sea: Project, start: Start) -> None:
    with start() as preview:
        assert preview.get("/harbour/terms/star/")[0] == 404
        star = sea.entry("star", definition="A star.", tags=["sky"])
        preview.shows("/harbour/terms/star/", "A star.")
        preview.answers("/harbour/tags/sky/", 200)
        star.unlink()
        preview.answers("/harbour/terms/star/", 404)
        preview.answers("/harbour/tags/sky/", 404)
        ids = [term["id"] for term in json.loads(preview.get("/harbour/terms.json")[1])["terms"]]
        assert ids == ["moon", "tide"]


def test_a_vocabulary_a_template_and_a_page_are_followed(sea: Project, start: Start) -> None:
    template = sea.write("templates/_definition.html", '<p id="definition">First: {{ term.definition }}</p>\n')
    with start() as preview:
        preview.shows(TIDE, "First: ")
        sea.write("docs/_categories.yml", "sea: Seven seas\n")
        preview.shows("/harbour/categories/sea/", "Seven seas")
        template.write_text('<p id="definition">Second: {{ term.definition }}</p>\n')
        preview.shows(TIDE, "Second: ")
        sea.write("docs/page.md", "# Page\n\nRead about the [[moon]].\n")
        preview.shows("/harbour/page/", "terms/moon/")
        preview.shows("/harbour/terms/moon/", ">Page</a>")


def test_a_broken_template_is_reported_and_mended(sea: Project, start: Start) -> None:
    template = sea.write("templates/_definition.html", '<p id="definition">First: {{ term.definition }}</p>\n')
    with start() as preview:
        preview.shows(TIDE, "First: ")
        template.write_text("{{ term.definition }\n")
        preview.says(r"_definition\.html")
        preview.says("last good state")
        assert "First: " in preview.get(TIDE)[1]
        assert "tide" in preview.get("/harbour/terms/")[1]
        template.write_text('<p id="definition">Second: {{ term.definition }}</p>\n')
        preview.shows(TIDE, "Second: ")
        preview.says("errors are mended")


UNDEFINED = "{{ nothing.there }}"


@pytest.mark.parametrize(
    ("name", "faulty", "seen"),
    [
        ("home.html", b"{% if %}", "Seven words"),
        ("home.html", b"\xff", "Seven words"),
        ("home.html", UNDEFINED.encode(), "A template is wrong"),
        ("words.yml", b"glossary: [", "Seven words"),
        ("_preview.html", b"{% macro preview(words, term) %}", "Seven words"),
        ("_preview.html", f"{{% macro preview(words, term) %}}{UNDEFINED}{{% endmacro %}}".encode(), "Seven words"),
    ],
)
def test_whatever_is_wrong_with_a_template_the_host_s_pages_are_answered(
    sea: Project, start: Start, name: str, faulty: bytes, seen: str
) -> None:
    home = sea.write("templates/home.html", "<p>Seven words</p>\n")
    with start() as preview:
        preview.shows("/harbour/", "Seven words")
        (sea.root / "templates" / name).write_bytes(faulty)
        preview.says(f"(?m)^ERROR .*{name}")
        preview.shows("/harbour/", seen)
        (sea.root / "templates" / name).unlink()
        home.write_text("<p>Eight words</p>\n")
        sea.entry("star", definition="A star.")
        preview.shows("/harbour/", "Eight words")
        preview.shows("/harbour/terms/star/", "A star.")
        assert "Traceback" not in preview.output()
        assert "glossmith: glossmith" not in preview.output()


def test_drafts_are_shown_in_the_preview(sea: Project, start: Start) -> None:
    sea.entry("star", status="draft", definition="A star to be.")
    with start() as preview:
        assert "A star to be." in preview.get("/harbour/terms/star/")[1]
        assert "A star to be." in preview.get("/harbour/terms/")[1]


def test_entries_outside_the_docs_are_watched(sea: Project, start: Start) -> None:
    (sea.root / "docs/tide.yml").rename(sea.write("words/tide.yml", ""))
    for name in ("moon.yml", "_categories.yml"):
        (sea.root / "docs" / name).rename(sea.root / "words" / name)
    sea.configure({"entries": "words"})
    with start() as preview:
        assert preview.get(TIDE)[0] == 200
        sea.write("words/tide.yml", "term: tide\ndefinition: The tide of today.\ncategory: sea\n")
        preview.shows(TIDE, "The tide of today.")


def test_without_live_reload_everything_is_there(sea: Project, start: Start) -> None:
    with start("--no-livereload") as preview:
        status, page = preview.get(TIDE)
        assert status == 200
        assert "The tide of yesterday." in page
        for address in ("terms/", "categories/", "categories/sea/", "terms.json", "sitemap.xml", "page/", ""):
            assert preview.get(f"/harbour/{address}")[0] == 200, address


def test_with_files_for_addresses_terms_are_shown_too(sea: Project, start: Start) -> None:
    sea.configure(use_directory_urls=False)
    with start() as preview:
        assert "The tide of yesterday." in preview.get("/harbour/terms/tide.html")[1]
        assert preview.get("/harbour/terms.html")[0] == 200


def test_an_address_without_its_slash_and_odd_ones_are_answered(sea: Project, start: Start) -> None:
    sea.write("docs/über.yml", "term: Über\ndefinition: Over.\n")
    with start() as preview:
        assert preview.get("/harbour/terms/%C3%BCber/")[0] == 200
        assert preview.get("/harbour/terms/tide")[0] in {200, 301, 302}
        for odd in ("/harbour/%ff/", "/harbour/terms/../../etc/passwd", "//"):
            assert preview.get(odd)[0] not in {0, 500}, odd
        assert "Traceback" not in preview.output()


def test_a_request_is_answered_from_one_state_though_the_next_is_shown_meanwhile() -> None:
    preview = pages.Preview()

    class Switching(dict[str, Job]):
        def get(self, *key: Any) -> Any:
            preview.show(Answering(b"next"), {})  # type: ignore[arg-type]
            return super().get(*key)

    preview.show(Answering(b"last"), Switching({"terms/tide/index.html": Job("term", "tide")}))  # type: ignore[arg-type]
    answer = preview.wrap(lambda *_: [b"no page"], "/", bytes, print)
    assert answer({"PATH_INFO": "/terms/tide/"}, lambda *_: None) == [b"last"]
    assert answer({"PATH_INFO": "/terms/tide/"}, lambda *_: None) == [b"no page"]


class Answering(NamedTuple):
    """A publisher that has one page."""

    content: bytes

    def render(self, job: Job) -> Job:
        return job

    def html(self, _: Job) -> bytes:
        return self.content


def test_the_site_folder_is_left_alone(sea: Project, start: Start) -> None:
    sea.built()
    marker: Path = sea.root / "site/terms/tide/index.html"
    before = marker.read_bytes()
    with start() as preview:
        sea.entry("tide", definition="The tide of today.", category="sea")
        preview.shows(TIDE, "The tide of today.")
    assert marker.read_bytes() == before
