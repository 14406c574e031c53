"""An item is added in the form that a field has; fixes at places where nothing is change nothing."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from glossmith.edits.adding import add_item
from glossmith.edits.mending import mend
from glossmith.edits.outline import outline
from glossmith.edits.quoting import write
from glossmith.model.finding import Finding
from glossmith.model.fix import ADD_DASHES, REMOVE_ITEM, replace_by
from glossmith.model.place import Span

ADDED = [
    ("t: x\nr: [a]\nz: 1\n", "t: x\nr: [a, new]\nz: 1\n"),
    ("t: x\nr: [a,]\n", "t: x\nr: [a, new,]\n"),
    ("r: [\n  a, # c\n  b # d\n]\n", "r: [\n  a, # c\n  b, new # d\n]\n"),
    ("r: []\n", "r: [new]\n"),
    ("r:\n- a # c\n- b\nz: q", "r:\n- a # c\n- b\n- new\nz: q"),
    ("t: x\r\nr:\r\n  -   b", "t: x\r\nr:\r\n  -   b\r\n  - new"),
    ("r:\nz: 1\n", "r: [new]\nz: 1\n"),
    ("r: a # c\n", "r: [a, new] # c\n"),
    ("r: 'a b'\n", "r: ['a b', new]\n"),
    ("{t: x}\n", "{t: x, r: [new]}\n"),
    ("t: x", "t: x\nr: [new]"),
    ("t: x\r\n\r\n# end\r\n", "t: x\r\nr: [new]\r\n\r\n# end\r\n"),
    ("\ufefft: x\nd: |+\n  abc\n\n\n", "\ufefft: x\nd: |+\n  abc\n\n\nr: [new]\n"),
    ("---\nt: |\n  abc\n...\n", "---\nt: |\n  abc\nr: [new]\n...\n"),
    ("  t: x\n  d: y\n", "  t: x\n  d: y\n  r: [new]\n"),
    ("t: x\nd: |\n  no end", "t: x\nr: [new]\nd: |\n  no end"),
    ("t: &a [b]\nr: *a\n", None),
    ("r: |\n  abc\nz: q\n", "r: [abc, new]\nz: q\n"),
    ("- a\n", None),
    ("", None),
    ("t: [\n", None),
]


@pytest.mark.parametrize(("text", "after"), ADDED)
def test_an_item_is_added_in_the_form_that_the_field_has(text, after):
    assert add_item(text, "r", "new") == after


@settings(max_examples=200, deadline=None)
@given(st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Zl", "Zp"]), max_size=12), st.booleans())
def test_a_written_text_is_read_again_as_it_was(text, in_flow):
    for style in ("", "'", '"'):
        written = write(text, style, in_flow=in_flow)
        root = outline(f"[{written}]" if in_flow else f"k: {written}\n").root
        assert root.children[-1].value == text


ENTRY = """\
term: x # name
tags: [a, "b", 'c' , d]
synonyms:
  # heading
  - term: one
    note: |
      See [[a]].
  - two   # comment
  - >-
    folded
    text
definition: See [[a]] and
  [[b|c]]
? odd
: &anchor [x, *anchor2]
extra: {a: {b: [1, {c: d}]}, e: ''}
""".replace("[x, *anchor2]", "[x, y]")
FIXES = st.sampled_from([REMOVE_ITEM, ADD_DASHES, replace_by("new"), replace_by("a: b"), replace_by("[[new|'x']]")])
FINDINGS = st.builds(
    lambda line, column, length, fix: Finding("r", "m", "p", Span(line, column, line, column + length), fix=fix),
    st.integers(0, 20),
    st.integers(0, 30),
    st.integers(0, 12),
    FIXES,
)


@settings(max_examples=300, deadline=None)
@given(st.lists(FINDINGS, max_size=5), st.sampled_from(["\n", "\r\n"]), st.booleans())
def test_whatever_is_asked_for_an_entry_stays_yaml(findings, end, has_last_end):
    text = ENTRY.replace("\n", end) if has_last_end else ENTRY.replace("\n", end)[: -len(end)]
    result = mend(text, findings)
    outline(result.text)
    assert set(result.done) | set(result.left) == set(findings)
    assert result.done or result.text == text
    assert text.endswith(end) == result.text.endswith(end)
