"""A pressed page is the page that the theme itself would have rendered."""

from __future__ import annotations

import json
import pickle
import re
from dataclasses import replace
from html.parser import HTMLParser
from typing import Any

import pytest

from glossmith.model.page import Heading, Page
from glossmith.press import cut_shapes, press

SITE_URL = "https://example.org/x/"
PAGE = Page(
    kind="term",
    stem="bayes-theorem",
    address="terms/bayes-theorem/",
    destination="terms/bayes-theorem/index.html",
    title="Bayes' theorem",
    description="What 100% of 7 % is, %(title)s",
    body='<h1 id="title">Bayes</h1>\n<p>80% of {{ it }}</p><h2 id="b">B</h2>',
    edit_path="sub/bayes-theorem.yml",
)
HOSTILE = """<b>"a" & 'b'</b></title></script><!-- ${`x`} %s %(title)s"""
CONTENTS = {
    "material": 1,
    "material-in-nav": 2,
    "material-integrated-in-nav": 1,
    "mkdocs": 1,
    "mkdocs-deep-in-nav": 1,
    "readthedocs": 0,
    "readthedocs-in-nav": 1,
    "odd": 1,
}


def _leaf(key: str) -> Heading:
    return Heading(f"id-{key}", f"Title {key}", 2)


def _parent(key: str, *children: str) -> Heading:
    return Heading(f"id-{key}", f"Title {key}", 2, tuple(Heading(f"id-{c}", f"Title {c}", 3) for c in children))


SHAPES = {
    "none": (),
    "one leaf": (_leaf("a"),),
    "one parent": (_parent("a", "a1"),),
    "leaves": tuple(_leaf(key) for key in "abcdefgh"),
    "parents": (_parent("a", "a1", "a2", "a3"), _parent("b", "b1"), _parent("c", "c1", "c2")),
    "leaf first, parent last": (_leaf("a"), _parent("b", "b1"), _leaf("c"), _leaf("d"), _parent("e", "e1", "e2")),
    "parent first, leaf last": (_parent("a", "a1"), _leaf("b")),
}


@pytest.mark.parametrize("shape", SHAPES)
def test_a_pressed_page_equals_the_page_that_the_theme_renders(theme: Any, shape: str) -> None:
    page = replace(PAGE, headings=SHAPES[shape])
    expected = theme.render(page)
    if not theme.shell.said.description:
        expected = expected.replace("</head>", f'<meta name="description" content="{page.description}">\n</head>')
    assert press(theme.shell, page, SITE_URL) == expected


def test_each_place_where_a_theme_prints_its_contents_is_found(theme: Any) -> None:
    assert len(theme.shell.contents) == CONTENTS[theme.name]


def test_a_hostile_title_stays_a_value_wherever_the_theme_prints_it(theme: Any) -> None:
    page = replace(PAGE, title="harmless0", description="harmless1", headings=(Heading("h", "harmless2"),))
    expected = _parts(theme.render(page).replace("HARMLESS0", "harmless0".upper()))
    hostile = replace(page, title=HOSTILE, description=HOSTILE, headings=(Heading("h", HOSTILE),))
    shell = replace(theme.shell, said=theme.shell.said._replace(description=True))
    html = press(shell, hostile, SITE_URL)
    assert _parts(html.replace("&lt;\u2060", "&lt;")) == [_with_hostile(part) for part in expected]
    assert not re.search(r'class="md-ellipsis">\s*&lt;(?!\u2060)', html)


def test_a_minified_theme_gets_the_quotes_back_that_a_value_needs(theme: Any) -> None:
    minified_sentinels = [_minified(theme.render(theme.sentinel(with_headings))) for with_headings in (True, False)]
    shell, messages = cut_shapes(*minified_sentinels)
    page = replace(PAGE, headings=SHAPES["leaf first, parent last"], description="none")
    expected = _parts(_minified(theme.render(page)))
    assert not messages
    described = replace(shell, said=shell.said._replace(description=True))
    assert _parts(_minified(press(described, page, SITE_URL))) == expected


def test_head_html_goes_before_the_end_of_the_head(theme: Any) -> None:
    html = press(theme.shell, replace(PAGE, head='<meta name="x">\n'), SITE_URL)
    assert re.search(r'<meta name="x">\n(<meta name="description"[^>]*>\n)?\s*(</head>|<body)', html)


def test_a_shell_survives_pickling(theme: Any) -> None:
    copy = pickle.loads(pickle.dumps(theme.shell))
    page = replace(PAGE, headings=SHAPES["parents"])
    assert copy == theme.shell
    assert press(copy, page) == press(theme.shell, page)


class _Parts(HTMLParser):
    """The tags with their attributes, texts, scripts and comments of a page."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.parts: list[Any] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.parts.append((tag, *attrs))

    def handle_data(self, data: str) -> None:
        kind = "#script" if self.cdata_elem else "#text"
        if self.parts and self.parts[-1][0] == kind:
            data = self.parts.pop()[1] + data
        self.parts.append((kind, re.sub(r"\\u[0-9a-f]{4}", lambda code: json.loads(f'"{code[0]}"'), data)))

    def handle_endtag(self, tag: str) -> None:
        self.parts.append(("/" + tag,))

    def handle_comment(self, data: str) -> None:
        self.parts.append(("#comment", data))


def _parts(html: str) -> list[Any]:
    return _Parts(html).parts


def _with_hostile(part: tuple[Any, ...]) -> tuple[Any, ...]:
    """The part of a page with the harmless words of a hostile one's title, description and heading replaced."""
    kind, *rest = part
    if kind == "#script":
        return kind, re.sub(r"harmless\d", lambda _: json.dumps(HOSTILE)[1:-1], rest[0])
    if kind in ("#text", "#comment"):
        return kind, _replaced(rest[0])
    return kind, *((name, value and _replaced(value)) for name, value in rest)


def _replaced(text: str) -> str:
    return re.sub(r"harmless\d", lambda _: HOSTILE, text.replace("HARMLESS0", HOSTILE.upper()))


def _minified(html: str) -> str:
    """What the usual minifiers do outside scripts: no blanks, quotes or end tags that can be spared."""
    pieces = re.split(r"(<script.*?</script>)", html, flags=re.DOTALL)
    return "".join(piece if number % 2 else _squeezed(piece) for number, piece in enumerate(pieces))


def _squeezed(html: str) -> str:
    html = re.sub(r"\s+", " ", re.sub(r"</(li|p|td|tr)>", "", html))
    return re.sub(r"<[a-z][^>]*>", lambda tag: re.sub(r"""=["']([\w./#:-]*[\w.#:-])["']""", r"=\1", tag[0]), html)
