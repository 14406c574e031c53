"""JSON is what the design promises to programs."""

from __future__ import annotations

import json as decoder

from hypothesis import given, settings
from jsonschema import Draft202012Validator
from some_findings import NAMES, some_findings

from glossmith.model.finding import Finding
from glossmith.report.json import json

COUNT = {"type": "integer", "minimum": 0}
PLACE = {"type": "integer", "minimum": 1}
FINDING = {
    "rule": {"enum": NAMES},
    "severity": {"enum": ["error", "warning", "hint"]},
    "message": {"type": "string"},
    "path": {"type": "string", "minLength": 1},
    **dict.fromkeys(("line", "column", "end_line", "end_column"), PLACE),
    "help": {"type": "string"},
}
SUMMARY = dict.fromkeys(("terms", "errors", "warnings", "hints"), COUNT)
SCHEMA = {
    "type": "object",
    "properties": {
        "findings": {
            "type": "array",
            "items": {
                "type": "object", "properties": FINDING, "required": list(FINDING), "additionalProperties": False
            },
        },
        "summary": {
            "type": "object", "properties": SUMMARY, "required": list(SUMMARY), "additionalProperties": False
        },
    },
    "required": ["findings", "summary"],
    "additionalProperties": False,
}  # fmt: skip
"""Section 5 of the design."""


@settings(max_examples=50, deadline=None, database=None)
@given(some_findings())
def test_the_output_has_the_form_that_the_design_promises(findings: list[Finding]) -> None:
    data = decoder.loads(json(findings, 7))
    assert [error.message for error in Draft202012Validator(SCHEMA).iter_errors(data)] == []
    assert [one["message"] for one in data["findings"]] == [one.message for one in findings]
    assert data["summary"]["terms"] == 7
    assert sum(data["summary"].values()) == 7 + len(findings)


def test_letters_are_written_as_they_are() -> None:
    assert "学" in json([Finding("wanted-term", "no term is called `学`", "terms/a.yml")], 1)
