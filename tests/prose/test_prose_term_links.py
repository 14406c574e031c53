"""`[[target]]`, `[[target|text]]` and `[[target#heading|text]]`."""

from __future__ import annotations

from html import escape

import pytest

from glossmith.prose.filling import fill
from glossmith.prose.typesetter import Typesetter

TYPESETTER = Typesetter()


def show(text: str) -> tuple[str, list[str]]:
    """The field as a page shows it, references as `<r0>…</r0>`, and their targets."""
    typeset = TYPESETTER.typeset(text, prefix="d")
    html = fill(typeset.html, lambda number: (f"<r{number}>", f"</r{number}>"), str)
    return html.strip().removeprefix("<p>").removesuffix("</p>"), [found.target for found in typeset.references]


@pytest.mark.parametrize(
    ("text", "html", "targets"),
    [
        ("[[gradient descent]]", "<r0>gradient descent</r0>", ["gradient descent"]),
        ("[[ gradient\ndescent ]]", "<r0>gradient descent</r0>", ["gradient descent"]),
        ("[[a|the *first*]]s", "<r0>the <em>first</em></r0>s", ["a|the *first*"]),
        ("[[a#b|c]]", "<r0>c</r0>", ["a#b|c"]),
        ("[[learning-rate#schedules]]", "<r0>learning-rate#schedules</r0>", ["learning-rate#schedules"]),
        ("[[C#]] [[AT&T]]", "<r0>C#</r0> <r1>AT&amp;T</r1>", ["C#", "AT&T"]),
        ("[[a*b*c]]", "<r0>a*b*c</r0>", ["a*b*c"]),
        ("[[transformer (electricity)]]", "<r0>transformer (electricity)</r0>", ["transformer (electricity)"]),
        ("[[a[0]]]", "<r0>a[0]</r0>", ["a[0]"]),
        ("[[[a]]]", "[<r0>a</r0>]", ["a"]),
        ("**[[a]]**", "<strong><r0>a</r0></strong>", ["a"]),
        ("[[a|`x`]]", "<r0><code>x</code></r0>", ["a|`x`"]),
        ("[[a|]]", "<r0>a</r0>", ["a|"]),
        ("[[a]](b.md)", "<r0>a</r0>(b.md)", ["a"]),
        ("[[a]]: b", "<r0>a</r0>: b", ["a"]),
        ("[[a]][[b]]", "<r0>a</r0><r1>b</r1>", ["a", "b"]),
        ("[[a]] [[b", "<r0>a</r0> [[b", ["a"]),
        ("[[a [[b]]", "[[a <r0>b</r0>", ["b"]),
    ],
)
def test_a_reference_becomes_a_slot_around_its_text(text: str, html: str, targets: list[str]) -> None:
    assert show(text) == (html, targets)


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("[[]] [[ ]]", "[[]] [[ ]]"),
        ("[[|]]", "[[|]]"),
        ("[[a", "[[a"),
        ("[[a]", "[[a]"),
        (r"\[[a]]", "[[a]]"),
        (r"[\[a]]", "[[a]]"),
        ("`[[a]]`", "<code>[[a]]</code>"),
        ("[see [[a]] here](https://e.org)", '<a href="https://e.org">see [[a]] here</a>'),
        ("[[" + "x" * 600 + "]]", "[[" + "x" * 600 + "]]"),
        ("[[1](https://e.org), 2]", '[<a href="https://e.org">1</a>, 2]'),
    ],
)
def test_what_is_no_reference_stays_text(text: str, html: str) -> None:
    assert show(text) == (html, [])


@pytest.mark.parametrize(
    ("text", "html"), [("[[|x]]", "x"), ("see [[| two words ]].", "see two words."), ("[[|*b*]]", "<em>b</em>")]
)
def test_a_reference_to_nothing_is_a_name_that_does_not_link(text: str, html: str) -> None:
    assert show(text) == (html, [])


def test_a_link_in_the_text_of_a_reference_is_text() -> None:
    assert show("[[a|b [c](https://d.org) <https://e.org>]]")[0].count("<a") == 0


def test_references_are_not_found_in_code_formulas_or_raw_html() -> None:
    text = "```\n[[a]]\n```\n\n    [[a]]\n\n$[[a]]$\n\n<b title='[[a]]'>x</b>"
    assert Typesetter(allow_html=True).typeset(text, prefix="d").references == ()


def test_a_pipe_in_a_table_is_escaped() -> None:
    html, targets = show("| a |\n|---|\n| [[b\\|c]] |")
    assert "<td><r0>c</r0></td>" in html
    assert targets == ["b|c"]


def test_a_name_with_a_pipe_can_be_shown_whole() -> None:
    typeset = TYPESETTER.typeset("see [[a|b]] and [[c|d]].", prefix="d")
    links = [("<a>", "</a>", escape("a|b")), ("<i>", "</i>")]
    assert fill(typeset.html, links.__getitem__, str) == "<p>see <a>a|b</a> and <i>d</i>.</p>\n"


def test_an_image_in_the_text_of_a_reference_disappears_with_that_text() -> None:
    typeset = TYPESETTER.typeset("[[a|x ![i](i.png) y]] ![j](j.png)", prefix="d")
    whole = fill(typeset.html, lambda _: ("<a>", "</a>", "whole"), ["one", "two"].__getitem__)
    assert whole == '<p><a>whole</a> <img src="two" alt="j" loading="lazy"></p>\n'


def test_addresses_are_escaped_where_they_are_filled_in() -> None:
    typeset = TYPESETTER.typeset("[a](b.yml)", prefix="d")
    assert fill(typeset.html, lambda _: ("", ""), lambda _: 'x"&y') == '<p><a href="x&quot;&amp;y">a</a></p>\n'


def test_html_without_slots_is_returned_as_it_is() -> None:
    assert fill("<p>a</p>", lambda _: ("", ""), str) == "<p>a</p>"
