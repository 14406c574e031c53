"""The rule for `&amp;`, `&#8212;` and the like."""

from __future__ import annotations

from markdown_it import rules_inline
from markdown_it.rules_inline import StateInline

from glossmith.prose.safety import without_turning


def entity(state: StateInline, silent: bool) -> bool:
    """markdown-it's, but that none stands for a character that loading refuses since it turns text round."""
    if not rules_inline.entity(state, silent):
        return False
    if not silent:
        state.tokens[-1].content = without_turning(state.tokens[-1].content)
    return True
