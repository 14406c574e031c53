"""Material's search, with what glossmith tells it."""

from __future__ import annotations

from collections import defaultdict
from typing import Any

import pytest
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.xdist_group("browser-search")

ASK_THE_WORKER = """async (queries) => {
  const config = JSON.parse(document.getElementById("__config").textContent);
  const base = new URL(config.base, location);
  const index = await (await fetch(new URL("search/search_index.json", `${base}/`.replace(/\\/+$/, "/")))).json();
  const worker = new Worker(new URL(config.search, location));
  const ask = (message) => new Promise((resolve) => {
    worker.onmessage = (event) => resolve(event.data);
    worker.postMessage(message);
  });
  await ask({ type: 0, data: { config: index.config, docs: index.docs, options: {} } });
  const answers = [];
  for (const query of queries) {
    const answer = await ask({ type: 2, data: query });
    answers.push(answer.data.items.slice(0, 3).map(([first]) => first.location));
  }
  worker.terminate();
  return answers;
}"""
"""Material's own search worker, started and asked as its own script does."""


def _bearers(terms: list[dict[str, Any]]) -> dict[str, set[str]]:
    """Every name of the site, with the addresses of the terms that are called so."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for term in terms:
        names = term["designations"]
        for name in (names["preferred"], *names["admitted"], *names["deprecated"], *names["hidden"]):
            found[name].add(term["address"])
    return found


def test_whoever_types_a_name_finds_its_term_first(site: Any, page: Page) -> None:
    page.goto(site.url)
    bearers = _bearers(site.terms)
    answers = page.evaluate(ASK_THE_WORKER, list(bearers))
    assert len(answers) > 100
    lost = {
        name: found
        for (name, addresses), found in zip(bearers.items(), answers, strict=True)
        if not found or found[0].partition("#")[0] not in addresses
    }
    assert lost == {}


def test_a_name_in_other_capitals_or_half_typed_finds_the_term(site: Any, page: Page) -> None:
    page.goto(site.url)
    answers = page.evaluate(ASK_THE_WORKER, ["STEP SIZE", "step siz", "  step   size "])
    assert [found[0] for found in answers] == ["terms/learning-rate/"] * 3


def test_a_reader_sees_the_term_first_and_goes_there(site: Any, page: Page) -> None:
    page.goto(site.url)
    page.keyboard.press("/")
    field = page.get_by_role("textbox", name="Search")
    expect(field).to_be_focused()
    page.keyboard.type("step size")
    first = page.locator(".md-search-result__item").first
    expect(first.locator("h1")).to_have_text("learning rate")
    page.keyboard.press("Enter")
    expect(page.locator("main h1")).to_have_text("learning rate")
    assert "/terms/learning-rate/" in page.url


def test_no_result_shows_markup_instead_of_text(site: Any, page: Page) -> None:
    page.goto(site.url)
    page.get_by_role("textbox", name="Search").click()
    page.keyboard.type("learning rate")
    results = page.locator(".md-search-result__list")
    expect(results.locator(".md-search-result__item").first).to_be_visible()
    shown = results.inner_text()
    assert "&lt;" not in shown
    assert "&amp;" not in shown
    assert "<p>" not in shown


def test_no_name_is_markup_in_the_results(serve: Any, run_mkdocs: Any, tmp_path: Any, page: Page) -> None:
    """Material writes titles, texts and tags of results as HTML."""
    evil = "<img src=data:, onerror=document.title='owned'>"
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs/one.yml").write_text(
        f'term: "zebra {evil}"\nsynonyms: ["zebu {evil}", "R&D zebra"]\ndefinition: "A zebra {evil}."\n'
    )
    (tmp_path / "mkdocs.yml").write_text(
        "site_name: Zoo\ntheme: {name: material, font: false}\nplugins: [search, glossmith]\n"
    )
    done = run_mkdocs(tmp_path, "build", "-d", str(tmp_path / "www"))
    assert done.returncode == 0, done.stdout
    page.goto(serve(tmp_path / "www"))
    page.get_by_role("textbox", name="Search").click()
    page.keyboard.type("zebra")
    results = page.locator(".md-search-result__list")
    expect(results.locator(".md-search-result__item").first).to_be_visible()
    assert results.locator("img").count() == 0
    assert page.title() != "owned"
    assert "R&D" in results.inner_text()
    page.keyboard.press("Control+a")
    page.keyboard.type("R&D")
    expect(results.locator(".md-search-result__item").first).to_be_visible()
