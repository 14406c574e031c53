"""What tests of single rules have in common."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from scratch import Scratch

Places = Callable[[str, Mapping[str, str]], list[str]]


def completed(name: str, text: str) -> str:
    """An entry with the required fields that a case does without; the case's own lines come first."""
    lines = {"term": f"term: {name.replace('-', ' ')}\n", "definition": "definition: What it is.\n"}
    return text + "".join(line for field, line in lines.items() if not re.search(rf"^{field}:", text, re.MULTILINE))


@pytest.fixture
def places(tmp_path: Path) -> Places:
    """Where a rule finds fault with entries, given by the stems of their files: `stem line:column`."""

    def find(rule: str, entries: Mapping[str, str]) -> list[str]:
        scratch = Scratch(tmp_path)
        for stem, text in entries.items():
            suffix = "" if stem.endswith(".md") else ".yml"
            is_entry = suffix and not stem.startswith("_")
            scratch.write(f"terms/{stem}{suffix}", completed(stem, text) if is_entry else text)
        found = (finding for finding in scratch.read().findings if finding.rule == rule)
        return [f"{Path(one.path).stem} {one.span.line}:{one.span.column}" for one in found]

    return find
