"""Judges whether an everyday word means the term that is called so, by the text around it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from glossmith.mentions.lexicon import Held, Name
from glossmith.mentions.usage import Use, is_plainly_a_noun, use_of
from glossmith.model.mention import Linker, Profile
from glossmith.model.prose import SLOT
from glossmith.model.term import Term
from glossmith.stages._names import SIGNS_OUT, unescaped
from glossmith.stages._phrases import singular
from glossmith.stages._senses import JUDGED, is_a_word, marked, named_in, related

ENOUGH: dict[Held | None, float] = {Held.COMMON: 8.0, Held.SENSE: 11.0}
"""Bits that what is shared must tell together, by what keeps the word from linking."""
AMISS = 4.0
"""Bits more where the entry is of a thing and the word stands for an action, or the other way round."""
MANY_WORDS = 3
"""How many words must be shared where no term is; with one, two are enough."""
REACH = 250
"""Characters before and behind a word that are looked at."""

SLOTTED = re.compile(f"{SLOT}t([0-9]+){SLOT}.*?(?:{SLOT}/t\\1{SLOT}|$)", re.DOTALL)
BREAK = " \n "
"""Stands for what was taken out of a text: no name goes on behind it."""

Evidence = dict[str, tuple[str, ...]]
"""The terms that a word means, each with what its entry and the text share; nothing where the sentence tells it."""


class _Place(NamedTuple):
    """A word in plain text."""

    text: str
    start: int
    end: int


class Judge:
    """Judges the words of one text; that of an entry is about the term and those related to it.

    `targets` are what the references in it refer to, where the typesetter has put slots for them.
    """

    __slots__ = ("_linker", "_targets", "_term", "html")

    def __init__(self, linker: Linker, html: str, targets: Sequence[str] = (), term: Term | None = None) -> None:
        self._linker, self.html, self._targets, self._term = linker, html, targets, term

    def evidence(self, name: Name, start: int, end: int) -> Evidence:
        """The terms that the name at that place of the HTML means although it is an everyday word."""
        if name.linkable or not is_a_word(self.html[start:end]):
            return {}
        known = self._linker.profiles
        bearers = [(one, known[one.id]) for one in name.bearers if one.held in JUDGED and one.id in known]
        if not bearers:
            return {}
        place = self._place(start, end)
        use = use_of(*place)
        if use is Use.PHRASE or use is Use.QUALITY:
            return {}
        if is_plainly_a_noun(*place, singular(place.text[place.start : place.end].casefold())):
            return {one.id: () for one, known in bearers if one.held is Held.COMMON and not known.is_action}
        around = [*self._around(place, start, end)]
        shared = {one.id: _shared(known, around) for one, known in bearers}
        return {
            one.id: shared[one.id]
            for one, known in bearers
            if _suffices(known, shared[one.id], ENOUGH[one.held], fits=known.is_action == (use is Use.ACTION))
        }

    def told(self, meant: Evidence) -> tuple[str, ...]:
        """What was shared, as it is told to people: names of terms, and words."""
        shared = dict.fromkeys(item for items in meant.values() for item in items)
        terms = self._linker.glossary.by_id
        mark = marked("")
        return tuple(terms[item.removeprefix(mark)].name if item.startswith(mark) else item for item in shared)

    def _place(self, start: int, end: int) -> _Place:
        before = _plain(self.html[max(0, start - REACH) : start])
        word = self.html[start:end]
        return _Place(before + word + _plain(self.html[end : end + REACH]), len(before), len(before) + len(word))

    def _around(self, place: _Place, start: int, end: int) -> Iterator[tuple[str, ...]]:
        """What the page is about, what the author links near the word, and what is named before and behind it."""
        if self._term:
            yield from ((item,) for item in (marked(self._term.id), *related(self._linker.glossary, self._term)))
        for slot in SLOTTED.finditer(self.html, max(0, start - REACH), end + REACH):
            if term := self._linker.glossary.answer(self._targets[int(slot[1])]).term:
                yield (marked(term.id),)
        yield from named_in(self._linker.matcher, place.text[: place.start])
        yield from named_in(self._linker.matcher, place.text[place.end :])


def _plain(html: str) -> str:
    """HTML as text, without what the author links, which may be cut at either end."""
    return unescaped(SIGNS_OUT.sub("", SLOTTED.sub(BREAK, html)))


def _shared(known: Profile, around: Iterable[tuple[str, ...]]) -> tuple[str, ...]:
    """What the text and the profile have in common, that which tells most first; of a shared name one term counts."""
    alike = (
        max((item for item in items if item in known.items), key=lambda item: (known.items[item], item), default="")
        for items in around
    )
    return tuple(sorted({item for item in alike if item}, key=lambda item: (-known.items[item], item)))


def _suffices(known: Profile, shared: tuple[str, ...], enough: float, *, fits: bool) -> bool:
    names_a_term = any(item.startswith(marked("")) for item in shared)
    if len(shared) < (2 if names_a_term else MANY_WORDS):
        return False
    return sum(known.items[item] for item in shared) >= enough + (0 if fits else AMISS)
