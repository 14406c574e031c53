"""Finds the names of terms in running text."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import accumulate, compress
from typing import NamedTuple, TypeAlias

from glossmith.mentions.boundaries import closes, goes_on, is_letter, joins, opens, stands_alone, with_signs
from glossmith.mentions.everyday_words import COMMON_WORDS
from glossmith.mentions.folding import Origin, folded, spelled
from glossmith.mentions.garbage import uncollected
from glossmith.mentions.letters import ASCII_FOLLOWING, ASCII_WORD, FOLLOWING, SCRIPT_WITHOUT_SPACES, TIGHT_SCRIPT, WORD
from glossmith.mentions.lexicon import Lexicon, Name, gap
from glossmith.mentions.opaque import addresses, is_inside
from glossmith.mentions.trie import LOOK_CLOSER, WORDS_INSIDE, Beginnings, Ending, Node, grown, key
from glossmith.model.term import Term

Found: TypeAlias = tuple[int, int, Name]
"""Where a name begins and ends in the text as it was given, and which it is."""

WINDOW = 50_000
"""Characters of a text that are split into words at a time, so that a book fits into the processor's cache."""
PAIRS = tuple((pair.strip(), pair) for pair in (", ", ". ", "; ", ": ", "? ", "! ", ") ", " (", '" ', ' "'))
"""Signs of a sentence next to a space: as good as spaces to the words beside them."""


class _Text(NamedTuple):
    """A text as given and as compared, with the spans in it that are addresses."""

    given: str
    compared: str
    origin: Origin | None
    opaque: tuple[tuple[int, int], ...]
    word: re.Pattern[str]
    following: re.Pattern[str]

    def is_space(self, at: int) -> bool:
        return self.compared[at : at + 1].isspace()

    def may_go_on(self, start: int, end: int, ending: Ending) -> bool:
        """Whether small letters follow that no list need know: GAN-generated, İstanbul'da."""
        joint = self.compared[end : end + 1]
        if (joint == "-" and ending.is_abbreviated) or (joint == "'" and self.is_capital(start)):
            return self._letter(end + 1).islower()
        return False

    def is_shouted(self, end: int, ending: Ending) -> bool:
        """Whether an ending in capitals shows that those of the name tell nothing: WHO'S THERE."""
        return ending.is_abbreviated and self.compared[end : end + 1] == "'" and self.is_capital(end + 1)

    def is_genus(self, end: int) -> bool:
        """Whether the letter before is short for the genus of a species, which is written small: C. elegans."""
        is_apart = self.compared.startswith(".", end) and self.is_space(end + 1)
        return is_apart and self._letter(end + 2).islower() and self.compared[end + 2 : end + 5].isalpha()

    def is_capital(self, at: int) -> bool:
        """Whether the letter there is one."""
        return self._letter(at).isupper()

    def _letter(self, at: int) -> str:
        """A letter as it was before the text was folded."""
        at = self.original(at, at)[0]
        return self.given[at : at + 1]

    def original(self, start: int, end: int) -> tuple[int, int]:
        return (self.origin.start(start), self.origin.end(end)) if self.origin else (start, end)


class Matcher:
    """All names of a lexicon against any text; what it finds never changes, and several processes may use it.

    The longest name wins, and of those that overlap the one that begins first. Names that are held back are found
    like all others, and hide the names inside them: where “training set” is switched off, “set” is not linked in it
    instead. But they give way to a name that links, begins inside them and ends behind them.
    """

    __slots__ = ("_beginnings", "_longest_name", "_nodes", "lexicon")

    def __init__(self, lexicon: Lexicon) -> None:
        self.lexicon = lexicon
        self._nodes = grown(lexicon)
        self._beginnings = Beginnings(self._nodes)
        self._longest_name: int | None = None

    @classmethod
    def of(
        cls, terms: Iterable[Term], common_words: Iterable[str] = COMMON_WORDS, listed: Iterable[str] = ()
    ) -> Matcher:
        """A matcher for the names of those terms; `listed` are common words that a site lists itself."""
        with uncollected():
            return cls(Lexicon.of(terms, common_words, listed))

    def find(self, text: str) -> list[Found]:
        """Every name in a text, in order; none overlaps another."""
        if len(text) < WINDOW:
            return self._found(text)
        with uncollected():
            return self._found(text)

    def _found(self, text: str) -> list[Found]:
        compared, origin = folded(text)
        patterns = (ASCII_WORD, ASCII_FOLLOWING) if compared.isascii() else (WORD, FOLLOWING)
        whole = _Text(text, compared, origin, addresses(compared), *patterns)
        found: list[Found] = []
        if not compared.isascii() and TIGHT_SCRIPT.search(compared):
            self._find_within(whole, 0, len(compared), 0, found)
        else:
            self._find_between_spaces(whole, found)
        return [(*whole.original(start, end), name) for start, end, name in found] if origin else found

    def _find_between_spaces(self, text: _Text, found: list[Found]) -> None:
        """What `_find_within` finds in all of the text, with less work where words stand between single spaces."""
        spaced = _spaced(text.compared)
        if len(spaced) <= WINDOW:
            self._find_in_chunks(text, 0, spaced.split(" "), ("", ""), 0, found)
            return
        if self._longest_name is None:
            self._longest_name = max((len(" ".join(shape.words)) for shape, _ in self.lexicon.names), default=0)
        start = free = 0
        while start < len(spaced):
            end = spaced.find(" ", start + WINDOW)
            end = len(spaced) if end < 0 else end
            chunks = spaced[start:end].split(" ")
            beyond = (*spaced[end + 1 : end + self._longest_name + 2].split(" "), "", "")
            free = self._find_in_chunks(text, start, chunks, beyond, free, found)
            start = end + 1

    def _find_in_chunks(
        self, text: _Text, start: int, chunks: list[str], beyond: tuple[str, ...], free: int, found: list[Found]
    ) -> int:
        """Find the names that begin with one of these chunks of a text, of which the first begins at `start`."""
        following = chunks[1:]
        following += beyond
        beginnings = [*map(self._beginnings.__getitem__, chunks)]
        places = zip(
            range(len(chunks)), accumulate(map(len, chunks), initial=start), following, beginnings, strict=False
        )
        for at, letters, beside, node in compress(places, beginnings):
            name, size, nodes, endings = node
            step, word = at, beside
            while nodes is not None:
                if word not in nodes:
                    if not word.isalnum() and (word or text.is_space(at + letters + size)):
                        endings = LOOK_CLOSER
                    break
                longer, reach, nodes, closer = nodes[word]
                if closer or longer is not None:
                    name, size, endings = longer, reach, closer
                step += 1
                word = following[step]
            if name is None and not endings:
                continue
            begin = at + letters
            if node is WORDS_INSIDE:
                free = self._find_within(text, begin, begin + len(chunks[at]), free, found)
            elif begin < free:
                continue
            elif endings:
                free = self._find_from(text, begin, begin + len(chunks[at]), node, free, found)
            else:
                free = begin + size
                found.append((begin, free, name))
        return free

    def _find_within(self, text: _Text, start: int, end: int, free: int, found: list[Found]) -> int:
        """Find the names that begin with a word between `start` and `end`; where the next may begin comes back."""
        for word in text.word.finditer(text.compared, start, end):
            if word.start() >= free and (node := self._nodes.get(word[0])):
                free = self._find_from(text, word.start(), word.end(), node, free, found)
        return free

    def _find_from(self, text: _Text, start: int, end: int, node: Node, free: int, found: list[Found]) -> int:
        """Find the best name whose first word that is, if there is one; where the next may begin comes back."""
        best = self._longest(text, start, end, node, free)
        if best is None or self._gives_way(text, best, end):
            return free
        if best[2].ids:
            found.append(best)
        return best[1]

    def _longest(self, text: _Text, start: int, end: int, node: Node, free: int) -> Found | None:
        trail = [(end, node)]
        while (nodes := node[2]) and (following := text.following.match(text.compared, end)):
            deeper = nodes.get(key(gap(following[1]), following[2]))
            if deeper is None:
                break
            node, end = deeper, following.end()
            trail.append((end, node))
        for end, (name, _, _, endings) in reversed(trail):
            for ending in endings or ((Ending(name, "", "", None),) if name else ()):
                reach = with_signs(text.compared, start, end, ending.before, ending.after)
                if reach and reach[0] >= free and _fits(text, ending, start, end, *reach):
                    return *reach, ending.name
            if len(trail) > 1 and (name or endings) and goes_on(text.compared, end):
                break  # “learning rate-free” is about a learning rate, and not about learning
        return None

    def _gives_way(self, text: _Text, found: Found, after_first_word: int) -> bool:
        """Whether a name that is held back overlaps one behind it that links."""
        _, end, name = found
        if name.linkable:
            return False
        for word in text.word.finditer(text.compared, after_first_word, end):
            node = self._nodes.get(word[0])
            other = self._longest(text, word.start(), word.end(), node, after_first_word) if node else None
            if other and other[1] > end and other[2].linkable:
                return True
        return False


def _spaced(text: str) -> str:
    """A text with spaces for the signs of a sentence, every character in its place, and two at the end."""
    text = text.replace("\n", " ") + "  "
    for sign, pair in PAIRS:
        if sign in text:
            text = text.replace(pair, "  ")
    return text


def _fits(text: _Text, ending: Ending, start: int, end: int, first: int, last: int) -> bool:
    """Whether a name that reaches from `first` to `last` may begin and end there, and is written as it demands."""
    compared = text.compared
    return (
        opens(compared, first, is_capital=text.is_capital(first))
        and not (ending.before and joins(compared[first - 1 : first], ending.before))
        and not (ending.after and is_letter(compared[last : last + 1]))
        and closes(compared, last, any_tail=text.may_go_on(first, last, ending))
        and (last - first > 1 or SCRIPT_WITHOUT_SPACES.match(compared, first) or stands_alone(compared, first, last))
        and not (last - first == 1 and text.is_genus(last))
        and not text.is_shouted(last, ending)
        and not (text.opaque and is_inside(text.opaque, first, last))
        and (ending.exact is None or _is_spelled(text, ending.exact, start, end))
    )


def _is_spelled(text: _Text, exact: tuple[str | None, ...], start: int, end: int) -> bool:
    """Whether the words of a name are written with the capitals that it demands."""
    original_start, original_end = text.original(start, end)
    written = WORD.findall(spelled(text.given[original_start:original_end]))
    return len(written) == len(exact) and all(
        demand is None or demand == word for demand, word in zip(exact, written, strict=True)
    )
