"""What holds of the glossary in every theme, layout and shape of addresses."""

from __future__ import annotations

import gzip
import json
import re
from collections import Counter
from posixpath import normpath
from urllib.parse import quote, urljoin, urlsplit
from xml.etree import ElementTree as ET

import pytest
from harbours import SITE_URL, Harbour
from linkwalker import broken_links, foreign_requests
from websites import text

from glossmith.stages.shard import shard_of

TERMS = {
    "Spring.Tide", "anchor", "berth", "fathom", "knot-rope", "knot-speed", "larboard", "metre", "moon", "neap-tide",
    "tide", "über-boot",
}  # fmt: skip
LISTS = {
    "names/knot", "categories/gear", "categories/ground-tackle", "categories/sea", "tags/equipment",
    "tags/safety-at-sea", "developers/north-chandlery", "developers/harbour-office",
}  # fmt: skip
INDEXES = {"terms", "categories", "tags", "developers", "map"}
PAGES = {*(f"terms/{id_}" for id_ in TERMS), *LISTS, *INDEXES}
FIXED_HEADINGS = [
    "Key facts", "Technical definition", "Background", "Synonyms", "Usage note", "Choosing an anchor", "Care",
    "References", "Examples", "Notes", "Figures", "Frequently asked questions", "Developers", "Related terms",
    "Used in", "References",
]  # fmt: skip


def test_every_page_has_its_address(harbour: Harbour) -> None:
    expected = {harbour.site.path(harbour.address(name)).relative_to(harbour.site.folder).as_posix() for name in PAGES}
    folder = f"{harbour.layout.path}/" if harbour.layout.path else ""
    others = {"index.html", f"{folder}index.html", "old/anchor.html", "2019/anchor/index.html"}
    guide = "guide/first-trip/index.html" if harbour.folders else "guide/first-trip.html"
    redirect = harbour.site.path(harbour.address("terms/mud-hook")).relative_to(harbour.site.folder).as_posix()
    found = set(harbour.site.html_files()) - {"search.html"}
    assert found == expected | others | {guide, redirect}


def test_no_link_leads_nowhere(harbour: Harbour) -> None:
    assert broken_links(harbour.site, SITE_URL) == []


def test_nothing_is_fetched_from_another_host(harbour: Harbour) -> None:
    assert foreign_requests(harbour.site) == []


def test_the_script_of_previews_finds_every_term(harbour: Harbour) -> None:
    """As it does: from its own address and that of a link to the key and shard of the term."""
    base = SITE_URL + "assets/glossmith/glossmith-previews.js"
    script = (harbour.site.folder / base.removeprefix(SITE_URL)).read_text("utf-8")
    stamp = re.search(r"= (\[.*?\]);", script)
    assert stamp
    root, keys, shards, _ = json.loads(stamp[1])
    for id_ in TERMS:
        address = SITE_URL + quote(harbour.address(f"terms/{id_}"))
        assert address.startswith(urljoin(base, root))
        found = re.match(keys, address.removeprefix(urljoin(base, root)))
        assert found, id_
        key = found[0]
        shard = (harbour.site.folder / f"assets/glossmith/previews/{shard_of(key, shards)}.json").read_text("utf-8")
        assert "gs-preview-name" in json.loads(shard)[key], id_
    for name in harbour.site.html_files():
        if "http-equiv" not in (page := (harbour.site.folder / name).read_text("utf-8")):
            assert page.count("assets/glossmith/glossmith-previews.js") == 1, name


def test_no_sentinel_is_left_in_any_file(harbour: Harbour) -> None:
    for name in harbour.site.files():
        content = (harbour.site.folder / name).read_bytes()
        assert b"gsx7" not in (gzip.decompress(content) if name.endswith(".gz") else content), name


def test_entries_are_not_published_as_they_are(harbour: Harbour) -> None:
    assert [name for name in harbour.site.files() if name.endswith((".yml", ".yaml"))] == []


def test_drafts_are_nowhere(harbour: Harbour) -> None:
    for name in harbour.site.files():
        if not name.startswith("assets/") and name.endswith((".html", ".json", ".xml")):
            content = (harbour.site.folder / name).read_text("utf-8")
            assert "draftword" not in content, name
            assert "unfinished" not in content, name
            assert "terms/bilge" not in content, name


def test_a_reference_to_a_draft_is_plain_text(harbour: Harbour) -> None:
    definition = harbour.page("terms/metre").part("definition")
    assert text(definition).endswith("see the bilge.")
    assert list(definition.iter("a")) == []


def test_every_page_tells_what_it_is(harbour: Harbour) -> None:
    for name in sorted(PAGES):
        page = harbour.page(name)
        titles = {text(page.find("h1")), "A–Z", "Topics"}  # some themes prefer the navigation's title to the page's
        assert any(title.split()[0].casefold() in page.title.casefold() for title in titles), name
        assert "Harbour & Sea" in page.title, name
        assert [len(one) > 5 for one in page.meta("description")] == [True], name
        assert page.canonical == [SITE_URL + quote(harbour.address(name))], name
        assert page.meta("robots") == [], name


def test_every_page_tells_other_sites_what_it_is(harbour: Harbour) -> None:
    for name in sorted(PAGES):
        page = harbour.page(name)
        found = {key: page.meta(f"og:{key}") for key in ("title", "type", "site_name", "url", "description")}
        assert [len(values) for values in found.values()] == [1] * 5, name
        assert found["site_name"] == ["Harbour & Sea"], name
        assert found["url"] == page.canonical, name
        assert found["description"] == page.meta("description"), name


def test_ids_are_unique_on_every_page(harbour: Harbour) -> None:
    for name in sorted(PAGES):
        ids = Counter(id_ for one in harbour.page(name).tree.iter() if (id_ := one.get("id")))
        assert [id_ for id_, times in ids.items() if times > 1] == [], name


def test_a_term_describes_itself_to_search_engines(harbour: Harbour) -> None:
    things = harbour.page("terms/anchor").json_ld()
    url = SITE_URL + harbour.address("terms/anchor")
    term = things["DefinedTerm"]
    assert (term["name"], term["termCode"], term["url"]) == ("anchor", "anchor", url)
    assert term["alternateName"] == ["ANC", "mud hook", "⚓"]
    assert term["sameAs"] == ["https://www.wikidata.org/wiki/Q186310"]
    assert term["inDefinedTermSet"]["name"] == "Harbour & Sea"
    questions = things["FAQPage"]["mainEntity"]
    assert [one["name"] for one in questions] == ["How long should the chain be?", 'What does "kedge" mean?']
    assert questions[0]["acceptedAnswer"]["text"] == "Five times the depth at high water springs."
    steps = things["BreadcrumbList"]["itemListElement"]
    assert [step["position"] for step in steps] == list(range(1, len(steps) + 1))
    assert (steps[0]["name"], steps[-1]["name"], steps[-1]["item"]) == ("Glossary", "anchor", url)
    assert all(harbour.site.has(step["item"].removeprefix(SITE_URL)) for step in steps)


def test_a_term_page_shows_its_parts_in_order(harbour: Harbour) -> None:
    headings = harbour.page("terms/anchor").headings()
    assert [heading.removesuffix("¶") for heading in headings if heading in FIXED_HEADINGS] == FIXED_HEADINGS


def test_headings_stand_in_the_table_of_contents(harbour: Harbour) -> None:
    page = harbour.page("terms/anchor")
    links = Counter(link.get("href", "") for link in page.find_all("a"))
    (body,) = page.by_class("gs-page")
    links.subtract(link.get("href", "") for link in body.iter("a"))
    wanted = ["#technical-definition", "#background", "#choosing", "#care", "#references-2", "#faq", "#used-in"]
    if harbour.theme == "readthedocs":  # it shows the contents only of pages that are in the navigation
        wanted = []
    assert [link for link in wanted if not links[link]] == []


def test_the_edit_link_leads_to_the_entry(harbour: Harbour) -> None:
    below = harbour.layout.entries.removeprefix("docs/") if harbour.layout.entries != "docs" else ""
    folder = f"https://example.org/source/edit/main/{'docs/' if harbour.layout.entries.startswith('docs') else ''}"
    links = {link for link in harbour.page("terms/neap-tide").links().values() if "/edit/" in link}
    as_browsers_go = {urlsplit(link)._replace(path=normpath(urlsplit(link).path)).geturl() for link in links}
    assert as_browsers_go == {f"{folder}{below}{'/' if below else ''}tides/neap-tide.yml"}
    for name in LISTS | INDEXES:
        assert [link for link in harbour.page(name).links().values() if "/edit/" in link] == [], name


def test_all_pages_stand_in_the_sitemap(harbour: Harbour) -> None:
    xml = harbour.site.path("sitemap.xml").read_bytes()
    assert gzip.decompress(harbour.site.path("sitemap.xml.gz").read_bytes()) == xml
    urls = [loc.text or "" for loc in ET.fromstring(xml).iter("{http://www.sitemaps.org/schemas/sitemap/0.9}loc")]
    assert len(set(urls)) == len(urls)
    assert {SITE_URL + quote(harbour.address(name)) for name in PAGES} <= set(urls)
    assert [url for url in urls if "mud-hook" in url or "/old/" in url or not url.startswith(SITE_URL)] == []


def test_search_knows_every_name(harbour: Harbour) -> None:
    entries = {entry["location"]: entry for entry in harbour.site.search_entries()}
    anchor = json.dumps(entries[harbour.address("terms/anchor")], ensure_ascii=False)
    assert all(name in anchor for name in ("anchor", "ANC", "mud hook", "⚓", "killick", "ancor", "Heavy device"))
    assert {harbour.address(name) for name in PAGES - INDEXES} <= set(entries)
    assert harbour.address("terms/anchor") + "#choosing" in entries
    assert [location for location in entries if not harbour.site.has(location.partition("#")[0])] == []


def test_terms_json_lists_every_term(harbour: Harbour) -> None:
    folder = f"{harbour.layout.path}/" if harbour.layout.path else ""
    table = harbour.site.json(f"{folder}terms.json")["terms"]
    assert [one["id"] for one in table] == sorted(TERMS)
    assert all(harbour.site.has(one["address"]) for one in table)
    (anchor,) = (one for one in table if one["id"] == "anchor")
    assert anchor["designations"] == {
        "preferred": "anchor", "admitted": ["ANC", "mud hook", "⚓"], "deprecated": ["killick"], "hidden": ["ancor"]
    }  # fmt: skip
    assert anchor["relations"] == {"related": ["berth"], "contrasts": ["knot-rope"]}
    assert (anchor["category"], anchor["tags"], anchor["extra"]) == (
        "ground-tackle", ["Equipment", "safety at sea"], {"weight": 10}
    )  # fmt: skip


@pytest.mark.parametrize("old", ["terms/mud-hook", "old/anchor.html", "2019/anchor/"])
def test_an_old_address_leads_to_the_new_one(harbour: Harbour, old: str) -> None:
    address = harbour.address(old) if old.startswith("terms") else old
    page = harbour.site.page(address)
    (refresh,) = (meta for meta in page.find_all("meta") if meta.get("http-equiv") == "refresh")
    target = refresh.get("content", "").partition("url=")[2]
    assert urljoin(SITE_URL + address, target) == SITE_URL + harbour.address("terms/anchor")
    assert page.meta("robots") == ["noindex"]


def test_hand_written_pages_link_to_terms(harbour: Harbour) -> None:
    guide = "guide/first-trip/" if harbour.folders else "guide/first-trip.html"
    page = harbour.site.page(guide)
    links = {name: urljoin(SITE_URL + guide, link) for name, link in page.links().items()}
    assert links["neap tide"] == SITE_URL + harbour.address("terms/neap-tide")
    assert links["anchor that fits"] == SITE_URL + harbour.address("terms/anchor") + "#choosing"
    assert links["tide"] == SITE_URL + harbour.address("terms/tide")
    assert links["terms"] == SITE_URL + harbour.address("terms")
    assert "[[anchor]]" in text(page.find("body"))


def test_terms_tell_where_they_are_used_as_the_navigation_names_it(harbour: Harbour) -> None:
    (section,) = harbour.page("terms/neap-tide").by_class("gs-used-in")
    assert set(harbour.page("terms/neap-tide").links(section)) - {""} >= {"First trip", "anchor"}


def test_pictures_of_entries_are_found(harbour: Harbour) -> None:
    for name, file in (("anchor", "anchor.svg"), ("tide", "tide.svg")):
        (picture,) = (one for one in harbour.page(f"terms/{name}").find_all("img") if file in one.get("src", ""))
        assert picture.get("alt")
        target = urljoin(SITE_URL + harbour.address(f"terms/{name}"), picture.get("src"))
        assert harbour.site.has(target.removeprefix(SITE_URL))


def test_the_navigation_leads_to_lists_and_to_an_entry(harbour: Harbour) -> None:
    page = harbour.page("terms/moon")
    here = SITE_URL + harbour.address("terms/moon")
    targets = {name: urljoin(here, link) for name, link in page.links().items()}
    assert targets["A–Z"] == SITE_URL + harbour.address("terms")
    assert targets["Topics"] == SITE_URL + harbour.address("categories")
    assert targets["The anchor"] == SITE_URL + harbour.address("terms/anchor")


def test_the_home_page_is_hand_written_or_made(harbour: Harbour) -> None:
    page = harbour.site.page("")
    if harbour.layout.own_home:
        assert text(page.find("h1")).startswith("Welcome")
        assert "neaps" in page.links()
    else:
        assert re.search(r"\b12 terms\b", text(page.find("body")))
        assert any(link.endswith(("terms/", "terms.html")) for link in page.links().values())


def test_terms_of_one_name_point_to_each_other(harbour: Harbour) -> None:
    here = SITE_URL + harbour.address("terms/knot-rope")
    targets = {urljoin(here, link) for link in harbour.page("terms/knot-rope").links().values()}
    assert {SITE_URL + harbour.address(name) for name in ("terms/knot-speed", "names/knot")} <= targets
    listed = harbour.page("names/knot").links()
    assert [name for name in listed if name.startswith("knot")] == ["knot"] or "knot (rope)" in listed


def test_a_superseded_term_names_its_successor(harbour: Harbour) -> None:
    page = harbour.page("terms/fathom")
    (banner,) = page.by_class("gs-status")
    assert "metre" in page.links(banner)
    assert harbour.page("terms/larboard").by_class("gs-status")


def test_no_script_or_style_is_in_a_page_of_ours_that_no_policy_could_allow(harbour: Harbour) -> None:
    (body,) = harbour.page("terms/anchor").by_class("gs-page")
    assert list(body.iter("script")) == []
    assert list(body.iter("style")) == []
    handlers = [name for one in body.iter() for name in one.attrib if name.startswith("on")]
    assert handlers == []
