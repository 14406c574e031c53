"""On hand-written pages, what an element of the author's holds is HTML as far as Python-Markdown has it so."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown import Markdown

from effort import IN_PROPORTION, growth
from glossmith.model.prose import RUN
from glossmith.prose.typesetter import Typesetter

PAGES = Typesetter(allow_html=True, runs=True, whole_elements=True)
MARKDOWN = Markdown(extensions=["md_in_html"])

TAGS = (
    ("<div>", "</div>"),
    ("<div markdown>", "</div>"),
    ('<section class="a" markdown="1">', "</section>"),
    ("<section markdown = 'block'>", "</section>"),
    ('<div markdown="0">', "</div>"),
    ('<div data-x="markdown">', "</div>"),
    ("<details><summary>a</summary>", "</details>"),
    ("<DIV>", "</DIV>"),
)
LEAVES = st.lists(st.sampled_from(["*word*", "text", "<hr>", "<p>text</p>", "<!-- <div> -->", "<span>text</span>"]))


def within(parts: st.SearchStrategy[list[str]]) -> st.SearchStrategy[list[str]]:
    elements = st.tuples(st.sampled_from(TAGS), parts).map(lambda one: [one[0][0], *one[1], one[0][1]])
    return st.lists(elements | LEAVES, max_size=3).map(lambda listed: [part for parts in listed for part in parts])


@given(st.recursive(LEAVES, within, max_leaves=6))
def test_words_are_running_text_where_markdown_is_read(parts: list[str]) -> None:
    page = "\n\n".join(parts)
    read = re.findall("<em>(.*?)</em>", MARKDOWN.reset().convert(page))
    assert "".join(PAGES.typeset(page, prefix="page").html.split(RUN)[1::2]).count("word") == len(read)


@pytest.mark.parametrize(
    ("page", "count"),
    [
        ("<div>\n\nword\n\n</div>\n\nword", 1),
        ("<p>\n\nword\n\nword", 0),
        ("</div>\n\nword", 1),
        ("- item\n\n    <div>\n\n    word\n\n    </div>\n\nword", 2),
        ("<pre>\n\n<div>\n\n</pre>\n\nword", 1),
    ],
)
def test_elements_end_with_their_end_tags(page: str, count: int) -> None:
    assert "".join(PAGES.typeset(page, prefix="page").html.split(RUN)[1::2]).count("word") == count


@pytest.mark.parametrize(
    ("start", "end"), [("<div>\n\n", ""), ("<div markdown>\n\n", "</p>\n\n"), ("<div markdown>\n\n", "</div>\n\n")]
)
def test_many_elements_take_steps_in_proportion(start: str, end: str) -> None:
    assert (
        growth(lambda page: PAGES.typeset(page, prefix="page"), lambda n: start * n + end * n, 1_000) <= IN_PROPORTION
    )
