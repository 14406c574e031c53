"""What never gets through, whoever wrote it."""

from __future__ import annotations

from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it.common.normalize_url import normalizeLink

from glossmith.prose.safety import as_title, is_relative, is_safe, normalize
from glossmith.prose.typesetter import Typesetter

TYPESETTER = Typesetter()


class Names(HTMLParser):
    """The names of all attributes."""

    def __init__(self, *, convert_charrefs: bool) -> None:
        super().__init__(convert_charrefs=convert_charrefs)
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found += [name for name, _ in attrs]


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        " javascript:alert(1)",
        "java\tscript:alert(1)",
        "java\nscript:alert(1)",
        "\x01javascript:alert(1)",
        "\ufeffjavascript:alert(1)",
        "vbscript:x",
        "data:text/html,x",
        "data:image/svg+xml,x",
        "file:///etc/passwd",
        "blob:x",
        "unknown:x",
    ],
)
def test_active_and_unknown_schemes_are_refused(address: str) -> None:
    assert not is_safe(address)
    assert not is_relative(address)


@pytest.mark.parametrize(
    ("address", "relative"),
    [
        ("https://e.org/a:b", False),
        ("HTTP://e.org", False),
        ("mailto:a@b.org", False),
        ("tel:+43", False),
        ("//e.org/x", False),
        ("/root", False),
        ("#here", False),
        ("", False),
        ("other.yml", True),
        ("../a/b.md#c", True),
        ("?q=a:b", True),
        ("a/b:c", True),
        ("日本.yml", True),
    ],
)
def test_safe_addresses_are_absolute_or_relative(address: str, relative: bool) -> None:
    assert is_safe(address)
    assert is_relative(address) is relative


@pytest.mark.parametrize(
    "text",
    [
        "[x](javascript:alert(1))",
        "[x](JAVASCRIPT&colon;alert(1))",
        "[x](&#106;avascript:alert(1))",
        "[x](java&#x0a;script:alert(1))",
        "[x](<java\tscript:alert(1)>)",
        "<javascript:alert(1)>",
        "![x](javascript:alert(1))",
        "![x](data:text/html;base64,PHNjcmlwdD4=)",
        "[x]\n\n[x]: javascript:alert(1)",
        "![x](a.png){ onerror=alert(1) }",
        "![x](a.png){ style=x src=javascript:x href=y id=z }",
        '![x" onerror="alert(1)](a.png "t\\" onload=\\"x")',
        "<script>alert(1)</script>",
        "a <img src=x onerror=alert(1)> b",
        "<div onclick=x>\n\ntext\n\n</div>",
        '``` "><script>\nx\n```',
        '!!! note "<script>"\n    x',
        "[^<script>]\n\n[^<script>]: x",
        "# <script>",
        "[[<script>]] [[a|<script>]]",
        "$<script>$ $$\\text{<script>}$$",
    ],
)
def test_nothing_active_leaves_the_typesetter(text: str) -> None:
    html = TYPESETTER.typeset(text, prefix="d", brief=True)
    for written in (html.html, html.brief):
        assert "<script" not in written
        assert "<img src=x" not in written
        assert 'href="java' not in written.lower()
        assert 'src="java' not in written.lower()
        assert 'src="data' not in written.lower()
        names = Names(convert_charrefs=True)
        names.feed(written)
        assert not [name for name in names.found if name.startswith("on")]


def test_raw_html_is_text_unless_the_site_allows_it() -> None:
    text = "a <b>c</b>\n\n<div>\nd\n</div>"
    assert "&lt;b&gt;c&lt;/b&gt;" in TYPESETTER.typeset(text, prefix="d").html
    allowed = Typesetter(allow_html=True).typeset(text, prefix="d", brief=True)
    assert "<b>c</b>" in allowed.html
    assert "<div>\nd\n</div>" in allowed.html
    assert allowed.brief == "a c d"


def test_links_are_checked_even_where_raw_html_is_allowed() -> None:
    assert "<a" not in Typesetter(allow_html=True).typeset("[x](javascript:x)", prefix="d").html


@pytest.mark.parametrize(
    "text",
    [
        """`x`{title="<img src=x onerror=alert(1)>"}""",
        """![x](y.png '<img src=x onerror=alert(1)>')""",
        """![x](y.png){title="<img src=x onerror=alert(1)>"}""",
        """[x](https://example.org '<img src=x onerror=alert(1)>')""",
    ],
)
def test_no_title_is_markup_to_a_script_that_shows_it_as_html(text: str) -> None:
    html = TYPESETTER.typeset(text, prefix="d").html
    assert 'title="&lt;\u2060img src=x onerror=alert(1)&gt;"' in html


def test_a_title_keeps_signs_that_begin_no_tag() -> None:
    assert as_title("a < b <3 <= c << <> d") == "a < b <3 <= c << <> d"
    assert as_title("<b></b><!-- --><?x") == "<\u2060b><\u2060/b><\u2060!-- --><\u2060?x"


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("`x`{.md-ellipsis}", "<code>x</code>"),
        ("`x`{.a .MD-status .b class='md-x'}", '<code class="highlight a b">x</code>'),
        ("""![x](y.png){class="a\tmd-status"}""", 'class="a"'),
        ("!!! md-ellipsis\n    x", '<div class="admonition note">'),
        ("!!! tip md-ellipsis tabbed-set inline\n    x", '<div class="admonition tip inline">'),
        ("??? md-ellipsis\n    x", '<details class="note">'),
    ],
)
def test_no_class_is_one_of_materials_own_parts(text: str, html: str) -> None:
    assert html in TYPESETTER.typeset(text, prefix="d").html


@pytest.mark.parametrize("text", ["a&#x202e;b", "![&#8238;x](y.png)", "[x](y.md '&#x202D;z')", "# &#8237;x"])
def test_no_entity_stands_for_a_sign_that_turns_text_round(text: str) -> None:
    typeset = TYPESETTER.typeset(text, prefix="d", brief=True)
    assert "\ufffd" in typeset.html
    assert not {"\u202d", "\u202e"} & {*typeset.html, *typeset.brief, *typeset.text}


def test_no_author_can_write_a_slot() -> None:
    assert "\0" not in TYPESETTER.typeset("&#0; &#x0; \0p0\0", prefix="d").html


@given(st.from_regex(r"(https?://)?[a-z0-9.:@-]{0,9}[/#?]?[A-Za-z0-9._/~%ü -]{0,12}", fullmatch=True))
def test_an_ordinary_address_is_printed_as_the_parser_would_print_it(address: str) -> None:
    assert normalize(address) == normalizeLink(address)
