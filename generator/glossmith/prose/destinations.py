"""CommonMark's rules for links, images and autolinks, made linear and made to tell where an address stands."""

from __future__ import annotations

from functools import lru_cache

from markdown_it.helpers import parseLinkDestination, parseLinkLabel
from markdown_it.rules_inline import StateInline, autolink, image, link
from markdown_it.token import Token

from glossmith.prose.safety import is_relative

_REPEATED = 1_000_000
"""Characters that addresses and titles defined once may add by being used again; cmark has such a limit too."""


def linear_link(state: StateInline, silent: bool) -> bool:
    """`link`, but not inside a link or a reference, and only where a link can still end."""
    start = state.pos
    if state.src[start] != "[" or state.linkLevel or not _can_end(state, start):
        return False
    first = len(state.tokens)
    if not link(state, silent):
        return False
    if not silent:
        token = state.tokens[first]
        if token.type != "link_open":
            token = state.tokens[first + 1]
        _count(state, start, token, "href")
        if is_relative(str(token.attrs["href"])):
            token.map, token.content = _place(state, start, start)
    return True


def linear_image(state: StateInline, silent: bool) -> bool:
    """`image`, only where one can still end."""
    start = state.pos
    if not state.src.startswith("![", start) or not _can_end(state, start + 1):
        return False
    if not image(state, silent):
        return False
    if not silent:
        token = state.tokens[-1]
        _count(state, start, token, "src")
        if is_relative(str(token.attrs["src"])):
            token.map, token.markup = _place(state, start, start + 1)
    return True


def outer_autolink(state: StateInline, silent: bool) -> bool:
    """`autolink`, but not inside another link, where it would nest, and only where one can still end."""
    start = state.pos
    if state.src[start] != "<" or state.linkLevel or _last(state.src, ">") < start:
        return False
    return autolink(state, silent)


def _can_end(state: StateInline, bracket: int) -> bool:
    """Whether `](` comes later, or `]` in a field that defines addresses apart from their links."""
    end = "]" if "references" in state.env else "]("
    return _last(state.src, end) > bracket


def _count(state: StateInline, start: int, token: Token, attribute: str) -> None:
    """Forget what is defined apart from its links once it was repeated too much; the rest is shown as typed."""
    length = len(str(token.attrs[attribute])) + len(str(token.attrs.get("title", "")))
    repeated = state.env.get("repeated", 0) + max(0, length - (state.pos - start))
    state.env["repeated"] = repeated
    if repeated > _REPEATED:
        state.env.get("references", {}).clear()


@lru_cache(maxsize=16)
def _last(source: str, what: str) -> int:
    return source.rfind(what)


def _place(state: StateInline, start: int, bracket: int) -> tuple[list[int], str]:
    """Offsets of the address in the block's content; of the whole link, and its label, if the address is elsewhere."""
    end = state.pos
    label_end = parseLinkLabel(state, bracket)
    if end > label_end + 1 and state.src[label_end + 1] == "(":
        at = label_end + 2
        while state.src[at] in " \t\n":
            at += 1
        found = parseLinkDestination(state.src, at, end)
        angled = state.src[at] == "<"
        return [at + angled, found.pos - angled], ""
    label = state.src[label_end + 2 : end - 1] if end > label_end + 1 else ""
    return [start, end], label or state.src[bracket + 1 : label_end]
