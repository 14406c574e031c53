"""Previews of terms at the links to them: with a pointer, the keyboard and a finger, wherever the link stands."""

from __future__ import annotations

import re
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

from glossmith.stages.shard import shard_of

pytestmark = pytest.mark.xdist_group("browser-previews")

TERM = "terms/learning-rate/"
A_WHILE = 700
"""Milliseconds in which a card would have opened or closed, if it were to."""
AN_HOUR = 3600
"""Seconds: later than any page has been loaded."""

MOST_BYTES = 6_000
AXE = """async () => {
  const found = await axe.run(document, { resultTypes: ["violations"], rules: { region: { enabled: true } } });
  return found.violations.flatMap((one) => one.nodes.map((node) => [one.id, node.target.flat().join(" ")]));
}"""


def card(page: Page) -> Locator:
    return page.get_by_role("tooltip")


def link(page: Page, name: str) -> Locator:
    """The first link of that text in the prose of a page."""
    return page.locator(".gs-prose").get_by_role("link", name=name, exact=True).first


def opened(page: Page, target: Locator, name: str) -> Locator:
    """The card that opens where one points at a link."""
    target.hover()
    expect(card(page)).to_be_visible()
    expect(card(page).locator(".gs-preview-name")).to_contain_text(name)
    return card(page)


def point_elsewhere(page: Page) -> None:
    page.mouse.move(5, 5, steps=3)


def stays_closed(page: Page) -> None:
    page.wait_for_timeout(A_WHILE)
    expect(card(page)).to_have_count(0)


def stopped_clock(page: Page, url: str) -> Any:
    """The clock of a page that has been opened: its scripts wait until it is moved on, however slow the machine is."""
    page.clock.install(time=0)
    page.goto(url, wait_until="networkidle")
    page.clock.pause_at(AN_HOUR)
    return page.clock


def frame_drawn(page: Page) -> None:
    """Wait until the page has been drawn anew, and knows how far it is scrolled."""
    page.evaluate("new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)))")


def shard_requests(page: Page) -> list[str]:
    """The addresses of shards, as they are asked for from now on."""
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url) if "/previews/" in request.url else None)
    return asked


# -- Pointer


def test_pointing_at_a_link_shows_what_the_term_means(site: Any, page: Page) -> None:
    page.goto(site.url + TERM)
    shown = opened(page, link(page, "loss function"), "loss function")
    term = next(one for one in site.terms if one["id"] == "loss-function")
    expect(shown.locator(".gs-preview-text")).to_have_text(term["definition"])
    expect(shown.locator(".gs-preview-category")).to_have_text("Training")
    expect(shown.locator(".gs-preview-names")).to_have_text("Also known as cost function, loss, error function")
    assert shown.get_by_role("link").count() == 0


def test_a_card_warns_of_a_term_that_should_not_be_used_any_more(site: Any, page: Page) -> None:
    page.goto(site.url + "terms/batch-normalization/")
    shown = opened(page, page.locator("a[href*=internal-covariate-shift]:not(.gs-card a)").first, "internal covariate")
    expect(shown.locator(".gs-preview-status")).to_contain_text("Deprecated.")


@pytest.mark.parametrize(("rest", "cards"), [(60, 0), (A_WHILE, 1)], ids=["passes by", "rests"])
def test_a_pointer_opens_a_card_where_it_rests_and_asks_for_nothing_where_it_passes_by(
    site: Any, page: Page, rest: int, cards: int
) -> None:
    clock = stopped_clock(page, site.url + TERM)
    asked = shard_requests(page)
    link(page, "loss function").hover()
    clock.run_for(rest)
    expect(card(page)).to_have_count(cards)
    assert len(asked) == cards
    point_elsewhere(page)
    clock.run_for(A_WHILE)
    expect(card(page)).to_have_count(0)
    assert len(asked) == cards


def test_one_request_for_all_terms_of_a_shard(site: Any, page: Page) -> None:
    asked = shard_requests(page)
    page.goto(site.url + TERM)
    names = ("gradient", "loss function", "gradient")
    for name in names:
        opened(page, link(page, name), name)
        point_elsewhere(page)
        expect(card(page)).to_have_count(0)
    assert len(set(asked)) == len(asked) <= len(set(names))


def test_the_pointer_can_go_onto_the_card_which_stays_until_it_leaves(site: Any, page: Page) -> None:
    page.goto(site.url + TERM)
    shown = opened(page, link(page, "loss function"), "loss function")
    shown.locator(".gs-preview-text").hover()
    page.wait_for_timeout(A_WHILE)
    expect(shown).to_be_visible()
    page.mouse.down()  # to mark some of it
    page.mouse.move(*_centre(shown.locator(".gs-preview-names, .gs-preview-text").last), steps=3)
    page.mouse.up()
    expect(shown).to_be_visible()
    point_elsewhere(page)
    expect(shown).to_have_count(0)


def _centre(one: Locator) -> tuple[float, float]:
    """The middle of what stands on one line: that of a broken link may be another link."""
    x, y = one.evaluate("""(one) => {
      const { left, top, width, height } = one.getClientRects()[0];
      return [left + width / 2, top + height / 2];
    }""")
    return x, y


def test_a_slow_pointer_finds_no_gap_between_link_and_card(site: Any, page: Page) -> None:
    page.goto(site.url + TERM)
    target = link(page, "loss function")
    shown = opened(page, target, "loss function")
    x, y = _centre(target)
    end = _centre(shown)[1]
    while abs(y - end) > 1:
        y += 1 if end > y else -1
        page.mouse.move(x, y)
        under = page.evaluate("([x, y]) => !!document.elementFromPoint(x, y).closest('a, #gs-preview')", [x, y])
        assert under, (x, y)


def test_what_else_describes_a_link_goes_on_describing_it(site: Any, page: Page) -> None:
    page.goto(site.url + TERM)
    target = link(page, "loss function")
    target.evaluate("""(link) => {
      link.insertAdjacentHTML("afterend", "<span id=note>a note</span>");
      link.setAttribute("aria-describedby", "note");
    }""")
    opened(page, target, "loss function")
    expect(target).to_have_accessible_description(re.compile("^a note Training loss function"))
    page.keyboard.press("Escape")
    expect(card(page)).to_have_count(0)
    expect(target).to_have_attribute("aria-describedby", "note")


def test_there_is_one_card_at_most(site: Any, page: Page) -> None:
    page.goto(site.url + TERM)
    opened(page, link(page, "loss function"), "loss function")
    opened(page, link(page, "gradient descent"), "gradient descent")
    assert card(page).count() == 1
    assert page.locator("[aria-describedby=gs-preview]").count() == 1


def test_escape_closes_and_the_card_comes_back_only_after_the_pointer_does(site: Any, page: Page) -> None:
    page.goto(site.url + TERM)
    target = link(page, "loss function")
    opened(page, target, "loss function")
    x, y = _centre(target)
    page.keyboard.press("Escape")
    expect(card(page)).to_have_count(0)
    page.mouse.move(x + 2, y + 1, steps=2)
    stays_closed(page)
    point_elsewhere(page)
    opened(page, target, "loss function")


def test_escape_on_the_card_closes_it_and_the_link_opens_it_again(site: Any, page: Page) -> None:
    page.goto(site.url + TERM)
    opened(page, link(page, "loss function"), "loss function").locator(".gs-preview-text").hover()
    page.keyboard.press("Escape")
    expect(card(page)).to_have_count(0)
    opened(page, link(page, "loss function"), "loss function")


def test_a_page_that_scrolls_under_a_resting_pointer_opens_nothing(site: Any, page: Page) -> None:
    page.goto(site.url + TERM)
    target = link(page, "loss function")
    target.evaluate("(link) => link.scrollIntoView({ block: 'center', behavior: 'instant' })")
    x, y = _centre(target)
    page.mouse.move(x, y - 120)
    page.mouse.wheel(0, 120)
    page.wait_for_function("([x, y]) => document.elementFromPoint(x, y)?.closest('a')", arg=[x, y - 120])
    stays_closed(page)
    page.mouse.move(x + 3, y - 121)
    expect(card(page)).to_be_visible()


def test_a_click_follows_the_link(site: Any, page: Page) -> None:
    page.goto(site.url + TERM)
    opened(page, link(page, "loss function"), "loss function")
    link(page, "loss function").click()
    expect(page.locator("main h1")).to_have_text("loss function")
    stays_closed(page)


# -- Keyboard


def focus(page: Page, target: Locator) -> None:
    """Bring the focus to a link as the keyboard does."""
    target.focus()
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Tab")
    expect(target).to_be_focused()


def test_focus_opens_a_card_that_describes_the_link_and_leaves_the_focus_there(site: Any, page: Page) -> None:
    page.goto(site.url + TERM)
    target = link(page, "loss function")
    focus(page, target)
    expect(card(page)).to_be_visible()
    expect(target).to_be_focused()
    expect(target).to_have_accessible_description(re.compile("^Training loss function"))
    page.keyboard.press("Tab")
    expect(target).not_to_be_focused()
    expect(target).not_to_have_attribute("aria-describedby", re.compile(""))
    expect(card(page).filter(has_text=re.compile("^Training loss function"))).to_have_count(0)


def test_a_pointer_elsewhere_does_not_close_what_the_focus_opened(site: Any, page: Page) -> None:
    page.goto(site.url + TERM)
    focus(page, link(page, "loss function"))
    expect(card(page)).to_be_visible()
    page.mouse.move(300, 300, steps=4)
    point_elsewhere(page)
    page.wait_for_timeout(A_WHILE)
    expect(card(page)).to_be_visible()


def test_escape_closes_and_leaves_the_focus_where_it_is(site: Any, page: Page) -> None:
    page.goto(site.url + TERM)
    target = link(page, "loss function")
    focus(page, target)
    expect(card(page)).to_be_visible()
    page.keyboard.press("Escape")
    expect(card(page)).to_have_count(0)
    expect(target).to_be_focused()
    stays_closed(page)
    focus(page, target)
    expect(card(page)).to_be_visible()


def test_a_card_moves_with_its_link_and_goes_with_it(site: Any, page: Page) -> None:
    page.goto(site.url + TERM)
    target = link(page, "loss function")
    focus(page, target)
    expect(card(page)).to_be_visible()
    page.evaluate("scrollBy({ top: 60, behavior: 'instant' })")
    frame_drawn(page)
    assert_beside(page, target)
    page.evaluate("scrollBy({ top: 2000, behavior: 'instant' })")
    expect(card(page)).to_have_count(0)


def test_a_card_goes_when_its_link_is_scrolled_out_of_a_table(site: Any, page: Page) -> None:
    page.goto(site.url + TERM)
    target = link(page, "loss function")
    target.evaluate("""(link) => {
      link.id = "cell";
      const wide = Object.assign(document.createElement("div"), { style: "width: 20em; overflow: auto" });
      const row = Object.assign(document.createElement("div"), { style: "width: 80em; padding-left: 8em" });
      link.closest("p").before(wide);
      wide.append(row);
      row.append(link);
    }""")
    target = page.locator("#cell")
    focus(page, target)
    expect(card(page)).to_be_visible()
    scroll = "(link, left) => { link.parentNode.parentNode.scrollLeft = left }"
    before = boxes(page, target)["card"][0]
    target.evaluate(scroll, 50)
    frame_drawn(page)
    assert_beside(page, target)
    assert boxes(page, target)["card"][0] == before - 50
    target.evaluate(scroll, 400)
    expect(card(page)).to_have_count(0)
    expect(target).to_be_focused()


# -- Touch


@pytest.fixture
def phone(open_window: Any) -> Page:
    """A window on a phone."""
    window: Page = open_window(viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True)
    return window


class Finger:
    """Touches a page as the system reports it."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self._session = page.context.new_cdp_session(page)

    def down(self, target: Locator) -> None:
        target.scroll_into_view_if_needed()
        x, y = _centre(target)
        self._session.send("Input.dispatchTouchEvent", {"type": "touchStart", "touchPoints": [{"x": x, "y": y}]})

    def up(self) -> None:
        self._session.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})

    def press(self, target: Locator) -> None:
        """Rest on a link until its card opens."""
        self.down(target)
        expect(card(self.page)).to_be_visible()
        self.up()


MENU = "(link) => link.dispatchEvent(new MouseEvent('contextmenu', { bubbles: true, cancelable: true }))"
"""Whether the system's menu would open: a browser without a screen to touch does not ask for it."""


def test_a_long_press_opens_a_card_and_neither_follows_the_link_nor_opens_a_menu(site: Any, phone: Page) -> None:
    phone.goto(site.url + TERM)
    target = link(phone, "loss function")
    finger = Finger(phone)
    finger.down(target)
    expect(card(phone).locator(".gs-preview-name")).to_contain_text("loss function")
    assert target.evaluate(MENU) is False
    finger.up()
    phone.wait_for_timeout(A_WHILE)
    expect(card(phone)).to_be_visible()
    assert phone.url.endswith(TERM)
    assert_inside(phone)
    phone.mouse.click(200, 60)
    assert target.evaluate(MENU) is True


def test_a_tap_elsewhere_closes_a_card(site: Any, phone: Page) -> None:
    phone.goto(site.url + TERM)
    Finger(phone).press(link(phone, "loss function"))
    expect(card(phone)).to_be_visible()
    card(phone).locator(".gs-preview-text").tap()
    expect(card(phone)).to_be_visible()
    phone.touchscreen.tap(380, 60)
    expect(card(phone)).to_have_count(0)
    assert phone.url.endswith(TERM)


def test_a_tap_follows_the_link_also_after_a_long_press(site: Any, phone: Page) -> None:
    phone.goto(site.url + TERM)
    target = link(phone, "loss function")
    Finger(phone).press(target)
    expect(card(phone)).to_be_visible()
    target.tap()
    expect(phone.locator("main h1")).to_have_text("loss function")
    stays_closed(phone)


def test_a_finger_that_scrolls_opens_nothing(site: Any, phone: Page) -> None:
    clock = stopped_clock(phone, site.url + TERM)
    target = link(phone, "loss function")
    finger = Finger(phone)
    finger.down(target)
    x, y = _centre(target)
    for step in range(1, 8):
        point = {"x": x, "y": y - 20 * step}
        finger._session.send("Input.dispatchTouchEvent", {"type": "touchMove", "touchPoints": [point]})
    clock.run_for(A_WHILE)
    finger.up()
    clock.run_for(A_WHILE)
    stays_closed(phone)


def test_without_a_connection_a_long_press_is_left_to_the_system(site: Any, phone: Page) -> None:
    phone.goto(site.url + TERM)
    phone.route("**/previews/*", lambda route: route.abort("aborted"))
    target = link(phone, "loss function")
    finger = Finger(phone)
    with phone.expect_event("requestfailed"):
        finger.down(target)
    phone.wait_for_timeout(A_WHILE)
    assert target.evaluate(MENU) is True
    finger.up()
    expect(phone.locator("main h1")).to_have_text("loss function")


# -- Place


def boxes(page: Page, target: Locator) -> dict[str, Any]:
    found: dict[str, Any] = target.evaluate(
        """(link) => {
          const { left, top, right, bottom } = document.querySelector("#gs-preview > div").getBoundingClientRect();
          const { offsetLeft, offsetTop, width, height } = visualViewport;
          const seen = [offsetLeft, offsetTop, offsetLeft + width, offsetTop + height];
          const box = link.getBoundingClientRect();
          return { card: [left, top, right, bottom], seen, link: [box.left, box.top, box.right, box.bottom] };
        }"""
    )
    return found


def assert_inside(page: Page) -> None:
    """The card is in what is seen of the page."""
    found = boxes(page, page.locator("body"))
    (left, top, right, bottom), (low, high, wide, deep) = found["card"], found["seen"]
    assert low <= left < right <= wide, found
    assert high <= top < bottom <= deep, found


def assert_beside(page: Page, target: Locator) -> None:
    """The card is in sight and does not hide its link."""
    assert_inside(page)
    found = boxes(page, target)
    _, top, _, bottom = found["card"]
    _, above, _, below = found["link"]
    assert top >= below or bottom <= above, found
    assert min(abs(top - below), abs(above - bottom)) < 30, found


CORNERS = {
    "top left": "inset: 60px auto auto 0",
    "top right": "inset: 60px 0 auto auto",
    "bottom left": "inset: auto auto 0 0",
    "bottom right": "inset: auto 0 0 auto",
    "middle": "inset: 45% auto auto 40%",
}


@pytest.mark.parametrize("size", [(320, 480), (320, 256), (390, 844), (1440, 900)], ids=str)
@pytest.mark.parametrize("direction", ["ltr", "rtl"])
def test_a_card_never_leaves_the_window(site: Any, open_window: Any, size: tuple[int, int], direction: str) -> None:
    page = open_window(viewport={"width": size[0], "height": size[1]})
    page.goto(site.url + TERM)
    page.evaluate("direction => document.body.dir = direction", direction)
    page.evaluate("document.querySelector('.md-header').remove()")
    target = link(page, "loss function")
    for corner, inset in CORNERS.items():
        style = f"position: fixed; z-index: 9; white-space: nowrap; {inset}"
        target.evaluate("(link, style) => link.setAttribute('style', style)", style)
        opened(page, target, "loss function")
        assert_beside(page, target)
        assert page.evaluate("document.scrollingElement.scrollWidth <= innerWidth"), corner
        point_elsewhere(page)
        expect(card(page)).to_have_count(0)


def test_a_card_stands_at_the_line_of_a_broken_link_that_is_pointed_at(site: Any, page: Page) -> None:
    page.goto(site.url + TERM)
    target = link(page, "loss function")
    target.evaluate("""(link) => {
      link.id = "broken";
      link.before(Object.assign(document.createElement("span"), { style: "display: inline-block; width: 80%" }));
      link.textContent = "a link that is so long that it is broken at the end of the first line";
    }""")
    target = page.locator("#broken")
    target.scroll_into_view_if_needed()
    first, second = target.evaluate("(link) => [...link.getClientRects()].slice(0, 2).map(({ x, y }) => [x, y])")
    page.mouse.move(first[0] + 20, first[1] + 8)
    expect(card(page)).to_be_visible()
    assert_beside(page, target)
    assert boxes(page, target)["card"][0] > second[0] + 100


MIDDLE_LINE = """(link) => {
  const lines = [...link.getClientRects()];
  const { left, top } = lines[lines.length >> 1];
  return [left, top];
}"""


@pytest.mark.parametrize(("words", "cards"), [(9, 1), (99, 0)], ids=["with room", "taller than the window"])
def test_a_card_does_not_hide_a_link_however_long(site: Any, open_window: Any, words: int, cards: int) -> None:
    page = open_window(viewport={"width": 320, "height": 480})
    page.goto(site.url + TERM)
    target = link(page, "loss function")
    target.evaluate("(link, words) => { link.id = 'long'; link.textContent = 'and so forth '.repeat(words); }", words)
    target = page.locator("#long")
    target.evaluate("(link) => link.scrollIntoView({ block: 'center', behavior: 'instant' })")
    page.mouse.move(*(number + 5 for number in target.evaluate(MIDDLE_LINE)))
    page.wait_for_timeout(A_WHILE)
    expect(card(page)).to_have_count(cards)
    if cards:
        assert_beside(page, target)


def test_a_card_stays_in_sight_when_the_page_is_pinched(site: Any, phone: Page) -> None:
    phone.goto(site.url + TERM)
    target = link(phone, "loss function")
    target.scroll_into_view_if_needed()
    session = phone.context.new_cdp_session(phone)
    x, y = _centre(target)
    session.send("Input.synthesizePinchGesture", {"x": x, "y": y, "scaleFactor": 2})
    assert phone.evaluate("visualViewport.scale") > 1.5
    focus(phone, target)
    expect(card(phone)).to_be_visible()
    assert_inside(phone)


def test_a_text_that_is_too_long_scrolls_and_is_reached_by_keyboard(site: Any, open_window: Any, axe: str) -> None:
    page = open_window(viewport={"width": 320, "height": 256}, bypass_csp=True)
    page.route(
        "**/previews/*",
        lambda route: route.fulfill(
            json={"terms/loss-function": "<p class=gs-preview-name>loss function" + " word" * 300}
        ),
    )
    page.goto(site.url + TERM)
    target = link(page, "loss function")
    focus(page, target)
    expect(card(page)).to_be_visible()
    assert_inside(page)
    page.keyboard.press("Tab")
    text = card(page).locator("> div")
    expect(text).to_be_focused()
    page.keyboard.press("PageDown")
    page.wait_for_function("document.querySelector('#gs-preview > div').scrollTop > 0")
    page.evaluate(axe)
    assert [found for found in page.evaluate(AXE) if "gs-preview" in found[1]] == []
    page.keyboard.press("Escape")
    expect(card(page)).to_have_count(0)
    expect(target).to_be_focused()


def test_a_formula_that_is_too_wide_scrolls_and_is_reached_by_keyboard(site: Any, open_window: Any, axe: str) -> None:
    page = open_window(bypass_csp=True)
    wide = f"<math><mrow>{'<mi>x</mi><mo>+</mo>' * 60}<mi>x</mi></mrow></math>"
    page.route("**/previews/*", lambda route: route.fulfill(json={"terms/loss-function": f"<p>Sum {wide}</p>"}))
    page.goto(site.url + TERM)
    focus(page, link(page, "loss function"))
    expect(card(page)).to_be_visible()
    page.evaluate(axe)
    assert [found for found in page.evaluate(AXE) if "gs-preview" in found[1]] == []
    page.keyboard.press("Tab")
    expect(card(page).locator("> div")).to_be_focused()
    page.keyboard.press("ArrowRight")
    page.wait_for_function("document.querySelector('#gs-preview > div').scrollLeft > 0")


# -- Which links


def test_links_have_previews_where_the_definition_is_not_there_anyway(site: Any, page: Page) -> None:
    def previews(selector: str) -> set[str]:
        read = "(links) => links.map((link) => getComputedStyle(link).getPropertyValue('--gs-preview'))"
        return set(page.locator(selector).evaluate_all(read))

    page.goto(site.url + TERM)
    for shown in (".gs-prose a.gs-term", ".gs-used-in a", ".gs-siblings .gs-columns a"):
        assert previews(shown) == {"on"}, shown
    for none in (".gs-card a", ".md-nav a", ".md-header a", ".md-footer a", ".md-tabs a"):
        assert previews(none) == {"off"}, none
    page.goto(site.url + "terms/")
    assert previews(".gs-entry dt a") == {"off"}
    page.goto(site.url + "about/")
    assert previews("article p a") == {"on"}


def test_a_link_to_a_part_of_another_term_has_a_preview_and_one_to_the_page_itself_none(site: Any, page: Page) -> None:
    page.goto(site.url + TERM)
    target = link(page, "loss function")
    address = target.get_attribute("href")
    for same in (f"{address}#usage-note", f"{address}?x=1", f"{address}index.html"):
        target.evaluate("(link, address) => link.setAttribute('href', address)", same)
        opened(page, target, "loss function")
        point_elsewhere(page)
        expect(card(page)).to_have_count(0)
    for other in (
        "#notes",
        "./",
        "../learning-rate/#notes",
        "../",
        "../../",
        "http://[",
        "../constructor/",
        "mailto:a@b",
    ):
        target.evaluate("(link, address) => link.setAttribute('href', address)", other)
        point_elsewhere(page)
        target.hover()
        stays_closed(page)


def test_a_link_to_a_name_that_several_terms_share_shows_them(site: Any, page: Page) -> None:
    page.goto(site.url + "terms/transformer/")
    shown = opened(page, page.get_by_role("link", name="all meanings"), "“transformer” means more than one thing")
    expect(shown.locator("b")).to_have_text(["transformer (neural network)", "transformer (data pipeline)"])
    page.goto(site.url + "names/transformer/")
    page.locator("main h1").evaluate("(one) => { one.innerHTML += ' <a href=./>here</a>' }")
    page.get_by_role("link", name="here").hover()
    stays_closed(page)


def test_a_link_in_a_drawing_has_a_preview(site: Any, page: Page) -> None:
    page.goto(site.url + TERM)
    drawn = page.locator(".gs-drawing a").filter(has_text="hyperparameter").first
    opened(page, drawn, "hyperparameter")
    assert_beside(page, drawn)
    point_elsewhere(page)
    expect(card(page)).to_have_count(0)
    focus(page, drawn)
    expect(drawn).to_have_accessible_description(re.compile("hyperparameter"))
    page.keyboard.press("Escape")
    expect(card(page)).to_have_count(0)
    expect(drawn).to_be_focused()
    page.goto(site.url + "map/")
    page.locator(".gs-drawing a").first.hover()
    stays_closed(page)


def test_a_site_can_switch_previews_off_in_a_part_of_a_page(site: Any, page: Page) -> None:
    page.goto(site.url + TERM)
    page.evaluate("document.querySelector('.gs-technical').style.setProperty('--gs-preview', 'off')")
    link(page, "loss function").hover()
    stays_closed(page)


# -- Surroundings


def test_cards_open_after_instant_loading_and_none_outlives_its_page(
    serve: Any, run_mkdocs: Any, tmp_path: Any, page: Page
) -> None:
    url = serve(tmp_path / "www")
    _harbour(tmp_path, "material", True)
    config = (tmp_path / "mkdocs.yml").read_text("utf-8")
    config = config.replace("font: false", "font: false, features: [navigation.instant]") + f"site_url: {url}\n"
    (tmp_path / "mkdocs.yml").write_text(config, "utf-8")
    done = run_mkdocs(tmp_path, "build", "-d", str(tmp_path / "www"))
    assert done.returncode == 0, done.stdout
    page.goto(f"{url}/deep/down/page/", wait_until="networkidle")
    page.evaluate("window.same = true")
    target = page.get_by_role("link", name="by hand")
    opened(page, target, "tide")
    point_elsewhere(page)
    focus(page, target)
    expect(card(page)).to_be_visible()
    page.keyboard.press("Enter")
    expect(page.locator(".gs-definition")).to_be_visible()
    expect(card(page)).to_have_count(0)
    opened(page, page.locator(".gs-definition a"), "über")
    page.locator(".gs-definition a").click()
    expect(page.locator("main h1")).to_contain_text("über")
    page.mouse.move(200, 200)
    expect(card(page)).to_have_count(0)
    page.go_back()
    opened(page, page.locator(".gs-definition a"), "über")
    assert page.evaluate("window.same") is True


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1440])
def test_axe_finds_nothing_on_an_open_card(site: Any, open_window: Any, axe: str, scheme: str, width: int) -> None:
    page = open_window(
        color_scheme=scheme, viewport={"width": width, "height": 900}, reduced_motion="reduce", bypass_csp=True
    )
    page.goto(site.url + "terms/batch-normalization/", wait_until="networkidle")
    page.evaluate(axe)
    before = page.evaluate(AXE)
    opened(page, page.locator("a[href*=internal-covariate-shift]:not(.gs-card a)").first, "internal covariate shift")
    assert [found for found in page.evaluate(AXE) if found not in before] == []


def test_a_card_has_the_colours_of_the_scheme(site: Any, open_window: Any) -> None:
    seen = []
    for scheme in ("light", "dark"):
        page = open_window(color_scheme=scheme)
        page.goto(site.url + TERM)
        opened(page, link(page, "loss function"), "loss function")
        read = "(one) => [getComputedStyle(one).backgroundColor, getComputedStyle(one).color]"
        seen.append(card(page).locator("> div").evaluate(read))
    assert seen[0][0] != seen[1][0]
    assert seen[0][1] != seen[1][1]


def test_a_card_moves_only_for_those_who_like_it_and_is_not_printed(site: Any, open_window: Any) -> None:
    names = []
    for motion in ("no-preference", "reduce"):
        page = open_window(reduced_motion=motion)
        page.goto(site.url + TERM)
        shown = opened(page, link(page, "loss function"), "loss function").locator("> div")
        names.append(shown.evaluate("(one) => getComputedStyle(one).animationName"))
    assert names == ["gs-preview", "none"]
    page.emulate_media(media="print")
    expect(card(page)).to_have_count(0)


def test_a_card_can_be_told_from_the_page_where_the_reader_chooses_the_colours(site: Any, open_window: Any) -> None:
    page = open_window(forced_colors="active")
    page.goto(site.url + TERM)
    shown = opened(page, link(page, "loss function"), "loss function").locator("> div")
    line, paper = shown.evaluate(
        "(one) => [getComputedStyle(one).borderTopColor, getComputedStyle(one).backgroundColor]"
    )
    assert line != paper


def test_a_card_in_a_dialog_can_be_pointed_at_and_escape_closes_it_first(site: Any, page: Page) -> None:
    page.goto(site.url + TERM)
    page.locator("#definition").evaluate(
        """(one) => {
          one.insertAdjacentHTML("beforeend", '<dialog><p><a href="../loss-function/">in a dialog</a></p></dialog>');
          one.querySelector("dialog").showModal();
        }"""
    )
    target = page.get_by_role("link", name="in a dialog")
    shown = opened(page, target, "loss function")
    assert_beside(page, target)
    page.mouse.move(*_centre(shown.locator(".gs-preview-text")), steps=5)
    page.wait_for_timeout(A_WHILE)
    expect(shown).to_be_visible()
    page.keyboard.press("Escape")
    expect(shown).to_have_count(0)
    expect(page.locator("dialog")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator("dialog")).to_be_hidden()


def _material(folder: Any, run_mkdocs: Any, url: str, feature: str) -> None:
    """Build a site with a feature of Material."""
    _harbour(folder, "material", True)
    config = (folder / "mkdocs.yml").read_text("utf-8")
    config = config.replace("font: false", f"font: false, features: [{feature}]")
    (folder / "mkdocs.yml").write_text(f"{config}site_url: {url}\nmarkdown_extensions: [footnotes]\n", "utf-8")
    (folder / "docs/index.md").write_text(
        '# Home\n\n[tide](words/tide.yml "A title"), [moon](#moon "Another"), a note[^1].\n\n'
        "[^1]: On the [ebb](words/tide.yml) and the flood.\n",
        "utf-8",
    )
    done = run_mkdocs(folder, "build", "-d", str(folder / "www"))
    assert done.returncode == 0, done.stdout


def test_a_card_that_material_opens_at_the_same_link_gives_way(
    serve: Any, run_mkdocs: Any, tmp_path: Any, page: Page
) -> None:
    url = serve(tmp_path / "www")
    _material(tmp_path, run_mkdocs, url, "navigation.instant.preview")
    page.goto(url, wait_until="networkidle")
    target = page.get_by_role("link", name="tide")
    opened(page, target, "tide")
    expect(target).to_have_attribute("aria-haspopup", "dialog")
    expect(page.locator(".md-tooltip2")).to_be_hidden()
    page.keyboard.press("Escape")
    expect(page.locator(".md-tooltip2")).to_be_visible()


def test_a_dialog_of_material_at_another_link_stays(site: Any, page: Page) -> None:
    page.goto(site.url + TERM)
    page.evaluate(
        """document.body.insertAdjacentHTML("beforeend",
          '<div class="md-tooltip2 md-tooltip2--active" role="dialog" id="other">A note</div>')"""
    )
    opened(page, link(page, "loss function"), "loss function")
    expect(page.locator("#other")).to_be_visible()


def test_a_tooltip_of_material_at_the_same_link_gives_way(
    serve: Any, run_mkdocs: Any, tmp_path: Any, page: Page
) -> None:
    url = serve(tmp_path / "www")
    _material(tmp_path, run_mkdocs, url, "content.tooltips")
    page.goto(url, wait_until="networkidle")
    tooltip = page.locator(".md-tooltip2")
    page.get_by_role("link", name="moon").hover()
    expect(tooltip).to_have_text("Another")
    point_elsewhere(page)
    expect(tooltip).to_have_count(0)
    target = page.get_by_role("link", name="tide")
    opened(page, target, "tide")
    expect(target).to_have_accessible_description(re.compile("^A title tide"))
    expect(tooltip).to_have_text("A title")
    expect(tooltip).to_be_hidden()
    point_elsewhere(page)
    expect(card(page)).to_have_count(0)
    expect(target).not_to_have_attribute("aria-describedby", re.compile(""))


def test_links_in_the_tooltips_of_material_s_footnotes_have_previews(
    serve: Any, run_mkdocs: Any, tmp_path: Any, page: Page
) -> None:
    url = serve(tmp_path / "www")
    _material(tmp_path, run_mkdocs, url, "content.footnote.tooltips")
    page.goto(url, wait_until="networkidle")
    page.locator(".footnote-ref").hover()
    note = page.locator(".md-tooltip2")
    expect(note).to_be_visible()
    page.mouse.move(*_centre(note.get_by_text("On the")), steps=9)
    target = note.get_by_role("link", name="ebb")
    shown = opened(page, target, "tide")
    assert_beside(page, target)
    page.mouse.move(*_centre(shown.locator(".gs-preview-text")), steps=5)
    page.wait_for_timeout(A_WHILE)
    expect(shown).to_be_visible()
    expect(note).to_be_visible()
    point_elsewhere(page)
    expect(note).to_have_count(0)
    expect(shown).to_have_count(0)


def test_links_in_the_lists_of_material_s_blog_have_previews(
    serve: Any, run_mkdocs: Any, tmp_path: Any, page: Page
) -> None:
    _harbour(tmp_path, "material", True)
    config = (tmp_path / "mkdocs.yml").read_text("utf-8")
    (tmp_path / "mkdocs.yml").write_text(config.replace("  - search\n", "  - search\n  - blog\n"), "utf-8")
    (tmp_path / "docs/blog/posts").mkdir(parents=True)
    (tmp_path / "docs/blog/index.md").write_text("# Blog\n\nOf the [[über|sea]].\n", "utf-8")
    (tmp_path / "docs/blog/posts/first.md").write_text("---\ndate: 2024-01-02\n---\n# A\n\nThe tide.\n", "utf-8")
    done = run_mkdocs(tmp_path, "build", "-d", str(tmp_path / "www"))
    assert done.returncode == 0, done.stdout
    page.goto(f"{serve(tmp_path / 'www')}/blog/")
    for link_text, name in (("sea", "über"), ("tide", "tide")):
        opened(page, page.get_by_role("link", name=link_text, exact=True), name)
        point_elsewhere(page)
        expect(card(page)).to_have_count(0)


def test_a_browser_without_popovers_shows_cards_too(site: Any, page: Page) -> None:
    page.add_init_script("delete HTMLElement.prototype.showPopover")
    page.goto(site.url + TERM)
    target = link(page, "loss function")
    opened(page, target, "loss function")
    assert_beside(page, target)


def test_without_a_connection_a_link_is_a_link_and_later_has_its_preview(site: Any, page: Page) -> None:
    page.goto(site.url + TERM)
    target = link(page, "loss function")
    page.route("**/previews/*", lambda route: route.abort("aborted"))
    target.hover()
    stays_closed(page)
    point_elsewhere(page)
    page.unroute("**/previews/*")
    opened(page, target, "loss function")


@pytest.mark.parametrize("answer", ["[]", '{"x": 1}', "null", '{"terms/loss-function": 1}', "<p>Log in</p>"])
def test_an_answer_that_is_no_shard_is_not_kept(site: Any, page: Page, answer: str) -> None:
    page.goto(site.url + TERM)
    target = link(page, "loss function")
    page.route("**/previews/*", lambda route: route.fulfill(body=answer))
    target.hover()
    stays_closed(page)
    point_elsewhere(page)
    page.unroute("**/previews/*")
    opened(page, target, "loss function")


def test_without_scripts_a_link_is_a_link(site: Any, open_window: Any) -> None:
    page = open_window(java_script_enabled=False)
    page.goto(site.url + TERM)
    link(page, "loss function").hover()
    page.wait_for_timeout(A_WHILE)
    assert page.locator("#gs-preview").count() == 0
    link(page, "loss function").click()
    expect(page.locator("main h1")).to_have_text("loss function")


def test_what_a_page_loads_for_previews_is_small(site: Any, page: Page) -> None:
    sizes: dict[str, int] = {}
    page.on("response", lambda answer: sizes.update({answer.url: len(answer.body())}) if "preview" in answer.url else 0)
    page.goto(site.url + TERM, wait_until="networkidle")
    assert len(sizes) == 1
    assert max(sizes.values()) <= MOST_BYTES
    opened(page, link(page, "loss function"), "loss function")
    assert len(sizes) == 2
    assert max(sizes.values()) < 20_000


def test_the_script_and_the_build_agree_on_the_shard_of_every_key(site: Any, page: Page) -> None:
    script = (site.folder / "assets/glossmith/glossmith-previews.js").read_text("utf-8")
    function = re.search(r"function shardOf.*?\n  }", script, re.DOTALL)
    assert function
    words = ["", "a", "learning-rate", "Spring.Tide", "%C3%BCber-boot", "%F0%A0%AE%B7", "constructor", "x.html"]
    keys = [*words, *(f"{word}-{number}" for word in words for number in range(60))]
    for shards in (1, 2, 8, 256, 4096):
        found = page.evaluate(f"(keys) => {{ {function[0]}; return keys.map((key) => shardOf(key, {shards})) }}", keys)
        assert found == [shard_of(key, shards) for key in keys]


EVIL = "</script><img src=data:, onerror=document.title='owned'>"


def _harbour(folder: Any, theme: str, folders: bool, **settings: Any) -> None:
    (folder / "docs/deep/down").mkdir(parents=True)
    (folder / "docs/words").mkdir()
    (folder / "docs/words/über.yml").write_text(f'term: "über {EVIL}"\ndefinition: "Over $x^2$ {EVIL}."\n', "utf-8")
    (folder / "docs/words/tide.yml").write_text("term: tide\ndefinition: What the [[über]] does.\n", "utf-8")
    (folder / "docs/index.md").write_text("# Welcome\n", "utf-8")
    (folder / "docs/deep/down/page.md").write_text(
        "# Page\n\nSee [[über]] and [by hand](../../words/tide.yml).\n", "utf-8"
    )
    name = f"{{name: {theme}, font: false}}" if theme == "material" else f"{{name: {theme}, highlightjs: false}}"
    linking = "".join(f"      linking: {{{key}: {value}}}\n" for key, value in settings.items())
    (folder / "mkdocs.yml").write_text(
        f"site_name: Harbour\ntheme: {name}\nuse_directory_urls: {str(folders).lower()}\n"
        f"plugins:\n  - search\n  - glossmith:\n"
        f"      entries: docs/words\n      path: some/words\n      addresses: {{terms: wörter}}\n{linking}",
        "utf-8",
    )


@pytest.mark.parametrize("folders", [True, False], ids=["folders", "files"])
@pytest.mark.parametrize("theme", ["material", "mkdocs", "readthedocs"])
def test_previews_work_in_every_theme_below_a_path_and_no_name_is_markup(
    theme: str, folders: bool, serve: Any, run_mkdocs: Any, tmp_path: Any, page: Page
) -> None:
    _harbour(tmp_path, theme, folders)
    done = run_mkdocs(tmp_path, "build", "-d", str(tmp_path / "www/below"))
    assert done.returncode == 0, done.stdout
    page.goto(f"{serve(tmp_path / 'www')}/below/deep/down/page{'/' if folders else '.html'}")
    shown = opened(page, page.get_by_role("link", name="über"), "über </script>")
    assert shown.locator("msup").count() == 1
    assert shown.locator("img, script").count() == 0
    size = shown.locator(".gs-preview-text").evaluate("(one) => parseFloat(getComputedStyle(one).fontSize)")
    assert 13 <= size <= 18
    point_elsewhere(page)
    expect(card(page)).to_have_count(0)
    opened(page, page.get_by_role("link", name="by hand"), "tide")
    assert_beside(page, page.get_by_role("link", name="by hand"))
    page.get_by_role("link", name="by hand").click()
    expect(page.locator(".gs-definition")).to_be_visible()
    opened(page, page.locator(".gs-definition a"), "über")
    assert page.title() != "owned"


def test_a_site_without_previews_loads_nothing_for_them(serve: Any, run_mkdocs: Any, tmp_path: Any, page: Page) -> None:
    _harbour(tmp_path, "material", True, previews="false")
    done = run_mkdocs(tmp_path, "build", "-d", str(tmp_path / "www"))
    assert done.returncode == 0, done.stdout
    assert [path for path in (tmp_path / "www").rglob("*") if "previews" in path.name] == []
    page.goto(f"{serve(tmp_path / 'www')}/deep/down/page/")
    page.get_by_role("link", name="über").hover()
    stays_closed(page)
