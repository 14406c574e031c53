"""Finds the sentinel words in a theme's HTML and says, for each, what it stands for and how to write it there."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from glossmith.model.shell import Encoding, Form, Quoting, Slot
from glossmith.press import sentinels
from glossmith.press.regions import Attribute, Markup, Region, attributes

__all__ = ["Dropped", "Mark", "find_marks"]


@dataclass(frozen=True, slots=True)
class Mark:
    """A sentinel word at an offset, the slot that takes its place, and the sentinel heading that it belongs to."""

    start: int
    end: int
    slot: Slot
    owner: str = ""
    bare_value: tuple[int, int] | None = None
    """The ends of the attribute value around it, where a minifier took the quotes away."""


@dataclass(frozen=True, slots=True)
class Dropped:
    """A sentinel word where nothing can be written safely; `replacement` goes there, `message` says so if need be."""

    start: int
    end: int
    replacement: str
    message: str = ""


_OWNERS = {
    word: (part, heading.id)
    for top in sentinels.HEADINGS
    for heading in (top, *top.children)
    for part, word in (("id", heading.id), ("heading", heading.title))
}
_PARTS = {
    sentinels.TITLE: ("title", ""),
    sentinels.DESCRIPTION: ("description", ""),
    sentinels.STEM: ("stem", ""),
    sentinels.HEADING_ID: ("heading_id", ""),
    sentinels.EDIT_PATH: ("edit_path", ""),
    sentinels.EDIT_NAME: ("edit_name", ""),
    sentinels.BODY: ("body", ""),
    **_OWNERS,
}
_WORD = re.compile("|".join(re.escape(word) for word in sorted(_PARTS, key=len, reverse=True)), re.IGNORECASE)

_ADDRESSES: dict[str, Encoding] = {"stem": "segment", "edit_path": "path", "edit_name": "path"}
_URL_ATTRIBUTES = frozenset({"href", "xlink:href", "src", "action", "formaction", "data", "poster", "cite", "ping"})
_CLOSED_ATTRIBUTES = frozenset({"style", "srcdoc"})
_CUT_SHORT = "md-ellipsis"
"""Material's class of what is cut short where there is no room for it; its `content.tooltips` then show it as HTML."""

_SCRIPT_TOKEN = re.compile(
    r""""(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'|`(?:\\.|[^`\\])*`|(?P<comment>//[^\n]*|/\*.*?(?:\*/|\Z))""", re.DOTALL
)


def find_marks(markup: Markup, start: int = 0, end: int | None = None) -> Iterator[Mark | Dropped]:
    """The sentinel words between two offsets, in order."""
    for found in _WORD.finditer(markup.html, start, len(markup.html) if end is None else end):
        region = markup.region_at(found.start())
        if found[0].lower() == sentinels.BODY:
            yield Dropped(*found.span(), "", "the theme prints text of the page's body in a second place")
        elif region is None:
            yield _mark(found, "label" if _is_cut_short(markup, found.start()) else "text", "plain")
        elif region.kind == "tag":
            yield _mark_in_tag(found, markup.html, region)
        elif region.kind == "script":
            yield _mark_in_script(found, markup.html, region)
        else:
            yield Dropped(*found.span(), "")


def _is_cut_short(markup: Markup, offset: int) -> bool:
    tag = markup.last_tag(offset)
    named = attributes(markup.html, tag) if tag else ()
    return any(each.name == "class" and _CUT_SHORT in each.value.split() for each in named)


def _mark(found: re.Match[str], quoting: Quoting, encoding: Encoding) -> Mark:
    word = found[0]
    part, owner = _PARTS[word.lower()]
    form: Form = "upper" if word.isupper() else "plain" if word.islower() else "capitalized"
    return Mark(*found.span(), Slot(part, quoting, _ADDRESSES.get(part, encoding), form), owner)


def _mark_in_tag(found: re.Match[str], html: str, tag: Region) -> Mark | Dropped:
    around = (each for each in attributes(html, tag) if each.start <= found.start() and found.end() <= each.end)
    attribute = next(around, None)
    if attribute is None:
        return Dropped(*found.span(), "", f"the theme prints `{found[0]}` in `<{tag.tag}>`, but not as a value")
    if attribute.name in _CLOSED_ATTRIBUTES or attribute.value.strip().lower().startswith("javascript:"):
        message = f"the theme prints `{found[0]}` in the attribute `{attribute.name}`, where it is left out"
        return Dropped(*found.span(), "", message)
    quoting: Quoting = "apostrophes" if attribute.quote == "'" else "attribute"
    if attribute.name.startswith("on"):
        quoting = "handler"
    mark = _mark(found, quoting, _encoding(found, html, attribute))
    if attribute.quote:
        return mark
    return Mark(mark.start, mark.end, mark.slot, mark.owner, (attribute.start, attribute.end))


def _encoding(found: re.Match[str], html: str, attribute: Attribute) -> Encoding:
    if attribute.name not in _URL_ATTRIBUTES:
        return "plain"
    is_id = _PARTS[found[0].lower()][0] in ("id", "heading_id")
    return "fragment" if is_id and html[found.start() - 1] == "#" else "component"


def _mark_in_script(found: re.Match[str], html: str, script: Region) -> Mark | Dropped:
    tokens = _SCRIPT_TOKEN.finditer(html, script.start, script.end)
    token = next((each for each in tokens if each.start() < found.start() < each.end()), None)
    if token is None:
        message = f"the theme prints `{found[0]}` in a script, but not in a string, so it stays there as it is"
        return Dropped(*found.span(), found[0], message)
    if token["comment"] is not None:
        return Dropped(*found.span(), "")
    return _mark(found, "script", "plain")
