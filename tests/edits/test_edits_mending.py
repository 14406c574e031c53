"""Mending changes the characters of a fix and no others, in whatever style the entry is written."""

from __future__ import annotations

import pytest

from effort import IN_PROPORTION, growth
from glossmith.edits.lines import lines_of
from glossmith.edits.mending import BOM, Mended, mend, mend_page
from glossmith.model.finding import Finding
from glossmith.model.fix import ADD_DASHES, REMOVE_ITEM, Fix, Mending, replace_by
from glossmith.model.place import Span

GONE = REMOVE_ITEM


def at(text: str, needle: str, fix: Fix) -> Finding:
    """A finding about the only occurrence of `needle`."""
    body = text.removeprefix(BOM)
    assert body.count(needle) == 1, f"{needle!r} occurs {body.count(needle)} times"
    lines, start = lines_of(body), body.index(needle)
    first, last = lines.number(start), lines.number(start + len(needle))
    end = start + len(needle) - lines.starts[last]
    return Finding("r", "m", "p.yml", Span(first + 1, start - lines.starts[first] + 1, last + 1, end + 1), fix=fix)


def mended(text: str, *fixes: tuple[str, Fix]) -> Mended:
    return mend(text, [at(text, needle, fix) for needle, fix in fixes])


REMOVED = [
    ("l: [aa, bb, cc]\n", ["aa"], "l: [bb, cc]\n"),
    ("l: [aa, bb, cc]\n", ["bb"], "l: [aa, cc]\n"),
    ("l: [aa, bb, cc]\n", ["cc"], "l: [aa, bb]\n"),
    ("l: [aa, bb, cc,]\n", ["cc"], "l: [aa, bb,]\n"),
    ("l: [ aa , bb , cc ] # x\n", ["bb"], "l: [ aa , cc ] # x\n"),
    ("l: [aa, bb, cc]\n", ["aa", "cc"], "l: [bb]\n"),
    ("l: [aa, bb, cc, dd]\n", ["bb", "cc"], "l: [aa, dd]\n"),
    ("l: [aa,\n    bb,\n    cc]\n", ["aa"], "l: [\n    bb,\n    cc]\n"),
    ("l: [aa,\n    bb,\n    cc]\n", ["bb"], "l: [aa,\n    cc]\n"),
    ("l: [\n  aa, # one\n  bb, # two\n  cc, # three\n]\n", ["bb"], "l: [\n  aa, # one\n  cc, # three\n]\n"),
    ("l: [\n  aa, # one\n  bb # two\n]\n", ["bb"], "l: [\n  aa, # one\n]\n"),
    ("t: x\nl: [aa]\n# next\nz: q\n", ["aa"], "t: x\n# next\nz: q\n"),
    ("t: x\nl: [aa, bb]\n", ["aa", "bb"], "t: x\n"),
    ("t: x\nl: [aa]", ["aa"], "t: x"),
    ("t: x\nl: aa\nz: q\n", ["aa"], "t: x\nz: q\n"),
    ("{t: x, l: [aa], z: q}\n", ["aa"], "{t: x, z: q}\n"),
    ("l:\n  - aa\n  - bb # why\n  - cc\n", ["bb"], "l:\n  - aa\n  - cc\n"),
    ("l:\n- aa\n- bb\nz: q\n", ["bb"], "l:\n- aa\nz: q\n"),
    ("l:\r\n- aa\r\n- bb", ["bb"], "l:\r\n- aa"),
    ("l:\n  - aa\n\n  - bb\n\n  - cc\n", ["bb"], "l:\n  - aa\n\n\n  - cc\n"),
    ("l:\n  - aa\n  # of it alone\n  - bb\n  # of the next\n  - cc\n", ["bb"], "l:\n  - aa\n  # of the next\n  - cc\n"),
    ("l:\n  - aa\n  # a heading\n  - bb\n  - cc\n", ["bb"], "l:\n  - aa\n  # a heading\n  - cc\n"),
    ("l:\n  # glossmith: ignore[r] x\n  - bb\n  - cc\n", ["bb"], "l:\n  - cc\n"),
    ("l:\n  - aa\n  # kept\nz: q\n  # of z\n", [], "l:\n  - aa\n  # kept\nz: q\n  # of z\n"),
    ("l:\n  - term: bb\n    note: |\n      long\n\n      text\n  - cc\n", ["bb"], "l:\n  - cc\n"),
    ("l:\n  - {term: bb, note: x}\n  - cc\n", ["bb"], "l:\n  - cc\n"),
    ("t: x\nl: {term: bb}\nz: q\n", ["bb"], "t: x\nz: q\n"),
    ("l: [\"bb\", 'cc']\n", ["'cc'"], 'l: ["bb"]\n'),
    (f"{BOM}l: [aa, bb]\n", ["bb"], f"{BOM}l: [aa]\n"),
    ("l: [é€𝄞, bb]\n", ["bb"], "l: [é€𝄞]\n"),
]


@pytest.mark.parametrize(("text", "gone", "after"), REMOVED)
def test_an_item_goes_with_its_comma_or_line_and_the_comment_that_is_its_own(text, gone, after):
    result = mended(text, *((needle, GONE) for needle in gone))
    assert result.text == after
    assert len(result.done) == len(gone)


REPLACED = [
    ("k: old # c\n", "old", "new", "k: new # c\n"),
    ("k: 'old'\n", "'old'", "it's", "k: 'it''s'\n"),
    ('k: "old"\n', '"old"', 'a"b\\', 'k: "a\\"b\\\\"\n'),
    ("k: old\n", "old", "a: b", "k: 'a: b'\n"),
    ("k: old\n", "old", "a, b", "k: a, b\n"),
    ("k: [old]\n", "old", "a, b", "k: ['a, b']\n"),
    ("k: old\n", "old", "no", "k: 'no'\n"),
    ("k: old\n", "old", "1984", "k: '1984'\n"),
    ("k: old\n", "old", "# x", "k: '# x'\n"),
    ("k: !!str old\n", "old", "new", "k: !!str new\n"),
    ("k: |-\n  old\nz: q\n", "|-", "new", "k: |-\n  new\nz: q\n"),
    ("k:\n  - old\r\n", "old", "new", "k:\n  - new\r\n"),
    ("k: see [[old]].\n", "[[old]]", "[[new]]", "k: see [[new]].\n"),
    ("k: see [[old]].\n", "[[old]]", "[[a: b]]", "k: 'see [[a: b]].'\n"),
    ("k: it's [[old]].\n", "[[old]]", "[[a: b]]", "k: 'it''s [[a: b]].'\n"),
    ("k: 'see [[old]]'\n", "[[old]]", "[[it's]]", "k: 'see [[it''s]]'\n"),
    ('k: "see\\t[[old]]"\n', "[[old]]", '[["new"]]', 'k: "see\\t[[\\"new\\"]]"\n'),
    ("k: |\n  see [[old\n  name|text]]\n", "[[old\n  name|text]]", "[[new|text]]", "k: |\n  see [[new|text]]\n"),
    (
        "k: >-\n  see [[old\n  name]] and\n  [[old]]\n",
        "[[old\n  name]]",
        "[[new]]",
        "k: >-\n  see [[new]] and\n  [[old]]\n",
    ),
    ("k: >2\n    [[old]]\n", "[[old]]", "[[new]]", "k: >2\n    [[new]]\n"),
]


@pytest.mark.parametrize(("text", "needle", "new", "after"), REPLACED)
def test_a_value_is_replaced_in_the_quotes_that_it_had(text, needle, new, after):
    assert mended(text, (needle, replace_by(new))).text == after


DASHES = [
    ("k:\n  one\n  two # c\nz: q\n", "k:\n  - one\n  - two # c\nz: q\n"),
    ("k: one\r\n   two\r\n", "k:\r\n   - one\r\n   - two\r\n"),
    ("k:\n  - one\n    two\n  - six\n", "k:\n  - one\n  - two\n  - six\n"),
    ("k:\n  -one\n  -two\n", "k:\n  - one\n  - two\n"),
    ("k: one\n  - two\n", "k:\n  - one\n  - two\n"),
]


@pytest.mark.parametrize(("text", "after"), DASHES)
def test_lines_get_their_dashes(text, after):
    assert mend(text, [at(text, "one", ADD_DASHES)]).text == after


LEFT = [
    ("l: [&a aa, *a, bb]\n", "&a aa", GONE),
    ("l: [&a aa, bb]\nm: *a\n", "&a aa", replace_by("new")),
    ("l: [[aa, bb]]\n", "aa", Fix(Mending.ADD_DASHES, "aa")),
    ("k:\n  one\n  two\n", "one", Fix(Mending.ADD_DASHES, "one\nother")),
    ("k: [one\n  two]\n", "one", ADD_DASHES),
    ("k: 'one\n  two'\n", "'one", ADD_DASHES),
    ("l:\n  - - aa\n    - bb\n", "aa", GONE),
    ("k: same\n", "same", replace_by("same")),
    ("not: [yaml\n", "yaml", replace_by("x")),
    ("? old\n: q\n", "old", GONE),
    ("", "", GONE),
]


@pytest.mark.parametrize(("text", "needle", "fix"), LEFT)
def test_what_cannot_be_mended_for_certain_is_left(text, needle, fix):
    result = mend(text, [at(text, needle, fix)] if needle else [Finding("r", "m", "p", fix=fix)])
    assert (result.text, result.done, len(result.left)) == (text, (), 1)


def test_of_two_fixes_that_overlap_the_second_waits():
    result = mended("l: [aa, bb]\n", ("bb", GONE), ("bb", replace_by("y")))
    assert (result.text, len(result.done), len(result.left)) == ("l: [aa]\n", 1, 1)


def test_a_place_outside_of_the_file_changes_nothing():
    finding = Finding("r", "m", "p", Span(99, 99, 99, 100), fix=GONE)
    assert mend("k: v\n", [finding]).text == "k: v\n"


def test_a_page_is_mended_only_where_a_reference_stands():
    text = f"{BOM}See [[old]],\r\nand `code`.\r\n"
    result = mend_page(text, [at(text, "[[old]]", replace_by("[[new]]")), at(text, "code", replace_by("[[new]]"))])
    assert result.text == f"{BOM}See [[new]],\r\nand `code`.\r\n"
    assert len(result.left) == 1


def test_a_file_with_thousands_of_fixes_takes_no_time_to_speak_of():
    text = "t: x\nl:\n" + "".join(f"  - a{number:05}\n" for number in range(4000))
    findings = [Finding("r", "m", "p", Span(number + 3, 5, number + 3, 11), fix=GONE) for number in range(0, 4000, 2)]
    findings += [
        Finding("r", "m", "p", Span(number + 3, 5, number + 3, 11), fix=replace_by("b")) for number in range(1, 4000, 2)
    ]
    result = mend(text, findings)
    assert result.text == "t: x\nl:\n" + "  - b\n" * 2000


def test_many_references_in_one_text_are_mended_in_steps_in_proportion_to_them() -> None:
    def made(times: int) -> tuple[str, list[Finding]]:
        names = [f"[[a{number}]]" for number in range(times)]
        text = f"k: x {' '.join(names)}\n"
        return text, [at(text, name, replace_by(f"[[b{name[3:]}")) for name in names]

    assert growth(lambda given: mend(*given), made, 200) <= IN_PROPORTION
    text, findings = made(200)
    assert mend(text, findings).text == text.replace("[[a", "[[b")
