"""Presses pages into a shell: joins bytes, once per page."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping

from glossmith.model.page import Heading, Page
from glossmith.model.shell import Contents, Shell, Slot
from glossmith.press.completing import missing
from glossmith.press.escaping import write_value

__all__ = ["Press", "press"]

_PARTS: Mapping[str, Callable[[Page], str]] = {
    "title": lambda page: page.title,
    "description": lambda page: page.description,
    "stem": lambda page: page.stem,
    "heading_id": lambda page: page.heading_id,
    "head": lambda page: page.head,
    "body": lambda page: page.body,
    "edit_path": lambda page: page.edit_path or "",
    "edit_name": lambda page: (page.edit_path or "").removesuffix(".yml").removesuffix(".yaml"),
}
_NO_HEADING = Heading("", "")
_TITLE = Slot("title")
_HEAD = Slot("head", "markup").name
_NAME = re.compile(r"%\(([^)]*)\)s")

_Listed = tuple[str, Heading, Heading]
"""What kind of neighbour a heading is, the heading, and the one above it."""


class Press:
    """Makes whole pages of one shell; without `site_url` a canonical link that the theme does not print is left out."""

    def __init__(self, shell: Shell, site_url: str = "") -> None:
        self._shell, self._site_url = shell, site_url
        self._slots = [(name, _PARTS[slot.part], slot) for name, slot in shell.slots.items()]
        self._layout = shell.layout.encode()
        self._contents = [_ContentsPress(each, shell.heading_slots) for each in shell.contents]
        self._bare = Press(shell.bare, site_url) if shell.bare is not None else None

    def __call__(self, page: Page) -> bytes:
        """The page's whole HTML in UTF-8."""
        if self._bare is not None and not page.headings:
            return self._bare(page)
        values = {name: write_value(part(page), slot) for name, part, slot in self._slots}
        values[_HEAD] += missing(page, self._site_url, self._shell.said)
        listed = list(_listed(page.headings))
        for each in self._contents:
            values[each.name] = each.write(listed, values)
        html = self._layout % {name.encode(): value.encode() for name, value in values.items()}
        return _with_head_title(html, page) if page.head_title else html


def press(shell: Shell, page: Page, site_url: str = "") -> str:
    """One page's whole HTML."""
    return Press(shell, site_url)(page).decode()


def _with_head_title(html: bytes, page: Page) -> bytes:
    """The page with its other title in `<title>`, beside whatever the theme puts there."""
    start = html.find(b"<title>")
    end = html.find(b"</title>", start)
    own, other = (write_value(title, _TITLE).encode() for title in (page.title, page.head_title))
    return html[:start] + html[start:end].replace(own, other, 1) + html[end:] if 0 <= start < end else html


def _listed(headings: tuple[Heading, ...]) -> Iterator[_Listed]:
    for heading in headings:
        yield "parent" if heading.children else "leaf", heading, _NO_HEADING
        for child in heading.children:
            yield "child", child, heading


class _ContentsPress:
    """Writes one table of contents for headings of two levels; deeper ones are not in it.

    Most headings are those of many pages, and what stands between two of them is the same on all of these.
    """

    def __init__(self, contents: Contents, slots: Mapping[str, Slot]) -> None:
        self.name = contents.name
        self._contents, self._slots = contents, slots
        self._settled = {pair for pair, gap in contents.gaps.items() if slots.keys() >= set(_NAME.findall(gap))}
        self._written: dict[tuple[str, str, str, str, str, str], str] = {}

    def write(self, listed: list[_Listed], values: Mapping[str, str]) -> str:
        """The table of contents; `values` are the page's."""
        if not listed:
            return ""
        gaps = []
        before: _Listed = ("start", _NO_HEADING, _NO_HEADING)
        for each in listed if self._contents.lists_children else [each for each in listed if each[0] != "child"]:
            gaps.append(self._gap(before, each[0], values))
            before = each
        gaps.append(self._gap(before, "end", values))
        return "".join(gaps)

    def _gap(self, before: _Listed, kind: str, values: Mapping[str, str]) -> str:
        """What stands between a heading and the next one, of which only the kind counts."""
        before_kind, heading, above = before
        if (before_kind, kind) not in self._settled:
            own = values if before_kind == "start" else {**values, **self._values(heading, above)}
            return self._contents.gaps[before_kind, kind] % own
        key = (before_kind, kind, heading.id, heading.title, above.id, above.title)
        if (known := self._written.get(key)) is None:
            known = self._contents.gaps[before_kind, kind] % self._values(heading, above)
            self._written[key] = known
        return known

    def _values(self, heading: Heading, parent: Heading) -> dict[str, str]:
        named = {"id": heading.id, "heading": heading.title, "parent id": parent.id, "parent heading": parent.title}
        return {name: write_value(named[slot.part], slot) for name, slot in self._slots.items()}
