"""Code, images and their attributes; relative addresses."""

from __future__ import annotations

import pytest

from glossmith.prose.attributes import read_attributes
from glossmith.prose.typesetter import Typesetter

TYPESETTER = Typesetter()


def html(text: str) -> str:
    return TYPESETTER.typeset(text, prefix="d").html.replace("\0", "¤")


def test_known_languages_are_coloured_with_the_classes_of_pygments() -> None:
    assert html('```python\nx = "<"\n```') == (
        '<div class="language-python highlight"><pre><span></span><code tabindex="0">'
        '<span class="n">x</span> <span class="o">=</span> <span class="s2">"&lt;"</span>\n'
        "</code></pre></div>\n"
    )


@pytest.mark.parametrize("text", ["```nonsense\na < b\n```", "```\na < b\n```", "    a < b"])
def test_unknown_languages_are_escaped_as_they_are(text: str) -> None:
    assert '<pre><span></span><code tabindex="0">a &lt; b\n</code></pre>' in html(text)


def test_mermaid_is_left_to_the_site() -> None:
    assert html("```mermaid\na --> b\n```") == '<pre class="gs-mermaid"><code>a --&gt; b\n</code></pre>\n'


def test_a_fence_may_have_a_title_numbers_and_lit_lines() -> None:
    written = html('```text title="a.txt" linenums="9" hl_lines="2"\na\nb\n```')
    assert written == (
        '<div class="language-text highlight"><span class="filename">a.txt</span><pre><span></span><code tabindex="0">'
        '<span class="linenos" data-linenos=" 9 "></span>a\n'
        '<span class="linenos" data-linenos="10 "></span><span class="hll">b\n</span></code></pre></div>\n'
    )


def test_the_form_of_pandoc_is_understood() -> None:
    assert html("``` { .python }\nx\n```").startswith('<div class="language-python highlight">')


def test_a_code_span_may_name_its_language() -> None:
    assert html("`x`{.python} `y`{.nonsense} `z`{title=t}") == (
        '<p><code class="highlight python"><span class="n">x</span></code>'
        ' <code class="highlight nonsense">y</code> <code title="t">z</code></p>\n'
    )


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("![a *b*](c.svg)", '<img src="¤p0¤" alt="a b" loading="lazy">'),
        ("![](c.svg)", '<img src="¤p0¤" alt="" loading="lazy">'),
        (
            '![a](c.svg "t"){ width=300 .x .y loading=eager }',
            '<img src="¤p0¤" alt="a" loading="eager" title="t" width="300" class="x y">',
        ),
        ("![a](c.svg){: width=50% }", '<img src="¤p0¤" alt="a" loading="lazy" width="50%">'),
        ("![a](https://e.org/c.svg)", '<img src="https://e.org/c.svg" alt="a" loading="lazy">'),
        ("![a](/c.svg){ id=x style=y onload=z width=wide }", '<img src="/c.svg" alt="a" loading="lazy">'),
        ("![[[x]]](c.svg)", '<img src="¤p0¤" alt="x" loading="lazy">'),
    ],
)
def test_images_keep_a_closed_list_of_attributes(text: str, written: str) -> None:
    assert html(text) == f"<p>{written}</p>\n"


def test_braces_elsewhere_are_text() -> None:
    assert html("a {b=c} `x` {d} *e*{.f}") == "<p>a {b=c} <code>x</code> {d} <em>e</em>{.f}</p>\n"


@pytest.mark.parametrize(
    ("written", "attributes"),
    [
        (' .a .b-c d=1 e="f g" ', {"class": "a b-c", "d": "1", "e": "f g"}),
        ("#id .", {}),
        ("a=b=c", {"a": "b"}),
        ("", {}),
    ],
)
def test_attributes_are_read_and_nonsense_is_passed_over(written: str, attributes: dict[str, str]) -> None:
    assert read_attributes(written) == attributes


def test_relative_addresses_become_slots_and_keep_what_was_written() -> None:
    typeset = TYPESETTER.typeset(
        "[a](o.yml) [b](../x.md#y) ![c](<i j.svg>) [d](&auml;.yml) [e](/r) [f](#g)", prefix="d"
    )
    assert [(path.href, path.is_image) for path in typeset.paths] == [
        ("o.yml", False),
        ("../x.md#y", False),
        ("i j.svg", True),
        ("ä.yml", False),
    ]
    assert 'href="/r"' in typeset.html
    assert 'href="#g"' in typeset.html
