"""Addresses: slugs of any text, links between pages, files of pages, old addresses."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from glossmith.model.addresses import FOLDERS, Addresses, Location, relative, slug, slugs


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Machine Learning", "machine-learning"),
        ("  spaced   out  ", "spaced-out"),
        ("C++", "c-plus-plus"),
        ("C#", "c-sharp"),
        ("R&D", "r-and-d"),
        ("100 %", "100-percent"),
        ("a/b\\c", "a-b-c"),
        ("../..", "u2e-u2e-u2f-u2e-u2e"),
        ("!!!", "u21-u21-u21"),
        ("🙂", "u1f642"),
        ("", "empty"),
        (" ", "empty"),
        ("École", "école"),
        ("E\u0301cole", "école"),
        ("Straße", "strasse"),
        ("ﬁne", "fine"),
        ("تعلم الآلة", "تعلم-الآلة"),
        ("机器 学习", "机器-学习"),
        ("हिन्दी भाषा", "हिन्दी-भाषा"),
        ("snake_case", "snake_case"),
        ("-a-", "a"),
        ("ＡＢＣ", "abc"),
        ("𐌰" * 300, "𐌰" * 40),
        ("a " * 200, "a-" * 79 + "a"),
    ],
)
def test_a_slug_is_lower_case_words_of_any_script(text: str, expected: str) -> None:
    assert slug(text) == expected


@given(st.text())
def test_a_slug_is_one_part_of_an_address_whatever_the_text(text: str) -> None:
    made = slug(text)
    assert 0 < len(made.encode()) <= 160
    assert not set(made) & set('/\\?#%:*<>|" .\0\n')
    assert unicodedata.is_normalized("NFC", made)


@given(st.lists(st.text(max_size=5), unique=True))
def test_slugs_are_different_also_where_case_does_not_count(texts: list[str]) -> None:
    made = slugs(texts)
    assert list(made) == texts
    assert len({one.casefold() for one in made.values()}) == len(texts)


def test_slugs_that_clash_are_numbered_in_the_order_given() -> None:
    assert slugs(["C#", "c sharp", "C-Sharp", "c-sharp-2"]) == {
        "C#": "c-sharp",
        "c sharp": "c-sharp-2",
        "C-Sharp": "c-sharp-3",
        "c-sharp-2": "c-sharp-2-2",
    }


@pytest.mark.parametrize(
    ("origin", "target", "expected"),
    [
        ("", "", "./"),
        ("", "terms/a/", "terms/a/"),
        ("terms/a/", "", "../../"),
        ("terms/a/", "terms/b/", "../../terms/b/"),
        ("index.html", "index.html", "index.html"),
        ("terms/a.html", "terms.html", "../terms.html"),
        ("", "terms/é b/", "terms/%C3%A9%20b/"),
        ("a/", "terms/x?y#z/", "../terms/x%3Fy%23z/"),
    ],
)
def test_a_link_leads_from_one_address_to_another(origin: str, target: str, expected: str) -> None:
    assert relative(origin, target) == expected


def test_pages_are_folders_with_directory_addresses_and_files_without() -> None:
    assert Addresses().below("terms", "a") == Location("terms/a/", "terms/a/index.html")
    assert Addresses(use_directory_urls=False).below("terms", "a") == Location("terms/a.html", "terms/a.html")
    assert Addresses().index("terms") == Location("terms/", "terms/index.html")
    assert Addresses(use_directory_urls=False).index("terms") == Location("terms.html", "terms.html")
    assert Addresses().home == Location("", "index.html")
    assert Addresses(use_directory_urls=False).home == Location("index.html", "index.html")


def test_a_path_and_other_names_of_folders_show_in_all_places() -> None:
    addresses = Addresses("docs/", {**dict.fromkeys(FOLDERS, "x"), "terms": "begriffe"})
    assert addresses.below("terms", "a").address == "docs/begriffe/a/"
    assert addresses.index_source("terms") == "docs/begriffe.md"
    assert addresses.home_source == "docs/index.md"
    assert addresses.home == Location("docs/", "docs/index.html")


@pytest.mark.parametrize(
    ("written", "destination"),
    [
        ("lr", "g/terms/lr/index.html"),
        ("x.html", "g/terms/x.html/index.html"),
        ("/lr", "lr/index.html"),
        ("lr/", "lr/index.html"),
        ("/old/page/", "old/page/index.html"),
        ("old/page", "old/page/index.html"),
        ("/old/page.html", "old/page.html"),
        ("/old/page.htm", "old/page.htm"),
    ],
)
def test_an_old_address_is_an_id_or_a_path_of_the_site(written: str, destination: str) -> None:
    assert Addresses("g/").old(written).destination == destination
