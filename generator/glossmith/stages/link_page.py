"""Link a page: in the HTML of a hand-written page, `[[...]]` and mentions become links."""

from __future__ import annotations

from collections.abc import Callable
from html import escape, unescape

from glossmith.model.link import PageLink
from glossmith.model.mention import Linker
from glossmith.model.settings import Extent
from glossmith.prose.page_links import REFERENCE, Kind, pieces, unmarked
from glossmith.stages._choosing import Chooser
from glossmith.stages._judging import Judge
from glossmith.stages._names import find_in
from glossmith.stages._sentences import sentence
from glossmith.stages._views import Outlook


def link_page(
    html: str, source: str, outlook: Outlook, linker_of: Callable[[], Linker], extent: Extent
) -> tuple[str, tuple[PageLink, ...]]:
    """The HTML with its links, and the terms that they lead to, each once, with the sentence of its first link.

    The linker is asked for only where there is something to link.
    """
    if extent is Extent.NONE and "[[" not in html:
        return unmarked(html), ()
    linker = linker_of()
    page = _Page(outlook, linker, Chooser(extent, linker.category_of))
    section = 0
    page.enter("page" if extent is Extent.PAGE else "section-0")
    for kind, piece in pieces(html):
        if kind is Kind.SECTION:
            section += 1
            page.enter("page" if extent is Extent.PAGE else f"section-{section}")
        if kind in {Kind.MENTIONS, Kind.REFERENCES}:
            page.text(piece, mentions=kind is Kind.MENTIONS and extent is not Extent.NONE)
        else:
            page.add(piece)
    linked = "".join(page.parts)
    return linked, tuple(
        PageLink(source, target, sentence(linked, start, end)) for target, (start, end) in page.places.items()
    )


class _Page:
    """A page while its links are made; `places` are those of the first link to each term."""

    def __init__(self, outlook: Outlook, linker: Linker, chooser: Chooser) -> None:
        self._outlook, self._linker, self._chooser = outlook, linker, chooser
        self._length = 0
        self.parts: list[str] = []
        self.places: dict[str, tuple[int, int]] = {}

    def enter(self, scope: str) -> None:
        self._chooser.enter(scope)

    def add(self, html: str) -> None:
        self.parts.append(html)
        self._length += len(html)

    def text(self, html: str, *, mentions: bool) -> None:
        """A stretch between tags."""
        write: Callable[[str], None] = self._mentions if mentions else self.add
        position = 0
        for found in REFERENCE.finditer(html):
            write(html[position : found.start()])
            self._reference(" ".join(unescape(found[1]).split()))
            position = found.end()
        write(html[position:])

    def _reference(self, written: str) -> None:
        if written.startswith("|"):
            self.add(escape(written[1:].strip(), quote=False))
            return
        html = self._outlook.link(written)
        term = self._linker.glossary.answer(written).term
        if term is not None and html.startswith("<a "):
            self._chooser.link_by_hand(term.id)
            self._note(term.id, len(html))
        self.add(html)

    def _mentions(self, html: str) -> None:
        position = 0
        judge = Judge(self._linker, html)
        for start, end, name in find_in(self._linker.matcher, html):
            decision, ids = self._chooser.decide(name, judge.evidence(name, start, end))
            if decision.links and (opening := self._outlook.mention(ids)):
                self.add(html[position:start])
                link = f"{opening}{html[start:end]}</a>"
                if len(ids) == 1:
                    self._note(ids[0], len(link))
                self.add(link)
                position = end
        self.add(html[position:])

    def _note(self, id_: str, length: int) -> None:
        self.places.setdefault(id_, (self._length, self._length + length))
