"""Text of the other direction than the page's is read from its own side, and ends there with its full stop."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.xdist_group("browser-direction")

ARABIC, HEBREW, LATIN = "ارتفاع منسوب مياه البحر.", "עליית פני הים.", "Rise of the sea."
NAMED = "GPU هي وحدة لمعالجة الرسوميات."

ENDS = """(one) => {
  const texts = [], walker = document.createTreeWalker(one, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) if (walker.currentNode.data.trim()) texts.push(walker.currentNode);
  const middle = (node, at) => {
    const range = document.createRange();
    range.setStart(node, at);
    range.setEnd(node, at + 1);
    const { left, width } = range.getBoundingClientRect();
    return left + width / 2;
  };
  const first = texts[0], last = texts.at(-1);
  const begins = middle(first, first.data.search(/\\S/)), ends = middle(last, last.data.trimEnd().length - 1);
  return ends < begins ? "rtl" : "ltr";
}"""

STANDS = """(one) => {
  const box = one.getBoundingClientRect(), range = document.createRange();
  range.selectNodeContents(one);
  const text = range.getBoundingClientRect();
  return text.left - box.left < box.right - text.right ? "ltr" : "rtl";
}"""


def _build(folder: Any, run_mkdocs: Any, theme: str) -> None:
    entries = {
        "tide": f"term: tide\ndefinition: {ARABIC}\nnotes: ['{ARABIC}', 'See [[flood]].']\n"
        "related_terms: [ebb, flood, gpu]\n",
        "ebb": f"term: ebb\ndefinition: {HEBREW}\nbackground: بعد [[tide]] هنا كل يوم.\n"
        f"examples: ['{ARABIC} $a < b$', \"{ARABIC}\\n\\n    f(a);\"]\n",
        "flood": f"term: C++\ndefinition: {LATIN}\nbackground: Before [[tide]] and [[slack]].\nrelated_terms: [ebb]\n",
        "gpu": f"term: GPU\ndefinition: {NAMED}\nrelated_terms: [flood]\n",
    }
    (folder / "docs").mkdir()
    for id_, text in entries.items():
        (folder / f"docs/{id_}.yml").write_text(text, "utf-8")
    (folder / "mkdocs.yml").write_text(
        f"site_name: Sea\ntheme: {{name: {theme}}}\nplugins: [search, glossmith]\nnav: [terms.md, wanted.md]\n",
        "utf-8",
    )
    done = run_mkdocs(folder, "build", "-d", str(folder / "www"))
    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize(
    ("theme", "own"),
    [
        ("material, font: false", "ltr"),
        ("material, font: false, language: ar", "rtl"),
        ("mkdocs, highlightjs: false", "ltr"),
        ("readthedocs, highlightjs: false", "ltr"),
    ],
)
def test_every_text_ends_on_its_own_side(
    theme: str, own: str, serve: Any, run_mkdocs: Any, tmp_path: Any, page: Page
) -> None:
    _build(tmp_path, run_mkdocs, theme)
    url = serve(tmp_path / "www")

    def ends(selector: str, text: str) -> str:
        found: str = page.locator(selector, has_text=text).first.evaluate(ENDS)
        return found

    def stands(selector: str) -> str:
        found: str = page.locator(selector).first.evaluate(STANDS)
        return found

    page.goto(f"{url}/terms/tide/")
    assert page.evaluate("getComputedStyle(document.body).direction") == own
    assert ends(".gs-definition", ARABIC) == "rtl"
    assert ends(".gs-notes li", ARABIC) == "rtl"
    assert ends(".gs-card-text", HEBREW) == "rtl"
    assert ends(".gs-card-text", LATIN) == "ltr"
    assert ends(".gs-card-text", NAMED) == "rtl"
    assert ends(".gs-card-name", "C++") == "ltr"
    assert ends(".gs-sentence", "هنا") == "rtl"
    assert ends(".gs-sentence", "Before") == "ltr"
    page.goto(f"{url}/terms/")
    assert ends(".gs-entry dd", ARABIC) == "rtl"
    assert ends(".gs-entry dd", LATIN) == "ltr"
    page.goto(f"{url}/terms/ebb/")
    assert ends(".gs-examples li", ARABIC) == "rtl"
    assert ends("math", "") == ends(".gs-examples pre", "") == "ltr"
    page.goto(f"{url}/terms/flood/")
    assert ends("h1", "C++") == "ltr"
    assert stands("h1") == stands(".gs-card-name") == own
    assert ends(".gs-definition", LATIN) == "ltr"
    page.get_by_role("link", name="tide").first.hover()
    expect(page.get_by_role("tooltip")).to_be_visible()
    assert ends(".gs-preview-text", ARABIC) == "rtl"
    page.goto(f"{url}/terms/tide/")
    page.locator(".gs-notes a.gs-term").hover()
    expect(page.get_by_role("tooltip")).to_be_visible()
    assert ends(".gs-preview-text", LATIN) == "ltr"
    assert ends(".gs-preview-name", "C++") == "ltr"
    page.goto(f"{url}/wanted/")
    assert stands(".gs-wanted-page dd") == own
