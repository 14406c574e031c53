"""A theme's HTML around a page, cut where the parts of a page go."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

__all__ = [
    "HEADING_PARTS",
    "Contents",
    "ContentsError",
    "Encoding",
    "Form",
    "Quoting",
    "Said",
    "Shell",
    "ShellError",
    "Slot",
]

Encoding = Literal["plain", "segment", "path", "component", "fragment"]
"""How a value becomes part of a URL: not at all, a path segment, a path, a query component, a fragment."""

Quoting = Literal["text", "label", "attribute", "apostrophes", "script", "handler", "markup"]
"""What a value must not end: text, a value in `"` or in `'`, a string in a script or in an event handler.

`label` is text that Material shows as HTML in a tooltip where there is no room for it, so no `<` in it begins a tag.
`markup` is HTML of our own, which goes in as it is.
"""

Form = Literal["plain", "upper", "capitalized"]
"""How the theme changes the letters of a value."""


HEADING_PARTS = ("id", "heading", "parent id", "parent heading")
"""The parts of a slot that are a heading's, not the page's: its id and title, and those of the heading above it."""


class ShellError(Exception):
    """The theme's HTML cannot be made into a shell; the message says what is missing."""


class ContentsError(ShellError):
    """The theme's table of contents does not repeat itself, so other headings cannot be put into it."""


@dataclass(frozen=True, slots=True)
class Slot:
    """A place in a shell: the part of the page that goes there and how it is written there."""

    part: str
    quoting: Quoting = "text"
    encoding: Encoding = "plain"
    form: Form = "plain"

    @property
    def name(self) -> str:
        """The key of this slot's value in a layout."""
        return f"{self.part} {self.quoting} {self.encoding} {self.form}"


@dataclass(frozen=True, slots=True)
class Contents:
    """One table of contents of a theme.

    `gaps` maps two kinds of neighbours (`start`, `leaf`, `parent`, `child`, `end`) to the layout from the first
    slot of the one to the first slot of the other.
    """

    name: str
    gaps: Mapping[tuple[str, str], str]

    @property
    def lists_children(self) -> bool:
        """Whether the theme shows headings of the third level."""
        return ("parent", "child") in self.gaps


class Said(NamedTuple):
    """What of its page a theme says by itself, in `<head>`."""

    description: bool
    canonical: bool
    opengraph: bool


USUAL = Said(description=True, canonical=True, opengraph=False)
"""What most themes say."""


@dataclass(frozen=True, slots=True)
class Shell:
    """A theme's HTML as a layout for `%`, with the slots in it, and in its tables of contents, by name.

    `bare` is the shell for pages without headings, where the theme has another shape for them.
    """

    layout: str
    slots: Mapping[str, Slot]
    contents: tuple[Contents, ...] = ()
    heading_slots: Mapping[str, Slot] = field(default_factory=dict)
    said: Said = USUAL
    bare: Shell | None = None
