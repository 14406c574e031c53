"""The field as plain text, and in brief."""

from __future__ import annotations

import re

import pytest

from glossmith.prose.filling import fill
from glossmith.prose.typesetter import LONGEST_BEGINNING, Typesetter

TYPESETTER = Typesetter()


def settled(typeset_text: str) -> str:
    """The text with nothing in its slots, as where every reference is shown as typed."""
    return fill(typeset_text, lambda _: ("", ""), str)


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("a *b* **c** ~~d~~", "a b c d"),
        ("a\nb  \nc", "a b c"),
        ("a\n\nb", "a\nb"),
        ("`a < b` & c", "a < b & c"),
        ("$x^2$ and $$y$$", "x^2 and y"),
        ("[[a]] [[b|*c*]] [[d#e]]", "a c d#e"),
        ("[a](b.yml) ![c](d.png) <https://e.org>", "a c https://e.org"),
        ("# a\n\n- b\n- c\n\n> d", "a\nb\nc\nd"),
        ("| a | b |\n|---|---|\n| c | d |", "a b\nc d"),
        ("!!! note\n    b", "Note\nb"),
        ("a[^1]\n\n[^1]: b", "a\nb"),
        ("```python\nx = 1\n\ny\n```", "x = 1\ny"),
        ("- [x] a", "a"),
        ("a <b>c</b> &amp;", "a <b>c</b> &"),
        ("", ""),
    ],
)
def test_plain_text_has_no_markup(text: str, plain: str) -> None:
    assert settled(TYPESETTER.typeset(text, prefix="d").text) == plain


@pytest.mark.parametrize(
    ("text", "brief"),
    [
        ("a *b* **c** ~~d~~ `e`", "a <em>b</em> <strong>c</strong> <s>d</s> <code>e</code>"),
        ("a\nb  \nc\n\nd", "a b c d"),
        ("[a](b.yml) ![c](d.png)[[e|*f*]]", "a <em>f</em>"),
        ("# a\n\n- b\n- c\n\n> d", "a b; c d"),
        ("1. *b*\n2. `c`\n", "<em>b</em>; <code>c</code>"),
        ("- b\n\n- c\n  - d\n  - e\n- f", "b; c d; e; f"),
        ("- b\n- *c.*\n- d >\n- e", "b; <em>c.</em> d &gt;; e"),
        ("- b.\n- c,\n-\n- d", "b. c, d"),
        ("| a | b |\n|---|---|\n| c | d |", "a b c d"),
        ("a[^1]\n\n[^1]: b", "a"),
        ("$$x$$", '<math alttext="x"><mi>x</mi></math>'),
        ("a < b <i>", "a &lt; b &lt;i&gt;"),
        ("```\nx\n```", "<code>x</code>"),
        ("`x`{.python}", "<code>x</code>"),
    ],
)
def test_the_brief_is_inline_html_without_links_and_ids(text: str, brief: str) -> None:
    assert settled(TYPESETTER.typeset(text, prefix="d", brief=True).brief) == brief


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("a<br>b <BR/> c, d<b>e</b>", "a b c, de"),
        ("<table><tr><td>a</td><td>b<br>c</td></tr></table>", "a b c"),
        ("<div>a<p>b</p>c<i>d</i></div>", "a b cd"),
    ],
)
def test_tags_that_the_author_wrote_part_words_where_a_browser_does(text: str, words: str) -> None:
    typeset = Typesetter(allow_html=True).typeset(text, prefix="d", brief=True)
    assert " ".join(typeset.text.split()) == words
    assert " ".join(typeset.brief.split()) == words


@pytest.mark.parametrize("text", ["a < b, ", "a *b* &lt; [[c|d]], "])
def test_of_a_very_long_text_the_brief_is_the_beginning_without_marks(text: str) -> None:
    typeset = TYPESETTER.typeset(text * 5_000, prefix="d", brief=True)
    assert len(typeset.brief) < LONGEST_BEGINNING * 2
    assert re.fullmatch(r"(?:(?:a|b|&lt;|d|b,|d,) )+…", typeset.brief)
    assert typeset.text.count("a") == 5_000


def test_of_a_text_that_is_very_long_in_html_only_the_brief_has_all_words() -> None:
    typeset = TYPESETTER.typeset("$x$ " * 600 + "is the end.", prefix="d", brief=True)
    assert typeset.brief == "x " * 600 + "is the end."


def test_the_brief_is_made_only_if_asked_for() -> None:
    assert TYPESETTER.typeset("a", prefix="d").brief == ""
