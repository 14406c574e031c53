"""The rules for `$…$` and `$$…$$`: pandoc's (https://pandoc.org/MANUAL.html#math)."""

from __future__ import annotations

import re

from markdown_it.rules_block import StateBlock
from markdown_it.rules_inline import StateInline

MOST_LINES = 200
"""Lines of a displayed formula; a bound keeps a field of nothing but `$$` linear."""

_INLINE = re.compile(r"\$(?![\s$])((?:[^\\$]++|\\.)+)(?<!\s)\$(?!\d)", re.DOTALL)
_DISPLAY = re.compile(r"\$\$((?:[^\\$]++|\\.|\$(?!\$))+)\$\$", re.DOTALL)


def formula(state: StateInline, silent: bool) -> bool:
    """Push `formula`, or `display_formula`, with the TeX as content and its offsets as `map`."""
    if state.src[state.pos] != "$":
        return False
    is_display = state.src.startswith("$$", state.pos)
    match = (_DISPLAY if is_display else _INLINE).match(state.src, state.pos, state.posMax)
    if not match or not match[1].strip():
        if is_display and not silent:
            state.append_pending("$$")
        state.pos += 2 if is_display else 0
        return is_display
    if not silent:
        token = state.push("display_formula" if is_display else "formula", "", 0)
        token.content, token.map = match[1].strip(), [match.start(), match.end()]
    state.pos = match.end()
    return True


def formula_block(state: StateBlock, start_line: int, end_line: int, silent: bool) -> bool:
    """Push `formula_block` for lines that begin with `$$` and end with `$$`, whatever stands between them."""
    start = state.bMarks[start_line] + state.tShift[start_line]
    if not state.src.startswith("$$", start) or state.is_code_block(start_line):
        return False
    line = _closing_line(state, start_line, end_line, start)
    if line is None:
        return False
    if not silent:
        tex = state.getLines(start_line, line + 1, state.blkIndent, False).strip()
        state.line = line + 1
        token = state.push("formula_block", "", 0)
        token.content, token.map = tex[2:-2].strip(), [start_line, line + 1]
    return True


def _closing_line(state: StateBlock, start_line: int, end_line: int, start: int) -> int | None:
    opening = state.src[start + 2 : state.eMarks[start_line]].rstrip()
    if "$$" in opening:
        return start_line if opening.endswith("$$") and opening.index("$$") == len(opening) - 2 > 0 else None
    for line in range(start_line + 1, min(end_line, start_line + MOST_LINES)):
        if state.isEmpty(line) or state.sCount[line] < state.blkIndent:
            return None
        text = state.src[state.bMarks[line] + state.tShift[line] : state.eMarks[line]].rstrip()
        if "$$" in text:
            empty = line == start_line + 1 and not opening and text == "$$"
            return line if text.endswith("$$") and text.index("$$") == len(text) - 2 and not empty else None
    return None
