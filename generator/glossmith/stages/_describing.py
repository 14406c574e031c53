"""What a page says of itself to search engines and other sites: OpenGraph and JSON-LD (schema.org)."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from html import escape
from typing import Any
from urllib.parse import quote

from glossmith.model.edition import Edition
from glossmith.model.settings import Settings
from glossmith.model.term import Term
from glossmith.prose.composition import gap_after

LONGEST_DESCRIPTION = 300
CONTEXT = "https://schema.org"
ENCODER = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))


def description(term: Term, edition: Edition) -> str:
    """The meta description: the entry's own, or its definition as plain text."""
    if term.seo.description:
        return term.seo.description.value
    return shortened(_definition(term, edition))


def _definition(term: Term, edition: Edition) -> str:
    typeset = edition.typesets.get(term.id, {}).get("definition")
    return typeset.text if typeset else ""


def shortened(text: str) -> str:
    """`text` on one line, with signs between items, cut at a word where it is too long for a description."""
    *others, last = (" ".join(line.split()) for line in text.split("\n"))
    line = "".join((*(other + gap_after(other) for other in others), last))
    if len(line) <= LONGEST_DESCRIPTION:
        return line
    return line[:LONGEST_DESCRIPTION].rpartition(" ")[0].rstrip(",;:.") + " …"


def opengraph(settings: Settings, title: str, text: str, address: str, kind: str = "website") -> str:
    """The OpenGraph properties of a page; `og:url` only where the site's address is known."""
    properties = {
        "og:type": kind,
        "og:title": title,
        "og:description": text,
        "og:site_name": settings.site_name,
        "og:url": absolute(settings, address),
    }
    lines = (f'<meta property="{name}" content="{escape(value)}">' for name, value in properties.items() if value)
    return "\n".join(lines) + "\n"


def keywords(words: str) -> str:
    """The key words of a page, where its entry has any."""
    return f'<meta name="keywords" content="{escape(words)}">\n' if words else ""


def absolute(settings: Settings, address: str) -> str:
    """The whole address of a page, or nothing without `site_url`."""
    return settings.site_url + quote(address) if settings.site_url else ""


def script(graph: Iterable[Mapping[str, Any]]) -> str:
    """JSON-LD for a page's head; `<` is escaped, so that no text can end the script."""
    data = ENCODER.encode({"@context": CONTEXT, "@graph": list(graph)})
    safe = data.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")
    return f'<script type="application/ld+json">{safe}</script>\n'


def breadcrumbs(settings: Settings, trail: Iterable[tuple[str, str]]) -> dict[str, Any]:
    """A `BreadcrumbList` of titles and addresses, from the glossary down to the page."""
    items = []
    for position, (title, address) in enumerate(trail, 1):
        item: dict[str, Any] = {"@type": "ListItem", "position": position, "name": title}
        if url := absolute(settings, address):
            item["item"] = url
        items.append(item)
    return {"@type": "BreadcrumbList", "itemListElement": items}


def term_data(term: Term, edition: Edition, address: str) -> list[dict[str, Any]]:
    """A `DefinedTerm`, and a `FAQPage` where there are questions."""
    settings = edition.settings
    home = absolute(settings, settings.addresses.home.address)
    url = absolute(settings, address)
    defined = {
        "@type": "DefinedTerm",
        "@id": url,
        "url": url,
        "name": term.name,
        "termCode": term.id,
        "description": _definition(term, edition),
        "disambiguatingDescription": term.disambiguation.value if term.disambiguation else "",
        "alternateName": [text.value for text in term.admitted],
        "sameAs": [text.value for text in term.same_as],
        "inDefinedTermSet": _filled({"@type": "DefinedTermSet", "@id": home, "name": settings.site_name, "url": home}),
    }
    graph = [_filled(defined)]
    if term.faq:
        graph.append({"@type": "FAQPage", "mainEntity": list(_questions(term, edition))})
    return graph


def _questions(term: Term, edition: Edition) -> Iterable[dict[str, Any]]:
    typesets = edition.typesets.get(term.id, {})
    for number, item in enumerate(term.faq, 1):
        answer = typesets[f"faq-{number}"].text
        yield {
            "@type": "Question",
            "name": item.question.value,
            "acceptedAnswer": {"@type": "Answer", "text": answer},
        }


def _filled(data: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in data.items() if value}
