"""The drawing of a term's neighbours is legible and can be walked, on a phone and on a large screen."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.xdist_group("browser-drawing")

FAULTS = """() => {
  const svg = document.querySelector(".gs-drawing");
  if (!svg) return null;
  const around = (one) => one.getBoundingClientRect(), drawn = around(svg), faults = [];
  const apart = (a, b) => a.right <= b.left || b.right <= a.left || a.bottom <= b.top || b.bottom <= a.top;
  const inside = (a, b) => a.left >= b.left && a.right <= b.right && a.top >= b.top && a.bottom <= b.bottom;
  const boxes = [...svg.querySelectorAll("rect")].map((rect) => [rect.parentNode.textContent, around(rect)]);
  const captions = [...svg.querySelectorAll(":scope > text")].map((one) => [one.textContent, around(one)]);
  for (const rect of svg.querySelectorAll("rect"))
    if (!inside(around(rect.nextElementSibling), around(rect))) faults.push("too wide: " + rect.parentNode.textContent);
  const all = [...boxes, ...captions];
  all.forEach(([name, one], i) => {
    if (!inside(one, drawn)) faults.push("leaves the drawing: " + name);
    all.slice(0, i).forEach(([other, two]) => apart(one, two) || faults.push(name + " is upon " + other));
  });
  for (const text of svg.querySelectorAll("text")) {
    const size = parseFloat(getComputedStyle(text).fontSize) * svg.getScreenCTM().a;
    if (size < 11.5) faults.push("tiny: " + text.textContent + " " + size);
  }
  for (const link of svg.querySelectorAll("a")) if (around(link).height < 24) faults.push("small: " + link.textContent);
  return faults;
}"""

WIDTH = "(rect) => parseFloat(getComputedStyle(document.querySelector(`.gs-drawing ${rect}`)).strokeWidth)"


@pytest.mark.parametrize("width", [390, 1440])
def test_on_every_page_texts_stay_in_their_boxes_and_nothing_overlaps(site: Any, open_window: Any, width: int) -> None:
    without_scripts = {"java_script_enabled": False}  # in a quarter of the time
    page: Page = open_window(viewport={"width": width, "height": 900}, **without_scripts)
    found = {}
    for term in site.terms:
        page.goto(f"{site.url}terms/{term['id']}/")
        found[term["id"]] = page.evaluate(FAULTS)
    assert {id_: faults for id_, faults in found.items() if faults} == {}
    assert sum(faults == [] for faults in found.values()) > len(site.terms) / 2


@pytest.mark.parametrize("font", ["inherit", "Liberation Sans", "DejaVu Sans", "Liberation Serif"])
def test_in_any_common_font_texts_stay_in_their_boxes(site: Any, open_window: Any, font: str) -> None:
    page: Page = open_window(viewport={"width": 390, "height": 900})
    for id_ in (
        "learning-rate",
        "classification",
        "transformer",
        "neural-network",
        "exploration-exploitation-tradeoff",
    ):
        page.goto(f"{site.url}terms/{id_}/")
        page.add_style_tag(content=f"body {{ --gs-label: {font if font == 'inherit' else repr(font)}; }}")
        assert page.locator(".gs-drawing").evaluate("svg => getComputedStyle(svg).fontSize") == "13px"
        assert page.evaluate(FAULTS) == [], id_


def test_on_a_narrow_phone_the_drawing_scrolls_instead_of_shrinking(site: Any, open_window: Any, axe: str) -> None:
    page: Page = open_window(viewport={"width": 320, "height": 700}, bypass_csp=True)
    page.goto(f"{site.url}terms/learning-rate/")
    page.locator(".gs-around").focus()
    page.keyboard.press("ArrowRight")
    page.wait_for_function("document.querySelector('.gs-around').scrollLeft > 0")
    page.evaluate(axe)
    assert page.evaluate("axe.run('.gs-around').then((found) => found.violations.map((one) => one.id))") == []
    assert page.locator(".gs-drawing").evaluate("svg => svg.getScreenCTM().a") > 0.9
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


@pytest.mark.parametrize("address", ["terms/learning-rate/", "map/"])
def test_on_a_common_phone_the_whole_drawing_is_seen(site: Any, open_window: Any, address: str) -> None:
    page: Page = open_window(viewport={"width": 360, "height": 740})
    page.goto(site.url + address)
    assert page.locator(".gs-around").evaluate("(one) => one.scrollWidth <= one.clientWidth")
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_on_a_page_from_right_to_left_the_drawing_stands_at_the_right_and_scrolls_from_its_left(
    site: Any, open_window: Any
) -> None:
    page: Page = open_window(viewport={"width": 320, "height": 700})
    page.goto(f"{site.url}terms/learning-rate/")
    page.evaluate("document.body.dir = 'rtl'")
    edges = """(side) => [".gs-around", ".gs-drawing"].map(
      (one) => document.querySelector(one).getBoundingClientRect()[side])"""
    around, drawing = page.evaluate(edges, "left")
    assert drawing == around
    page.set_viewport_size({"width": 1440, "height": 900})
    around, drawing = page.evaluate(edges, "right")
    assert drawing == around


def test_the_keyboard_walks_the_neighbours_from_the_top_down_and_sees_where_it_is(site: Any, page: Page) -> None:
    page.goto(f"{site.url}terms/gradient-descent/")
    links = page.locator(".gs-drawing a")
    links.first.focus()
    page.keyboard.press("Tab")
    page.keyboard.press("Shift+Tab")
    walked = []
    for _ in range(links.count()):
        walked.append(page.evaluate("document.activeElement.href.baseVal"))
        here, elsewhere = (page.evaluate(WIDTH, rect) for rect in ("a:focus rect", "a:not(:focus) rect"))
        assert here > elsewhere
        page.keyboard.press("Tab")
    assert walked == [link.get_attribute("xlink:href") for link in links.all()]
    links.first.focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/terms/optimizer/")


def test_a_screen_reader_hears_names_with_their_spaces(site: Any, page: Page) -> None:
    page.goto(f"{site.url}terms/gradient-descent/")
    nodes = page.context.new_cdp_session(page).send("Accessibility.getFullAXTree")["nodes"]
    by_id = {node["nodeId"]: node for node in nodes}

    def below(node: dict[str, Any]) -> Iterator[dict[str, Any]]:
        yield node
        for id_ in node.get("childIds", ()):
            yield from below(by_id[id_])

    drawing = next(node for node in nodes if node.get("name", {}).get("value") == "Terms around gradient descent")
    assert drawing["role"]["value"] == "group"
    heard = [" ".join(one["name"]["value"].split()) for one in below(drawing) if one["role"]["value"] == "link"]
    assert len(heard) == page.locator(".gs-drawing a").count()
    assert "stochastic gradient descent" in heard


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_names_and_captions_stand_out_from_the_page(site: Any, open_window: Any, scheme: str) -> None:
    page: Page = open_window(color_scheme=scheme)
    page.goto(f"{site.url}terms/learning-rate/")
    ratios = page.evaluate(
        """() => {
          const canvas = new OffscreenCanvas(1, 1).getContext("2d", { willReadFrequently: true });
          const light = (colour) => {
            canvas.fillStyle = colour; canvas.fillRect(0, 0, 1, 1);
            const [r, g, b] = [...canvas.getImageData(0, 0, 1, 1).data].map((v) => v / 255)
              .map((v) => v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4);
            return 0.2126 * r + 0.7152 * g + 0.0722 * b;
          };
          const ground = light(getComputedStyle(document.body).backgroundColor);
          return [...document.querySelectorAll(".gs-drawing text")].map((text) => {
            const [a, b] = [light(getComputedStyle(text).fill), ground].sort((x, y) => y - x);
            return (a + 0.05) / (b + 0.05);
          });
        }"""
    )
    assert len(ratios) > 10
    assert min(ratios) >= 4.5


def test_no_line_crosses_a_caption_where_the_reader_chooses_the_colours(site: Any, open_window: Any) -> None:
    page: Page = open_window(forced_colors="active")
    page.goto(f"{site.url}terms/learning-rate/")
    strokes = "(texts) => texts.map((text) => getComputedStyle(text).stroke)"
    canvas = page.evaluate("getComputedStyle(document.body).backgroundColor")
    assert set(page.locator(".gs-drawing > text").evaluate_all(strokes)) == {canvas}
    assert set(page.locator(".gs-drawing a text").evaluate_all(strokes)) == {"none"}


def test_instant_loading_works_on_pages_with_drawings(site: Any, page: Page) -> None:
    """Material resolves every `[href]` of a page that it loads, and stops for good at one that is not HTML's."""
    sitemap = (site.folder / "sitemap.xml").read_text("utf-8").replace("https://example.org/glossary/", site.url)
    page.route("**/sitemap.xml", lambda route: route.fulfill(body=sitemap, content_type="application/xml"))
    page.goto(f"{site.url}terms/", wait_until="networkidle")
    page.evaluate("window.kept = true")
    for name in ("gradient descent", "optimizer", "learning rate"):
        page.locator("main :is(dt, .gs-card)").get_by_role("link", name=name, exact=True).click()
        expect(page.locator("main h1")).to_have_text(name)
        assert page.evaluate("window.kept")
        page.locator(".gs-drawing a").first.hover()
    page.locator(".gs-drawing a").first.click()
    expect(page.locator("main h1")).to_have_text("hyperparameter")
