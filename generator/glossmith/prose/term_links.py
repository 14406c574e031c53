"""The inline rule for `[[target]]`, `[[target|text]]` and `[[target#heading|text]]`; `[[|text]]` leads nowhere."""

from __future__ import annotations

import re

from markdown_it.rules_inline import StateInline

LONGEST = 500
"""Characters of a reference; a bound keeps a field of nothing but `[[` linear."""

_REFERENCE = re.compile(r"\[\[(?![\[^])((?:[^\[\]]++|\[[^\[\]]*+\])+)\]\]")
_SPACES = re.compile(r"\s+")


def term_link(state: StateInline, silent: bool) -> bool:
    """Push `term_open`, the shown text, `term_close`; brackets inside a target must balance (`[[a[0]]]`).

    Silent mode only looks for the end of a link's label, inside which a reference is plain text. An opening
    token's `content` is the target, its `map` the offsets in the block's content.
    """
    if silent or state.linkLevel or not state.src.startswith("[[", state.pos):
        return False
    match = _REFERENCE.match(state.src, state.pos, min(state.posMax, state.pos + LONGEST))
    if not match:
        return False
    target = _SPACES.sub(" ", match[1].strip())
    if not target.strip("| "):
        return False
    if target.startswith("|"):
        return _push_unlinked(state, match)
    token = state.push("term_open", "", 1)
    token.content = target
    token.map = [match.start(), match.end()]
    _push_shown_text(state, match, target)
    state.push("term_close", "", -1)
    state.pos = match.end()
    return True


def _push_unlinked(state: StateInline, match: re.Match[str]) -> bool:
    """A name that shall be no link, though a term is called so."""
    state.push("unlinked_open", "", 1)
    _push_shown_text(state, match, match[1])
    state.push("unlinked_close", "", -1)
    state.pos = match.end()
    return True


def _push_shown_text(state: StateInline, match: re.Match[str], target: str) -> None:
    """The text after the last `|` is Markdown, but for links; a target alone is shown as it is."""
    name, pipe, text = target.rpartition("|")
    if not pipe or not text.strip():
        state.push("text", "", 0).content = (name.rstrip() if pipe else target) or target
        return
    posmax = state.posMax
    state.pos, state.posMax = match.start(1) + match[1].rindex("|") + 1, match.end(1)
    while state.src[state.pos].isspace():
        state.pos += 1
    while state.src[state.posMax - 1].isspace():
        state.posMax -= 1
    state.linkLevel += 1
    state.md.inline.tokenize(state)
    state.linkLevel -= 1
    state.posMax = posmax
