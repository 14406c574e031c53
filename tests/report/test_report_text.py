"""Findings for people: the block that a terminal shows."""

from __future__ import annotations

import re
from textwrap import dedent

import pytest

from effort import growth
from glossmith.model.finding import Finding, Severity
from glossmith.model.place import Span
from glossmith.report.text import WIDEST, text

LONG = "definition: " + "word " * 60 + "[[no such]] " + "word " * 60


def shown(line: str, span: tuple[int, int, int, int], help_: str = "", *, coloured: bool = False) -> str:
    lines = [""] * (span[0] - 1) + line.split("\n")
    finding = Finding("wanted-term", "no term is called `x`", "terms/a.yml", Span(*span), help_, Severity.WARNING)
    return "\n".join(text([finding], lambda _: lines, coloured=coloured))


BLOCKS = {
    "a place on a line": ((" - gradient decent", (14, 4, 14, 19), "did you mean `gradient descent`?"), """
        warning[wanted-term]: no term is called `x`
          --> terms/a.yml:14:4
           |
        14 |  - gradient decent
           |    ^^^^^^^^^^^^^^^
           = help: did you mean `gradient descent`?
        """),
    "without help": (("a: b", (1, 4, 1, 5), ""), """
        warning[wanted-term]: no term is called `x`
         --> terms/a.yml:1:4
          |
        1 | a: b
          |    ^
        """),
    "wide characters take two columns": (("a: 学习 [[率]] 小", (1, 7, 1, 12), ""), """
        warning[wanted-term]: no term is called `x`
         --> terms/a.yml:1:7
          |
        1 | a: 学习 [[率]] 小
          |         ^^^^^^
        """),
    "combining characters take none": (("a: e\u0301e\u0301 b", (1, 9, 1, 10), ""), """
        warning[wanted-term]: no term is called `x`
         --> terms/a.yml:1:9
          |
        1 | a: e\u0301e\u0301 b
          |       ^
        """),
    "tabs are two blanks": (("a:\tb\tc", (1, 6, 1, 7), ""), """
        warning[wanted-term]: no term is called `x`
         --> terms/a.yml:1:6
          |
        1 | a:  b  c
          |        ^
        """),
    "a place over lines is shown to the end of its first": (("a: see [[b\n  c]] d  ", (1, 8, 2, 6), ""), """
        warning[wanted-term]: no term is called `x`
         --> terms/a.yml:1:8
          |
        1 | a: see [[b
          |        ^^^
        """),
    "behind the last character": (("a: [", (1, 5, 1, 6), ""), """
        warning[wanted-term]: no term is called `x`
         --> terms/a.yml:1:5
          |
        1 | a: [
          |     ^
        """),
    "a blank line is not shown": (("", (1, 1, 1, 1), "write something"), """
        warning[wanted-term]: no term is called `x`
         --> terms/a.yml:1:1
          = help: write something
        """),
    "what would move the cursor or turn the text is not printed": (("a: \x1b[31m\u202eb c", (1, 11, 1, 12), ""), """
        warning[wanted-term]: no term is called `x`
         --> terms/a.yml:1:11
          |
        1 | a: �[31m�b c
          |           ^
        """),
}  # fmt: skip


@pytest.mark.parametrize(("finding", "block"), BLOCKS.values(), ids=BLOCKS)
def test_a_block_is_as_it_should_be(finding: tuple[str, tuple[int, int, int, int], str], block: str) -> None:
    assert shown(*finding) == dedent(block).lstrip("\n")


@pytest.mark.parametrize("line", [LONG, LONG.replace("word", "学习"), LONG.replace("word", "e\u0301e\u0301")])
def test_of_a_long_line_the_part_around_the_place_is_shown(line: str) -> None:
    at = line.index("[[")
    excerpt, carets = shown(line, (1, at + 1, 1, at + 12)).split("\n")[3:5]
    assert excerpt.startswith("1 | …")
    assert excerpt.endswith("…")
    assert "[[no such]]" in excerpt
    assert carets.count("^") == 11
    assert len(excerpt.encode("utf-16-le")) // 2 <= 4 + 2 * WIDEST


def test_carets_end_where_a_long_line_is_cut() -> None:
    excerpt, carets = shown("a: " + "b" * 5_000, (1, 4, 1, 5_004)).split("\n")[3:5]
    assert len(carets) == len(excerpt.removesuffix("…"))


def test_a_line_of_a_million_characters_is_shown_at_once() -> None:
    blocks = [shown("a: " + "\u0301" * 1_000_000, (1, 500_000, 1, 500_010)) for _ in range(20)]
    assert len(set(blocks)) == 1


@pytest.mark.parametrize("word", ["x", "学"])
def test_to_show_a_place_takes_as_many_steps_on_a_longer_line(word: str) -> None:
    assert growth(lambda line: shown(line, (1, 4, 1, 14)), f"a: {word} [[nope]] ".__mul__, 5_000) == 1


def test_colors_are_those_of_the_severity_and_change_nothing_else() -> None:
    finding = ("a: b", (1, 4, 1, 5), "do so")
    painted = shown(*finding, coloured=True)
    assert painted.startswith("\x1b[1;33mwarning[wanted-term]\x1b[0m\x1b[1m: no term")
    assert "\x1b[1;33m^\x1b[0m" in painted
    assert re.sub(r"\x1b\[[0-9;]*m", "", painted) == shown(*finding)


def test_a_file_that_leads_elsewhere_is_not_even_read() -> None:
    def lines(path: str) -> list[str]:
        raise AssertionError(path)

    (block,) = text([Finding("unreadable-file", "it leads out", "terms/a.yml")], lines)
    assert block.startswith("error[unreadable-file]: it leads out\n --> terms/a.yml:1:1\n")
