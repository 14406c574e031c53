"""A shell knows for each place where a theme prints a part of the page how it is written there."""

from __future__ import annotations

import json
from dataclasses import replace
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from glossmith.model.page import Heading, Page
from glossmith.model.shell import ContentsError, Said, ShellError
from glossmith.press import cut, cut_shapes, press, sentinel_body
from glossmith.press.sentinels import DESCRIPTION, EDIT_NAME, EDIT_PATH, HEADING_ID, HEADINGS, STEM, TITLE

BODY = sentinel_body(with_headings=False)
PAGE = Page(
    kind="term",
    stem="größe/x",
    address="terms/größe/",
    destination="terms/größe/index.html",
    title="""A & "B" <c> d's""",
    description="says \"x\" & 'y'",
    body="<h1>The body</h1>",
    heading_id="a b",
    edit_path="sub dir/größe.yml",
)

PLACES = {
    f"<p>{TITLE}</p>": """<p>A &amp; "B" &lt;c&gt; d's</p>""",
    f'<p class="x md-ellipsis">\n{TITLE}</p>': """<p class="x md-ellipsis">\nA &amp; "B" &lt;\u2060c&gt; d's</p>""",
    f"<p>{TITLE.upper()}</p>": """<p>A &amp; "B" &lt;C&gt; D'S</p>""",
    f"<p>{DESCRIPTION.capitalize()}</p>": """<p>Says "x" &amp; 'y'</p>""",
    f'<p title="{TITLE}!">': """<p title="A &amp; &quot;B&quot; &lt;c&gt; d's!">""",
    f"<p title='{TITLE}'>": """<p title='A &amp; "B" &lt;c&gt; d&#39;s'>""",
    f"<p title={TITLE} id=x>": """<p title="A &amp; &quot;B&quot; &lt;c&gt; d's" id=x>""",
    f"<a href=/x/{STEM}/>": '<a href="/x/gr%C3%B6%C3%9Fe%2Fx/">',
    f"<i>{STEM}</i>": "<i>gr%C3%B6%C3%9Fe%2Fx</i>",
    f'<a href="/edit/{EDIT_PATH}">': '<a href="/edit/sub%20dir/gr%C3%B6%C3%9Fe.yml">',
    f'<a href="/edit/{EDIT_NAME}">': '<a href="/edit/sub%20dir/gr%C3%B6%C3%9Fe">',
    f'<a href="#{HEADING_ID}">': '<a href="#a%20b">',
    f'<b id="{HEADING_ID}">': '<b id="a b">',
    f'<a href="https://e.org/?t={TITLE}">': '<a href="https://e.org/?t=A%20%26%20%22B%22%20%3Cc%3E%20d%27s">',
    f'<script>x="{TITLE}"</script>': r"""<script>x="A \u0026 \"B\" \u003cc\u003e d\u0027s"</script>""",
    f"<script>// {TITLE}\nx=1</script>": "<script>// \nx=1</script>",
    f"<b onclick=\"f('{TITLE}')\">": r"""<b onclick="f('A \u0026 \&quot;B\&quot; \u003cc\u003e d\u0027s')">""",
    f"<!-- {TITLE} -->": "<!--  -->",
    f"<style>.{TITLE} {{}}</style>": "<style>. {}</style>",
}


HEAD = f"<meta name='description' content='{DESCRIPTION}'></head>"


def _pressed(html: str, page: Page = PAGE) -> str:
    """What becomes of HTML between the head and the body."""
    shell, messages = cut(HEAD + html + BODY)
    assert not messages
    return press(shell, page).partition("</head>")[2].removesuffix(page.body)


def test_no_sentinel_word_holds_another_or_anything_that_is_escaped() -> None:
    tops = [word for top in HEADINGS for each in (top, *top.children) for word in (each.id, each.title)]
    words = [TITLE, DESCRIPTION, STEM, EDIT_NAME, HEADING_ID, *tops]
    assert all(word.isalnum() and word.isascii() and word.islower() for word in words)
    assert not [(one, other) for one in words for other in words if one != other and one in other]
    assert not [word for word in words for replaced in ("edit", "blob", "raw", "view") if replaced in word]


@pytest.mark.parametrize("place", PLACES)
def test_a_value_is_written_as_its_place_demands(place: str) -> None:
    assert _pressed(place) == PLACES[place]


def test_percent_signs_and_braces_of_the_theme_survive() -> None:
    assert _pressed("100% %(title)s %% {x} ") == "100% %(title)s %% {x} "


def test_what_the_theme_does_not_print_goes_before_the_end_of_the_head() -> None:
    shell, _ = cut(f"<html><HEAD><title>x</title></HEAD><body>{BODY}")
    html = press(shell, replace(PAGE, head="<x-head>\n", description='d"'), "https://e.org/ü/")
    assert html == (
        '<html><HEAD><title>x</title><x-head>\n<meta name="description" content="d&quot;">\n'
        '<link rel="canonical" href="https://e.org/%C3%BC/terms/gr%C3%B6%C3%9Fe/">\n</HEAD><body><h1>The body</h1>'
    )


@pytest.mark.parametrize("before", ["<body>", "<!doctype html><title>x</title>"])
def test_a_theme_without_an_end_of_the_head_gets_head_html_before_its_body(before: str) -> None:
    shell, _ = cut(f"{before}{BODY}")
    expected = "<x-head><body>" if before == "<body>" else f"{before}<x-head>"
    assert press(shell, replace(PAGE, head="<x-head>", description="")).startswith(expected)


def test_a_description_that_is_not_the_page_s_makes_way() -> None:
    shell, _ = cut(f'<meta name="description" content="of the site"><meta name=description content=site>{BODY}')
    own = """content="says &quot;x&quot; &amp; 'y'">"""
    assert press(shell, PAGE) == f'<meta name="description" {own}<meta name=description {own}{PAGE.body}'


def test_a_shell_says_what_the_theme_prints_itself() -> None:
    bare, _ = cut(BODY)
    rich, _ = cut(f'<meta property="og:title" content="{TITLE}"><link rel=canonical href="/{STEM}/">{BODY}')
    assert bare.said == Said(description=False, canonical=False, opengraph=False)
    assert rich.said == Said(description=False, canonical=True, opengraph=True)


def test_a_body_that_is_printed_twice_is_replaced_twice() -> None:
    assert press(cut(f"<head></head><main>{BODY}</main><aside>{BODY}</aside>")[0], replace(PAGE, description="")) == (
        "<head></head><main><h1>The body</h1></main><aside><h1>The body</h1></aside>"
    )


@pytest.mark.parametrize("html", ["<p>nothing</p>", BODY.replace("h1", "h2"), f"<!-- {BODY} -->"])
def test_a_theme_that_drops_the_body_is_an_error(html: str) -> None:
    with pytest.raises(ShellError, match="does not print the page's content"):
        cut(html)


@pytest.mark.parametrize(
    ("html", "message"),
    [
        (f'<p style="--t: {TITLE}">', "in the attribute `style`"),
        (f"<a href=\"javascript:f('{TITLE}')\">", "in the attribute `href`"),
        (f"<script>f({TITLE})</script>", "not in a string"),
        (f"<p {TITLE}>", "but not as a value"),
        ("<meta name=x content=gsx7bodyq9>", "in a second place"),
    ],
)
def test_a_place_where_nothing_can_be_written_safely_is_reported_and_left_out(html: str, message: str) -> None:
    shell, messages = cut(html + BODY)
    assert message in messages[0]
    assert "<c>" not in press(shell, replace(PAGE, title="<c>"))


def test_a_theme_that_changes_the_body_is_reported() -> None:
    _, messages = cut(BODY.replace("</h1>", "</h1><p>reading time</p>"))
    assert messages == ("the theme changes the page's content, and glossmith prints it unchanged",)


def test_contents_that_leave_headings_out_are_an_error_and_two_shapes_do_without() -> None:
    html = f"<ul><li>{HEADINGS[0].title}<li>{HEADINGS[1].title}</ul>{BODY}"
    with pytest.raises(ContentsError, match="leaves headings out"):
        cut(html)
    shell, messages = cut_shapes(html, BODY)
    assert messages == (
        "the theme's table of contents leaves headings out or changes their order: pages go without it",
    )
    assert press(shell, replace(PAGE, headings=(Heading("a", "A"),), description="")) == PAGE.body


def test_contents_that_alternate_are_an_error() -> None:
    items = "".join(f"<li class={'even' if i % 2 else 'odd'}>{heading.title}" for i, heading in enumerate(HEADINGS))
    with pytest.raises(ContentsError, match=r"in two ways|as it goes on"):
        cut(f"<ul>{items}</ul>{BODY}")


_EVERYWHERE = "".join(PLACES) + "".join(
    f'<li title="{top.title}"><a href="#{top.id}">{top.title}</a>'
    + "".join(f"<p id={child.id} onclick='x(\"{top.title}\")'>{child.title}</p>" for child in top.children)
    for top in HEADINGS
)
_SHELL, _ = cut(f"{HEAD}<main>{_EVERYWHERE}</main><script>[`{TITLE}`, '{TITLE}']</script>{BODY}")


class _Tags(HTMLParser):
    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[object] = []
        self.titles: list[str | None] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, *(name for name, _ in attrs)))
        self.titles += [value for name, value in attrs if name == "title"]

    def handle_endtag(self, tag: str) -> None:
        self.tags.append(tag)

    def handle_comment(self, data: str) -> None:
        self.tags.append(("comment", data))


def _everywhere(text: str) -> Page:
    headings = (Heading(text, text, 2, (Heading(text, text, 3),)), Heading(text, text))
    return replace(PAGE, title=text, description=text, stem=text, edit_path=text, heading_id=text, headings=headings)


_HOSTILE = st.text(st.sampled_from(list("<>&\"'`/\\!-=*${}%#; \naé\u2028")) | st.characters(codec="utf-8"))


@given(_HOSTILE)
def test_no_text_makes_a_tag_an_attribute_or_a_comment(text: str) -> None:
    html = press(_SHELL, _everywhere(text), "https://e.org/")
    assert _Tags(html).tags == _Tags(press(_SHELL, _everywhere("harmless"), "https://e.org/")).tags


@given(_HOSTILE)
def test_a_reader_of_the_page_gets_the_text_back(text: str) -> None:
    attribute = _Tags(_pressed(f'<b title="{TITLE}">', replace(PAGE, title=text))).titles
    literal = _pressed(f'<script>"{TITLE}"</script>', replace(PAGE, title=text))
    literal = literal.removeprefix("<script>").removesuffix("</script>")
    assert attribute == [text]
    assert json.loads(literal) == text
    assert not set("<>&'`\u2028\u2029") & set(literal)
