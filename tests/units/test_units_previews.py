"""Previews: every term that is shown stands in the shard that the script will ask for, as HTML that does no harm."""

from __future__ import annotations

import json
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest

from glossmith import pipeline
from glossmith.model.addresses import Addresses
from glossmith.model.page import TemplateFault
from glossmith.stages.shard import MOST_REPEATED, key_of, shard_names, shard_of, stamp
from scratch import Scratch

MOST_BYTES = 6_000
TEMPLATES = Path(__file__).parents[2] / "templates"
HOSTILE = "</script><img src=x onerror=alert(1)>"
FILES = {
    "terms/_categories.yml": "sea: The sea & more\n",
    "terms/tide.yml": "term: tide\ndefinition: The [[moon]] pulls **water** by $x^2$.\ncategory: sea\n",
    "terms/moon.yml": "term: moon\nabbreviation: M\nsynonyms: [Luna]\ndefinition: d\nhidden_terms: [mooon]\n",
    "terms/old.yml": "term: ebb tide\ndefinition: d\nstatus: superseded\nreplaced_by: tide\n",
    "terms/star.yml": "term: star\ndefinition: d\nstatus: draft\n",
}


def previews(edition: Any) -> dict[str, str]:
    """Every preview of an edition by its key, that of a term by the last part."""
    files = pipeline.previews(edition, pipeline.plan(edition))
    return {
        key.removeprefix("terms/"): html
        for name, text in files.items()
        if name.endswith(".json")
        for key, html in json.loads(text).items()
    }


class _Elements(HTMLParser):
    def __init__(self, html: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))


def test_a_preview_has_category_name_definition_and_names(tmp_path: Path) -> None:
    shown = previews(Scratch(tmp_path, FILES).read())
    assert "The sea &amp; more" in shown["tide"]
    assert "<strong>water</strong>" in shown["tide"]
    assert "<msup>" in shown["tide"]
    assert "M</span>" in shown["moon"]
    assert "Luna" in shown["moon"]
    assert "mooon" not in shown["moon"]


def test_the_preview_of_a_term_that_is_replaced_names_the_one_to_use(tmp_path: Path) -> None:
    assert "Superseded. Use instead: <b>tide</b>" in previews(Scratch(tmp_path, FILES).read())["old"]


def test_the_preview_of_a_deprecated_term_says_so_where_there_is_none_to_use_instead(tmp_path: Path) -> None:
    files = {"terms/a.yml": "term: a\ndefinition: d\nstatus: deprecated\n"}
    assert "Deprecated. This term should no longer be used." in previews(Scratch(tmp_path, files).read())["a"]


def test_nothing_in_a_preview_can_be_followed_or_focused(tmp_path: Path) -> None:
    for html in previews(Scratch(tmp_path, FILES).read()).values():
        assert {"a", "button", "input"}.isdisjoint(tag for tag, _ in _Elements(html).elements)
        assert "\x00" not in html


def test_drafts_have_previews_in_the_preview_server_only(tmp_path: Path) -> None:
    scratch = Scratch(tmp_path, FILES)
    assert "star" not in previews(scratch.read())
    assert "Draft." in previews(scratch.read(with_drafts=True))["star"]


def test_no_text_of_an_entry_becomes_markup(tmp_path: Path) -> None:
    fields = ("term", "abbreviation", "definition", "category", "disambiguation")
    entry = "".join(f"{field}: '{HOSTILE} {field}'\n" for field in fields) + f"synonyms: ['{HOSTILE} synonym']\n"
    [html] = previews(Scratch(tmp_path, {"terms/a.yml": entry}).read()).values()
    assert html.count("&lt;img") == len(fields) + 1
    assert {tag for tag, _ in _Elements(html).elements} == {"p", "span"}
    assert all(set(attributes) <= {"class"} for _, attributes in _Elements(html).elements)


def test_a_site_may_make_previews_of_its_own(tmp_path: Path) -> None:
    own = "{% macro preview(words, term) %}{{ words.used_in }} {{ term.name }}: {{ term.extra.level }}{% endmacro %}"
    files = {"templates/_preview.html": own, "terms/a.yml": "term: a&b\ndefinition: d\nextra: {level: '<1>'}\n"}
    assert previews(Scratch(tmp_path, files).read()) == {"a": "Used in a&amp;b: &lt;1&gt;"}


@pytest.mark.parametrize(
    ("own", "told"),
    [
        ("{% macro preview(words, term) %}\n{{ term.nothing.at_all }}{% endmacro %}", ":2: .*nothing"),
        ("no macro\n", ": there is no macro"),
        ("\n\n{{ nothing }}", ":3: .*nothing"),
        ("{% macro preview(words) %}{% endmacro %}", ": .*takes not more than 1"),
    ],
)
def test_a_template_that_cannot_be_used_is_a_fault_with_its_place(tmp_path: Path, own: str, told: str) -> None:
    edition = Scratch(tmp_path, {**FILES, "templates/_preview.html": own}).read()
    with pytest.raises(TemplateFault, match=rf"_preview\.html{told}"):
        previews(edition)


BATS = {
    f"terms/bat-{n}.yml": f"term: bat\ndisambiguation: <{n}>\ndefinition: The *{n}.* bat\nredirect_from: [flap-{n}]\n"
    for n in range(1, 8)
}


def test_a_name_that_several_terms_share_has_a_preview_of_the_first_of_them(tmp_path: Path) -> None:
    shown = previews(Scratch(tmp_path, BATS).read())["names/bat"]
    assert "“bat” means more than one thing:" in shown
    assert shown.count("<b>") == 5
    assert "<b>bat (&lt;1&gt;)</b>: The <em>1.</em> bat" in shown
    assert "and 2 more" in shown
    assert {tag for tag, _ in _Elements(shown).elements} == {"p", "b", "em"}


def test_a_template_that_knows_no_shared_names_makes_none(tmp_path: Path) -> None:
    own = {"templates/_preview.html": "{% macro preview(words, term) %}{{ term.name }}{% endmacro %}"}
    assert "names/bat" not in previews(Scratch(tmp_path, {**BATS, **own}).read())


def test_addresses_that_lead_on_to_a_term_have_its_preview(tmp_path: Path) -> None:
    old = {"terms/tide.yml": FILES["terms/tide.yml"] + "redirect_from: [/terms/past/, /elsewhere/past/]\n"}
    shown = previews(Scratch(tmp_path, {**BATS, **FILES, **old}).read({"redirect_synonyms": True}))
    assert shown["flap-1"] == shown["bat-1"]
    assert shown["luna"] == shown["moon"]
    assert shown.keys() == {"tide", "moon", "luna", "m", "old", "past", "names/bat"} | {
        f"{name}-{number}" for name in ("bat", "flap") for number in range(1, 8)
    }


def test_a_large_preview_is_not_repeated_at_each_of_many_old_addresses(tmp_path: Path) -> None:
    olds = [f"old{number}" for number in range(99)]
    entry = f"term: tide\ndefinition: {'rise ' * 2_000}\nredirect_from: [{', '.join(olds)}]\n"
    shown = previews(Scratch(tmp_path, {"terms/tide.yml": entry}).read())
    assert "rise" in shown["tide"]
    assert [old for old in olds if old in shown] == olds[: MOST_REPEATED // len(shown["tide"])]


def test_without_previews_there_are_no_files(tmp_path: Path) -> None:
    edition = Scratch(tmp_path, FILES).read({"linking": {"previews": False}})
    assert pipeline.previews(edition, pipeline.plan(edition)) == {}


def test_every_preview_stands_in_the_shard_that_its_key_leads_to(tmp_path: Path) -> None:
    ids = [*(f"t{number}" for number in range(90)), "Über-Boot", "名前", "𠮷野家", "a.b_c", "constructor"]
    scratch = Scratch(tmp_path, {f"terms/{id_}.yml": f"term: {id_}\ndefinition: d {id_}.\n" for id_ in ids})
    edition = scratch.read()
    files = pipeline.previews(edition, pipeline.plan(edition))
    shards = [json.loads(files[name]) for name in shard_names(len(ids))]
    assert len(shards) == len(files) - 1 == 4
    keys = {id_: key_of(id_, edition.settings.addresses) for id_ in ids}
    assert all(f"d {id_}." in shards[shard_of(key, 4)][key] for id_, key in keys.items())
    assert sum(map(len, shards)) == len(ids)


@pytest.mark.parametrize(
    ("addresses", "key"),
    [(Addresses(), "terms/%C3%BC.b"), (Addresses("a b/", use_directory_urls=False), "terms/%C3%BC.b.html")],
)
def test_a_key_is_what_links_to_the_term_end_with(addresses: Addresses, key: str) -> None:
    assert key_of("ü.b", addresses) == key


def test_the_script_learns_where_terms_and_names_are_and_how_many_shards_there_are() -> None:
    folders = dict(Addresses().folders) | {"terms": "wörter"}
    told = stamp("let a = SITE; // SITE", Addresses("a b/", folders), {"0.json": "x"})
    assert told == 'let a = ["../../a%20b/","^(w%C3%B6rter|names)/[^/?#]+",1,"2d711642"]; // SITE'


def test_the_version_changes_with_what_previews_show_and_with_nothing_else(tmp_path: Path) -> None:
    def script() -> str:
        edition = scratch.read()
        return pipeline.previews(edition, pipeline.plan(edition))[pipeline.PREVIEW_SCRIPT]

    scratch = Scratch(tmp_path, FILES)
    first = script()
    scratch.write("terms/moon.yml", FILES["terms/moon.yml"] + "background: Something else.\n")
    assert script() == first
    scratch.write("terms/moon.yml", FILES["terms/moon.yml"].replace("Luna", "Selene"))
    assert script() != first


@pytest.mark.parametrize("terms", [0, 1, 40, 41, 633, 10_000, 17_600])
def test_a_shard_holds_about_forty_terms_at_most(terms: int) -> None:
    number = len(shard_names(terms))
    assert number & (number - 1) == 0
    sizes = [0] * number
    for one in range(terms):
        sizes[shard_of(f"some-term-{one}", number)] += 1
    assert max(sizes) <= 64
    assert number == 1 or terms / number > 20


def test_more_terms_seldom_change_the_shard_that_a_script_in_a_cache_asks_for() -> None:
    assert len({len(shard_names(terms)) for terms in range(700, 1_200)}) == 1


def test_hashes_are_those_of_the_standard() -> None:
    """From the test vectors at http://www.isthe.com/chongo/tech/comp/fnv/."""
    assert [shard_of(key, 2**32) for key in ("", "a", "foobar")] == [0x811C9DC5, 0xE40C292C, 0xBF9CF968]


def test_a_page_loads_no_more_than_six_kilobytes_of_script(tmp_path: Path) -> None:
    assert "SITE" in (TEMPLATES / "assets" / pipeline.PREVIEW_SCRIPT).read_text("utf-8")
    edition = Scratch(tmp_path, FILES).read({"path": "product/glossary"})
    script = pipeline.previews(edition, pipeline.plan(edition))[pipeline.PREVIEW_SCRIPT]
    assert len(script.encode()) <= MOST_BYTES
    assert "SITE" not in script
