"""The nearest known word to one that nobody knows."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from functools import cached_property, lru_cache
from heapq import nsmallest
from itertools import chain

LONGEST = 100
"""Characters of an unknown word that are looked at."""

MOST_MISTAKES = 3
SHORT = 6
"""Words of up to so many letters may have one mistake, and are found by leaving out a letter."""

TINY = 3
"""Words of so many letters have so many neighbours that a guess must begin alike, or be the same letters swapped."""

LOST = 4
"""Triples of characters that one mistake can take away: as many as a swap does."""

CANDIDATES = 40
HISSING = ("ses", "xes", "zes", "ches", "shes")
"""Plurals that have two letters more: `alias` and `aliases`, `box` and `boxes`."""

JOINTS = str.maketrans("_-", "  ")


class Lexicon:
    """Known words, found by the triples of characters that they share with a misspelt one."""

    def __init__(self, words: Iterable[str]) -> None:
        self._words: list[tuple[str, str]] = [(essence(word), word) for word in words]
        self._triples: defaultdict[str, list[int]] = defaultdict(list)
        self._lessened: defaultdict[str, list[int]] = defaultdict(list)
        self._answers: dict[tuple[str, int], str | None] = {}  # a wanted term is often wanted many times
        for number, (key, _) in enumerate(self._words):
            for triple in _triples(key):
                self._triples[triple].append(number)
            if len(key) <= SHORT + 1:
                for less in _lessened(key):
                    self._lessened[less].append(number)

    def nearest(self, word: str, most: int = MOST_MISTAKES) -> str | None:
        """The word that the fewest mistakes lead to, or None if none is near; of several, the first that was given.

        `most` allows fewer mistakes than the length of the word does.
        """
        key = essence(word[:LONGEST])
        most = min(most, 1 + len(key) // (SHORT + 1))
        if (key, most) not in self._answers:
            self._answers[key, most] = self._nearest(key, most)
        return self._answers[key, most]

    def completed(self, word: str) -> str | None:
        """The only one of the words that begins with what was written, if that is more than a few letters."""
        key = _joined(word)
        at = bisect_left(self._sorted, (key, ""))
        longer = [one for joined, one in self._sorted[at : at + 2] if len(key) >= TINY and joined.startswith(key)]
        return longer[0] if len(longer) == 1 else None

    @cached_property
    def _sorted(self) -> list[tuple[str, str]]:
        return sorted((_joined(word), word) for _, word in self._words)

    def _nearest(self, key: str, most: int) -> str | None:
        best: tuple[int, bool, int] | None = None
        for number in self._candidates(key, most):
            known = self._words[number][0]
            mistakes = distance(key, known, most)
            if mistakes <= most and (len(key) > TINY or _is_alike(key, known)):
                rank = (mistakes, known[:1] != key[:1], number)
                best = min(best or rank, rank)
        return self._words[best[2]][1] if best else None

    def _candidates(self, key: str, most: int) -> Iterable[int]:
        """Words that may lie within `most` mistakes, the likeliest of them."""
        if len(key) <= SHORT:
            return dict.fromkeys(chain.from_iterable(self._lessened.get(less, ()) for less in _lessened(key)))
        postings = sorted((self._triples.get(triple, []) for triple in _triples(key)), key=len)
        shared = Counter(chain.from_iterable(postings[: LOST * most + 1]))
        return nsmallest(CANDIDATES, shared, key=lambda number: (-shared[number], number))


def did_you_mean(word: str, known: Iterable[str] | Lexicon) -> str:
    """A help text such as "did you mean `synonyms`?", or the empty text where nothing is near."""
    lexicon = known if isinstance(known, Lexicon) else Lexicon(known)
    return _asked(lexicon.nearest(word))


def did_you_mean_one_of(word: str, words: Iterable[str]) -> str:
    """As `did_you_mean`, for the few words of a closed set: one is also meant by its beginning, if no other is."""
    lexicon = _lexicon_of(tuple(words))
    return _asked(lexicon.completed(word) or lexicon.nearest(word))


@lru_cache(maxsize=64)
def _lexicon_of(words: tuple[str, ...]) -> Lexicon:
    """A closed set, kept: who mistakes one of its words may mistake many."""
    return Lexicon(words)


def _asked(meant: str | None) -> str:
    return f"did you mean `{meant}`?" if meant else ""


def distance(one: str, other: str, most: int) -> int:
    """Letters to add, drop, change or swap with their neighbour to make one word the other; `most + 1` if more.

    Optimal string alignment (https://en.wikipedia.org/wiki/Damerau-Levenshtein_distance), in a band around the
    diagonal: a cell farther from it than `most` cannot be part of the answer.
    """
    if one == other:
        return 0
    if abs(len(one) - len(other)) > most:
        return most + 1
    before: list[int] = []
    above = list(range(len(other) + 1))
    for i, letter in enumerate(one, 1):
        row = [most + 1] * (len(other) + 1)
        row[0] = i
        for j in range(max(1, i - most), min(len(other), i + most) + 1):
            cost = min(row[j - 1] + 1, above[j] + 1, above[j - 1] + (letter != other[j - 1]))
            if i > 1 < j and letter == other[j - 2] and one[i - 2] == other[j - 1]:
                cost = min(cost, before[j - 2] + 1)
            row[j] = cost
        if min(row) > most:
            return most + 1
        before, above = above, row
    return min(above[-1], most + 1)


def _is_alike(one: str, other: str) -> bool:
    return one[:1] == other[:1] or sorted(one) == sorted(other)


def essence(word: str) -> str:
    """What is compared of a word: case, blanks, hyphens, underscores and the plural do not count."""
    key = _joined(word)
    if len(key) > TINY + 1 and key.endswith(HISSING):
        key = key[:-2]
    if len(key) > TINY and key.endswith("s") and not key.endswith("ss"):
        return f"{key[:-3]}y" if key.endswith("ies") and len(key) > SHORT else key[:-1]
    return key


def _joined(word: str) -> str:
    return "".join(word.translate(JOINTS).split()).casefold()


def _triples(key: str) -> Iterable[str]:
    padded = f"  {key} "
    return dict.fromkeys(map("".join, zip(padded, padded[1:], padded[2:], strict=False))) if key else ()


def _lessened(key: str) -> Iterator[str]:
    """The word, and what is left of it without each of its letters."""
    yield key
    yield from dict.fromkeys(key[:i] + key[i + 1 :] for i in range(len(key)))
