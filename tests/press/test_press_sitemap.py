"""The theme's sitemap loses the sentinel pages and gains the pressed ones, in its own layout."""

from __future__ import annotations

import pytest

from glossmith.press import complete_sitemap

HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">'
HOME = "\n    <url>\n         <loc>https://e.org/?a&amp;b</loc>\n         <lastmod>2026-01-02</lastmod>\n    </url>"
SENTINEL = "\n    <url>\n         <loc>https://e.org/s/</loc>\n    </url>"
TERM = "\n    <url>\n         <loc>https://e.org/t/?x&amp;y</loc>\n         <lastmod>2026-03-04</lastmod>\n    </url>"
DATELESS = "\n    <url>\n         <loc>https://e.org/u/</loc>\n    </url>"
END = "\n</urlset>"
ADDED = [("https://e.org/u/", None), ("https://e.org/t/?x&y", "2026-03-04")]


def test_entries_are_dropped_and_added_in_the_layout_of_the_others() -> None:
    xml = HEAD + HOME + SENTINEL + END
    assert complete_sitemap(xml, {"https://e.org/s/"}, ADDED) == HEAD + HOME + TERM + DATELESS + END


def test_the_order_of_added_entries_makes_no_difference() -> None:
    xml = HEAD + SENTINEL + HOME + END
    assert complete_sitemap(xml, (), ADDED) == complete_sitemap(xml, (), reversed(ADDED))


def test_an_address_that_is_listed_already_is_not_listed_twice() -> None:
    assert complete_sitemap(HEAD + HOME + END, (), [("https://e.org/?a&b", None)]) == HEAD + HOME + END


@pytest.mark.parametrize("end", [END, "</urlset>"])
def test_an_empty_sitemap_gets_the_usual_layout(end: str) -> None:
    assert complete_sitemap(HEAD + end, (), ADDED) == HEAD + TERM + DATELESS + END


def test_a_sitemap_of_nothing_but_sentinels_keeps_its_layout() -> None:
    assert complete_sitemap(HEAD + SENTINEL + END, {"https://e.org/s/"}, ADDED) == HEAD + TERM + DATELESS + END
    assert complete_sitemap(HEAD + SENTINEL + END, {"https://e.org/s/"}, []) == HEAD + END


def test_one_line_and_foreign_elements_are_kept() -> None:
    one = '<urlset><url><loc>a</loc><xhtml:link rel="alternate" href="b"/></url></urlset>'
    two = one.replace("</urlset>", "<url><loc>c</loc></url></urlset>")
    assert complete_sitemap(one, (), [("c", None)]) == two
    assert complete_sitemap("not a sitemap", (), ADDED) == "not a sitemap"
