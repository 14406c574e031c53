"""Block rules for `!!! note "Title"` and its folded forms `???` and `???+`, as Material writes them, and for tabs."""

from __future__ import annotations

import re

from markdown_it.rules_block import StateBlock

INDENT = 4

_HEAD = re.compile(r'(!!!|\?\?\?\+?) ?([\w-]+(?: +[\w-]+)*)(?: +"(.*?)")? *\Z')
_TAB = re.compile(r'===(?:\+!?|!\+?)? +"(.*?)" *\Z')


def admonition(state: StateBlock, start_line: int, end_line: int, silent: bool) -> bool:
    """Push `admonition_open`, perhaps a title, the blocks of the indented body, `admonition_close`."""
    start = state.bMarks[start_line] + state.tShift[start_line]
    if not state.src.startswith(("!!!", "???"), start) or state.is_code_block(start_line):
        return False
    head = _HEAD.match(state.src, start, state.eMarks[start_line])
    if not head:
        return False
    if not silent:
        marker, kinds, title = head.groups()
        title = kinds.split(" ")[0].capitalize() if title is None else title
        _push(state, marker, kinds, title, start_line, _body_end(state, start_line, end_line))
    return True


def tab(state: StateBlock, start_line: int, end_line: int, silent: bool) -> bool:
    """The same for `=== "Title"`, of which only what stands in it counts."""
    start = state.bMarks[start_line] + state.tShift[start_line]
    if not state.src.startswith("===", start) or state.is_code_block(start_line):
        return False
    head = _TAB.match(state.src, start, state.eMarks[start_line])
    if head and not silent:
        _push(state, "!!!", "tab", head[1], start_line, _body_end(state, start_line, end_line))
    return head is not None


def _body_end(state: StateBlock, start_line: int, end_line: int) -> int:
    """The first line below that is neither blank nor indented by four columns."""
    line = start_line + 1
    while line < end_line and (state.isEmpty(line) or state.sCount[line] >= state.blkIndent + INDENT):
        line += 1
    return line


def _push(state: StateBlock, marker: str, kinds: str, title: str, start_line: int, end_line: int) -> None:
    token = state.push("admonition_open", "", 1)
    token.markup, token.info, token.map = marker, kinds.lower(), [start_line, end_line]
    if title or marker != "!!!":
        _push_title(state, marker, title, start_line)
    _push_body(state, start_line + 1, end_line)
    state.push("admonition_close", "", -1).markup = marker


def _push_title(state: StateBlock, marker: str, title: str, line: int) -> None:
    state.push("admonition_title_open", "", 1).markup = marker
    token = state.push("inline", "", 0)
    token.content, token.map, token.children = title, [line, line + 1], []
    state.push("admonition_title_close", "", -1).markup = marker


def _push_body(state: StateBlock, start_line: int, end_line: int) -> None:
    before = state.lineMax, state.blkIndent, state.parentType
    state.lineMax, state.blkIndent, state.parentType = end_line, state.blkIndent + INDENT, "admonition"
    state.md.block.tokenize(state, start_line, end_line)
    state.lineMax, state.blkIndent, state.parentType = before
    state.line = end_line
