"""Link a page: in the HTML of a hand-written page, `[[...]]` and mentions become links."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from html import escape, unescape

from glossmith.model.link import PageLink
from glossmith.model.mention import Linker
from glossmith.model.prose import SLOT
from glossmith.model.settings import Extent
from glossmith.prose.page_links import REFERENCE, Kind, Piece, pieces, unmarked
from glossmith.stages._choosing import Chooser
from glossmith.stages._judging import Judge
from glossmith.stages._names import find_in
from glossmith.stages._sentences import sentence
from glossmith.stages._views import Outlook

TEXT = frozenset({Kind.MENTIONS, Kind.REFERENCES})


def link_page(
    html: str, source: str, outlook: Outlook, linker_of: Callable[[], Linker], extent: Extent
) -> tuple[str, tuple[PageLink, ...]]:
    """The HTML with its links, and the terms that they lead to, each once, with the sentence of its first link.

    The linker is asked for only where there is something to link.
    """
    if extent is Extent.NONE and "[[" not in html:
        return unmarked(html), ()
    linker = linker_of()
    parts = [*pieces(html)]
    page = _Page(outlook, linker, extent, _judge(linker, parts))
    for part in parts:
        page.read(part)
    linked = "".join(page.parts)
    return linked, tuple(
        PageLink(source, target, sentence(linked, start, end)) for target, (start, end) in page.places.items()
    )


def _judge(linker: Linker, parts: Sequence[Piece]) -> Judge:
    """Judges the words of a page, with slots for its references as they are in the typeset texts of entries."""
    targets: list[str] = []
    htmls: list[str] = []
    for part in parts:
        for number, html in enumerate(REFERENCE.split(part.html) if part.kind in TEXT else (part.html,)):
            if number % 2:
                targets.append(_written(html))
            htmls.append(_slot(targets[-1], len(targets) - 1) if number % 2 else html.replace(SLOT, " "))
    return Judge(linker, "".join(htmls), targets)


def _written(html: str) -> str:
    """What a reference was before it was escaped and its lines were broken."""
    return " ".join(unescape(html).split())


def _slot(written: str, number: int) -> str:
    return _unlinked(written) if written.startswith("|") else f"{SLOT}t{number}{SLOT}{SLOT}/t{number}{SLOT}"


def _unlinked(written: str) -> str:
    """The HTML of a name that shall be no link."""
    return escape(written[1:].strip(), quote=False)


class _Page:
    """A page while its links are made; `places` are those of the first link to each term.

    `at` is where it is in what the judge reads, `length` how long the HTML is that has been made.
    """

    def __init__(self, outlook: Outlook, linker: Linker, extent: Extent, judge: Judge) -> None:
        self._outlook, self._linker, self._extent, self._judge = outlook, linker, extent, judge
        self._chooser = Chooser(extent, linker.category_of)
        self._at = self._length = self._section = self._references = 0
        self.parts: list[str] = []
        self.places: dict[str, tuple[int, int]] = {}
        self._enter()

    def read(self, piece: Piece) -> None:
        """Take the next piece over, with its links."""
        if piece.kind is Kind.SECTION:
            self._section += 1
            self._enter()
        if piece.kind in TEXT:
            self._text(piece.html, mentions=piece.kind is Kind.MENTIONS and self._extent is not Extent.NONE)
        else:
            self._add(piece.html)
            self._at += len(piece.html)

    def _enter(self) -> None:
        self._chooser.enter("page" if self._extent is Extent.PAGE else f"section-{self._section}")

    def _add(self, html: str) -> None:
        self.parts.append(html)
        self._length += len(html)

    def _text(self, html: str, *, mentions: bool) -> None:
        """A stretch between tags."""
        for number, part in enumerate(REFERENCE.split(html)):
            if number % 2:
                self._reference(_written(part))
            else:
                self._between(part, mentions=mentions)

    def _reference(self, written: str) -> None:
        self._at += len(_slot(written, self._references))
        self._references += 1
        if written.startswith("|"):
            self._add(_unlinked(written))
            return
        html = self._outlook.link(written)
        term = self._linker.glossary.answer(written).term
        if term is not None and html.startswith("<a "):
            self._chooser.link_by_hand(term.id)
            self._note(term.id, len(html))
        self._add(html)

    def _between(self, html: str, *, mentions: bool) -> None:
        """What stands between two references."""
        position = 0
        for start, end, name in find_in(self._linker.matcher, html) if mentions else ():
            decision, ids = self._chooser.decide(name, self._judge.evidence(name, self._at + start, self._at + end))
            if decision.links and (opening := self._outlook.mention(ids, html[start:end])):
                self._add(html[position:start])
                link = f"{opening}{html[start:end]}</a>"
                if len(ids) == 1:
                    self._note(ids[0], len(link))
                self._add(link)
                position = end
        self._add(html[position:])
        self._at += len(html)

    def _note(self, id_: str, length: int) -> None:
        self.places.setdefault(id_, (self._length, self._length + length))
