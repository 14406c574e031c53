"""The page of what is wanted, on a site that names it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from test_browser_accessibility import _open, _violations

pytestmark = pytest.mark.xdist_group("browser-wanted")

REPOSITORY = Path(__file__).parents[2]
CONFIGURATION = """\
INHERIT: {repository}/mkdocs.yml
docs_dir: {repository}/terms
nav:
  - Home: index.md
  - Wanted: wanted.md
"""


@pytest.fixture(scope="module")
def wanted_url(tmp_path_factory: pytest.TempPathFactory, run_mkdocs: Any, serve: Any) -> str:
    folder: Path = tmp_path_factory.mktemp("wanted")
    (folder / "mkdocs.yml").write_text(CONFIGURATION.format(repository=REPOSITORY), "utf-8")
    done = run_mkdocs(folder, "build", "-d", str(folder / "www"))
    assert done.returncode == 0, done.stdout
    return f"{serve(folder / 'www')}/wanted/"


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_and_every_candidate_leads_to_where_it_is_used(
    wanted_url: str, open_window: Any, axe: str, scheme: str
) -> None:
    page = _open(open_window, scheme, 390)
    assert _violations(page, wanted_url, axe) == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    entry = page.locator("section:has(> #candidates) .gs-entry").first
    name = (entry.locator("dt").text_content() or "").split()[0]
    entry.get_by_role("link").first.click()
    page.wait_for_url("**/terms/*/")
    assert name.lower() in (page.locator("main").text_content() or "").lower()
