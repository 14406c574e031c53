"""Every rule has its page in the manual, and the examples there are true.

A fence begins with the name of its file in a comment, perhaps with `, saved as ENCODING`, `, beside the page FILE` or
` -> TARGET` for a link behind it; without one it is an entry, in which what the rule does not speak of is left out. A
page begins behind its comment. What stands behind `Mended:` replaces the files of the same name behind `Failing:`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from glossmith import pipeline
from glossmith.hosts.build import Build
from glossmith.model.finding import Severity
from glossmith.model.rule import Rule
from scratch import Scratch

RULES = pipeline.rules()
FENCE = re.compile(r"^```yaml\n(.*?)^```$", re.DOTALL | re.MULTILINE)
NAME = re.compile(
    r"# (?P<file>[\w/-]+\.(?:ya?ml|md))(?:, saved as (?P<code>\S+)|, beside the page (?P<page>\S+)| -> (?P<to>\S+))?\n"
)
VALID = {"term": "term: example\n", "definition": "definition: Something that stands for others of its kind.\n"}

every_rule = pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)


def parts(rule: Rule) -> tuple[str, list[str], list[str]]:
    """The reasons, the failing examples and the mended ones."""
    _, _, rest = rule.page.partition("\n\n")
    reasons, _, examples = rest.partition("\nFailing:\n")
    failing, _, mended = examples.partition("\nMended:\n")
    return reasons.strip(), FENCE.findall(failing), FENCE.findall(mended)


def completed(text: str) -> str:
    """An example with the required fields that it does without."""
    return text + "".join(line for field, line in VALID.items() if not re.search(rf"^{field}:", text, re.MULTILINE))


def write(scratch: Scratch, fences: list[str]) -> list[str]:
    """The pages beside the entries."""
    pages = []
    for text in fences:
        named = NAME.match(text)
        file = scratch.folder / "terms" / (named["file"] if named else "entry.yml")
        file.unlink(missing_ok=True)
        if named and named["page"]:
            pages.append(named["page"])
            scratch.write(f"terms/{named['page']}", "# A page\n")
        if named and named["to"]:
            file.symlink_to(named["to"])
        else:
            content = text if named else completed(text)
            content = content.partition("\n")[2] if file.suffix == ".md" else content
            scratch.write(
                f"terms/{file.relative_to(scratch.folder / 'terms')}",
                content.encode((named and named["code"]) or "utf-8"),
            )
    return pages


def found(scratch: Scratch, rule: Rule, pages: list[str]) -> Iterator[str]:
    """The rules of the findings, but for hints of others."""
    edition = scratch.read()
    yield from (one.rule for one in edition.findings if one.severity is not Severity.HINT or one.rule == rule.name)
    if rule.name == "address-clash":
        yield from (
            one.rule for one in Build(edition).clashes({page.replace(".md", "/index.html"): page for page in pages})
        )


@every_rule
def test_a_page_says_what_must_hold_and_why_with_two_examples(rule: Rule) -> None:
    reasons, failing, mended = parts(rule)
    assert re.fullmatch(r"[A-Z].*\.", rule.doc)
    assert len(rule.doc) <= 118
    assert reasons
    assert failing
    assert mended


@every_rule
def test_the_examples_of_a_page_fail_and_are_mended(rule: Rule, tmp_path: Path) -> None:
    _, failing, mended = parts(rule)
    scratch = Scratch(tmp_path)
    pages = write(scratch, failing)
    assert set(found(scratch, rule, pages)) == {rule.name}
    pages = write(scratch, mended)
    assert list(found(scratch, rule, pages)) == []


@every_rule
def test_a_page_says_when_fix_helps(rule: Rule) -> None:
    """Whether a rule's findings can bring a fix is told by its code or by the stage that emits it."""
    fixing = {"deprecated-reference", "duplicate-tag", "missing-heading", "mixed-case-tag", "redundant-synonym",
              "unknown-term", "wanted-term", "wrong-form"}  # fmt: skip
    assert ("`--fix`" in rule.page) == (rule.name in fixing)
