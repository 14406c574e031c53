"""axe-core's rules for WCAG 2.1 A and AA, on a page of every kind, in this site's colours.

Nothing is excused: what Material itself does wrong in its default palette (the contrast of its tabs and of its
copyright line, on a page without any content) does not appear here.
"""

from __future__ import annotations

from itertools import pairwise
from typing import Any

import pytest
from playwright.sync_api import Page

RUN = """async () => {
  const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"];
  const found = await axe.run(document, { runOnly: { type: "tag", values: tags }, resultTypes: ["violations"] });
  return found.violations.flatMap((one) =>
    one.nodes.map((node) => [one.id, node.target.flat().join(" "), node.failureSummary]));
}"""

WINDOWS = [
    pytest.param(scheme, width, id=f"{scheme}-{width}", marks=pytest.mark.xdist_group(f"axe-{scheme}-{width}"))
    for scheme in ("light", "dark") for width in (390, 1440)
]  # fmt: skip


def _violations(page: Page, url: str, axe: str) -> list[tuple[str, str, str]]:
    page.goto(url, wait_until="networkidle")
    page.evaluate(axe)
    return [(rule, target, summary) for rule, target, summary in page.evaluate(RUN)]


def _open(open_window: Any, scheme: str, width: int) -> Page:
    page: Page = open_window(
        color_scheme=scheme, viewport={"width": width, "height": 900}, reduced_motion="reduce", bypass_csp=True
    )
    return page


@pytest.mark.parametrize(("scheme", "width"), WINDOWS)
def test_pages_of_every_kind_pass(site: Any, open_window: Any, axe: str, scheme: str, width: int) -> None:
    page = _open(open_window, scheme, width)
    found = {}
    for kind, address in site.page_kinds().items():
        if violations := _violations(page, site.url + address, axe):
            found[kind] = violations
    assert found == {}


def test_headings_do_not_skip_a_level(site: Any, page: Page) -> None:
    for kind, address in site.page_kinds().items():
        page.goto(site.url + address)
        levels = page.evaluate("[...document.querySelectorAll('main :is(h1,h2,h3,h4,h5,h6)')].map(h => +h.tagName[1])")
        assert levels[0] == 1, kind
        assert all(after - before <= 1 for before, after in pairwise(levels)), (kind, levels)
