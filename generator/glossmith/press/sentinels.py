"""The words that stand for the parts of a page while the theme renders it, and the page made of them.

A word is lower-case letters and digits, so that no escaping and no slug changes it; no word holds another, nor
anything that a theme replaces in an address (Material turns `edit` and `blob` into `raw`).
"""

from __future__ import annotations

from glossmith.model.page import Heading, Page

__all__ = [
    "BODY",
    "DESCRIPTION",
    "EDIT_NAME",
    "EDIT_PATH",
    "HEADINGS",
    "HEADING_ID",
    "STEM",
    "TITLE",
    "sentinel_body",
    "sentinel_page",
]

TITLE = "gsx7titleq9"
DESCRIPTION = "gsx7summaryq9"
STEM = "gsx7stemq9"
HEADING_ID = "gsx7anchorq9"
BODY = "gsx7bodyq9"
EDIT_NAME = "gsx7paperq9"
EDIT_PATH = EDIT_NAME + ".yml"


def _heading(key: str, *children: Heading) -> Heading:
    level = 2 if key.endswith("0") else 3
    return Heading(f"gsx7i{key}q9", f"gsx7t{key}q9", level, children)


HEADINGS = (
    _heading("a0", _heading("a1"), _heading("a2")),
    _heading("b0"),
    _heading("c0"),
    _heading("d0", _heading("d1")),
    _heading("e0", _heading("e1")),
    _heading("f0"),
)
"""Every way in which two headings can be neighbours, but for a leaf at the start and a parent at the end."""


def sentinel_body(with_headings: bool) -> str:
    """The page's content as the host hands it to its theme; the whole of it becomes one slot."""
    lines = [f'<h1 id="{HEADING_ID}">{TITLE}</h1>']
    for heading in HEADINGS if with_headings else ():
        lines += [
            f'<h{each.level} id="{each.id}">{each.title}</h{each.level}>' for each in (heading, *heading.children)
        ]
    return "\n".join([*lines, f"<div>{BODY}</div>"])


def sentinel_page(kind: str, address: str, destination: str, *, with_headings: bool = True) -> Page:
    """The page that the theme renders; `address` and `destination` hold `STEM` where pages of this kind differ."""
    return Page(
        kind=kind,
        stem=STEM,
        address=address,
        destination=destination,
        title=TITLE,
        description=DESCRIPTION,
        body=sentinel_body(with_headings),
        heading_id=HEADING_ID,
        headings=HEADINGS if with_headings else (),
        edit_path=EDIT_PATH,
    )
