"""Makes entries: the same ones for the same number and seed, on any machine."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import accumulate
from random import Random

VOCABULARY = 40_000
RARE = 400
"""Rank from which a word is rare enough to be in the name of a term; those before it are half of every text."""

CATEGORIES = 12
TAGS = 60
MOST_SYNONYMS = 3
MOST_TAGS = 4
MOST_RELATIONS = 8
WORDS_IN_A_TERM = (1, 2, 2, 2, 3)

ONSETS = (*"bcdfghjklmnprstvwz", "bl", "br", "cl", "cr", "dr", "fl", "gr", "pl", "pr", "sh", "st", "th", "tr")
VOWELS = (*"aeiou", "ai", "ea", "ee", "io", "ou")
CODAS = ("", "", "", *"lmnrstx", "nd", "ng", "nt", "rk", "ss")


@dataclass(frozen=True, slots=True)
class Concept:
    """What is said of one term; prose is Markdown with `[[name]]` where it speaks of another concept."""

    id: str
    name: str
    synonyms: tuple[str, ...]
    category: str
    tags: tuple[str, ...]
    broader: tuple[str, ...]
    related: tuple[str, ...]
    definition: str
    technical_definition: str
    background: str
    usage_note: str
    section: tuple[str, str] | None

    def prose(self) -> tuple[str, ...]:
        """Every prose field; three of them are marked up."""
        body = (self.section[1],) if self.section else ()
        return (self.definition, self.technical_definition, self.background, self.usage_note, *body)


@dataclass(frozen=True, slots=True)
class Corpus:
    """All concepts of a site, and the titles of their categories by id."""

    concepts: tuple[Concept, ...]
    categories: dict[str, str]

    @property
    def mean_bytes(self) -> float:
        """Bytes of prose in an entry, in the mean."""
        total = sum(len(text.encode()) for concept in self.concepts for text in concept.prose())
        return total / max(1, len(self.concepts))


class Speaker:
    """Says made-up words as often as Zipf's law has it, the short ones most often."""

    def __init__(self, random: Random, vocabulary: int = VOCABULARY) -> None:
        self.random = random
        self.words = _vocabulary(random, vocabulary)
        self._weights = list(accumulate(1 / rank for rank in range(1, len(self.words) + 1)))

    def some(self, count: int) -> list[str]:
        """`count` words."""
        return self.random.choices(self.words, cum_weights=self._weights, k=count)

    def sentence(self, least: int, most: int, *extras: str) -> str:
        """A sentence of that many words, with the extras somewhere in it."""
        words = self.some(self.random.randint(least, most))
        for extra in extras:
            words.insert(self.random.randint(1, len(words)), extra)
        if len(words) > 12:
            words[len(words) // 2] += ","
        text = " ".join(words)
        return f"{text[0].upper()}{text[1:]}."

    def names(self) -> Iterator[str]:
        """Names of one to three words as they come, the most frequent ones too, each only once."""
        return _different(lambda: self.some(self.random.choice(WORDS_IN_A_TERM)))

    def terms(self) -> Iterator[str]:
        """Names as terms have them: one to three words, all of them rare, the last one of any rank; each only once."""
        rare = self.words[RARE:]
        weights = [weight - self._weights[RARE - 1] for weight in self._weights[RARE:]]
        return _different(
            lambda: [
                *self.random.choices(rare, cum_weights=weights, k=self.random.choice(WORDS_IN_A_TERM) - 1),
                rare[self.random.randrange(len(rare))],
            ]
        )


def _different(words: Callable[[], list[str]]) -> Iterator[str]:
    taken: set[str] = set()
    while True:
        name = " ".join(words())
        if name not in taken:
            taken.add(name)
            yield name


def _vocabulary(random: Random, size: int) -> list[str]:
    words: set[str] = set()
    while len(words) < size:
        syllables = random.choice((1, 2, 2, 3))
        word = "".join(random.choice(ONSETS) + random.choice(VOWELS) for _ in range(syllables)) + random.choice(CODAS)
        words.add(word)
    return sorted(sorted(words), key=lambda word: (len(word) + random.random() * 4, word))


def make_corpus(count: int, seed: int = 1) -> Corpus:
    """`count` concepts that refer to each other."""
    speaker = Speaker(Random(seed))
    free = speaker.terms()
    names = [next(free) for _ in range(count)]
    categories = {f"category-{number}": next(free).capitalize() for number in range(1, CATEGORIES + 1)}
    tags = tuple(next(free) for _ in range(TAGS))
    concepts = [_concept(speaker, names, at, free, tuple(categories), tags) for at in range(count)]
    return Corpus(tuple(concepts), categories)


def _concept(
    speaker: Speaker, names: list[str], at: int, free: Iterator[str], categories: tuple[str, ...], tags: tuple[str, ...]
) -> Concept:
    random = speaker.random
    others = [name for name in random.sample(names, min(len(names), MOST_RELATIONS + 4)) if name != names[at]]
    chosen = others[: random.randint(0, min(MOST_RELATIONS, len(others)))]
    broader = tuple(names[random.randrange(at)] for _ in chosen[:1] if at and random.random() < 0.6)
    mentioned = [f"[[{name}]]" for name in others[-3:]] or ["it"] * 3
    return Concept(
        id=names[at].replace(" ", "-"),
        name=names[at],
        synonyms=tuple(next(free) for _ in range(random.randint(0, MOST_SYNONYMS))),
        category=random.choice(categories),
        tags=tuple(random.sample(tags, random.randint(0, MOST_TAGS))),
        broader=broader,
        related=tuple(name for name in chosen[len(broader) :] if name not in broader),
        definition=speaker.sentence(20, 30),
        technical_definition=_technical(speaker, mentioned[0]),
        background=_background(speaker, mentioned[1 % len(mentioned)]),
        usage_note=_usage(speaker, mentioned[-1]),
        section=_section(speaker) if random.random() < 0.5 else None,
    )


def _technical(speaker: Speaker, mentioned: str) -> str:
    bold, code = " ".join(speaker.some(2)), "_".join(speaker.some(2))
    first = speaker.sentence(28, 42, f"**{bold}**", mentioned)
    return f"{first} {speaker.sentence(20, 30, f'`{code}()`')}"


def _background(speaker: Speaker, mentioned: str) -> str:
    address = f"https://example.org/{'/'.join(speaker.some(2))}"
    link = f"[{' '.join(speaker.some(2))}]({address})"
    items = (speaker.sentence(9, 14), speaker.sentence(8, 13, mentioned), speaker.sentence(8, 13))
    listed = "\n".join(f"- {item}" for item in items)
    return f"{speaker.sentence(20, 30, link)} {speaker.sentence(16, 26)}\n\n{listed}"


def _usage(speaker: Speaker, mentioned: str) -> str:
    return speaker.sentence(28, 42, f"*{speaker.some(1)[0]}*", mentioned)


def _section(speaker: Speaker) -> tuple[str, str]:
    title = " ".join(speaker.some(2)).capitalize()
    return title, f"{speaker.sentence(20, 30)}\n\n{speaker.sentence(20, 30)}"
