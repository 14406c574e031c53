"""The map: which categories and terms it shows, in which order and size, and what is said of their connections."""

from __future__ import annotations

import re
from collections.abc import Mapping
from html import unescape
from pathlib import Path

from glossmith import pipeline
from glossmith.model.edition import Edition
from glossmith.stages import _map_page
from scratch import Scratch, render


def glossary(folder: Path, terms: Mapping[str, str], categories: str = "") -> Edition:
    files = {f"terms/{id_}.yml": f"term: {id_}\ndefinition: x\n{rest}" for id_, rest in terms.items()}
    return Scratch(folder, files | ({"terms/_categories.yml": categories} if categories else {})).read()


def panels(edition: Edition) -> dict[str, list[str]]:
    """The names in each panel, by the level and text of its heading."""
    body = render(edition, "map").body
    found = re.findall(r"<h([2-4]) id=\"map-[^>]*>(.*?)</h\1>(.*?)</section>", body, re.DOTALL)
    return {
        f"{level} {unescape(title)}": [unescape(name) for name in re.findall(r"<li[^>]*><a[^>]*>(.*?)</a>", rest)]
        for level, title, rest in found
    }


def text(edition: Edition) -> str:
    return " ".join(unescape(re.sub(r"<[^>]*>", " ", render(edition, "map").body)).split())


WATERS = {
    "lake": "category: still\n",
    "pond": "category: still\nrelated_terms: [lake, river, brook]\n",
    "river": "category: flowing\nrelated_terms: [lake]\n",
    "brook": "category: flowing\nrelated_terms: [sea]\n",
    "sea": "category: salt\n",
    "rain": "",
}
CATEGORIES = """\
waters: Waters
still: {title: Still waters, parent: waters}
flowing: {title: Flowing, parent: waters}
salt: Salt
"""


def test_categories_are_nested_and_the_best_connected_terms_stand_first(tmp_path: Path) -> None:
    assert panels(glossary(tmp_path, WATERS, CATEGORIES)) == {
        "2 Waters": [],
        "3 Still waters": ["pond", "lake"],
        "3 Flowing": ["brook", "river"],
        "2 Salt": ["sea"],
        "2 Without a category": ["rain"],
    }


def test_categories_without_a_vocabulary_stand_in_alphabetical_order(tmp_path: Path) -> None:
    written = {"a": "Zones", "b": "weather", "c": "Ährengräser", "d": "Bogs"}
    edition = glossary(tmp_path, {id_: f"category: {title}\n" for id_, title in written.items()})
    assert list(panels(edition)) == ["2 Ährengräser", "2 Bogs", "2 weather", "2 Zones"]


def test_a_panel_says_with_which_categories_it_is_connected_most(tmp_path: Path) -> None:
    read = text(glossary(tmp_path, WATERS, CATEGORIES))
    assert "Still waters 2 terms . Most connected with Flowing (3) pond lake" in read
    assert "Flowing 2 terms . Most connected with Still waters (3), Salt (1) brook river" in read


def test_links_in_texts_connect_as_relations_do_and_a_pair_counts_once(tmp_path: Path) -> None:
    terms = {
        "a": "category: one\nbackground: '[[b]] and [[b]]'\n",
        "b": "category: two\nrelated_terms: [a]\nbackground: '[[a]]'\n",
    }
    assert "one 1 term . Most connected with two (1) a" in text(glossary(tmp_path, terms))


def test_the_drawing_joins_categories_by_arcs_and_leads_to_their_panels(tmp_path: Path) -> None:
    body = render(glossary(tmp_path, WATERS, CATEGORIES), "map").body
    drawing = re.search(r"<svg.*?</svg>", body, re.DOTALL)
    assert drawing
    assert re.findall(r'xlink:href="([^"]*)"', drawing[0]) == ["#map-waters", "#map-still", "#map-flowing", "#map-salt"]
    assert re.findall(r"<title>(.*?)</title></path>", drawing[0]) == ["Still waters – Flowing: 3", "Flowing – Salt: 1"]
    assert {'id="map-waters"', 'id="map-salt"'} <= set(re.findall(r'id="map-[^"]*"', body))


def drawn(edition: Edition) -> tuple[int, list[str]]:
    """How many categories the drawing shows, and the titles of its arcs."""
    drawing = re.search(r"<svg.*?</svg>", render(edition, "map").body, re.DOTALL)
    assert drawing
    return len(re.findall("xlink:href", drawing[0])), re.findall(r"<title>(.*?)</title></path>", drawing[0])


def test_of_many_nested_categories_the_drawing_shows_those_at_the_top_with_all_that_connects_them(
    tmp_path: Path,
) -> None:
    below = {f"{top}{number}": top for top in "abc" for number in range(_map_page.MOST_ROWS // 3)}
    categories = "".join(f"{top}: {top.upper()}\n" for top in "abc")
    categories += "".join(f"{id_}: {{title: {id_}, parent: {top}}}\n" for id_, top in below.items())
    terms = {f"t{id_}": f"category: {id_}\n" for id_ in below}
    terms["ta0"] += "related_terms: [ta1, tb0, tb1, tc3]\n"
    assert drawn(glossary(tmp_path, terms, categories)) == (3, ["A – B: 2", "A – C: 1"])


def test_of_very_many_categories_the_drawing_shows_the_largest(tmp_path: Path) -> None:
    names = [f"c{number:02}" for number in range(_map_page.MOST_ROWS + 2)]
    terms = {f"{name}-{side}": f"category: {name}\n" for name in names for side in "xy"}
    terms |= {f"{name}-z": f"category: {name}\n" for name in names[2:]}
    terms["c00-x"] += "related_terms: [c02-x, c03-x]\n"
    terms["c02-x"] += "related_terms: [c03-x]\n"
    assert drawn(glossary(tmp_path, terms)) == (_map_page.MOST_ROWS, ["c02 – c03: 1"])


def test_an_arc_is_drawn_for_the_strongest_connection_of_each_category_and_for_what_else_stands_out(
    tmp_path: Path,
) -> None:
    strengths = {"ab": 8, "ac": 7, "ad": 7, "cd": 6, "bd": 5, "bc": 1}

    def related(side: str, number: int) -> list[str]:
        return [f"{other}{number}" for (one, other), strength in strengths.items() if one == side and number < strength]

    each = [(side, number) for side in "abcd" for number in range(8)]
    terms = {f"{side}{n}": f"category: {side}\nrelated_terms: {related(side, n)}\n" for side, n in each}
    edition = glossary(tmp_path, terms)
    assert drawn(edition)[1] == ["a – b: 8", "a – c: 7", "a – d: 7", "c – d: 6"]


def test_where_all_connections_are_as_strong_each_category_has_one_arc_and_no_tangle(tmp_path: Path) -> None:
    letters = "abcdefgh"
    terms = {
        one + other: f"category: {one}\nrelated_terms: [{other + one}]\n"
        for one in letters
        for other in letters
        if one != other
    }
    assert len(letters) / 2 <= len(drawn(glossary(tmp_path, terms))[1]) <= len(letters)


def test_the_drawing_names_each_category_and_how_many_terms_it_has(tmp_path: Path) -> None:
    titles = {
        "a": "Waters",
        "b": "Of all the other things there are " * 4,
        "c": "Lakes, ponds and pools of still water",
    }
    terms = {
        f"{id_}{number}": f"category: '{titles[id_].strip()}'\n" for id_ in titles for number in range(ord(id_) - 95)
    }
    terms["a0"] += "related_terms: [b0, c0]\n"
    body = render(glossary(tmp_path, terms), "map").body
    rows = re.findall(r"<a xlink:href[^>]*>(<title>)?.*?<rect[^>]*/><text[^>]*>(.*?)</text></a><text[^>]*>(\d+)<", body)
    assert [(cut, re.sub(r"<[^>]*>", "", name), count) for cut, name, count in rows] == [
        ("", "Lakes, ponds and pools of still water", "4"),
        ("<title>", "Of all the other things there are Of all the other things there are…", "3"),
        ("", "Waters", "2"),
    ]


def test_without_connections_there_is_no_drawing(tmp_path: Path) -> None:
    edition = glossary(tmp_path, {name: f"category: {name}\n" for name in "abcd"})
    assert "<svg" not in render(edition, "map").body
    assert len(panels(edition)) == 4


def test_there_is_no_map_without_categories(tmp_path: Path) -> None:
    edition = glossary(tmp_path, {"a": "", "b": ""})
    assert "map" not in {job.kind for job in pipeline.plan(edition).indexes()}
    assert "map" in {job.kind for job in pipeline.plan(glossary(tmp_path, {"c": "category: x\n"})).indexes()}


def test_drafts_are_not_on_the_map(tmp_path: Path) -> None:
    edition = glossary(tmp_path, {"a": "category: x\n", "b": "category: x\nstatus: draft\nrelated_terms: [a]\n"})
    assert panels(edition) == {"2 x": ["a"]}


def test_a_panel_shows_the_best_connected_of_many_terms_and_leads_to_the_rest(tmp_path: Path) -> None:
    names = [f"t{number:03}" for number in range(_map_page.MOST_TERMS + 5)]
    terms = dict.fromkeys(names, "category: x\n")
    terms["t044"] += "related_terms: [t043]\n"
    edition = glossary(tmp_path, terms)
    shown = panels(edition)["2 x"]
    assert shown[:3] == ["t043", "t044", "t000"]
    assert len(shown) == _map_page.MOST_TERMS
    assert "5 terms more in x" in text(edition)


def sizes(edition: Edition) -> dict[str, str]:
    """The names of terms with the size in which they are set."""
    found = re.findall(r'gs-size-(.)"><a[^>]*>(.*?)</a>', render(edition, "map").body)
    return {name: size for size, name in found}


def test_the_more_connections_a_term_has_the_larger_is_its_name(tmp_path: Path) -> None:
    terms = {f"t{number:02}": "category: x\n" for number in range(20)}
    terms["t00"] += f"related_terms: [{', '.join(list(terms)[5:])}]\n"
    terms["t01"] += f"related_terms: [{', '.join(list(terms)[5:10])}]\n"
    found = sizes(glossary(tmp_path, terms))
    assert {name for name, size in found.items() if size == "3"} == {"t00", "t01"}
    assert {name for name, size in found.items() if size == "2"} == {"t05", "t06", "t07", "t08", "t09"}


def test_terms_with_as_many_connections_as_most_are_not_larger(tmp_path: Path) -> None:
    pairs = {
        f"{side}{number}": f"related_terms: [right{number}]\n" for number in range(9) for side in ("left", "right")
    }
    terms = {id_: "category: x\n" + (rest if "left" in id_ else "") for id_, rest in pairs.items()}
    terms["left0"] += "contrasts_with: [right1, right2]\n"
    found = sizes(glossary(tmp_path, terms))
    assert {name for name, size in found.items() if size != "1"} == {"left0", "right1", "right2"}


def test_of_very_many_categories_only_those_at_the_top_have_a_panel_with_all_terms_below(tmp_path: Path) -> None:
    below = [f"c{number}" for number in range(_map_page.MOST_PANELS)]
    categories = "top: Top\nother: Other\n" + "".join(f"{id_}: {{title: {id_}, parent: top}}\n" for id_ in below)
    terms = {f"t{id_}": f"category: {id_}\n" for id_ in below} | {"lone": "category: other\nrelated_terms: [tc0]\n"}
    edition = glossary(tmp_path, terms, categories)
    shown = panels(edition)
    assert list(shown) == ["2 Top", "2 Other"]
    assert shown["2 Top"][0] == "tc0"
    assert "Other 1 term . Most connected with Top (1) lone" in text(edition)


def test_terms_of_a_category_without_a_panel_are_not_said_to_have_none(tmp_path: Path) -> None:
    names = [f"t{number:03}" for number in range(_map_page.MOST_PANELS + 2)]
    edition = glossary(tmp_path, {name: f"category: in {name}\n" for name in names} | {"lone": ""})
    shown = panels(edition)
    assert len(shown) == _map_page.MOST_PANELS + 1
    assert shown["2 Without a category"] == ["lone"]
    assert "Further categories: 2" in text(edition)


def test_categories_in_a_ring_do_not_hang_the_map(tmp_path: Path) -> None:
    categories = "a: {title: A, parent: b}\nb: {title: B, parent: a}\n"
    edition = glossary(tmp_path, {"x": "category: a\n", "y": "category: b\n"}, categories)
    assert panels(edition) == {"2 A": ["x"], "2 B": ["y"]}


def test_names_are_escaped(tmp_path: Path) -> None:
    terms = {"a": "category: <i>&\nrelated_terms: [b, c]\n", "b": "category: two\n", "c": "category: three\n"}
    body = render(glossary(tmp_path, terms), "map").body
    assert "<i>" not in body
    assert "&lt;i&gt;&amp;" in body
