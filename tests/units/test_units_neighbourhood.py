"""The drawing of the terms around a term: who is in it, where, and how it is described."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from xml.etree import ElementTree

import pytest

from glossmith.model.edition import Edition
from glossmith.stages._lettering import WIDEST, width
from glossmith.stages._sheet import BOX
from scratch import Scratch, render

SVG, XLINK = "{http://www.w3.org/2000/svg}", "{http://www.w3.org/1999/xlink}"
NAMESPACES = f'xmlns="{SVG[1:-1]}" xmlns:xlink="{XLINK[1:-1]}"'


def glossary(folder: Path, terms: Mapping[str, str]) -> Edition:
    """Terms by name, with the YAML of their fields."""
    files = {
        f"terms/{name.replace(' ', '-')}.yml": f"term: {name}\ndefinition: x\n{rest}" for name, rest in terms.items()
    }
    return Scratch(folder, files).read()


def drawing(edition: Edition, id_: str) -> ElementTree.Element | None:
    found = re.search(r"<svg.*?</svg>", render(edition, "term", id_).body, re.DOTALL)
    return ElementTree.fromstring(found[0].replace("<svg", f"<svg {NAMESPACES}")) if found else None


def told(svg: ElementTree.Element) -> list[str]:
    """What is read out in order: captions, links and, in brackets, the term itself."""
    result = []
    for element in svg:
        text = " ".join("".join(element.itertext()).split())
        if element.tag == f"{SVG}g":
            result.append(f"[{text}]")
        elif element.tag in {f"{SVG}a", f"{SVG}text"}:
            result.append(text)
    return result


def place(svg: ElementTree.Element, text: str) -> tuple[int, int]:
    found = next(one for one in svg if " ".join("".join(one.itertext()).split()) == text and one.get("transform"))
    x, y = re.findall(r"\d+", found.get("transform", ""))
    return int(x), int(y)


EVERYTHING = {
    "river": "broader_terms: [watercourse]\npart_of: [water cycle]\nnarrower_terms: [brook]\nrelated_terms: [flood]\n"
    "contrasts_with: [canal]\n",
    "watercourse": "",
    "water cycle": "",
    "brook": "",
    "estuary": "part_of: [river]\n",
    "flood": "",
    "canal": "",
}


def test_every_relation_has_its_place_and_its_caption_and_is_read_from_the_top_down(tmp_path: Path) -> None:
    svg = drawing(glossary(tmp_path, EVERYTHING), "river")
    assert svg is not None
    assert told(svg) == [
        "Broader", "watercourse", "Part of", "water cycle", "Related", "flood", "[river]", "In contrast to", "canal",
        "Narrower", "brook", "Parts", "estuary",
    ]  # fmt: skip
    x, y = place(svg, "river")
    assert place(svg, "watercourse")[1] < y < place(svg, "brook")[1]
    assert place(svg, "flood")[0] < x < place(svg, "canal")[0]


def test_the_drawing_has_a_name_and_a_description(tmp_path: Path) -> None:
    svg = drawing(glossary(tmp_path, EVERYTHING), "river")
    assert svg is not None
    assert (svg.get("role"), svg.get("aria-label")) == ("group", "Terms around river")
    assert (svg.findtext(f"{SVG}desc") or "").startswith("Broader terms above")
    assert next(link.get(f"{XLINK}href") for link in svg.iter(f"{SVG}a")) == "../../terms/watercourse/"


def test_what_contrasts_is_on_a_dashed_line(tmp_path: Path) -> None:
    svg = drawing(glossary(tmp_path, EVERYTHING), "river")
    assert svg is not None
    assert [path.get("class") for path in svg.iter(f"{SVG}path")] == [None, "gs-dashed"]


Area = tuple[int, int, int, int]
"""From left and top to right and bottom."""


def boxes(svg: ElementTree.Element) -> list[Area]:
    found = []
    for element in svg:
        if element.get("transform"):
            x, y = map(int, re.findall(r"\d+", element.get("transform", "")))
            rect = element.find(f"{SVG}rect")
            assert rect is not None
            found.append((x, y, x + BOX, y + int(rect.get("height", ""))))
    return found


def lines(svg: ElementTree.Element) -> list[Area]:
    found: list[Area] = []
    x = y = 0
    for path in svg.iter(f"{SVG}path"):
        for command, numbers in re.findall(r"([MHVv])([\d ]+)", path.get("d", "")):
            one, *rest = map(int, numbers.split())
            to_x, to_y = {"M": (one, *rest), "H": (one, y), "V": (x, one), "v": (x, y + one)}[command]
            if command != "M":
                found.append((min(x, to_x), min(y, to_y), max(x, to_x), max(y, to_y)))
            x, y = to_x, to_y
    return found


def touch(one: Area, other: Area) -> bool:
    return one[0] <= other[2] and other[0] <= one[2] and one[1] <= other[3] and other[1] <= one[3]


@pytest.mark.parametrize("above", range(4))
@pytest.mark.parametrize(("below", "related", "contrasts"), [(0, 3, 0), (1, 2, 2), (2, 1, 0), (3, 0, 3), (8, 4, 1)])
def test_lines_join_all_boxes(tmp_path: Path, above: int, below: int, related: int, contrasts: int) -> None:
    kinds = {"broader": above, "narrower": below, "related": related, "contrasts": contrasts}
    names = {kind: [f"{kind} {number}" for number in range(count)] for kind, count in kinds.items()}
    fields = {"broader": "broader_terms", "narrower": "narrower_terms", "related": "related_terms"}
    entry = "".join(f"{fields.get(kind, 'contrasts_with')}: [{', '.join(ids)}]\n" for kind, ids in names.items() if ids)
    others = {name: "broader_terms: [top]\n" if name == "broader 0" else "" for ids in names.values() for name in ids}
    svg = drawing(glossary(tmp_path, {"a": entry, **others, "top": ""}), "a")
    assert svg is not None
    joined, *apart = [*lines(svg), *boxes(svg)]
    reached, left = [joined], set(apart)
    while reached:
        here = reached.pop()
        near = {one for one in left if touch(here, one)}
        reached += near
        left -= near
    assert left == set()


def test_two_neighbours_are_too_few_for_a_drawing(tmp_path: Path) -> None:
    edition = glossary(
        tmp_path, {"a": "related_terms: [b, c]\n", "b": "", "c": "related_terms: [d, e]\n", "d": "", "e": ""}
    )
    assert drawing(edition, "a") is None
    assert drawing(edition, "c") is not None


def test_drafts_are_not_drawn(tmp_path: Path) -> None:
    edition = glossary(
        tmp_path, {"a": "related_terms: [b, c, d, e]\n", "b": "", "c": "", "d": "", "e": "status: draft\n"}
    )
    svg = drawing(edition, "a")
    assert svg is not None
    assert told(svg) == ["Related", "b", "c", "[a]", "Related", "d"]


def test_of_too_many_neighbours_the_first_written_are_drawn_and_it_is_said_how_many_there_are(tmp_path: Path) -> None:
    others = [f"t{number:02}" for number in range(20)]
    edition = glossary(
        tmp_path, {"a": f"related_terms: [{', '.join(reversed(others))}]\n", **dict.fromkeys(others, "")}
    )
    svg = drawing(edition, "a")
    assert svg is not None
    assert told(svg) == [
        "Related, 8 of 20", "t19", "t18", "t17", "t16", "[a]", "Related", "t15", "t14", "t13", "t12",
    ]  # fmt: skip


def test_there_are_never_more_than_twelve_neighbours(tmp_path: Path) -> None:
    names = {kind: [f"{kind[:2]}{number}" for number in range(9)] for kind in
             ("broader_terms", "narrower_terms", "part_of", "related_terms", "contrasts_with")}  # fmt: skip
    fields = "".join(f"{kind}: [{', '.join(ids)}]\n" for kind, ids in names.items())
    edition = glossary(tmp_path, {"a": fields, **{name: "" for ids in names.values() for name in ids}})
    svg = drawing(edition, "a")
    assert svg is not None
    assert len(list(svg.iter(f"{SVG}a"))) == 12
    for kind in ("Broader", "Part of", "Narrower", "Related", "In contrast to"):
        assert any(one.startswith(f"{kind}, ") for one in told(svg)), kind


def test_above_a_broader_term_stands_the_one_above_that(tmp_path: Path) -> None:
    edition = glossary(
        tmp_path,
        {"a": "broader_terms: [b]\nrelated_terms: [d, e]\n", "b": "broader_terms: [c]\n", "c": "", "d": "", "e": ""},
    )
    svg = drawing(edition, "a")
    assert svg is not None
    assert told(svg)[:3] == ["c", "Broader", "b"]


def test_a_cycle_of_broader_terms_shows_nobody_twice(tmp_path: Path) -> None:
    edition = glossary(
        tmp_path, {"a": "broader_terms: [b]\nrelated_terms: [c, d]\n", "b": "broader_terms: [a]\n", "c": "", "d": ""}
    )
    svg = drawing(edition, "a")
    assert svg is not None
    assert [told(svg).count(name) for name in ("a", "[a]", "b", "c", "d")] == [0, 1, 1, 1, 1]


def test_names_are_escaped_and_a_cut_one_is_its_title(tmp_path: Path) -> None:
    long = "a <b> & " + "c" * 120
    edition = Scratch(
        tmp_path,
        {
            "terms/x.yml": "term: x\ndefinition: x\nrelated_terms: [y, z, long]\n",
            "terms/y.yml": "term: y\ndefinition: x\n",
            "terms/z.yml": "term: z\ndefinition: x\n",
            "terms/long.yml": f'term: "{long}"\ndefinition: x\n',
        },
    ).read()
    svg = drawing(edition, "x")
    assert svg is not None
    assert [title.text for title in svg.iter(f"{SVG}title")] == [long]


@pytest.mark.parametrize("count", range(1, 7))
def test_boxes_below_never_overlap(tmp_path: Path, count: int) -> None:
    narrower = [f"narrow {number}" for number in range(count)]
    edition = glossary(
        tmp_path,
        {
            "a": f"narrower_terms: [{', '.join(narrower)}]\nrelated_terms: [b, c]\n",
            "b": "",
            "c": "",
            **dict.fromkeys(narrower, ""),
        },
    )
    svg = drawing(edition, "a")
    assert svg is not None
    places = [place(svg, name) for name in narrower]
    assert all(abs(x - u) >= 108 or abs(y - v) >= 27 for i, (x, y) in enumerate(places) for u, v in places[:i])
    assert all(0 <= x <= 360 - 108 for x, _ in places)


def test_a_caption_that_is_wider_than_its_box_ends_where_the_drawing_does(tmp_path: Path) -> None:
    others = [f"t{number:02}" for number in range(12)]
    edition = glossary(tmp_path, {"a": f"contrasts_with: [{', '.join(others)}]\n", **dict.fromkeys(others, "")})
    svg = drawing(edition, "a")
    assert svg is not None
    caption = next(one for one in svg.iter(f"{SVG}text") if one.text == "In contrast to, 4 of 12")
    assert (caption.get("x"), caption.get("text-anchor")) == ("360", "end")


@pytest.mark.parametrize("count", range(3, 9))
def test_the_drawing_ends_below_its_lowest_box(tmp_path: Path, count: int) -> None:
    others = [f"t{number}" for number in range(count)]
    edition = glossary(tmp_path, {"a": f"related_terms: [{', '.join(others)}]\n", **dict.fromkeys(others, "")})
    svg = drawing(edition, "a")
    assert svg is not None
    top, height = (int(number) for number in svg.get("viewBox", "").split()[1::2])
    assert max(place(svg, name)[1] + 27 for name in others) < top + height


def test_the_outline_of_a_caption_does_not_reach_the_line_above_it(tmp_path: Path) -> None:
    others = [f"t{number}" for number in range(9)]
    edition = glossary(tmp_path, {"a": f"narrower_terms: [{', '.join(others)}]\n", **dict.fromkeys(others, "")})
    svg = drawing(edition, "a")
    assert svg is not None
    caption = next(one for one in svg.iter(f"{SVG}text") if one.text == "Narrower, 6 of 9")
    line = re.search(r"M\d+ (\d+)H306", svg.find(f"{SVG}path").get("d", ""))
    capitals, outline = 9, 4
    assert line is not None
    assert int(caption.get("y", "")) - capitals - outline >= int(line[1])


def crossed(svg: ElementTree.Element) -> list[str]:
    """The captions that a line comes down through, in the widest of common fonts."""
    lines = re.findall(r"M(\d+) (\d+)(?:V(\d+)|v(\d+))", svg.find(f"{SVG}path").get("d", ""))
    found = []
    for caption in svg.findall(f"{SVG}text"):
        left, foot = int(caption.get("x", "")), int(caption.get("y", ""))
        right = left + width(caption.text or "", 12) * WIDEST
        for x, top, bottom, length in ((int(a), int(b), c, d) for a, b, c, d in lines):
            if left < x < right and top < foot and int(bottom or top + int(length)) > foot - 9:
                found.append(caption.text or "")
    return found


@pytest.mark.parametrize("count", range(1, 7))
def test_no_line_comes_down_through_a_caption(tmp_path: Path, count: int) -> None:
    narrower = [f"narrow {number}" for number in range(count)]
    others = {"b": "broader_terms: [top]\n", "c": "", "d": "part_of: [a]\n", "top": ""}
    fields = f"narrower_terms: [{', '.join(narrower)}]\nrelated_terms: [c]\n"
    terms = {"a": f"broader_terms: [b]\n{fields}", **others, **dict.fromkeys(narrower, "")}
    svg = drawing(glossary(tmp_path, terms), "a")
    assert svg is not None
    assert told(svg)[:3] == ["top", "Broader", "b"]
    assert crossed(svg) == []


def test_narrower_terms_and_parts_together_have_their_row_beside_many_related_ones(tmp_path: Path) -> None:
    kinds = {"broader_terms": 3, "related_terms": 8, "narrower_terms": 2}
    fields = "".join(f"{kind}: [{', '.join(f'{kind[0]}{n}' for n in range(count))}]\n" for kind, count in kinds.items())
    others = {f"{kind[0]}{n}": "" for kind, count in kinds.items() for n in range(count)}
    svg = drawing(
        glossary(tmp_path, {"hub": fields, **others, "p0": "part_of: [hub]\n", "p1": "part_of: [hub]\n"}), "hub"
    )
    assert svg is not None
    shown = [text for text in told(svg) if text in {"n0", "n1", "p0", "p1"}]
    assert shown == ["n0", "n1", "p0"]
