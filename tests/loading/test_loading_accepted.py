"""Entries that look odd and simply work: the page renders, and its file stays in the site."""

from __future__ import annotations

import json
from html import escape
from pathlib import Path

import pytest

from glossmith import pipeline
from glossmith.hosts.publishing import redirects
from scratch import Scratch, all_pages, render

VALID = b"term: a\ndefinition: b\n"

NAMES = {
    "NO": "NO",
    "on": "on",
    "1.0": "1.0",
    "007": "007",
    "0x1f": "0x1f",
    "1e3": "1e3",
    "1_000": "1_000",
    "12:30:45": "12:30:45",
    "null": "null",
    "~": "~",
    "2026-01-01": "2026-01-01",
    "2026-02-31": "2026-02-31",
    ".inf": ".inf",
    "9" * 299: "9" * 299,
    '"{x}"': "{x}",
    "'a: b'": "a: b",
    "a #1": "a",
    "a#1": "a#1",
    "'!!!'": "!!!",
    "/dev/null": "/dev/null",
    "C|N>K": "C|N>K",
    "<script>alert(1)</script>": "<script>alert(1)</script>",
    "'{{ 7 * 7 }}'": "{{ 7 * 7 }}",
    "'{% raw %}'": "{% raw %}",
    "100%s %(x)s": "100%s %(x)s",
    '"a&quot;b"': "a&quot;b",
    "تعلم الآلة": "تعلم الآلة",
    "机器学习": "机器学习",
    "हिन्दी": "हिन्दी",
    "🙂👍🏽": "🙂👍🏽",
    '"\u0301a"': "\u0301a",
    ">-\n  a\n  b": "a b",
    "!!str yes": "yes",
    "!!int yes": "yes",
    "! yes": "yes",
    "&x yes": "yes",
    '"\\u00e9"': "é",
}
"""A term as written in YAML, and the name that it is."""


@pytest.mark.parametrize(("written", "name"), NAMES.items())
def test_a_name_stays_as_it_is_written(tmp_path: Path, written: str, name: str) -> None:
    scratch = Scratch(tmp_path, {"terms/x.yml": f"term: {written}\ndefinition: {written}\nsynonyms: [z]\n"})
    edition = scratch.read()
    assert scratch.findings() == []
    assert edition.glossary.terms[0].name == name
    page = render(edition, "term", "x")
    assert page.title == name
    assert f'<h1 id="title">{escape(name)}</h1>' in page.body.replace("&#34;", "&quot;").replace("&#39;", "&#x27;")
    assert json.loads(pipeline.table_of_terms(edition, pipeline.plan(edition)))["terms"][0]["term"] == name


FILES = {
    "a BOM": b"\xef\xbb\xbf" + VALID,
    "a BOM in the middle": b"term: a\xef\xbb\xbf\ndefinition: b\n",
    "CRLF": VALID.replace(b"\n", b"\r\n"),
    "CR": VALID.replace(b"\n", b"\r"),
    "no break at the end": VALID.rstrip(),
    "a head": b"---\n" + VALID,
    "a tail": VALID + b"...\n",
    "YAML 1.1": b"%YAML 1.1\n---\n" + VALID,
    "YAML 1.2": b"%YAML 1.2\n---\n" + VALID,
    "JSON": b'{"term": "a", "definition": "b"}',
    "tags that change nothing": b"!!map\nterm: !!str a\ndefinition: !!null b\n",
    "an alias": b"term: &x a\ndefinition: *x\n",
    "tabs between": b"term:\ta\ndefinition:\tb\n",
    "60 levels": VALID + b"extra: {a: " + b"[" * 60 + b"]" * 60 + b"}\n",
    "all that YAML knows of": VALID + b"extra: {n: " + b"9" * 6000 + b", d: 2026-99-99, f: .inf, e: 1e999}\n",
    "empty lists and maps": VALID + b"synonyms: []\nkey_facts: {}\nlinking: {}\nseo: {}\nextra: {}\n",
    "almost a MB": b'term: a\ndefinition: "' + b"x " * 500_000 + b'"\n',
    "3,000 quotes in each other": VALID + b'background: "' + b"> " * 3000 + b'x"\n',
    "3,000 lists in each other": VALID + b'background: "' + b"- " * 3000 + b'x"\n',
    "50,000 brackets": VALID + b'background: "' + b"[" * 50_000 + b'x"\n',
    "10,000 formulas": VALID + b'background: "' + b"$a$ " * 10_000 + b'x"\n',
}


@pytest.mark.parametrize("content", FILES.values(), ids=FILES)
def test_an_odd_file_simply_works(tmp_path: Path, content: bytes) -> None:
    scratch = Scratch(tmp_path, {"terms/x.yml": content})
    assert scratch.findings() == []
    for page in all_pages(scratch.read()):
        page.body.encode()


IDS = [
    "CON",
    "nul.x",
    "com1",
    "index",
    "404",
    "terms",
    "a.html",
    "Ⅷ",
    "تعلم",
    "हिन्दी",
    "机器",
    "x" * 150,
    "0",
    "a..b",
    "a_-.b",
]


@pytest.mark.parametrize("use_directory_urls", [True, False])
@pytest.mark.parametrize("id_", IDS)
def test_a_page_stays_in_the_folder_of_terms(tmp_path: Path, id_: str, use_directory_urls: bool) -> None:
    edition = Scratch(tmp_path, {"terms/x.yml": f"id: {id_}\nterm: a\ndefinition: b\n"}).read(
        use_directory_urls=use_directory_urls
    )
    page = render(edition, "term", id_)
    assert page.destination == (f"terms/{id_}/index.html" if use_directory_urls else f"terms/{id_}.html")
    assert page.destination not in {other.destination for other in all_pages(edition) if other.kind != "term"}


def test_an_id_is_normalised_so_that_all_file_systems_agree(tmp_path: Path) -> None:
    edition = Scratch(tmp_path, {"terms/x.yml": "id: e\u0301tude\nterm: a\ndefinition: b\n"}).read()
    assert [term.id for term in edition.glossary.terms] == ["étude"]


@pytest.mark.parametrize("written", ["/fr/café du port/", "/fr/cafe\u0301 du port/", "/fr/caf%C3%A9%20du%20port/"])
def test_an_old_address_may_be_percent_encoded_and_is_normalised_as_ids_are(tmp_path: Path, written: str) -> None:
    entry = f"term: a\ndefinition: x\nredirect_from: {written}\n"
    edition = Scratch(tmp_path, {"terms/a.yml": entry}).read()
    assert [destination for destination, _ in redirects(pipeline.plan(edition), edition.settings)] == [
        "fr/café du port/index.html"
    ]


def test_the_types_of_extra_are_kept(tmp_path: Path) -> None:
    extra = """extra: {n: 1, f: 1.5, t: true, nothing: null, s: "1", l: [a, ~], d: 2026-01-01, y: yes,
  big: 12345678901234567890, e: 1e3, endless: .inf, beyond: 1e999, digits: 9.9.9}"""
    (term,) = Scratch(tmp_path, {"terms/x.yml": f"term: a\ndefinition: b\n{extra}\n"}).read().glossary.terms
    assert term.extra == {
        "n": 1,
        "f": 1.5,
        "t": True,
        "nothing": None,
        "s": "1",
        "l": ["a", None],
        "d": "2026-01-01",
        "y": "yes",
        "big": 12345678901234567890,
        "e": 1000.0,
        "endless": ".inf",
        "beyond": "1e999",
        "digits": "9.9.9",
    }


def test_the_export_is_json_whatever_extra_holds(tmp_path: Path) -> None:
    extra = "extra: {a: .inf, b: -.inf, c: .nan, d: 1e999, e: " + "9" * 6000 + ", f: -" + "9" * 400 + ".5}\n"
    edition = Scratch(tmp_path, {"terms/x.yml": f"term: a\ndefinition: b\n{extra}"}).read()

    def refuse(word: str) -> None:
        raise AssertionError(word)

    json.loads(pipeline.table_of_terms(edition, pipeline.plan(edition)), parse_constant=refuse)
