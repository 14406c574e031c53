"""The glossary in somebody else's site: their theme, their pages, their plugins and settings."""

from __future__ import annotations

import re
from textwrap import dedent

import pytest
from harbours import LAYOUTS, SITE_URL, Harbour
from linkwalker import broken_links
from projects import Project
from websites import text


def test_an_override_of_the_theme_takes_effect_on_term_pages(project: Project) -> None:
    project.entry("tide")
    project.write(
        "overrides/main.html",
        '{% extends "base.html" %}{% block announce %}Mind the gap: {{ page.title }}{% endblock %}\n'
        '{% block footer %}<footer class="own">{{ super() }}</footer>{% endblock %}\n',
    )
    project.configure(theme={"name": "material", "font": False, "custom_dir": "overrides"})
    page = project.built().page("terms/tide/")
    assert "Mind the gap: tide" in text(page.find("body"))
    assert page.by_class("own")


def test_styles_and_scripts_of_the_site_are_on_term_pages(project: Project) -> None:
    project.entry("tide")
    project.write("docs/own.css", "h1 { color: red }")
    project.write("docs/own.js", "'use strict'")
    project.configure(extra_css=["own.css"], extra_javascript=["own.js"])
    page = project.built().page("terms/tide/")
    styles = [link.get("href", "") for link in page.find_all("link") if link.get("rel") == "stylesheet"]
    assert "../../own.css" in styles
    assert styles.index("../../assets/glossmith/glossmith.css") < styles.index("../../own.css")
    assert "../../own.js" in [script.get("src") for script in page.find_all("script")]


def test_a_hook_that_changes_every_page_changes_term_pages_too(project: Project) -> None:
    project.entry("tide")
    hook = """
        def on_page_context(context, page, config, nav):
            context["greeting"] = "hello"
            return context

        def on_post_page(output, page, config):
            return output.replace("</body>", "<!-- hooked --></body>")
        """
    project.write("hook.py", dedent(hook))
    project.configure(hooks=["hook.py"])
    assert "<!-- hooked --></body>" in project.built().page("terms/tide/").html


def test_without_site_url_nothing_absolute_is_said(project: Project) -> None:
    project.entry("tide", related_terms=["moon"], redirect_from=["old"])
    project.entry("moon")
    project.configure(site_url=None)
    result = project.build("--strict")
    assert result.exit_code == 0, result.output
    page = result.site.page("terms/tide/")
    assert page.canonical == []
    assert page.meta("og:url") == []
    assert page.meta("og:title") == ["tide"]
    assert "url" not in page.json_ld()["DefinedTerm"]
    assert result.output.count("Without `site_url`") == 1
    assert broken_links(result.site) == []


def test_files_whose_names_are_encoded_in_addresses_are_found(project: Project) -> None:
    project.write("docs/pictures/low tide é.png", b"")
    project.write("docs/so weit é.md", "# So far\n\nThe [[tide]].\n")
    project.entry(
        "tide",
        definition="![sea](<pictures/low tide é.png>), [so far](so%20weit%20é.md), [north](øst.yml).",
        figures=[{"src": "pictures/low tide é.png", "alt": "sea"}],
    )
    project.entry("øst")
    site = project.built()
    page = site.page("terms/tide/")
    assert not broken_links(site, SITE_URL)
    assert [image.get("src") for image in page.find_all("img")] == ["../../pictures/low%20tide%20%C3%A9.png"] * 2
    assert {"../../so%20weit%20%C3%A9/", "../../terms/%C3%B8st/"} <= {link.get("href") for link in page.find_all("a")}


def test_a_deep_site_url_is_kept(project: Project) -> None:
    project.entry("tide")
    project.configure(site_url="https://example.org/a/b")
    assert project.built().page("terms/tide/").canonical == ["https://example.org/a/b/terms/tide/"]


def test_addresses_can_be_translated(project: Project) -> None:
    project.entry("ebbe", category="Meer", tags=["nass"], developers=["Hafen"])
    names = {"terms": "begriffe", "categories": "gebiete", "tags": "themen", "developers": "organisationen"}
    project.configure({"path": "glossar", "addresses": names}, nav=["glossar/begriffe.md", "glossar/gebiete.md"])
    project.write("docs/index.md", "# Start\n\n[[ebbe]] und [alle](glossar/begriffe.md)\n")
    site = project.built()
    for address in ("begriffe/", "begriffe/ebbe/", "gebiete/meer/", "themen/nass/", "organisationen/hafen/", ""):
        assert site.has(f"glossar/{address}"), address
    assert broken_links(site, SITE_URL) == []


def test_the_first_page_is_called_like_the_site_once(project: Project) -> None:
    project.entry("tide")
    project.configure(site_name="Sea & Sky")
    site = project.built()
    assert site.page("").title == "Sea & Sky"
    project.configure(site_name="Sea & Sky", nav=[{"Start": "index.md"}, "terms.md"])
    assert project.built().page("").title == "Sea & Sky"


@pytest.mark.parametrize("theme", ["mkdocs", "readthedocs"])
def test_the_first_page_has_one_description(project: Project, theme: str) -> None:
    project.entry("tide")
    project.configure(theme={"name": theme})
    [made] = project.built().page("").meta("description")
    assert made.startswith("Harbour: 1 term with definitions")
    project.configure(theme={"name": theme}, site_description="Tides & more")
    assert project.built().page("").meta("description") == ["Tides & more"]


def test_words_can_be_translated(project: Project) -> None:
    project.entry("tide", synonyms=["ebb"])
    project.write("templates/words.yml", "synonyms: Andere Namen\n")
    assert "Andere Namen" in [one.removesuffix("¶") for one in project.built().page("terms/tide/").headings()]


def test_words_that_no_template_uses_are_told_with_their_place(project: Project) -> None:
    project.entry("tide")
    mine = '{{ words["mine"] }} {{ words["shade_" ~ shade] }} {{ words["size_%s" | format(size)] }}\n'
    project.write("templates/_mine.html", mine)
    own = "mine: Mein\nshade_dark: Dunkel\nsynonims: Andere Namen\nunheard: Nie\nsize_xl: Riesig\n"
    project.write("templates/words.yml", own)
    told = [line.partition("glossmith: ")[2] for line in project.build().output.splitlines() if "words.yml" in line]
    assert told == [
        "templates/words.yml:3:1: no template uses the word `synonims`; did you mean `synonyms`?",
        "templates/words.yml:4:1: no template uses the word `unheard`",
    ]


def test_words_are_kept_as_they_are_written(project: Project) -> None:
    project.entry("tide", part_of_speech="noun", category="sea")
    words = 'part_noun: NO\nedit:\ncategory_description: "{title}, {of} {count"\n'
    project.write("templates/words.yml", words)
    site = project.built()
    assert text(site.page("terms/tide/").by_class("gs-part-of-speech")[0]) == "NO"
    assert site.page("categories/sea/").meta("description") == ["sea, {of} {count"]


def test_the_pages_of_the_whole_glossary_count_a_single_term(project: Project) -> None:
    project.entry("anchor", category="sea")
    site = project.built()
    assert site.page("terms/").meta("description") == ["Harbour from A to Z: 1 term."]
    assert site.page("map/").meta("description")[0].startswith("1 term of Harbour on a map:")


def test_descriptions_count_one_term_and_several(project: Project) -> None:
    project.entry("tide", category="sea", developers=["Harbour office"])
    project.entry("moon", category="sky")
    project.entry("star", category="sky")
    site = project.built()
    assert site.page("categories/sea/").meta("description") == ["sea: 1 term of Harbour."]
    assert site.page("categories/sky/").meta("description") == ["sky: 2 terms of Harbour."]
    assert site.page("developers/harbour-office/").meta("description") == ["Harbour office in Harbour: 1 term."]
    assert site.page("").meta("description")[0].startswith("Harbour: 3 terms with")


def test_one_template_can_be_overridden_by_name(project: Project) -> None:
    project.entry("tide")
    project.write("templates/_definition.html", '<p class="mine" id="definition">{{ term.definition }}</p>\n')
    page = project.built().page("terms/tide/")
    assert text(page.by_class("mine")[0]) == "What tide is."
    assert page.find("h1") is not None


def test_an_asset_can_be_overridden_by_name(project: Project) -> None:
    project.entry("tide")
    project.write("templates/assets/glossmith.css", "/* mine */")
    assert project.built().path("assets/glossmith/glossmith.css").read_text() == "/* mine */"


def test_strict_anchors_of_generated_pages_can_be_linked(project: Project) -> None:
    project.entry("tide", sections=[{"title": "Ebb", "body": "Out."}])
    project.write("docs/page.md", "# P\n\n[t](terms.md#letter-t) [e](tide.yml#ebb) [c](categories.md#title)\n")
    project.entry("moon", category="sky")
    project.configure(validation={"links": {"anchors": "warn", "absolute_links": "warn"}})
    assert broken_links(project.built(), SITE_URL) == []


GRID = """\
# Page

<div class="grid cards" markdown>

- :material-waves: __The tide__

</div>

## Raw

<p>The tide of raw HTML.</p>

<p markdown="span">A [[tide]] and \\[[tide]] and `\\[[tide]]`.</p>
"""


def test_markdown_inside_html_has_links_and_html_of_the_author_s_has_none(project: Project) -> None:
    project.entry("tide")
    project.write("docs/page.md", GRID)
    emoji = {"emoji_index": "material.extensions.emoji.twemoji", "emoji_generator": "material.extensions.emoji.to_svg"}
    project.configure(markdown_extensions=["attr_list", "md_in_html", {"pymdownx.emoji": emoji}])
    config = (project.root / "mkdocs.yml").read_text().replace(": material.ext", ": !!python/name:material.ext")
    project.write("mkdocs.yml", config)
    html = (project.built().folder / "page/index.html").read_text()
    body = html.partition("<article")[2].partition("</article>")[0]
    link = '<a class="gs-term" href="../terms/tide/">tide</a>'
    assert f"<strong>The {link}</strong>" in body
    assert "<p>The tide of raw HTML.</p>" in body
    assert f"A {link} and &#91;&#91;tide]] and <code>\\[[tide]]</code>." in body
    assert "glossmith:" not in html


def test_references_in_headings_of_a_page_are_names_wherever_the_headings_are_shown(project: Project) -> None:
    project.entry("tide", term="tide & ebb", synonyms=["high water"])
    project.entry("fall", term="autumn")
    project.write(
        "docs/page.md", "# On [[tide]]\n\n[[tide & ebb]]\n\n## The [[high water|rise]] & [[|fall]]\n\nText.\n"
    )
    site = project.built()
    html = (site.folder / "page/index.html").read_text()
    assert "[[" not in html
    assert re.search(r"<title>On tide (&|&amp;) ebb - ", html)
    assert 'On <a class="gs-term" href="../terms/tide/">tide &amp; ebb</a>' in html
    assert re.search(r'<a href="#the-[^"]*"[^>]*>\s*<span[^>]*>\s*The rise &amp; fall', html)
    assert ">On tide &amp; ebb</a>" in (site.folder / "terms/tide/index.html").read_text()


def test_a_hand_written_list_page_takes_the_place_of_ours(project: Project) -> None:
    project.entry("tide", category="sea")
    project.write("docs/categories.md", "# By hand\n\n[[tide]]\n")
    site = project.built()
    assert "By hand" in text(site.page("categories/").find("h1"))
    assert site.has("categories/sea/")
    assert broken_links(site, SITE_URL) == []


@pytest.mark.parametrize("source", ["map.md", "map/index.md", "map/README.md", "map/index.html"])
def test_a_page_at_the_address_of_a_list_page_takes_its_place(project: Project, source: str) -> None:
    project.entry("tide", category="sea")
    project.write(f"docs/{source}", "# By hand\n")
    site = project.built()
    assert "By hand" in site.path("map/").read_text("utf-8")
    assert site.path("sitemap.xml").read_text("utf-8").count("/map/</loc>") <= 1
    assert broken_links(site, SITE_URL) == []


@pytest.mark.parametrize("setting", ["exclude_docs", "draft_docs"])
def test_pages_that_the_site_leaves_out_take_no_place(project: Project, setting: str) -> None:
    project.entry("tide", category="sea")
    names = ("README.md", "map.md", "categories/index.md", "terms/tide.md")
    for name in names:
        project.write(f"docs/{name}", "# By hand\n")
    project.configure(**{setting: "\n".join(f"/{name}" for name in names)})
    site = project.built()
    assert all("By hand" not in site.path(one).read_text("utf-8") for one in ("", "map/", "categories/", "terms/tide/"))
    assert broken_links(site, SITE_URL) == []


@pytest.mark.parametrize("setting", ["exclude_docs", "draft_docs"])
def test_nothing_links_to_a_page_that_the_site_leaves_out(project: Project, setting: str) -> None:
    project.entry("tide")
    project.entry("moon", background="[Notes](notes.md)")
    project.write("docs/notes.md", "# My notes\n\n[[tide]] [[nix]]\n")
    nav = [{"Start": "index.md"}, {"Wanted": "wanted.md"}]
    project.configure({"rules": {"wanted-term": "hint"}}, nav=nav, **{setting: "/notes.md"})
    site = project.built()
    assert all("My notes" not in site.path(one).read_text("utf-8") for one in ("terms/tide/", "wanted/"))
    assert "notes/" not in site.path("terms/tide/").read_text("utf-8") + site.path("wanted/").read_text("utf-8")


def test_the_page_of_what_is_wanted_exists_only_if_the_navigation_names_it(project: Project) -> None:
    project.entry("tide", background="[[moon]]")
    project.configure({"rules": {"wanted-term": "hint"}})
    assert not project.built(to="without").has("wanted/")
    project.configure({"rules": {"wanted-term": "hint"}}, nav=[{"Start": "index.md"}, {"More": ["wanted.md"]}])
    page = project.built(to="with").page("wanted/")
    assert "moon" in text(page.tree)
    project.entry("moon")
    page = project.built(to="nothing").page("wanted/")
    assert "Every link leads to a term." in text(page.tree)


@pytest.mark.parametrize(
    ("theme", "language"),
    [
        ({"name": "material", "font": False, "language": "de"}, "de"),
        ({"name": "mkdocs", "locale": "pt_BR"}, "pt-BR"),
        ({"name": "readthedocs"}, "en"),
    ],
)
def test_the_page_at_an_old_address_is_in_the_language_of_the_theme(
    project: Project, theme: dict[str, str | bool], language: str
) -> None:
    project.entry("tide", redirect_from=["old"])
    project.configure(theme=theme)
    assert project.build().site.page("terms/old/").find("html").get("lang") == language


@pytest.mark.parametrize("folders", [True, False])
def test_the_address_of_a_synonym_leads_to_its_term_unless_something_is_there(project: Project, folders: bool) -> None:
    project.entry("tide", synonyms=["Sea level", "ebb", "manual"], abbreviation="T")
    project.entry("ebb")
    project.write("docs/terms/manual.md", "# Manual\n")
    project.configure({"redirect_synonyms": True, "rules": {"shared-name": "off"}}, use_directory_urls=folders)
    site = project.built()
    sea, ebb, manual, short, tide = (
        f"terms/{name}/" if folders else f"terms/{name}.html" for name in ("sea-level", "ebb", "manual", "t", "tide")
    )
    for address in (sea, short):
        page = site.page(address)
        assert page.canonical == [f"{SITE_URL}{tide}"]
        refresh = [one.get("content") for one in page.tree.iter("meta") if one.get("http-equiv") == "refresh"]
        assert refresh == [f"0; url={'../../' if folders else '../'}{tide}"]
    assert text(site.page(ebb).find("h1")) == "ebb"
    assert "Manual" in text(site.page(manual).find("h1"))
    assert broken_links(site, SITE_URL) == []


def test_a_readme_is_the_home_page(project: Project) -> None:
    project.entry("tide")
    project.write("docs/README.md", "# Read me\n\n[[tide]]\n")
    site = project.built()
    assert "Read me" in text(site.page("").find("h1"))


def test_without_nav_the_lists_are_in_the_navigation_but_not_every_term(project: Project) -> None:
    for name in ("tide", "moon", "sun"):
        project.entry(name, category="sky")
    page = project.built().page("terms/tide/")
    navigation = [link for nav in page.by_class("md-nav--primary") for link in page.links(nav).values()]
    assert any(link.rstrip("/").endswith("..") for link in navigation)
    assert not any("moon" in link for link in navigation)


def test_navigation_lights_up_where_a_term_belongs(project: Project) -> None:
    project.entry("tide")
    project.configure(nav=[{"Home": "index.md"}, {"Words": [{"All": "terms.md"}]}])
    page = project.built().page("terms/tide/")
    active = [text(one) for one in page.by_class("md-nav__item--active")]
    assert any("Words" in name for name in active)


def test_a_site_without_search_is_built(project: Project) -> None:
    project.entry("tide")
    project.configure(plugins=["glossmith"])
    assert not project.built().has("search/search_index.json")


def test_search_knows_facts_pictures_and_what_is_said_of_names(project: Project) -> None:
    project.write("docs/sea.svg", "<svg/>")
    project.entry(
        "tide",
        key_facts={"Cause": "moon"},
        synonyms=[{"term": "sea level", "note": "on charts"}, "ebb"],
        deprecated_terms=[{"term": "flood", "reason": "a disaster"}],
        figures=[{"src": "sea.svg", "alt": "Two curves", "caption": "Over *time*."}],
    )
    entries = {entry["location"]: entry["text"] for entry in project.built().search_entries()}
    assert entries["terms/tide/#key-facts"] == "<p>Cause moon</p>"
    assert entries["terms/tide/#synonyms"] == "<p>sea level on charts</p><p>flood a disaster</p>"
    assert entries["terms/tide/#figures"] == "<p>Two curves Over time.</p>"


def test_the_order_of_plugins_does_not_matter(project: Project) -> None:
    project.entry("tide", synonyms=["ebb"])
    project.configure(plugins=["glossmith", "search"])
    entries = {entry["location"]: entry for entry in project.built().search_entries()}
    assert "ebb" in entries["terms/tide/"]["tags"]


def test_tags_of_hand_written_pages_and_material_s_tags_plugin_live_beside_it(project: Project) -> None:
    project.entry("tide", tags=["sea"])
    project.write("docs/page.md", "---\ntags: [wind]\n---\n# Page\n")
    project.configure(plugins=["search", "tags", "glossmith"])
    site = project.built()
    assert site.has("terms/tide/")
    assert site.has("tags/sea/")


def test_the_offline_plugin_gets_the_whole_index(project: Project) -> None:
    project.entry("tide", synonyms=["ebb"])
    project.configure(plugins=["search", "offline", "glossmith"])
    assert '"ebb"' in project.built().path("search/search_index.js").read_text("utf-8")


def test_instant_navigation_and_the_last_theme_features_work(project: Project) -> None:
    project.entry("tide", sections=[{"title": "Ebb", "body": "Out."}])
    navigation = ("instant", "tabs", "sections", "indexes", "path", "prune", "footer")
    others = ["toc.integrate", "header.autohide", "content.action.view"]
    features = [*(f"navigation.{name}" for name in navigation), *others]
    project.configure(theme={"name": "material", "font": False, "features": features})
    site = project.built()
    assert broken_links(site, SITE_URL) == []
    assert b"gsx7" not in site.path("terms/tide/").read_bytes()


def test_an_inherited_configuration_is_understood(project: Project) -> None:
    project.entry("tide")
    (project.root / "mkdocs.yml").rename(project.root / "base.yml")
    project.write("mkdocs.yml", "INHERIT: base.yml\nsite_name: Heir\n")
    assert "Heir" in project.built().page("terms/tide/").title


def test_a_project_is_built_from_another_folder(project: Project, run_mkdocs) -> None:  # type: ignore[no-untyped-def]
    project.entry("tide")
    done = run_mkdocs(
        project.root.parent, "build", "--strict", "-f", "project/mkdocs.yml", "-d", str(project.root / "out")
    )
    assert done.returncode == 0, done.stdout
    assert (project.root / "out/terms/tide/index.html").is_file()


@pytest.mark.parametrize("folders", [True, False])
def test_an_image_beside_an_entry_outside_the_docs_is_said_to_be_missing(project: Project, folders: bool) -> None:
    """MkDocs publishes what is in its own folder only; silence would be a broken picture."""
    harbour = Harbour(project, LAYOUTS["outside"], "material", folders)
    for picture in (project.root / "docs/images").iterdir():
        picture.unlink()
    result = harbour.project.build()
    missing = broken_links(result.site, SITE_URL)
    assert missing == [] or "missing-target" in result.output
