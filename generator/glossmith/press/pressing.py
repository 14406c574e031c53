"""Presses a page into a shell: joins strings, once per page."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from glossmith.model.page import Heading, Page
from glossmith.model.shell import Contents, Shell, Slot
from glossmith.press.completing import Said, missing
from glossmith.press.escaping import write_value

__all__ = ["press"]

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


def press(shell: Shell, page: Page, site_url: str = "") -> str:
    """The page's whole HTML; without `site_url` a canonical link that the theme does not print is left out."""
    if shell.bare is not None and not page.headings:
        shell = shell.bare
    values = {name: write_value(_PARTS[slot.part](page), slot) for name, slot in shell.slots.items()}
    values[_HEAD] += _missing(shell, page, site_url)
    html = shell.layout % _with_contents(values, shell, page.headings)
    return _with_head_title(html, page) if page.head_title else html


def _with_head_title(html: str, page: Page) -> str:
    """The page with its other title in `<title>`, beside whatever the theme puts there."""
    start = html.find("<title>")
    end = html.find("</title>", start)
    own, other = (write_value(title, _TITLE) for title in (page.title, page.head_title))
    return html[:start] + html[start:end].replace(own, other, 1) + html[end:] if 0 <= start < end else html


def _missing(shell: Shell, page: Page, site_url: str) -> str:
    there = Said(shell.prints_description, shell.prints_canonical, shell.prints_opengraph)
    return missing(page, site_url, there)


def _with_contents(values: dict[str, str], shell: Shell, headings: tuple[Heading, ...]) -> dict[str, str]:
    """The values and each table of contents for headings of two levels; deeper ones are not in it."""
    slots = shell.heading_slots
    every = [(kind, values | _values(slots, heading, above)) for kind, heading, above in _listed(headings)]
    top = [(kind, own) for kind, own in every if kind != "child"]
    for each in shell.contents:
        values[each.name] = "".join(_entries(each, every if each.lists_children else top, values))
    return values


def _listed(headings: tuple[Heading, ...]) -> Iterator[tuple[str, Heading, Heading]]:
    for heading in headings:
        yield "parent" if heading.children else "leaf", heading, _NO_HEADING
        for child in heading.children:
            yield "child", child, heading


def _values(slots: Mapping[str, Slot], heading: Heading, parent: Heading) -> dict[str, str]:
    named = {"id": heading.id, "heading": heading.title, "parent id": parent.id, "parent heading": parent.title}
    return {name: write_value(named[slot.part], slot) for name, slot in slots.items()}


def _entries(contents: Contents, headings: list[tuple[str, dict[str, str]]], values: dict[str, str]) -> Iterator[str]:
    before = "start"
    for kind, own in headings:
        yield contents.gaps[before, kind] % values
        before, values = kind, own
    if headings:
        yield contents.gaps[before, "end"] % values
