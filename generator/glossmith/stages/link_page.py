"""Link a page: in the HTML of a hand-written page, `[[...]]` and mentions become links."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from html import escape, unescape
from itertools import chain
from typing import NamedTuple, TypeAlias
from urllib.parse import quote, unquote, urljoin, urlsplit

from glossmith.model.link import PageLink
from glossmith.model.mention import Linker
from glossmith.model.prose import RUN, SLOT
from glossmith.model.settings import Extent
from glossmith.prose.page_links import LABELLED, REFERENCE, Kind, Piece, pieces, unmarked
from glossmith.stages._choosing import Chooser, linked_by_hand, part_of
from glossmith.stages._judging import Judge
from glossmith.stages._names import find_in
from glossmith.stages._sentences import sentence
from glossmith.stages._views import Outlook
from glossmith.stages._whole_words import whole

ANCHOR = re.compile(r'<a\s[^>]*?\bhref="(?P<href>[^"]*)"[^>]*>.*?</a>', re.DOTALL)
TEXT = frozenset({Kind.MENTIONS, Kind.REFERENCES})


def link_page(
    html: str, source: str, outlook: Outlook, linker_of: Callable[[], Linker], extent: Extent
) -> tuple[str, tuple[PageLink, ...]]:
    """The HTML with its links, and the terms that they lead to, each once, with the sentence of its first link.

    The linker is asked for only where there is something to link.
    """
    if extent is Extent.NONE and "[[" not in html:
        html = unmarked(html)
        return html, _told(html, source, _by_path(html, source, outlook))
    linker = linker_of()
    parts = [(piece.kind, [*_bits(piece)]) for piece in pieces(html)]
    judge = _judge(linker, chain.from_iterable(bits for _, bits in parts))
    page = _Page(outlook, linker, extent, judge, linked_by_hand(linker.glossary, _references(parts, extent)))
    for kind, bits in parts:
        page.read(kind, bits)
    linked = "".join(page.parts)
    places = _by_path(linked, source, outlook)
    for target, place in page.places.items():
        places[target] = min(place, places.get(target, place))
    return linked, _told(linked, source, places)


def _told(html: str, source: str, places: Mapping[str, tuple[int, int]]) -> tuple[PageLink, ...]:
    return tuple(PageLink(source, target, sentence(html, start, end)) for target, (start, end) in places.items())


def _by_path(html: str, source: str, outlook: Outlook) -> dict[str, tuple[int, int]]:
    """Where a page links first to each of the terms whose files its author names, by their ids."""
    page, here = outlook.edition.handwritten.get(source), outlook.places.get(source)
    if page is None or here is None:
        return {}
    known = outlook.edition.glossary.by_source
    wanted = {outlook.address(known[entry].id): known[entry].id for entry in page.entries if entry in known}
    places: dict[str, tuple[int, int]] = {}
    for found in ANCHOR.finditer(html) if wanted else ():
        target = wanted.get(_address(unescape(found["href"]), here))
        if target is not None:
            places.setdefault(target, found.span())
    return places


def _address(href: str, here: str) -> str:
    """Where in the site a link on the page at `here` leads; empty where it leads out of it, or nowhere."""
    try:
        parts = urlsplit(urljoin(f"/{quote(here)}", href))
    except ValueError:  # it is no address
        return ""
    return "" if parts.netloc else unquote(parts.path)[1:]


class _Reference(NamedTuple):
    """A `[[...]]` as it was written; `label` is the HTML of its text, if that has marks."""

    written: str
    label: str = ""

    @property
    def is_no_link(self) -> bool:
        return self.written[:1] in {"", "|"}

    @property
    def unlinked(self) -> str:
        """The HTML of a name that shall be no link."""
        return self.label or escape(self.written[1:].strip(), quote=False)

    def slot(self, number: int) -> str:
        """What stands for it in the text that is judged, as in the typeset texts of entries."""
        if self.is_no_link:
            return f"{RUN}{self.unlinked}{RUN}"
        shown = self.label or escape(self.written.rpartition("|")[2], quote=False)
        return f"{SLOT}t{number}{SLOT}{shown}{SLOT}/t{number}{SLOT}"


_Part: TypeAlias = tuple[Kind, list[str | _Reference]]
"""A piece of a page, by its kind, and what it consists of."""


def _bits(piece: Piece) -> Iterator[str | _Reference]:
    """HTML, and the references in it."""
    if piece.kind is Kind.LABELLED and (found := LABELLED.fullmatch(piece.html)):
        yield _Reference(_written(found["written"]), found["label"].strip())
    elif piece.kind in TEXT:
        for number, html in enumerate(REFERENCE.split(piece.html)):
            yield _Reference(_written(html)) if number % 2 else html
    else:
        yield piece.html


def _written(html: str) -> str:
    """What a reference was before it was escaped and its lines were broken."""
    return " ".join(unescape(html).split())


def _judge(linker: Linker, bits: Iterable[str | _Reference]) -> Judge:
    """Judges the words of a page, with slots for its references."""
    targets: list[str] = []
    htmls: list[str] = []
    for bit in bits:
        if isinstance(bit, _Reference):
            htmls.append(bit.slot(len(targets)))
            targets.append(bit.written)
        else:
            htmls.append(bit.replace(SLOT, " ").replace(RUN, "\ufffd"))
    return Judge(linker, "".join(htmls), targets)


def _references(parts: Iterable[_Part], extent: Extent) -> Iterator[tuple[str, str]]:
    """Each `[[...]]` that may be a link, with the part of the page in which it stands."""
    section = 0
    for kind, bits in parts:
        section += kind is Kind.SECTION
        for bit in bits:
            if isinstance(bit, _Reference) and not bit.is_no_link:
                yield part_of(extent, section), bit.written


class _Page:
    """A page while its links are made; `places` are those of the first link to each term.

    `at` is where it is in what the judge reads, `length` how long the HTML is that has been made.
    """

    def __init__(
        self, outlook: Outlook, linker: Linker, extent: Extent, judge: Judge, by_hand: Mapping[str, Collection[str]]
    ) -> None:
        self._outlook, self._linker, self._extent, self._judge = outlook, linker, extent, judge
        self._by_hand = by_hand
        self._chooser = Chooser(extent, linker.category_of)
        self._at = self._length = self._section = self._references = 0
        self.parts: list[str] = []
        self.places: dict[str, tuple[int, int]] = {}
        self._enter()

    def read(self, kind: Kind, bits: Iterable[str | _Reference]) -> None:
        """Take the next piece over, with its links."""
        if kind is Kind.SECTION:
            self._section += 1
            self._enter()
        may_mention = kind is Kind.MENTIONS and self._extent is not Extent.NONE
        for bit in bits:
            if isinstance(bit, _Reference):
                self._at += len(bit.slot(self._references))
                self._references += 1
                self._reference(bit)
            else:
                self._between(bit, mentions=may_mention)
                self._at += len(bit)

    def _enter(self) -> None:
        part = part_of(self._extent, self._section)
        self._chooser.enter(part, self._by_hand.get(part, ()))

    def _add(self, html: str) -> None:
        self.parts.append(html)
        self._length += len(html)

    def _reference(self, reference: _Reference) -> None:
        if reference.is_no_link:
            self._add(reference.unlinked)
            return
        html = self._outlook.link(reference.written, reference.label)
        term = self._linker.glossary.answer(reference.written).term
        if term is not None and html.startswith("<a "):
            self._note(term.id, len(html))
        self._add(html)

    def _between(self, html: str, *, mentions: bool) -> None:
        """What stands between two references."""
        position = 0
        found = find_in(self._linker.matcher, html) if mentions else ()
        for start, end, name in whole(found, self._judge.html, self._at):
            decision, ids = self._chooser.decide(name, self._judge.evidence(name, self._at + start, self._at + end))
            if decision.links and (opening := self._outlook.mention(ids, html[start:end])):
                self._add(html[position:start])
                link = f"{opening}{html[start:end]}</a>"
                if len(ids) == 1:
                    self._note(ids[0], len(link))
                self._add(link)
                position = end
        self._add(html[position:])

    def _note(self, id_: str, length: int) -> None:
        self.places.setdefault(id_, (self._length, self._length + length))
