"""A place in a text is the place in the file, however the text is quoted, folded, indented or broken."""

from __future__ import annotations

from typing import Any

import pytest
import yaml
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from effort import IN_PROPORTION, an_end_in_sight, growth
from glossmith.model.entry import Mapping, Node, Sequence
from glossmith.model.place import BREAK, Span, Text
from glossmith.model.placing import locate
from glossmith.stages.load import load

SPACE = " \n\t\r\x85\u2028\u2029"
"""Folding puts these where none stands in the file, or takes them away."""


def compose(source: str) -> Node | None:
    entry, _ = load(source.encode(), "x.yml", "x.yml")
    return entry and entry.root


def check_every_character(text: Text, source: str) -> None:
    lines = BREAK.split(source.removeprefix("\ufeff"))
    for offset, character in enumerate(text.value):
        if character not in SPACE:
            span = locate(text, source, offset, offset + 1)
            rest = lines[span.line - 1][span.column - 1 :]
            written = {"'": "''", '"': "\\"}.get(text.style, character) if not rest.startswith(character) else character
            assert rest.startswith(written), (offset, character, span, rest)


def written_at(span: Span, source: str) -> str:
    """What stands in the file at a span on one line."""
    assert span.line == span.end_line
    return BREAK.split(source.removeprefix("\ufeff"))[span.line - 1][span.column - 1 : span.end_column - 1]


class _Dumper(yaml.SafeDumper):
    """Writes every `_Styled` in the style that it asks for, as far as YAML allows."""


class _Styled(str):
    style: str | None = None


def _represent(dumper: yaml.SafeDumper, text: _Styled) -> Any:
    return dumper.represent_scalar("tag:yaml.org,2002:str", str(text), style=text.style)


_Dumper.add_representer(_Styled, _represent)

WORDS = [
    "a",
    "bb",
    "ccc dd",
    "é",
    "中文",
    "it's",
    '"q"',
    "\\n",
    "- x",
    "# h",
    "a: b",
    "  ",
    "\n",
    "\n\n",
    "[[x]]",
    "🙂",
    "\t",
]
CHARACTERS = "ab  \n\n'\"\\:#-é中🙂[]\t|>{}%@`&*!?,.\u00a0"

texts = st.text(st.sampled_from(CHARACTERS), min_size=1, max_size=120) | st.lists(
    st.sampled_from(WORDS), min_size=1, max_size=40
).map(" ".join)


@settings(max_examples=500, deadline=None, database=None, suppress_health_check=list(HealthCheck))
@given(
    value=texts,
    style=st.sampled_from([None, "'", '"', "|", ">"]),
    width=st.integers(8, 80),
    allow_unicode=st.booleans(),
    indent=st.sampled_from([None, 2, 4]),
    line_break=st.sampled_from(["\n", "\r\n"]),
    nested=st.booleans(),
    start=st.sampled_from(["", "\ufeff"]),
)
@example("中:>", '"', 8, False, None, "\n", False, "")
@example("  a\nb", "|", 80, True, 4, "\n", True, "")
def test_every_character_of_a_dumped_text_is_found(
    value: str,
    style: str | None,
    width: int,
    allow_unicode: bool,
    indent: int | None,
    line_break: str,
    nested: bool,
    start: str,
) -> None:
    styled = _Styled(value)
    styled.style = style
    data = {"first": "x", "it": [{"in": styled}] if nested else styled, "last": "y"}
    dumped = yaml.dump(data, Dumper=_Dumper, width=width, allow_unicode=allow_unicode, sort_keys=False, indent=indent)
    source = start + dumped.replace("\n", line_break)
    root = compose(source)
    if isinstance(root, Mapping):  # what the dumper writes, libyaml reads, but for a few oddities of tabs
        node = root.pairs[1][1]
        text = node.items[0].pairs[0][1] if nested else node  # type: ignore[union-attr]
        check_every_character(text, source)  # type: ignore[arg-type]


HEADS = ["", "'", '"', "|\n", ">\n", "|2\n", ">3-\n", "|+\n", ">+\n", "|1\n  ", ">4+\n", "&a ", "!!str ", "&a !!str ",
         "&a\n  ", "| # c\n", "&a >\n", "&b '", '!!str "']  # fmt: skip
PIECES = ["a", "b c", "é", "🙂", "  ", " ", "\t", "\n", "\n", "\n  ", "\n    ", "\n\n", "\r\n  ", "\u2028", "\u2029",
          "\x85", "''", '\\"', "\\\\", "\\n", "\\ ", "\\t", "\\\n", "\\\n  ", "\\x41", "\\u00e9", "\\U0001F642", "#",
          "- ", "[[z]]"]  # fmt: skip


@settings(max_examples=1000, deadline=None, database=None, suppress_health_check=list(HealthCheck))
@given(
    before=st.sampled_from(["k: ", "- k: ", "? k\n: ", "k:\n  "]),
    head=st.sampled_from(HEADS),
    margin=st.sampled_from(["", "  ", "    "]),
    body=st.lists(st.sampled_from(PIECES), min_size=1, max_size=14).map("".join),
)
@example("k: ", "&a ", "", "\n  #\n  a")
def test_every_character_of_a_text_written_by_hand_is_found(before: str, head: str, margin: str, body: str) -> None:
    quote = head[-1] if head and head[-1] in "'\"" else ""
    source = before + head + (margin if head.endswith("\n") else "") + body + quote + "\n"
    root = compose(source)
    node = root if isinstance(root, Mapping) else getattr(root, "items", (None,))[0]
    for pair in node.pairs if isinstance(node, Mapping) else ():
        for text in pair:
            if isinstance(text, Text):
                check_every_character(text, source)


REFERENCES = {
    "plain": "k: see [[a b]] there",
    "plain, on the next line": "k:\n  see\n  [[a b]]",
    "plain, behind a blank line": "k: see\n\n\n  [[a b]]",
    "single quotes": "k: 'it''s ''[[a b]]'''",
    "single quotes, on three lines": "k: 'it''s\n\n  ''so''\n  [[a b]]'",
    "double quotes": 'k: "\\"\\u00e9\\x41\\U0001F642\\t[[a b]]"',
    "double quotes with an escaped break": 'k: "one\\\n  \\ two [[a b]]"',
    "double quotes with a break in Windows": 'k: "one\r\n  two [[a b]]"',
    "literal": "k: |\n  one\n    [[a b]]\n",
    "literal with an indicator": "k: |2\n      one\n  [[a b]]\n",
    "literal with blank lines": "k: |\n\n  one\n\n\n   two [[a b]]\n",
    "literal in Windows": "k: |\r\n  one\r\n\r\n  [[a b]]\r\n",
    "literal behind a comment": "k: | # why\n  one [[a b]]\n",
    "folded": "k: >\n  one\n  two [[a b]]\n",
    "folded with an indented line": "k: >\n  one\n\n    two\n\n  three [[a b]]\n",
    "folded with an indicator": "k: >2-\n      one\n  [[a b]]\n",
    "folded with all breaks kept": "k: >+\n\n  one\n\n\n  [[a b]]\n\n",
    "an anchor": 'k: &x "one [[a b]]"',
    "an anchor on a line of its own": "k: &x\n  one [[a b]]",
    "a tag": "k: !!str 'one [[a b]]'",
    "an anchor and a block": "k: &x |\n  one [[a b]]\n",
    "behind a line separator": "k: one\u2028  two [[a b]]",
    "two of them": "k: [[[a c]], '[[a b]]']",
    "letters of two places": "k: 🙂é中 [[a b]]",
}


@pytest.mark.parametrize("source", REFERENCES.values(), ids=REFERENCES)
def test_a_reference_is_found_at_its_brackets(source: str) -> None:
    root = compose(source)
    assert isinstance(root, Mapping)
    node = root.pairs[0][1]
    text = node if isinstance(node, Text) else node.items[-1]
    assert isinstance(text, Text)
    start = text.value.index("[[a b]]")
    assert written_at(locate(text, source, start, start + 7), source) == "[[a b]]"


def test_a_reference_over_two_lines_ends_where_it_ends() -> None:
    source = "k: see [[a\n  b]] there"
    root = compose(source)
    assert isinstance(root, Mapping)
    text = root.pairs[0][1]
    assert isinstance(text, Text)
    assert locate(text, source, 4, 11) == Span(1, 8, 2, 6)


def test_a_place_that_is_not_in_the_text_is_the_text() -> None:
    source = "k: abc"
    text = Text("abc", 1, 4, 1, 7)
    assert locate(text, source, 0, 9) == text.span
    assert locate(text, source, 2, 2) == text.span
    assert locate(text, "", 0, 3) == text.span


Many = tuple[str, tuple[Node, ...]]


def many(source: str) -> Many:
    """A file with a list, and its items."""
    root = compose(source)
    assert isinstance(root, Mapping)
    items = root.pairs[0][1]
    assert isinstance(items, Sequence)
    return source, items.items


def locate_all(made: Many) -> None:
    source, texts = made
    for text in texts:
        assert isinstance(text, Text)
        assert locate(text, source, 0, 3) != text.span


def test_many_texts_on_one_line_are_located_in_proportion_to_them() -> None:
    assert growth(locate_all, lambda times: many(f"k: [{'abc d, ' * times}]"), 100) < IN_PROPORTION


def test_many_texts_in_a_large_file_are_located_in_no_time() -> None:
    made = many("k:\n" + f"- {'abc ' * 16}\n" * 15_000)
    with an_end_in_sight():
        locate_all(made)
