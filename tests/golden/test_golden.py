"""Behaviours of the pipeline, one YAML file each: entries in, findings and parts of pages out.

A case has a `description`, `files` (path to content, or to a map where places do not matter; `terms/` is the docs
folder), perhaps `settings` (the plugin's block of `mkdocs.yml`) and `host` (what MkDocs knows: `use_directory_urls`,
`with_drafts`, `site_url` ...), `findings` (all of them but for hints, as `rule line:column path`, or as maps with that
as `finding` and some of `message`, `help`, `severity`, `text`: what stands at the place) and `pages`: a kind and key to
what the page must show. That is a list of strings in the HTML of its body, or a map of `has`, `lacks`, `reads` (in the
text, without tags), `head`, and attributes of the page such as `address`, `title`, `description`, `headings`; or
`absent` for a page that there must not be. `export` gives parts of terms of `terms.json` by id.
"""

from __future__ import annotations

import json
import re
from html import unescape
from pathlib import Path
from typing import Any

import pytest
import yaml

from glossmith import pipeline
from glossmith.model.edition import Edition
from glossmith.model.finding import Finding
from glossmith.model.page import Page
from glossmith.model.place import BREAK
from scratch import Scratch, brief, render

CASES = sorted((Path(__file__).parent / "cases").glob("*.yml"))
PARTS = {"description", "files", "settings", "host", "findings", "pages", "export"}


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_golden(path: Path, tmp_path: Path) -> None:
    case = yaml.safe_load(path.read_text(encoding="utf-8"))
    assert case.keys() <= PARTS, "a case has only the parts that this module describes"
    files = {
        name: content if isinstance(content, str) else yaml.safe_dump(content)
        for name, content in case["files"].items()
    }
    edition = Scratch(tmp_path, files).read(case.get("settings"), **case.get("host", {}))
    check_findings(edition, case.get("findings", []))
    for name, expected in case.get("pages", {}).items():
        check_page(edition, name, expected)
    if "export" in case:
        check_export(edition, case["export"])


def check_findings(edition: Edition, expected: list[str | dict[str, str]]) -> None:
    lines = [one if isinstance(one, str) else one["finding"] for one in expected]
    assert brief(edition.findings) == lines
    shown = [finding for finding in edition.findings if finding.severity != "hint"]
    for finding, details in zip(shown, expected, strict=True):
        if isinstance(details, dict):
            source = (edition.settings.root / finding.path).read_bytes().decode("utf-8-sig")
            facts = {"message": finding.message, "help": finding.help, "severity": str(finding.severity)}
            facts |= {"text": stretch(finding, source)}
            assert {"finding": details["finding"]} | {key: facts[key] for key in details if key in facts} == details


def stretch(finding: Finding, source: str) -> str:
    """What stands in the file at the place of a finding."""
    lines = BREAK.split(source)[finding.span.line - 1 : finding.span.end_line]
    lines[-1] = lines[-1][: finding.span.end_column - 1]
    return "\n".join([lines[0][finding.span.column - 1 :], *lines[1:]])


def check_page(edition: Edition, name: str, expected: Any) -> None:
    kind, _, key = name.partition(" ")
    if expected == "absent":
        assert (kind, key) not in pipeline.plan(edition).jobs()
        return
    page = render(edition, kind, key)
    wanted = expected if isinstance(expected, dict) else {"has": expected}
    body = " ".join(page.body.split())
    assert [part for part in wanted.pop("has", []) if part not in body] == [], body
    assert [part for part in wanted.pop("lacks", []) if part in body] == [], body
    text = " ".join(unescape(re.sub(r"<[^>]*>", " ", page.body)).split())
    assert [part for part in wanted.pop("reads", []) if part not in text] == [], text
    assert [part for part in wanted.pop("head", []) if part not in page.head + page.opengraph] == [], page.head
    assert {key: attribute(page, key) for key in wanted} == wanted


def attribute(page: Page, name: str) -> Any:
    return [heading.id for heading in page.headings] if name == "headings" else getattr(page, name)


def check_export(edition: Edition, expected: dict[str, Any]) -> None:
    listed = json.loads(pipeline.table_of_terms(edition, pipeline.plan(edition)))["terms"]
    by_id = {term["id"]: term for term in listed}
    for id_, parts in expected.items():
        assert {key: by_id[id_][key] for key in parts} == parts if parts != "absent" else id_ not in by_id


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_a_case_says_what_it_shows(path: Path) -> None:
    assert yaml.safe_load(path.read_text(encoding="utf-8"))["description"].endswith(".")
