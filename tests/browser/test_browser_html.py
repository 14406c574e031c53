"""What glossmith puts on a page is valid HTML."""

from __future__ import annotations

import json
import re
import subprocess
from pathlib import Path
from typing import Any

import pytest

pytestmark = pytest.mark.xdist_group("browser-html")

CONFIGURATION = Path(__file__).parent / "html-validate.json"
HEAD = '<head><meta charset="utf-8"><title>A page</title></head>'
WRAPPED = f'<!DOCTYPE html>\n<html lang="en">\n{HEAD}\n<body>{{0}}</body>\n</html>\n'
TAG = re.compile(r"<(/?)div\b")


def body(html: str) -> str:
    """The part of a page that is glossmith's own, as it was written."""
    start = html.index('<div class="gs-page')
    depth = 0
    for tag in TAG.finditer(html, start):
        depth += -1 if tag[1] else 1
        if depth == 0:
            return html[start : tag.end()] + ">"
    raise AssertionError("a <div> is not closed")


def test_bodies_of_all_pages_are_valid(site: Any, node_modules: Path, tmp_path: Path) -> None:
    for file in site.folder.rglob("*.html"):
        html = file.read_text("utf-8")
        if '<div class="gs-page' in html:
            name = file.parent.relative_to(site.folder).as_posix().replace("/", "_")
            (tmp_path / f"{name}.html").write_text(WRAPPED.format(body(html)), "utf-8")
    assert len(list(tmp_path.iterdir())) > len(site.terms)
    script = node_modules / "html-validate/bin/html-validate.mjs"
    command = ["node", str(script), "--config", str(CONFIGURATION), "--formatter", "json", str(tmp_path)]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=False, timeout=120)
    assert done.stdout, done.stderr
    found = [
        f"{Path(result['filePath']).name}:{message['line']}: {message['ruleId']}: {message['message']}"
        for result in json.loads(done.stdout)
        for message in result["messages"]
    ]
    assert found == []
