"""Whatever an author types, typesetting neither fails nor breaks the page around it."""

from __future__ import annotations

import re
from collections.abc import Callable
from html.parser import HTMLParser
from math import isqrt

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from effort import IN_PROPORTION, an_end_in_sight, growth
from glossmith.prose.filling import fill
from glossmith.prose.typesetter import Typesetter

TYPESETTER = Typesetter()
WITH_HTML = Typesetter(allow_html=True)
VOID = {"br", "hr", "img", "input"}

WORDS = """
[[a]] [[a|b]] [[a#b|*c*]] [[ ]] | [ ] ( ) ![ ](a.png) [x](b.yml) <https://e.org> <a@b.org> <b> </b> <script> <!-- -->
* ** _ ~~ ` `` $ $$ $x$ \\ \\frac \\foo {a} { } {.python} {width=3} & &amp; &#0; &#x6a; ^ [^1] [^1]: [^2] [^2]: [k] [k]:
- + > # ## ####### === --- *** 1. 2) !!! ??? ???+ note "T" : ~ |-|-| |a|b| ``` ~~~ python mermaid [x] data:
javascript: x y é 中 🙂
"""
PIECES = [*WORDS.split(), "\u00a0", "\u2028"]
MARKDOWN = st.lists(
    st.sampled_from([*PIECES, " ", " ", "\n", "\n\n", "\n    ", "\n  ", "\t", "\r\n", "\r"]), max_size=40
).map("".join)
SETTINGS = settings(max_examples=400, deadline=None, suppress_health_check=list(HealthCheck))


class Balance(HTMLParser):
    """Collects what is wrong in the nesting of tags, the ids, and the elements and addresses used."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.wrong: list[str] = []
        self.ids: list[str] = []
        self.tags: set[str] = set()
        self.addresses: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        if tag == "a" and "a" in self.open:
            self.wrong.append("a in a")
        if tag in {"p", "div", "ul", "table", "h3", "pre"} and "p" in self.open:
            self.wrong.append(f"{tag} in p")
        if tag not in VOID:
            self.open.append(tag)
        for name, value in attrs:
            if name == "id":
                self.ids.append(value or "")
            if name in {"href", "src"}:
                self.addresses.append(value or "")
            if name.startswith("on"):
                self.wrong.append(name)

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open.pop() != tag:
            self.wrong.append(f"</{tag}>")


def check(html: str) -> Balance:
    parser = Balance()
    parser.feed(html)
    parser.close()
    assert not parser.wrong, html
    assert not parser.open, html
    assert len(parser.ids) == len(set(parser.ids)), html
    return parser


def filled(html: str) -> str:
    return fill(html, lambda number: (f'<a class="gs-term" href="{number}">', "</a>"), lambda number: f"p{number}")


@SETTINGS
@given(MARKDOWN)
def test_the_html_of_any_text_is_balanced_and_safe(text: str) -> None:
    typeset = TYPESETTER.typeset(text, prefix="d", brief=True)
    found = check(filled(typeset.html))
    assert "script" not in found.tags
    assert all(identifier.startswith(("d-", "fn-d-", "fnref-d-")) for identifier in found.ids)
    assert not [a for a in found.addresses if re.match(r"\s*(javascript|vbscript|data):", a, re.IGNORECASE)]
    settled = [fill(part, lambda _: ("", ""), str) for part in (typeset.brief, typeset.text)]
    brief = check(settled[0])
    assert not brief.ids
    allowed = {"strong", "em", "code", "s", "span"}
    assert all(tag in allowed or tag[0] == "m" for tag in brief.tags), brief.tags
    assert "\0" not in "".join(settled)


@SETTINGS
@given(st.text(max_size=200))
def test_any_characters_at_all_are_typeset(text: str) -> None:
    check(filled(TYPESETTER.typeset(text, prefix="d", brief=True).html))


@SETTINGS
@given(MARKDOWN)
def test_allowing_html_does_not_make_it_fail(text: str) -> None:
    WITH_HTML.typeset(text, prefix="d", brief=True)


@SETTINGS
@given(MARKDOWN)
def test_typesetting_the_same_text_twice_gives_the_same(text: str) -> None:
    first = TYPESETTER.typeset(text, prefix="d", brief=True)
    assert TYPESETTER.typeset(text, prefix="d", brief=True) == first


TRAPS: dict[str, Callable[[int], str]] = {
    "quotes": ">".__mul__,
    "lists": "- ".__mul__,
    "brackets": "[".__mul__,
    "closed brackets": lambda size: "[" * size + "a" + "]" * size,
    "stars": "*".__mul__,
    "stars and words": "*a_ ".__mul__,
    "references": "[[".__mul__,
    "references with words": "[[a".__mul__,
    "half closed references": "[[a]".__mul__,
    "dollars": "$".__mul__,
    "dollars and words": "$a".__mul__,
    "double dollars": "$$a".__mul__,
    "unclosed formulas": "$$ a\n".__mul__,
    "images": "![".__mul__,
    "nested images": lambda size: "![" * size + "a" + "](b)" * size,
    "footnote marks": lambda size: "[^a]: x\n\n" + "[^" * size,
    "footnotes in footnotes": "[^a]: ".__mul__,
    "admonitions": "!!! note\n".__mul__,
    "braces": "![](a){".__mul__,
    "headings": "# a\n".__mul__,
    "lines": "aaa bbb ccc\n".__mul__,
    "table": lambda size: "|a|b|\n|-|-|\n" + "|[[a]]|b|\n" * size,
    "one long row": lambda size: "|" + "[[a]]|" * size + "\n|" + "-|" * size,
    "items": "* *a* word\n".__mul__,
    "empty items": "*\n".__mul__,
    "references on one line": "[[a]] [b](c.md) ".__mul__,
    "backticks": lambda size: "".join("e" + "`" * length for length in range(isqrt(2 * size))),
    "nested formula": lambda size: "$" + "{" * size + "}" * size + "$",
    "long formula": lambda size: "$" + "x" * size + "$",
    "a long path defined once": lambda size: "[a]: " + "x" * 50_000 + "\n\n" + "[a]" * size,
    "a megabyte": "some words of prose, ".__mul__,
}


@pytest.mark.parametrize("made", TRAPS.values(), ids=TRAPS)
def test_hostile_input_takes_steps_in_proportion(made: Callable[[int], str]) -> None:
    assert growth(lambda text: TYPESETTER.typeset(text, prefix="d"), made, 1_000) <= IN_PROPORTION


@pytest.mark.parametrize("made", TRAPS.values(), ids=TRAPS)
def test_much_hostile_input_is_balanced_html_in_the_end(made: Callable[[int], str]) -> None:
    with an_end_in_sight():
        check(TYPESETTER.typeset(made(20_000), prefix="d").html)


@pytest.mark.parametrize("definition", ["https://e.org/" + "x" * 50_000, "x", "x '" + "y" * 50_000 + "'"])
@pytest.mark.parametrize("use", ["[a]", "![a]"])
def test_a_short_text_does_not_grow_beyond_measure_by_using_a_long_address_again(definition: str, use: str) -> None:
    html = TYPESETTER.typeset(f"[a]: {definition}\n\n" + use * 15_000, prefix="d").html
    check(html)
    assert ("[a]" in html) == (len(definition) > 100)
    assert len(html) < 3_000_000
