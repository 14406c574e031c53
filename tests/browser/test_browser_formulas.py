"""How formulas stand in running text."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Page

pytestmark = pytest.mark.xdist_group("browser-reading")

SIGNS = """[...document.querySelectorAll("main math:not([display])")].flatMap((math) => {
  const text = math.nextSibling;
  if (!text || text.nodeType !== Node.TEXT_NODE || !/^[,.;:)]/.test(text.data)) return [];
  const sign = document.createRange();
  sign.setStart(text, 0);
  sign.setEnd(text, 1);
  return [sign.getBoundingClientRect().left >= math.getBoundingClientRect().right - 2];
})"""


def test_no_line_begins_with_the_sign_that_follows_a_formula(site: Any, page: Page) -> None:
    page.goto(site.url + "terms/learning-rate/")
    for width in range(330, 700, 20):
        page.set_viewport_size({"width": width, "height": 844})
        signs = page.evaluate(SIGNS)
        assert len(signs) > 5
        assert all(signs), width
