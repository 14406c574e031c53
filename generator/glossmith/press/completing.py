"""What every `<head>` must say of its page is added where the theme does not say it."""

from __future__ import annotations

import re
from urllib.parse import quote

from glossmith.model.page import Page
from glossmith.model.shell import Said, Slot
from glossmith.press.escaping import write_value
from glossmith.press.regions import Markup, attributes, read_markup

__all__ = ["complete", "missing", "said"]

_DESCRIPTION = Slot("description", "attribute")
_CANONICAL = Slot("canonical", "attribute")
_URL = ":/?#[]@!$&()*+,;=%~"
_NO_DESCRIPTION = re.compile(r'<meta name="description" content="None"\s*/?>')
"""What MkDocs' own themes print on the first page of a site without `site_description`."""


def said(markup: Markup) -> Said:
    """What a page says already."""
    metas = [{each.name: each.value.lower() for each in attributes(markup.html, tag)} for tag in markup.tags("meta")]
    links = [{each.name: each.value.lower() for each in attributes(markup.html, tag)} for tag in markup.tags("link")]
    return Said(
        description=any(meta.get("name") == "description" for meta in metas),
        canonical=any(link.get("rel") == "canonical" for link in links),
        opengraph=any(meta.get("property") == "og:title" for meta in metas),
    )


def missing(page: Page, site_url: str, there: Said) -> str:
    """The elements to add; without `site_url` there is no canonical address."""
    head = "" if there.opengraph else page.opengraph
    if not there.description and page.description:
        head += f'<meta name="description" content="{write_value(page.description, _DESCRIPTION)}">\n'
    if not there.canonical and site_url:
        canonical = quote(site_url, safe=_URL) + quote(page.address)
        head += f'<link rel="canonical" href="{write_value(canonical, _CANONICAL)}">\n'
    return head


def complete(html: str, page: Page, site_url: str) -> str:
    """A whole page that the host rendered, with the rest of what search engines are told of it."""
    head, end, body = html.partition("</head>")
    head = _NO_DESCRIPTION.sub("", head)
    return f"{head}{page.head}{missing(page, site_url, said(read_markup(head)))}{end}{body}"
