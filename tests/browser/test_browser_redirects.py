"""Old addresses lead on at once, with and without scripts."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Page

pytestmark = pytest.mark.xdist_group("browser-drawing")


@pytest.mark.parametrize(("scripts", "fragment"), [(False, ""), (True, "#faq")])
def test_an_old_address_leads_to_the_term(site: Any, open_window: Any, scripts: bool, fragment: str) -> None:
    page: Page = open_window(java_script_enabled=scripts)
    page.goto(f"{site.url}terms/step-size/{fragment}", wait_until="commit")
    page.wait_for_url(f"{site.url}terms/learning-rate/{fragment}")
