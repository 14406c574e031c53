"""Whatever a file holds, reading it ends soon, raises nothing, and reports places that are in the file."""

from __future__ import annotations

import re
import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from effort import IN_PROPORTION, an_end_in_sight, growth
from glossmith.model.edition import Edition
from glossmith.model.finding import Severity
from glossmith.model.place import BREAK
from scratch import Scratch, all_pages

ENTRY = """\
# An entry with something of everything, so that there is much to damage.
id: learning-rate
term: learning rate
disambiguation: "machine \\u006cearning"
abbreviation: [LR, 'η']
synonyms:
  - step size
  - {term: 'gain', type: synonym, note: "in signal processing"}
deprecated_terms: [{term: learning speed, reason: it suggests time}]
pronunciation: /ˈlɜːnɪŋ reɪt/
symbol: $\\eta$
definition: >-
  Step size of [[gradient descent|descent]],
  see [there](other.yml).

  And so on: $\\alpha$, `code`.
background: |2
    An indented [[thing]]
  and *one* that is not.
notes:
- "quoted [[term]] \\
  \\"goes\\" on"
- 'single [[it''s]]

  quoted'
sections:
- title: Choosing
  body: "# A heading\\n\\n| a | b |\\n|---|---|\\n| [[c]] | d |\\n"
key_facts: {Origin: statistics, Unit: none}
faq: [{question: Why?, answer: "Because [[so]]."}]
figures:
- src: images/curves.svg
  alt: Curves
category: optimization
tags: [training, 'hyper: parameters']
broader_terms: [hyperparameter]
related_terms: &related
- batch size
contrasts_with: *related
developers: [{organization: nvidia, note: "Makes [[GPUs]]", url: https://example.org/}]
references: [https://en.wikipedia.org/wiki/Learning_rate]
status: published
redirect_from: [lr, /old/page/]
linking: {auto: true}
created: 2026-01-31
seo: {title: Rate, keywords: [a, b]}
extra: {level: 1, deep: [[1, 2], {a: b}]}
"""


def read(content: bytes) -> Edition:
    with tempfile.TemporaryDirectory() as folder, an_end_in_sight():
        edition = Scratch(Path(folder), {"terms/x.yml": content}).read()
        if not any(finding.severity is Severity.ERROR for finding in edition.findings):
            all_pages(edition)
        return edition


def check(content: bytes) -> None:
    edition = read(content)
    lines = BREAK.split(content.decode("utf-8-sig", "replace"))
    for finding in edition.findings:
        (line, column, end_line, end_column) = finding.span
        assert 1 <= line <= end_line <= len(lines), finding
        assert (line, column) <= (end_line, end_column), finding
        assert 1 <= column <= len(lines[line - 1]) + 1, finding
        assert 1 <= end_column <= len(lines[end_line - 1]) + 2, finding
        assert finding.message, finding
        assert not re.search(r"[\x00-\x1f\x7f]", finding.message + finding.help), finding
        str(finding).encode()


def test_the_whole_entry_is_sound() -> None:
    edition = read(ENTRY.encode())
    assert {finding.rule for finding in edition.findings if finding.severity is Severity.ERROR} == {"unknown-term"}


QUIET = settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck), database=None)

SIGNS = """- ~: ~? ~{~}~[~]~, ~&a ~*a~!!str ~<<~>~'~"~''~\\~\\x~#~%YAML 1.1~---~...~"""
MARKS = "é~🙂~[[~]]~[[a|b]]~|~$~$$~```~@~`~null~1.0"
FIELDS = ["term: a\n", "definition: b\n", "id: ", "synonyms", "sections:\n"]
BREAKS = ["|\n", ">\n", "\n", "\n  ", "  ", "\r\n", "\r", "\t", "\u2028", "\x85", "\ufeff", "\0"]
BITS = [*SIGNS.split("~"), *MARKS.split("~"), *FIELDS, *BREAKS]

texts = st.lists(st.sampled_from(BITS) | st.text(max_size=4), max_size=40).map("".join)


@QUIET
@given(texts)
@example("term: a\ndefinition: |\n")
@example('term: a\ndefinition: "')
@example("? ")
@example("\ufeff\ufeff")
@example("term: a\ndefinition: b\nid:\n\n\n")
def test_text_that_looks_like_yaml_ends_in_findings_or_pages(text: str) -> None:
    check(text.encode("utf-8", "replace"))


@QUIET
@given(st.binary(max_size=200))
def test_any_bytes_end_in_findings_or_pages(content: bytes) -> None:
    check(content)


@st.composite
def damaged(draw: st.DrawFn) -> bytes:
    """The entry with a few stretches replaced, taken out, doubled or moved."""
    content = ENTRY.encode()
    for _ in range(draw(st.integers(1, 4))):
        start = draw(st.integers(0, len(content)))
        end = draw(st.integers(start, min(len(content), start + 30)))
        instead = draw(st.sampled_from(BITS).map(str.encode) | st.binary(max_size=3) | st.just(content[start:end] * 2))
        content = content[:start] + instead + content[end:]
    return content.replace(b"\n", draw(st.sampled_from([b"\n", b"\n", b"\r\n", b"\r"])))


@QUIET
@given(damaged())
def test_a_damaged_entry_ends_in_findings_or_pages(content: bytes) -> None:
    check(content)


LINES = ENTRY.splitlines(keepends=True)


@QUIET
@given(st.permutations(LINES), st.integers(0, len(LINES)))
def test_an_entry_with_its_lines_shuffled_ends_in_findings_or_pages(lines: list[str], length: int) -> None:
    check("".join(lines[:length]).encode())


HEAVY: dict[str, Callable[[int], str]] = {
    "wanted terms": lambda count: 'definition: "' + "[[zz]] " * count + '"\n',
    "unknown fields": lambda count: "definition: b\n" + "".join(f"synonymx{number}: x\n" for number in range(count)),
    "relations to nowhere": lambda count: (
        "definition: b\nrelated_terms:\n" + "".join(f"- gradient decent {number}\n" for number in range(count))
    ),
    "sections of one title": lambda count: "definition: b\nsections:\n" + "- {title: x, body: y}\n" * count,
    "wrong records": lambda count: "definition: b\nsections:\n" + "- {titel: x}\n" * count,
    "wrong formulas": lambda count: 'definition: b\nbackground: "' + "$\\\\foo$ " * count + '"\n',
    "links to headings that are not there": lambda count: (
        "definition: b\nbackground: |\n" + "".join(f"  # Part {one}\n\n  [[a#none-{one}]]\n\n" for one in range(count))
    ),
    "links to nowhere": lambda count: 'definition: b\nbackground: "' + "[x](y.md) " * count + '"\n',
}


@pytest.mark.parametrize("made", HEAVY.values(), ids=HEAVY)
def test_a_file_full_of_mistakes_takes_steps_in_proportion_to_them(tmp_path: Path, made: Callable[[int], str]) -> None:
    scratch = Scratch(tmp_path)

    def judge(content: str) -> None:
        scratch.write("terms/x.yml", f"term: a\n{content}")
        scratch.read()

    assert growth(judge, made, 500) <= IN_PROPORTION
