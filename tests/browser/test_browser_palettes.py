"""The small labels of pages and cards can be read in every palette of Material."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.xdist_group("browser-palettes")

PRIMARIES = (
    "red", "pink", "purple", "deep-purple", "indigo", "blue", "light-blue", "cyan", "teal", "green", "light-green",
    "lime", "yellow", "amber", "orange", "deep-orange", "brown", "grey", "blue-grey", "black", "white",
)  # fmt: skip
LABELS = (
    ".gs-kind", ".gs-mark", ".gs-status", ".gs-status a", ".gs-abbreviation", ".gs-preview-category",
    ".gs-preview-names",
)  # fmt: skip

CHOOSE = "(palette) => Object.assign(document.body.dataset, palette)"
CONTRASTS = """(selectors) => {
  const canvas = new OffscreenCanvas(1, 1).getContext("2d", { willReadFrequently: true });
  const light = (colours) => {
    for (const colour of colours) { canvas.fillStyle = colour; canvas.fillRect(0, 0, 1, 1); }
    const [r, g, b] = [...canvas.getImageData(0, 0, 1, 1).data].map((v) => v / 255)
      .map((v) => v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4);
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const below = (one) => {
    const { backgroundColor, backgroundImage } = getComputedStyle(one);
    const tint = backgroundImage.match(/color\\([^()]*\\)|rgba?\\([^()]*\\)/)?.[0];
    return [...(one.parentElement ? below(one.parentElement) : ["white"]), backgroundColor, ...(tint ? [tint] : [])];
  };
  return Object.fromEntries(selectors.map((selector) => {
    const one = document.querySelector(selector), ground = below(one);
    const [a, b] = [light(ground), light([...ground, getComputedStyle(one).color])].sort((x, y) => y - x);
    return [selector, (a + 0.05) / (b + 0.05)];
  }));
}"""


def _build(folder: Any, run_mkdocs: Any) -> None:
    entries = {
        "_categories": "sea: Sea\n",
        "tide": "term: tide\nabbreviation: T\ncategory: sea\nstatus: superseded\nreplaced_by: sea\n"
        "definition: Rise of the [[sea]].\n"
        "synonyms: [{term: η, type: symbol}]\nrelated_terms: [ebb]\n",
        "ebb": "term: ebb\ncategory: sea\nstatus: deprecated\ndefinition: Fall of the sea.\n",
        "sea": "term: sea\ncategory: sea\nsynonyms: [ocean]\ndefinition: Salt water.\n",
    }
    (folder / "docs").mkdir()
    for id_, text in entries.items():
        (folder / f"docs/{id_}.yml").write_text(text, "utf-8")
    (folder / "mkdocs.yml").write_text(
        "site_name: Sea\ntheme: {name: material, font: false, palette: {primary: indigo}}\n"
        "plugins: [search, glossmith]\n",
        "utf-8",
    )
    done = run_mkdocs(folder, "build", "-d", str(folder / "www"))
    assert done.returncode == 0, done.stdout


def test_labels_stand_out_in_every_palette(serve: Any, run_mkdocs: Any, tmp_path: Any, page: Page) -> None:
    _build(tmp_path, run_mkdocs)
    page.emulate_media(reduced_motion="reduce")
    page.goto(f"{serve(tmp_path / 'www')}/terms/tide/", wait_until="networkidle")
    page.locator(".gs-definition a").hover()
    expect(page.get_by_role("tooltip")).to_be_visible()
    found = {}
    for scheme in ("default", "slate"):
        for primary in PRIMARIES:
            page.evaluate(CHOOSE, {"mdColorScheme": scheme, "mdColorPrimary": primary})
            for label, contrast in page.evaluate(CONTRASTS, LABELS).items():
                found[scheme, primary, label] = contrast
    assert len(found) == 2 * len(PRIMARIES) * len(LABELS)
    assert {key: round(contrast, 2) for key, contrast in found.items() if contrast < 4.5} == {}
