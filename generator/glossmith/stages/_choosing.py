"""Which of the mentions on a page become links: one policy for entries and for hand-written pages."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping

from glossmith.mentions.lexicon import Held, Name
from glossmith.model.glossary import Glossary
from glossmith.model.mention import Decision
from glossmith.model.settings import Extent

HELD = {
    Held.OFF: Decision.OFF,
    Held.COMMON: Decision.COMMON,
    Held.LISTED: Decision.COMMON,
    Held.SYMBOL: Decision.SYMBOL,
    Held.SENSE: Decision.SENSE,
}


def part_of(extent: Extent, section: int) -> str:
    """The part of a hand-written page in which each term is linked once: a section, or the page."""
    return "page" if extent is Extent.PAGE else f"section-{section}"


def linked_by_hand(glossary: Glossary, references: Iterable[tuple[str, str]]) -> Mapping[str, Collection[str]]:
    """The terms to which the author links in each part of a page; each reference comes with the part it is in."""
    targets: defaultdict[str, set[str]] = defaultdict(set)
    for part, written in references:
        if term := glossary.answer(written).term:
            targets[part].add(term.id)
    return targets


class Chooser:
    """Decides about the mentions of one page, in the order in which they are read.

    `category_of` leads from ids of terms to categories, which tell terms apart that share a name; `own` is the page's
    own term, if it has one.
    """

    __slots__ = ("_by_hand", "_category", "_category_of", "_extent", "_own", "_scope", "_seen")

    def __init__(self, extent: Extent, category_of: Mapping[str, str], own: str = "") -> None:
        self._extent, self._category_of, self._own = extent, category_of, own
        self._category = category_of.get(own, "")
        self._scope = ""
        self._seen: set[tuple[str, ...]] = set()
        self._by_hand: Collection[str] = ()

    def enter(self, scope: str, by_hand: Collection[str] = ()) -> None:
        """Begin a part of the page in which each term is linked once; `by_hand` is what the author links there."""
        if scope != self._scope:
            self._scope = scope
            self._seen.clear()
        self._by_hand = by_hand

    def decide(self, name: Name, meant: Collection[str] = ()) -> tuple[Decision, tuple[str, ...]]:
        """What becomes of a mention, and of which terms it is; `meant` are those of which the text speaks."""
        if self._extent is Extent.NONE:
            return Decision.OFF, name.ids
        if self._own in name.ids:
            return Decision.OWN_PAGE, name.ids
        ids = name.linkable or tuple(meant)
        if not ids:
            return HELD[name.bearers[0].held or Held.OFF], name.ids
        if len(ids) > 1:
            ids = self._near(ids)
        if self._extent is not Extent.ALL:
            if len(ids) == 1 and ids[0] in self._by_hand:
                return Decision.BY_HAND, ids
            if ids in self._seen:
                return Decision.NOT_FIRST, ids
            self._seen.add(ids)
        return (Decision.LINKED if len(ids) == 1 else Decision.SHARED), ids

    def _near(self, ids: tuple[str, ...]) -> tuple[str, ...]:
        """The one of several terms that is in the page's category, if there is exactly one."""
        near = tuple(id_ for id_ in ids if self._category and self._category_of.get(id_) == self._category)
        return near if len(near) == 1 else ids
