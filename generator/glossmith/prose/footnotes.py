"""Footnotes: the block rule for `[^label]: text`, the inline rule for `[^label]`."""

from __future__ import annotations

import re
from collections.abc import Sequence

from markdown_it.rules_block import StateBlock
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token
from mdit_py_plugins.footnote.index import footnote_def

_LABEL = re.compile(r"\[\^([^\s\]]{1,200})\]")


def definition(state: StateBlock, start_line: int, end_line: int, silent: bool) -> bool:
    """mdit-py-plugins' rule, but a footnote holds no other: its tokens could not be taken out in one piece."""
    start = state.bMarks[start_line] + state.tShift[start_line]
    if not state.src.startswith("[^", start):
        return False
    match = _LABEL.match(state.src, start, state.eMarks[start_line])
    if not match or not state.src.startswith(":", match.end()):
        return False
    if silent:
        return not state.is_code_block(start_line)
    if state.env.get("within footnote"):
        return False
    state.env["within footnote"] = True
    found: bool = footnote_def(state, start_line, end_line, silent)
    state.env["within footnote"] = False
    return found


def mark(state: StateInline, silent: bool) -> bool:
    """Push `footnote_ref` where a note of that label is defined; not inside a link, whose `<a>` would hold another."""
    if "footnotes" not in state.env or state.linkLevel or not state.src.startswith("[^", state.pos):
        return False
    match = _LABEL.match(state.src, state.pos, state.posMax)
    if not match or f":{match[1]}" not in state.env["footnotes"]["refs"]:
        return False
    if not silent:
        state.push("footnote_ref", "", 0).info = match[1]
    state.pos = match.end()
    return True


def take_notes(tokens: Sequence[Token]) -> tuple[list[Token], dict[str, list[Token]]]:
    """The field's tokens without its footnotes, and the tokens of each; the first note of a label counts."""
    notes: dict[str, list[Token]] = {}
    rest: list[Token] = []
    current = rest
    for token in tokens:
        if token.type == "footnote_reference_open":
            current = []
            notes.setdefault(token.meta["label"], current)
        elif token.type == "footnote_reference_close":
            current = rest
        else:
            current.append(token)
    return rest, notes
