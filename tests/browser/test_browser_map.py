"""The map is legible on a phone and on a large screen, and leads where it says."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.xdist_group("browser-map")

FAULTS = """() => {
  const svg = document.querySelector(".gs-arcs"), faults = [], around = (one) => one.getBoundingClientRect();
  const apart = (a, b) => a.right <= b.left || b.right <= a.left || a.bottom <= b.top + 1 || b.bottom <= a.top + 1;
  const drawn = around(svg);
  const texts = [...svg.querySelectorAll("text")];
  texts.forEach((one, i) => {
    const box = around(one);
    if (box.left < drawn.left - 1 || box.right > drawn.right + 1) faults.push("leaves the drawing: " + one.textContent);
    const size = parseFloat(getComputedStyle(one).fontSize) * svg.getScreenCTM().a;
    if (size < 11.5) faults.push("tiny: " + one.textContent);
    for (const two of texts.slice(0, i))
      if (!apart(box, around(two))) faults.push(one.textContent + " is upon " + two.textContent);
  });
  const left = Math.max(...texts.map((one) => around(one).right));
  for (const path of svg.querySelectorAll("path")) {
    if (around(path).left < left) faults.push("an arc is upon a text");
    if (around(path).right > drawn.right) faults.push("an arc leaves the drawing");
  }
  for (const link of svg.querySelectorAll("a")) if (around(link).height < 24) faults.push("small: " + link.textContent);
  return faults;
}"""


@pytest.mark.parametrize("width", [390, 1440])
def test_names_and_arcs_keep_out_of_each_other_s_way(site: Any, open_window: Any, width: int) -> None:
    page: Page = open_window(viewport={"width": width, "height": 900})
    page.goto(f"{site.url}map/")
    assert page.evaluate(FAULTS) == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_every_category_of_the_drawing_leads_to_its_panel(site: Any, page: Page) -> None:
    page.goto(f"{site.url}map/")
    links = page.locator(".gs-arcs a")
    assert links.count() > 10
    for link in links.all():
        panel = page.locator(f"[id='{(link.get_attribute('xlink:href') or '')[1:]}']")
        assert "".join((panel.text_content() or "").split()) == "".join((link.text_content() or "").split())
    links.nth(3).click()
    expect(page).to_have_url(f"{site.url}map/#map-optimization")
    expect(page.locator("#map-optimization")).to_be_in_viewport()


def test_every_term_of_the_site_stands_on_the_map_once(site: Any, page: Page) -> None:
    page.goto(f"{site.url}map/")
    hrefs = page.locator(".gs-web a").evaluate_all("links => links.map(link => link.href)")
    assert sorted(hrefs) == sorted(f"{site.url}terms/{term['id']}/" for term in site.terms)


def test_a_category_and_its_best_connected_terms_are_reached_from_the_home_page(site: Any, page: Page) -> None:
    page.goto(site.url)
    page.locator("main").get_by_role("link", name="Map of all categories and terms").click()
    expect(page.locator("main h1")).to_have_text("Map")
    first = page.locator(".gs-panel", has=page.locator("#map-optimization")).locator(".gs-web a").first
    first.click()
    expect(page.locator("main h1")).to_have_text("learning rate")
