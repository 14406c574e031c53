"""A reader finds a term, follows it, comes back; with the mouse, with the keyboard, without scripts, on paper."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

pytestmark = pytest.mark.xdist_group("browser-reading")

TERM = "terms/learning-rate/"
MOST_TABS = 300

NUMBERS_ARE_LAST = r"""(selector) => {
  const signs = (element) => {
    const found = [], texts = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) {
      for (const sign of texts.currentNode.data.matchAll(/\S/g)) {
        const range = document.createRange();
        range.setStart(texts.currentNode, sign.index);
        range.setEnd(texts.currentNode, sign.index + 1);
        found.push([sign[0], range.getBoundingClientRect().left]);
      }
    }
    return found;
  };
  const lines = [...document.querySelectorAll(`.gs-page ${selector}`)].map(signs);
  const isLast = (line) => line.findLast(([sign]) => /[0-9]/.test(sign))[1] > line.find(([sign]) => sign > "\u0600")[1];
  return lines.length > 0 && lines.every(isLast);
}"""


def section(page: Page, id_: str) -> Locator:
    """The part of a page under the heading with that id."""
    return page.locator(f"section:has(> #{id_})")


def overflow(page: Page) -> int:
    """By how many pixels the page is wider than the window."""
    return int(page.evaluate("document.scrollingElement.scrollWidth - document.documentElement.clientWidth"))


def scheme(page: Page) -> str:
    return page.locator("body").get_attribute("data-md-color-scheme") or ""


def tab_to(page: Page, selector: str) -> None:
    """Press Tab until what is focused answers to the selector, or lies in what does."""
    for _ in range(MOST_TABS):
        page.keyboard.press("Tab")
        if page.evaluate("selector => !!document.activeElement?.closest(selector)", selector):
            return
    raise AssertionError(f"{MOST_TABS} times Tab did not lead to {selector}")


def test_from_home_by_a_synonym_to_a_term_on_to_a_relative_and_back(site: Any, page: Page) -> None:
    page.goto(site.url)
    page.get_by_role("textbox", name="Search").click()
    page.keyboard.type("step size")
    page.locator(".md-search-result__item a").first.click()
    expect(page.locator("main h1")).to_have_text("learning rate")
    card = section(page, "related-terms").get_by_role("link").first
    relative = card.inner_text()
    card.click()
    expect(page.locator("main h1")).to_contain_text(relative, ignore_case=True)
    page.get_by_role("navigation", name="Breadcrumb").get_by_role("link", name="Glossary").click()
    page.wait_for_url(site.url)
    expect(page.locator("main h1")).to_be_visible()


def test_a_question_is_unfolded_by_a_click(site: Any, page: Page) -> None:
    page.goto(site.url + TERM)
    question = section(page, "faq").locator("details").first
    answer = question.locator(":scope > *:not(summary)").first
    expect(answer).to_be_hidden()
    question.locator("summary").click()
    expect(answer).to_be_visible()


def test_a_question_is_unfolded_by_its_address(site: Any, page: Page) -> None:
    page.goto(site.url + TERM)
    id_ = section(page, "faq").locator("details").nth(1).get_attribute("id")
    page.goto(f"{site.url}{TERM}#{id_}")
    question = page.locator(f"details#{id_}")
    expect(question).to_have_attribute("open", "")
    expect(question).to_be_in_viewport()


def test_the_colour_scheme_is_switched_and_remembered(site: Any, page: Page) -> None:
    page.goto(site.url + TERM)
    before = page.evaluate("getComputedStyle(document.body).backgroundColor")
    schemes = {scheme(page)}
    for _ in range(3):
        page.locator("form[data-md-component=palette] label:visible").click()
        schemes.add(scheme(page))
        if scheme(page) == "slate":
            break
    assert schemes >= {"default", "slate"}
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") != before
    page.goto(site.url + "terms/")
    assert scheme(page) == "slate"


def test_the_system_s_scheme_is_followed(site: Any, open_window: Any) -> None:
    assert [scheme(_opened(open_window(color_scheme=one), site.url)) for one in ("light", "dark")] == [
        "default",
        "slate",
    ]


def _opened(page: Page, url: str) -> Page:
    page.goto(url)
    return page


def test_everything_is_done_by_keyboard_alone(site: Any, page: Page) -> None:
    page.goto(site.url)
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Skip to content")).to_be_focused()
    page.keyboard.press("/")
    page.keyboard.type("step size")
    expect(page.locator(".md-search-result__item h1").first).to_have_text("learning rate")
    page.keyboard.press("Enter")
    expect(page.locator("main h1")).to_have_text("learning rate")
    page.goto(page.url)  # focus begins at the top
    before = scheme(page)
    tab_to(page, "input[name=__palette]")
    for _ in range(3):
        page.keyboard.press("ArrowRight")
        if scheme(page) != before:
            break
    assert scheme(page) != before
    tab_to(page, "#faq-what-is-a-good-learning-rate-to-start-with, section:has(> #faq) summary")
    page.keyboard.press("Enter")
    expect(page.locator("details[open]").first).to_be_visible()
    tab_to(page, "section:has(> #related-terms) a")
    relative = page.evaluate("document.activeElement.textContent").strip()
    page.keyboard.press("Enter")
    expect(page.locator("main h1")).to_contain_text(relative, ignore_case=True)
    page.goto(page.url)
    tab_to(page, "nav[aria-label=Breadcrumb]")
    page.keyboard.press("Enter")
    page.wait_for_url(site.url)


def test_what_is_focused_can_be_seen(site: Any, page: Page) -> None:
    page.goto(site.url + TERM)
    for selector in ("nav[aria-label=Breadcrumb] a", "section:has(> #faq) summary", "section:has(> #related-terms) a"):
        tab_to(page, selector)
        style = page.evaluate(
            "(() => { const s = getComputedStyle(document.activeElement);"
            " return [s.outlineStyle, parseFloat(s.outlineWidth), s.boxShadow] })()"
        )
        assert (style[0] != "none" and style[1] > 0) or style[2] != "none", selector


def test_the_quick_filter_narrows_the_list(site: Any, page: Page) -> None:
    page.goto(site.url + "terms/")
    entries = page.locator("main dl dt")
    everything = entries.count()
    field = page.locator("main").get_by_role("searchbox")
    field.fill("learning rate")
    shown = [one for one in entries.all() if one.is_visible()]
    assert 0 < len(shown) < everything / 4
    assert any("learning rate" in one.inner_text() for one in shown)
    expect(page.locator("main output")).to_contain_text(str(len(shown)))
    assert all("hidden" not in (h.get_attribute("class") or "") for h in page.locator("main h2:visible").all())
    field.press("Escape")
    expect(entries.first).to_be_visible()
    assert len([one for one in entries.all() if one.is_visible()]) == everything
    field.fill("zzzzzz")
    expect(page.locator("main output")).not_to_be_empty()


def test_the_filter_and_the_questions_work_after_instant_navigation(site: Any, page: Page) -> None:
    page.goto(site.url)
    page.locator("main").get_by_role("link", name="All terms").first.click()
    page.wait_for_url("**/terms/")
    page.locator("main").get_by_role("searchbox").fill("learning rate")
    expect(page.locator("main output")).not_to_be_empty()


def test_the_home_page_s_button_opens_the_search(site: Any, page: Page) -> None:
    page.goto(site.url)
    page.locator("main").get_by_role("button", name="Search").click()
    expect(page.get_by_role("textbox", name="Search")).to_be_focused()
    page.keyboard.type("step size")
    expect(page.locator(".md-search-result__item h1").first).to_have_text("learning rate")


def test_a_term_is_read_without_scripts(site: Any, open_window: Any) -> None:
    page = open_window(java_script_enabled=False)
    page.goto(site.url + TERM)
    expect(page.locator("main h1")).to_have_text("learning rate")
    expect(page.locator("#definition")).to_be_visible()
    question = section(page, "faq").locator("details").first
    question.locator("summary").click()
    expect(question.locator(":scope > *:not(summary)").first).to_be_visible()
    section(page, "related-terms").get_by_role("link").first.click()
    expect(page.locator("main h1")).to_be_visible()
    page.goto(site.url + "terms/")
    ours = page.locator(".gs-page")
    assert ours.get_by_role("searchbox").count() == 0
    assert ours.get_by_role("button").count() == 0


def test_a_term_is_printed_without_what_is_for_the_screen(site: Any, page: Page) -> None:
    page.goto(site.url + TERM)
    page.emulate_media(media="print")
    expect(page.locator("main h1")).to_be_visible()
    expect(page.locator("#definition")).to_be_visible()
    for selector in (
        ".md-header",
        ".md-sidebar",
        ".md-tabs",
        ".md-footer-meta",
        ".md-content__button",
        ".headerlink",
        ".md-code__nav",
    ):
        for one in page.locator(selector).all():
            expect(one).to_be_hidden()
    expect(section(page, "faq").locator("details > *:not(summary)").first).to_be_visible()


@pytest.mark.parametrize("width", [320, 390, 768])
def test_no_page_is_wider_than_the_window(site: Any, open_window: Any, width: int) -> None:
    page = open_window(viewport={"width": width, "height": 844})
    wide = {}
    for kind, address in site.page_kinds().items():
        page.goto(site.url + address)
        if (pixels := overflow(page)) > 0:
            wide[kind] = pixels
    assert wide == {}


def test_no_term_is_wider_than_the_smallest_window(site: Any, open_window: Any) -> None:
    page = open_window(viewport={"width": 320, "height": 700}, java_script_enabled=False)
    wide = {}
    for term in site.terms:
        page.goto(site.url + term["address"])
        if (pixels := overflow(page)) > 0:
            wide[term["id"]] = pixels
    assert wide == {}


def test_every_page_kind_loads_without_a_complaint(site: Any, page: Page) -> None:
    for kind, address in site.page_kinds().items():
        page.goto(site.url + address, wait_until="networkidle")
        assert page.locator("main h1").count() == 1, kind


def test_an_old_address_leads_to_the_term_and_keeps_the_heading(site: Any, open_window: Any) -> None:
    page = open_window()
    page.goto(site.url + "terms/step-size/#background")
    page.wait_for_url("**/terms/learning-rate/#background")
    plain = open_window(java_script_enabled=False)
    plain.goto(site.url + "terms/step-size/")
    plain.wait_for_url("**/terms/learning-rate/")


def test_in_the_theme_readthedocs_a_long_name_fits_a_narrow_phone(
    serve: Any, run_mkdocs: Any, tmp_path: Path, open_window: Any
) -> None:
    (tmp_path / "terms").mkdir()
    name = "donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft"
    (tmp_path / "terms/long.yml").write_text(f"term: {name}\ndefinition: {name}\n", "utf-8")
    theme = "{name: readthedocs, highlightjs: false}"
    settings = f"site_name: Long\ndocs_dir: terms\ntheme: {theme}\nplugins: [search, glossmith]\n"
    (tmp_path / "mkdocs.yml").write_text(settings, "utf-8")
    done = run_mkdocs(tmp_path, "build", "-d", str(tmp_path / "www"))
    assert done.returncode == 0, done.stdout
    page: Page = open_window(viewport={"width": 320, "height": 700})
    page.goto(f"{serve(tmp_path / 'www')}/terms/long/")
    assert overflow(page) <= 0


READTHEDOCS = """() => {
  const around = (selector) => document.querySelector(selector).getBoundingClientRect();
  return {
    name_to_sentence: around(".gs-sentence").top - around(".gs-uses a").bottom,
    table_to_text: around(".gs-table").right - around(".gs-table td:last-child").right,
    line_to_text: parseFloat(getComputedStyle(document.querySelector(".gs-table td:last-child")).paddingLeft),
  };
}"""


def test_in_the_theme_readthedocs_sentences_stand_at_their_names_and_tables_are_as_wide_as_texts(
    serve: Any, run_mkdocs: Any, tmp_path: Path, page: Page
) -> None:
    (tmp_path / "terms").mkdir()
    (tmp_path / "terms/tide.yml").write_text(
        "term: tide\ndefinition: Rise of the sea.\nbackground: |\n  | A | B |\n  |---|---|\n  | 1 | 2 |\n", "utf-8"
    )
    (tmp_path / "terms/ebb.yml").write_text("term: ebb\ndefinition: Fall of the tide.\n", "utf-8")
    theme = "{name: readthedocs, highlightjs: false}"
    settings = f"site_name: Sea\ndocs_dir: terms\ntheme: {theme}\nplugins: [glossmith]\n"
    (tmp_path / "mkdocs.yml").write_text(settings, "utf-8")
    done = run_mkdocs(tmp_path, "build", "-d", str(tmp_path / "www"))
    assert done.returncode == 0, done.stdout
    page.goto(f"{serve(tmp_path / 'www')}/terms/tide/")
    found = page.evaluate(READTHEDOCS)
    assert found["name_to_sentence"] < 8
    assert found["table_to_text"] < 1
    assert found["line_to_text"] > 8


def test_a_long_name_of_the_site_fits_a_narrow_phone_without_scripts(
    serve: Any, run_mkdocs: Any, tmp_path: Path, open_window: Any
) -> None:
    (tmp_path / "terms").mkdir()
    (tmp_path / "terms/tide.yml").write_text("term: tide\ndefinition: Rise of the sea.\n", "utf-8")
    name = "Glossary of all the words of the sea and of the shore and of the ships that sail"
    settings = f"site_name: {name}\ndocs_dir: terms\ntheme: {{name: material, font: false}}\nplugins: [glossmith]\n"
    (tmp_path / "mkdocs.yml").write_text(settings, "utf-8")
    done = run_mkdocs(tmp_path, "build", "-d", str(tmp_path / "www"))
    assert done.returncode == 0, done.stdout
    page: Page = open_window(viewport={"width": 320, "height": 700}, java_script_enabled=False)
    page.goto(serve(tmp_path / "www"))
    assert overflow(page) <= 0


def test_numbers_stay_behind_a_name_that_is_written_from_right_to_left(
    serve: Any, run_mkdocs: Any, tmp_path: Path, page: Page
) -> None:
    (tmp_path / "terms").mkdir()
    for name, category, other in (("مرساة", "السفينة", "مرفأ"), ("مرفأ", "البحر", "مرساة")):
        entry = (
            f"term: {name}\ndefinition: Thing.\ncategory: {category}\ntags: [{category}]\nrelated_terms: [{other}]\n"
        )
        (tmp_path / f"terms/{name}.yml").write_text(entry, "utf-8")
    settings = "site_name: Sea\ndocs_dir: terms\ntheme: {name: material, font: false}\nplugins: [search, glossmith]\n"
    (tmp_path / "mkdocs.yml").write_text(settings, "utf-8")
    done = run_mkdocs(tmp_path, "build", "-d", str(tmp_path / "www"))
    assert done.returncode == 0, done.stdout
    url = serve(tmp_path / "www")
    for address, line in (("categories", ".gs-tree-name"), ("tags", ".gs-tags a"), ("map", ".gs-panel-about")):
        page.goto(f"{url}/{address}/")
        assert page.evaluate(NUMBERS_ARE_LAST, line), address


def test_nothing_that_an_author_writes_lies_over_the_page(
    serve: Any, run_mkdocs: Any, tmp_path: Path, page: Page
) -> None:
    (tmp_path / "terms").mkdir()
    text = (
        "term: tide\ndefinition: Rise.\nbackground: |\n  `x`{.gs-preview} ![x](x.png){.gs-preview width=9000}\n\n"
        "  !!! gs-preview\n      x\n\n  ??? gs-preview\n      x\n"
    )
    (tmp_path / "terms/tide.yml").write_text(text, "utf-8")
    (tmp_path / "terms/x.png").write_bytes(b"")
    settings = "site_name: Sea\ndocs_dir: terms\ntheme: {name: material, font: false}\nplugins: [glossmith]\n"
    (tmp_path / "mkdocs.yml").write_text(settings, "utf-8")
    done = run_mkdocs(tmp_path, "build", "-d", str(tmp_path / "www"))
    assert done.returncode == 0, done.stdout
    page.goto(f"{serve(tmp_path / 'www')}/terms/tide/")
    for tag in ("code", "img", "div", "details"):
        element = page.locator(f".gs-prose {tag}.gs-preview")
        expect(element).to_have_css("position", "static")
        expect(element).to_have_css("transform", "none")
