"""References, paths and problems know exactly where in the field they stand."""

from __future__ import annotations

import re

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from markdown_it.common.utils import unescapeAll

from glossmith.prose.typesetter import Typesetter

TYPESETTER = Typesetter()


@pytest.mark.parametrize(
    "text",
    [
        "[[a]]",
        "see [[a]] there",
        "`[[a]]` and [[a]]",
        "first line\nsecond [[a]]",
        "  indented\n   [[a]]",
        "- item\n- [[a]]\n\n  para [[a]]",
        "1. one\n   [[a]]",
        "- a\n  - b [[a]]\n    - c\n      [[a]]",
        "> quote\n> [[a]]",
        "> > deep [[a]]\nlazy [[a]]",
        "# [[a]]",
        "## x [[a]] ##",
        "Setext [[a]]\n===",
        "!!! note\n    body [[a]]",
        '!!! note "title [[a]]"\n    body',
        "??? tip\n    - x\n\n      [[a]]",
        "x[^1]\n\n[^1]: note [[a]]\n\n    more [[a]]",
        "term [[a]]\n: definition [[a]]\n\n    more [[a]]",
        "| h | [[a]] |\n|---|---|\n| [[a]] | `[[a]]` |\n| x \\| y | z [[a]] |",
        "- | h | i |\n  |---|---|\n  | x | [[a]] |",
        "> | h | i |\n> |---|---|\n> | [[a]] | `\\|` [[a]] |",
        "text\r\nmore [[a]]\r\n\r\n- [[a]]",
        "\tcode [[b]]\n\nx\t[[a]]",
        "-\t[[a]]\n\n\tpara [[a]]",
        "[link [[a]]](b) [[a]]",
        "- [ ] task [[a]]",
        "**bold [[a]]** *it [[a]]* ~~s [[a]]~~",
        "line  \nbreak\\\n[[a]]",
        "é中🙂 [[a]] \u2028 [[a]]",
        "a\n\n\n\n[[a]]   \n",
        "[r]: x.md\nafter a definition [[a]]",
    ],
)
def test_a_reference_is_found_where_it_is_written(text: str) -> None:
    typeset = TYPESETTER.typeset(text, prefix="d")
    assert typeset.references
    for reference in typeset.references:
        assert text[reference.start : reference.end] == "[[a]]"
    starts = [reference.start for reference in typeset.references]
    assert len(set(starts)) == len(starts)


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("[[a\\|b]]", None),
        ("| h |\n|---|\n| [[a\\|b]] |", "[[a\\|b]]"),
        ("> x [[a\n> b]]", "[[a\n> b]]"),
        ("- x [[a\n  b]]", "[[a\n  b]]"),
        ("[[ learning rate ]]", "[[ learning rate ]]"),
        ("[[C#]]", "[[C#]]"),
    ],
)
def test_the_span_of_a_reference_is_what_was_typed(text: str, written: str | None) -> None:
    (reference,) = TYPESETTER.typeset(text, prefix="d").references
    assert text[reference.start : reference.end] == (written or text)


@pytest.mark.parametrize(
    ("text", "spans"),
    [
        ("[a](b.yml)", ["b.yml"]),
        ('x [a](  b.yml "title" ) y', ["b.yml"]),
        ("[a](<b c.yml>)", ["b c.yml"]),
        ("![a](b.svg){ width=3 } [b](b.svg)", ["b.svg", "b.svg"]),
        ("[![a](in.png)](out.yml)", ["out.yml", "in.png"]),
        ("> - [a\n>   b](c.md#x)", ["c.md#x"]),
        ("| a |\n|---|\n| [x](y.md) |", ["y.md"]),
        ("[a][b]\n\n[b]: c.md", ["c.md"]),
        ("[b]\n\n[b]:  <c d.md> 'title'", ["c d.md"]),
        ("[x][B] ![x][b]\n\n> [b]: c.md", ["c.md", "c.md"]),
        ("[a](b\\_c.md)", ["b\\_c.md"]),
        ("[`](`](x.md)", ["x.md"]),
    ],
)
def test_the_span_of_a_path_is_its_address(text: str, spans: list[str]) -> None:
    paths = TYPESETTER.typeset(text, prefix="d").paths
    assert [text[path.start : path.end] for path in paths] == spans


@pytest.mark.parametrize(
    ("text", "written"),
    [
        (r"so $\foo$ it is", r"$\foo$"),
        ("> a\n> $$\\foo$$ b", r"$$\foo$$"),
        ("a\n\n$$\n\\foo\n$$\n\nb", "$$\n\\foo\n$$"),
        ("- x\n  $$\n  \\foo\n  $$", "$$\n  \\foo\n  $$"),
        ("| a |\n|---|\n| $\\foo$ |", r"$\foo$"),
    ],
)
def test_the_span_of_a_problem_is_the_formula(text: str, written: str) -> None:
    (problem,) = TYPESETTER.typeset(text, prefix="d").problems
    assert text[problem.start : problem.end] == written


WORDS = """
x `[[ref-0]]` * ** ~~ [ ] ( ) | \\| $x$ [link](a.yml) ![i](b.png) # ## - > 1. : !!!note ??? "t" [^1] [^1]: {.a} ``` \\ &
é |-|-| |a|b| === --- <b> [k]:
"""
FILLERS = [*WORDS.split(), "\u00a0"]
MARGINS = ["\n> ", "\n- ", "\n    ", "\n  ", "\n| ", " |\n", "\n!!! note\n    "]
GAPS = [" ", " ", " ", "\n", "\n", "\n\n", "\t", "\r\n", *MARGINS]


@st.composite
def documents(draw: st.DrawFn) -> str:
    """Markdown of all kinds with references that are each written once."""
    parts = draw(st.lists(st.sampled_from([*FILLERS, None, None, None, None, *GAPS, *GAPS]), max_size=40))
    return "".join(f"[[ref-{number}]]" if part is None else part for number, part in enumerate(parts, 1))


@settings(max_examples=1500, deadline=None, suppress_health_check=list(HealthCheck))
@given(documents())
def test_offsets_are_exact_in_any_document(text: str) -> None:
    typeset = TYPESETTER.typeset(text, prefix="d")
    for reference in typeset.references:
        if re.fullmatch(r"ref-\d+", reference.target):
            assert text[reference.start : reference.end] == f"[[{reference.target}]]"
            assert text.count(f"[[{reference.target}]]") == 1 or reference.target == "ref-0"
    for path in typeset.paths:
        written = text[path.start : path.end]
        is_odd = "\n" in path.href  # markdown-it reads `[k]:x\\⏎` so; then the link that uses it is the place
        assert written == "[k]" if is_odd else unescapeAll(written) == path.href
