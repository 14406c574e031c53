"""Whatever a thing is called, its name stays text."""

from __future__ import annotations

import json
import re
from collections.abc import Callable

import pytest
import yaml
from linkwalker import broken_links
from projects import Project
from websites import Website, text

NAMES = {
    "bold": "<b>bold</b>",
    "script": "</script><script>alert(1)</script>",
    "title": "</title><img src=x onerror=alert(1)>",
    "quotes": "\"double\" and 'single'",
    "ampersand": "R&D &amp; &lt;i&gt;",
    "template": "{{ config.site_name }} {% raw %}",
    "percent": "100 %s %(title)s %%",
    "comment": "<!-- comment --> -->",
    "backslash": "C:\\new\\0 \\u0041",
    "reference": "[[bold]] and [a](b)",
    "star": "*stars* and `ticks`",
    "dollar": "$x$ ${y} `z`",
    "arabic": "تعلّم الآلة",
    "chinese": "机器学习",
    "emoji": "👩‍🚀 🚀",
    "punctuation": "?!…",
    "dots": "../../etc/passwd",
    "url": "javascript:alert(1)",
    "long": "word " * 50 + "end",
    "rule": "gsx 7 title",
}
NAV = ["index.md", {"Terms": "terms.md"}, {"Map": "map.md"}, "b.yml"]
LABEL = re.compile(r'class="md-ellipsis">\s*([^<]*?)\s*<')
MARKUP = ("<b>bold", "<script>alert", "<img src=x", "<!-- comment", "<i>")


def hostile_entry(id_: str, name: str) -> dict[str, object]:
    return {
        "id": id_,
        "term": name,
        "abbreviation": f"abbr {name}",
        "synonyms": [{"term": f"syn {name}", "note": name}],
        "hidden_terms": [f"hidden {name}"],
        "pronunciation": name,
        "definition": "Plain.",
        "category": f"in {name}",
        "tags": [f"t {name}"[:60].rstrip()],
        "key_facts": {f"fact {name}": name},
        "faq": [{"question": f"What is {name}?", "answer": "Plain."}],
        "sections": [{"title": f"About {name}", "body": "Plain."}],
        "figures": [{"src": "picture.svg", "alt": name}],
        "references": [{"title": name, "url": "https://example.org/?a=1&b=<2>", "author": name}],
        "developers": [f"org {name}"],
        "owners": [name],
        "seo": {"title": f"seo {name}", "description": f"About {name}", "keywords": [name]},
        "extra": {name: name},
    }


@pytest.fixture(scope="module", params=["material", "mkdocs", "readthedocs"])
def site(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory, run_mkdocs: Callable) -> Website:
    project = Project(tmp_path_factory.mktemp("hostile"), run_mkdocs)
    theme = {"name": request.param} | ({"font": False} if request.param == "material" else {"highlightjs": False})
    project.configure(site_name="Site \"<&>\" 'S'", theme=theme)
    project.write("docs/picture.svg", "<svg xmlns='http://www.w3.org/2000/svg'/>")
    for id_, name in NAMES.items():
        entry = yaml.safe_dump(hostile_entry(id_, name), allow_unicode=True, width=10_000)
        project.write(f"docs/{id_}.yml", entry)
    return project.built()


def _unescaped(page: str) -> list[str]:
    """Markup from a name that a browser would obey; inside scripts, only the end of the script counts."""
    outside = "".join(part.split("</script>")[-1] for part in page.split("<script"))
    return [markup for markup in MARKUP if markup in outside] + (["script"] if "<script>alert" in page else [])


def test_no_name_is_ever_markup(site: Website) -> None:
    found = {name: _unescaped((site.folder / name).read_text("utf-8")) for name in site.html_files()}
    assert {name: markup for name, markup in found.items() if markup} == {}


def test_no_label_that_material_cuts_short_is_markup_to_its_tooltips(project: Project) -> None:
    project.configure(theme={"name": "material", "font": False, "features": ["content.tooltips"]}, nav=NAV)
    project.write("docs/_categories.yml", "c: {title: <img src=x>}\nd: {title: <b>d}\n")
    project.entry("a", term="<script>", category="c", related_terms=["b"], sections=[{"title": "<b>", "body": "x"}])
    project.entry("b", term="</b>", category="d")
    site = project.built()
    cut = {label for name in site.html_files() for label in LABEL.findall((site.folder / name).read_text("utf-8"))}
    assert {"&lt;\u2060script&gt;", "&lt;\u2060b&gt;", "&lt;\u2060/b&gt;", "&lt;\u2060img src=x&gt;"} <= cut
    assert not [label for label in cut if re.search(r"&lt;[a-z/!?]", label)]


@pytest.mark.parametrize("id_", NAMES)
def test_a_term_page_shows_the_name_as_it_is_written(site: Website, id_: str) -> None:
    page = site.page(f"terms/{id_}/")
    name = " ".join(NAMES[id_].split())
    assert text(page.find("h1")) == name
    assert page.json_ld()["DefinedTerm"]["name"] == NAMES[id_].strip()
    assert page.meta("og:title")[0].endswith(name)
    assert page.meta("description") == [f"About {NAMES[id_]}".strip()]
    assert f"About {name}" in [heading.removesuffix("¶").strip() for heading in page.headings()]
    summary = page.find("summary")
    assert text(summary) == f"What is {name}?"
    (picture,) = (one for one in page.find_all("img") if "picture.svg" in one.get("src", ""))
    assert picture.get("alt") == NAMES[id_].strip()


def test_lists_show_the_names_as_they_are_written(site: Website) -> None:
    shown = set(site.page("terms/").links())
    assert {" ".join(name.split()) for name in NAMES.values()} <= shown
    for listing, prefix in (("categories/", "in"), ("developers/", "org")):
        links = " ".join(site.page(listing).links())
        assert [name for name in NAMES.values() if f"{prefix} {' '.join(name.split())}" not in links] == []


def test_machines_get_the_names_as_they_are_written(site: Website) -> None:
    table = {one["id"]: one for one in site.json("terms.json")["terms"]}
    assert {id_: one["term"] for id_, one in table.items()} == {id_: name.strip() for id_, name in NAMES.items()}


def test_no_file_leaves_the_site(site: Website) -> None:
    assert broken_links(site, "https://example.org/harbour/") == []
    assert not [path for path in site.folder.parent.rglob("*") if path.name in {"passwd", "new"}]


def test_the_search_index_is_escaped_for_the_script_that_shows_it(site: Website) -> None:
    """Material's script writes what it finds as HTML; MkDocs' own escapes it."""
    index = json.dumps(site.search_entries(), ensure_ascii=False)
    is_material = (site.folder / "assets/javascripts/workers").is_dir()
    assert ("<script>alert" in index) != is_material
    assert "机器学习" in index


def test_a_site_with_one_letter_pages_escapes_too(project: Project) -> None:
    for number in range(402):
        project.entry(f"n{number}", term=f"<b>{number}</b> & co")
    site = project.built()
    assert any(name.startswith("letters/") for name in site.files())
    assert [name for name in site.html_files() if _unescaped((site.folder / name).read_text("utf-8"))] == []
    assert broken_links(site, "https://example.org/harbour/") == []
