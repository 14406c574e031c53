"""Findings with whatever may come into their messages and paths."""

from __future__ import annotations

from hypothesis import strategies as st

from glossmith import pipeline
from glossmith.model.finding import Finding, Severity
from glossmith.model.place import Span

NAMES = [rule.name for rule in pipeline.rules()]
NUMBERS = st.integers(1, 10_000)
WORDS = st.text(st.characters(exclude_categories=["Cs"]), max_size=40) | st.text(":,%\r\n=;[]% ", max_size=12)


@st.composite
def some_findings(draw: st.DrawFn) -> list[Finding]:
    """A few findings."""
    return [draw(one_finding()) for _ in range(draw(st.integers(0, 4)))]


@st.composite
def one_finding(draw: st.DrawFn) -> Finding:
    """A finding on one line, or on a few."""
    line, column = draw(NUMBERS), draw(NUMBERS)
    end_line = line + draw(st.integers(0, 2))
    end_column = draw(NUMBERS) if end_line > line else column + draw(st.integers(0, 80))
    path = "/".join(draw(st.lists(WORDS.filter(bool), min_size=1, max_size=3)))
    span = Span(line, column, end_line, end_column)
    return Finding(draw(st.sampled_from(NAMES)), draw(WORDS), path, span, draw(WORDS), draw(st.sampled_from(Severity)))
