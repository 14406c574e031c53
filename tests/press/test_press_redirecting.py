"""An old address leads to the new one, with or without scripts."""

from __future__ import annotations

from html.parser import HTMLParser

from glossmith.press import redirect_page


def test_a_redirect_page_leads_on_at_once_and_stays_out_of_search_engines() -> None:
    assert redirect_page("../gr%C3%B6%C3%9Fe/", "https://e.org/gr%C3%B6%C3%9Fe/", "Größe & Form", "en") == (
        "<!doctype html>\n"
        '<html lang="en">\n'
        "<head>\n"
        '<meta charset="utf-8">\n'
        "<title>Größe &amp; Form</title>\n"
        '<meta name="robots" content="noindex">\n'
        '<link rel="icon" href="data:,">\n'
        '<link rel="canonical" href="https://e.org/gr%C3%B6%C3%9Fe/">\n'
        '<script>location.replace("../gr%C3%B6%C3%9Fe/" + location.hash)</script>\n'
        '<meta http-equiv="refresh" content="0; url=../gr%C3%B6%C3%9Fe/">\n'
        "</head>\n"
        "<body>\n"
        '<p><a href="../gr%C3%B6%C3%9Fe/">Größe &amp; Form</a></p>\n'
        "</body>\n"
        "</html>\n"
    )


def test_without_a_canonical_address_its_link_is_left_out() -> None:
    assert "canonical" not in redirect_page("../a/", "", "A", "de")
    assert '<html lang="de">' in redirect_page("../a/", "", "A", "de")


def test_a_hostile_title_or_target_stays_a_value() -> None:
    tags: list[str] = []

    class Tags(HTMLParser):
        def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
            tags.append(tag)

    hostile = "\"></script></title><b '{title}"
    Tags().feed(redirect_page(hostile, hostile, hostile, hostile))
    assert tags == ["html", "head", "meta", "title", "meta", "link", "link", "script", "meta", "body", "p", "a"]
