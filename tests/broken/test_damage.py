"""Random damage to our own entries and vocabularies ends in findings or in success: no exception, no hang."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from effort import an_end_in_sight
from glossmith.model.place import BREAK
from scratch import Scratch

TERMS = Path(__file__).parents[2] / "terms"
ENTRIES = [(TERMS / f"{name}.yml").read_bytes() for name in ("adam", "learning-rate", "overfitting")]
VOCABULARIES = {f"terms/{name}": (TERMS / name).read_bytes() for name in ("_categories.yml", "_organizations.yml")}

Damage = Callable[[bytes, int, int], bytes]


def deleted(content: bytes, one: int, other: int) -> bytes:
    return content[:one] + content[one + 1 + other % 8 :]


def doubled(content: bytes, one: int, other: int) -> bytes:
    return content[: one + 1 + other % 8] + content[one:]


def swapped(content: bytes, one: int, other: int) -> bytes:
    damaged = bytearray(content)
    damaged[one], damaged[other] = damaged[other], damaged[one]
    return bytes(damaged)


def line_deleted(content: bytes, one: int, _: int) -> bytes:
    lines = content.splitlines(keepends=True)
    return b"".join(line for number, line in enumerate(lines) if number != one % len(lines))


def line_doubled(content: bytes, one: int, other: int) -> bytes:
    lines = content.splitlines(keepends=True)
    lines.insert(other % len(lines), lines[one % len(lines)])
    return b"".join(lines)


def lines_swapped(content: bytes, one: int, other: int) -> bytes:
    lines = content.splitlines(keepends=True)
    first, second = one % len(lines), other % len(lines)
    lines[first], lines[second] = lines[second], lines[first]
    return b"".join(lines)


def indented(content: bytes, one: int, other: int) -> bytes:
    lines = content.splitlines(keepends=True)
    lines[one % len(lines)] = b" \t"[other % 2 : other % 2 + 1] * (1 + other % 3) + lines[one % len(lines)]
    return b"".join(lines)


KINDS: tuple[Damage, ...] = (deleted, doubled, swapped, line_deleted, line_doubled, lines_swapped, indented)


@st.composite
def damaged(draw: st.DrawFn, whole: list[bytes]) -> bytes:
    content = draw(st.sampled_from(whole)).replace(b"\n", draw(st.sampled_from([b"\n", b"\n", b"\r\n"])))
    for _ in range(draw(st.integers(1, 3))):
        place = st.integers(0, len(content) - 1)
        content = draw(st.sampled_from(KINDS))(content, draw(place), draw(place)) or b"x"
    return content


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Scratch:
    scratch = Scratch(tmp_path_factory.mktemp("damage"), VOCABULARIES)
    scratch.write("terms/entry.yml", ENTRIES[0])
    return scratch


@settings(max_examples=300, deadline=None, database=None, suppress_health_check=list(HealthCheck))
@given(content=damaged(ENTRIES))
def test_a_damaged_entry_ends_in_findings_or_success(project: Scratch, content: bytes) -> None:
    judge_damaged(project, "terms/entry.yml", content)


@pytest.mark.parametrize("path", VOCABULARIES)
def test_a_damaged_vocabulary_ends_in_findings_or_success(project: Scratch, path: str) -> None:
    @settings(max_examples=100, deadline=None, database=None)
    @given(content=damaged([VOCABULARIES[path]]))
    def judge(content: bytes) -> None:
        judge_damaged(project, path, content)

    judge()
    project.write(path, VOCABULARIES[path])


def judge_damaged(project: Scratch, path: str, content: bytes) -> None:
    project.write(path, content)
    with an_end_in_sight():
        findings = project.read().findings
    lines = BREAK.split(content.decode("utf-8-sig", "replace"))
    for finding in (one for one in findings if one.path == path):
        line, column, end_line, end_column = finding.span
        assert 1 <= line <= end_line <= len(lines), finding
        assert 1 <= column <= len(lines[line - 1]) + 1, finding
        assert (line, column) <= (end_line, end_column), finding
        assert end_column <= max(len(lines[end_line - 1]), column) + 1, finding
