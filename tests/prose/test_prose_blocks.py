"""Blocks: headings, lists, tables, admonitions, footnotes, definition lists."""

from __future__ import annotations

import pytest

from glossmith.model.page import Heading
from glossmith.prose.typesetter import Typesetter
from glossmith.prose.wording import Wording

TYPESETTER = Typesetter()


def html(text: str) -> str:
    return TYPESETTER.typeset(text, prefix="d").html


@pytest.mark.parametrize(
    ("text", "levels"),
    [
        ("# a\n\n## b\n\n# c", "343"),
        ("## a\n\n### b", "34"),
        ("#### a\n\n###### b", "34"),
        ("## a\n\n# b", "43"),
        ("# a\n## b\n### c\n#### d\n##### e", "34566"),
        ("a\n=\n\nb\n-", "34"),
        ("> ## a", "3"),
    ],
)
def test_headings_begin_below_those_of_the_page_and_skip_no_level(text: str, levels: str) -> None:
    assert "".join(part[1] for part in html(text).split("<")[1:] if part[0] == "h") == levels


def test_heading_ids_are_unique_and_keep_the_letters_of_any_script() -> None:
    typeset = TYPESETTER.typeset("# Über uns!\n# Über uns\n# über uns-2\n# 学习率\n# नमस्ते\n# ?!", prefix="s-1")
    assert [heading.id for heading in typeset.headings] == [
        "s-1-über-uns",
        "s-1-über-uns-2",
        "s-1-über-uns-2-2",
        "s-1-学习率",
        "s-1-नमस्ते",
        "s-1-section",
    ]
    assert all(f' id="{heading.id}"' in typeset.html for heading in typeset.headings)


def test_the_table_of_contents_lists_the_first_level_as_plain_text() -> None:
    typeset = TYPESETTER.typeset("## *a* `b` [[c|d]] $x$\n### e\n> ## quoted", prefix="d")
    assert typeset.headings == (Heading("d-a-b-d-x", "a b d x", 3),)


def test_tasks_have_named_check_boxes() -> None:
    written = html("- [ ] a\n- [x] *b*\n- [X] c\n- [y] d")
    assert written.count('class="task-list-item"') == 3
    assert written.count(" disabled checked") == 2
    assert '<input type="checkbox" disabled aria-label="To do">' in written
    assert "</label> <em>b</em></li>" in written
    assert "<li>[y] d</li>" in written


def test_a_table_can_be_scrolled_and_names_its_header_cells() -> None:
    written = html("| | b |\n|---|--:|\n| c | |")
    assert written.startswith('<div class="gs-table" role="group" aria-label="Table" tabindex="0"><table>')
    assert '<tr>\n<td></td>\n<th scope="col" style="text-align:right">b</th>\n</tr>' in written
    assert '<td>c</td>\n<td style="text-align:right"></td>' in written


@pytest.mark.parametrize(
    ("text", "written"),
    [
        (
            '!!! note "A *t*"\n    b\n\nc',
            '<div class="admonition note">\n<p class="admonition-title">A <em>t</em></p>\n<p>b</p>\n</div>\n<p>c</p>\n',
        ),
        (
            "!!! Tip\n    b",
            '<div class="admonition tip">\n<p class="admonition-title">Tip</p>\n<p>b</p>\n</div>\n',
        ),
        ('!!! tip ""\n    b', '<div class="admonition tip">\n<p>b</p>\n</div>\n'),
        (
            "!!! note inline end\n    b",
            '<div class="admonition note inline end">\n<p class="admonition-title">Note</p>\n<p>b</p>\n</div>\n',
        ),
        ("??? tip\n    b", '<details class="tip">\n<summary>Tip</summary>\n<p>b</p>\n</details>\n'),
        ("???+ tip\n    b", '<details class="tip" open>\n<summary>Tip</summary>\n<p>b</p>\n</details>\n'),
        (
            "x\n!!! a\n    - b\n\n        c\n\n    d",
            (
                '<p>x</p>\n<div class="admonition a">\n<p class="admonition-title">A</p>\n'
                "<ul>\n<li>\n<p>b</p>\n<p>c</p>\n</li>\n</ul>\n<p>d</p>\n</div>\n"
            ),
        ),
        ("!!! note, well", "<p>!!! note, well</p>\n"),
        ("!!!", "<p>!!!</p>\n"),
    ],
)
def test_admonitions_are_written_as_material_writes_them(text: str, written: str) -> None:
    assert html(text).replace("<li><p>", "<li>\n<p>") == written


def test_footnotes_lead_there_and_back() -> None:
    written = html("a[^x] b[^y] c[^x] d[^z]\n\n[^y]: *Y*\n[^x]: X\n\n    more\n[^unused]: U")
    assert '<sup id="fnref-d-1"><a class="footnote-ref" href="#fn-d-1" aria-label="Footnote 1">1</a></sup>' in written
    assert '<sup id="fnref-d-1-2">' in written
    assert '<li id="fn-d-1">\n<p>X</p>\n<p>more <a class="footnote-backref" href="#fnref-d-1"' in written
    assert 'href="#fnref-d-1-2" aria-label="Back to text of footnote 1 (2)">' in written
    assert '<li id="fn-d-2">\n<p><em>Y</em> <a' in written
    assert "d[^z]" in written
    assert ">U<" not in written


def test_a_footnote_may_refer_to_another_but_holds_none() -> None:
    written = html("a[^x]\n\n[^x]: b[^y]\n[^y]: c\n\n> [^z]: > [^w]: deep")
    assert written.count("<li id=") == 2
    assert written.count("<blockquote>") == written.count("</blockquote>")


def test_definition_lists() -> None:
    written = html("a\n: b\n: c\n\nd\n: e").replace("<dd>\n", "<dd>")
    assert written == "<dl>\n<dt>a</dt>\n<dd>b</dd>\n<dd>c</dd>\n<dt>d</dt>\n<dd>e</dd>\n</dl>\n"


def test_the_few_words_of_ours_can_be_translated() -> None:
    german = Typesetter(wording=Wording(table="Tabelle", done="Erledigt"))
    assert 'aria-label="Tabelle"' in german.typeset("|a|\n|-|", prefix="d").html
    assert 'aria-label="Erledigt"' in german.typeset("- [x] a", prefix="d").html


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("~~a~~", "<p><s>a</s></p>\n"),
        ('"a" -- b...', '<p>"a" -- b...</p>\n'),
        ("www.e.org https://e.org", "<p>www.e.org https://e.org</p>\n"),
        ("<https://e.org>", '<p><a href="https://e.org">https://e.org</a></p>\n'),
        ('[a](https://e.org/ü "t")', '<p><a href="https://e.org/%C3%BC" title="t">a</a></p>\n'),
        ("[a](#b)", '<p><a href="#b">a</a></p>\n'),
        ("a  \nb\\\nc\nd", "<p>a<br>\nb<br>\nc\nd</p>\n"),
        ("3. a\n4. b", '<ol start="3">\n<li>a</li>\n<li>b</li>\n</ol>\n'),
        ("***", "<hr>\n"),
        ("", ""),
    ],
)
def test_the_rest_is_commonmark(text: str, written: str) -> None:
    assert html(text) == written
