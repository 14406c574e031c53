"""Attributes in braces, `{ .class width=300 }`, after images and code: a closed list of them."""

from __future__ import annotations

import re

from markdown_it.rules_inline import StateInline

from glossmith.prose.safety import free_classes

_CODE = {"class": ".*", "title": ".*", "lang": "[a-zA-Z0-9-]+"}
_IMAGE = {**_CODE, "alt": ".*", "width": r"\d{1,5}%?", "height": r"\d{1,5}%?", "loading": "lazy|eager"}
ALLOWED = {"image": _IMAGE, "code_inline": _CODE}
"""What each kind of token may carry: no ids (the typesetter's must stay unique), addresses, events or style."""

LONGEST = 500

_BRACES = re.compile(r"\{:?([^{}\n]*)\}")
_ATTRIBUTE = re.compile(
    r"""\.(?P<class>[\w-]+) | (?P<name>[a-zA-Z_][\w-]*) = (?: "(?P<quoted>[^"]*)" | (?P<bare>[^\s"'{}=]+) )""",
    re.VERBOSE,
)


def read_attributes(text: str) -> dict[str, str]:
    """All of `.name key=value key="value"`, classes joined by spaces; whatever is neither is passed over."""
    attributes: dict[str, str] = {}
    for match in _ATTRIBUTE.finditer(text):
        name = match["name"].lower() if match["name"] else "class"
        value = match["class"] or match["quoted"] or match["bare"] or ""
        if name == "class" and "class" in attributes:
            value = f"{attributes['class']} {value}"
        attributes[name] = value
    return attributes


def attribute_block(state: StateInline, silent: bool) -> bool:
    """Give an image or a code span the attributes that follow it at once."""
    if silent or state.src[state.pos] != "{" or state.pending or not state.tokens:
        return False
    token = state.tokens[-1]
    allowed = ALLOWED.get(token.type)
    if allowed is None:
        return False
    match = _BRACES.match(state.src, state.pos, min(state.posMax, state.pos + LONGEST))
    if not match:
        return False
    for name, value in read_attributes(match[1]).items():
        kept = free_classes(value) if name == "class" else value
        if re.fullmatch(allowed.get(name, ""), kept) and kept:
            token.attrs[name] = kept
    state.pos = match.end()
    return True
