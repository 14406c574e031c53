"""Candidates: names that the texts use again and again, and that no term of the glossary bears.

Abbreviations, and phrases of up to three words. What a phrase is worth follows the C-value (Frantzi, Ananiadou and
Mima, 2000), with terms counted instead of occurrences: it stands in many texts, is long, and not only in a longer one.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence, Set
from functools import lru_cache
from itertools import chain
from math import sqrt

from glossmith.mentions.inflecting import ABBREVIATED_PLURAL, plurals
from glossmith.model.edition import Edition
from glossmith.model.finding import Within
from glossmith.model.glossary import Glossary
from glossmith.model.wanted import Candidate, Shape, Sighting
from glossmith.stages._english_words import EVERYDAY_NOUNS, FUNCTION_WORDS, NO_ABBREVIATIONS, QUALITIES, VERBS
from glossmith.stages._phrases import (
    BEFORE_A_SENTENCE,
    LONGEST_RUN,
    MOST_WORDS,
    Habits,
    runs,
    singular,
    spoken,
    tokens,
    verbs,
)

FEWEST, FEWEST_OF_ABBREVIATIONS = 3, 2
"""Terms that use a phrase, or an abbreviation, at least."""

TOO_COMMON, FEW = 0.25, 10
"""Part of all terms beyond which a single word is the language of the field, and no name in it, unless they are few."""

WORTH = {1: 0.6, 2: 1.6, 3: 1.9}
"""What a phrase is worth by its number of words; of an everyday noun at its end, and of nothing else, less."""

ENDS_IN_EVERYDAY, ALL_EVERYDAY, OF_ABBREVIATION = 0.6, 0.5, 1.3

ABBREVIATION = re.compile(r"(?=.*[A-Z].*[A-Z])([A-Z][A-Z0-9]{1,5})(?:'?s|’s)?$")
BETWEEN = re.compile(r"[\s\-‐–—/]+")
COMPOUND = re.compile(r"[-/]")
QUALIFIED = re.compile(r"\s*\([^()]*\)$")
ABBREVIATED = re.compile(r"(\w).*\(((?i:\1)[A-Z0-9]{1,5})\)$")
PAST = re.compile(r"\w\w[^e]ed$")
ADJECTIVE = re.compile(r"(?:ous|able|ible|ful|less|ish|ical|al|ic|ive|ary|ar|ed|est|ent|ant|en)$")

Words = tuple[str, ...]
Run = Sequence[tuple[str, Words]]
"""Words as they are written, each with what all its spellings have in common."""


def candidates(edition: Edition) -> tuple[Candidate, ...]:
    """All candidates, the likeliest first; drafts are not read."""
    texts = {
        term.id: tokens("\n".join(spoken(typeset.html) for typeset in edition.typesets.get(term.id, {}).values()))
        for term in edition.glossary.published
    }
    known = _known(edition.glossary)
    found = [*_abbreviations(texts, known), *_phrases(texts, known)]
    return tuple(one for _, one in sorted(found, key=lambda one: (-one[0], one[1].name)))


def sightings(edition: Edition, candidate: Candidate) -> Iterator[Sighting]:
    """Where a candidate stands first in each term that uses it, as the author wrote it; in passing, the whole text."""
    words = BETWEEN.pattern.join(map(_inflected, BETWEEN.split(candidate.name)))
    flags = re.IGNORECASE if candidate.shape is Shape.PHRASE else 0
    pattern = re.compile(rf"(?<!\w){words}(?!\w)", flags)
    for id_ in candidate.terms:
        term = edition.glossary.by_id[id_]
        prose = [text for _, text in term.prose()]
        found = next(((text, at) for text in prose if (at := pattern.search(text.value))), None)
        within = Within(found[0], *found[1].span()) if found else Within(term.term, 0, 0)
        yield Sighting(term.path, within, term=id_)


def _inflected(word: str) -> str:
    """A pattern for a word in the singular and in the plural."""
    bases = (word, word.lower(), singular(word.lower()))
    forms = dict.fromkeys(form for base in bases for form in (base, *plurals(base)))
    return f"(?:{'|'.join(map(re.escape, forms))})"


def _known(glossary: Glossary) -> frozenset[Words]:
    """Every name of every term, drafts included, and the abbreviations that stand in brackets behind them."""
    names = [
        name
        for term in glossary.terms
        for name in (*term.designations, term.title, QUALIFIED.sub("", term.name), BETWEEN.sub(" ", term.id))
    ]
    behind = (found[2] for name in names if (found := ABBREVIATED.match(name)))
    return frozenset(map(key, (*names, *behind)))


@lru_cache(maxsize=100_000)
def key(name: str) -> Words:
    """The words of a name in lower case and in the singular: what all spellings of it have in common."""
    return tuple(_root(word) for word in BETWEEN.split(name) if word)


def _root(word: str) -> str:
    found = ABBREVIATION.match(word)
    return found[1].lower() if found else singular(word.lower())


def _parts(words: Sequence[str], known: frozenset[Words]) -> Iterator[str]:
    """Words that may be abbreviations, and the parts of compounds, such as TF-IDF and CI/CD, that no term bears."""
    for word in " ".join(words).replace(" / ", "/").split(" "):
        if word.isalnum():
            yield word
        elif key(word) not in known:
            yield from COMPOUND.split(word)


def _abbreviations(texts: Mapping[str, Sequence[str]], known: frozenset[Words]) -> Iterator[tuple[float, Candidate]]:
    users: defaultdict[str, dict[str, None]] = defaultdict(dict)
    count: Counter[str] = Counter()
    for id_, words in texts.items():
        count.update(word for word in words if word.islower())
        for part in _parts(words, known):
            if found := ABBREVIATION.match(part):
                users[found[1]][id_] = None
                count[found[1]] += 1
    for name, ids in users.items():
        is_shouted = count[name.lower()] >= count[name]
        if len(ids) < FEWEST_OF_ABBREVIATIONS or name in NO_ABBREVIATIONS or is_shouted or key(name) in known:
            continue
        yield OF_ABBREVIATION * sqrt(len(ids)), Candidate(name, Shape.ABBREVIATION, tuple(ids))


def _phrases(texts: Mapping[str, Sequence[str]], known: frozenset[Words]) -> Iterator[tuple[float, Candidate]]:
    acting = verbs(texts.values())
    habits = Habits()
    found: dict[str, list[Run]] = {}
    small = {word for words in texts.values() for word in words if word.islower()}
    for id_, words in texts.items():
        listed = [
            (before, _begun(run, small) if before in BEFORE_A_SENTENCE else run)
            for before, run in runs(words, acting)
            if len(run) <= LONGEST_RUN
        ]
        for before, run in listed:
            habits.note(before, run)
        found[id_] = [[(word, key(word)) for word in run] for _, run in listed]
    frequent = _frequent(found)
    longer = _longer(frequent)
    likely = {
        words: alone
        for words, ids in frequent.items()
        if words not in known and (alone := len(ids) - longer.get(words, 0)) > 0
        if len(words) > 1 or len(ids) <= max(FEW, TOO_COMMON * len(texts))
    }
    for words, spellings in _spellings(found, likely).items():
        name = _name(spellings, habits)
        if worth := _worth(name, words, habits, known):
            yield worth * sqrt(likely[words]), Candidate(name, Shape.PHRASE, tuple(frequent[words]))


def _begun(run: list[str], small: Set[str]) -> list[str]:
    """A run with which a sentence begins, without the capital if its first word is written small elsewhere."""
    first = run[0].lower()
    return [first, *run[1:]] if run[0][1:].islower() and first in small else run


def _frequent(found: Mapping[str, Sequence[Run]]) -> dict[Words, dict[str, None]]:
    """The terms that use each phrase, if these are enough; a longer one is looked for only where its parts are."""
    result: dict[Words, dict[str, None]] = {}
    users: defaultdict[Words, dict[str, None]] = defaultdict(dict)
    for length in range(1, MOST_WORDS + 1):
        for id_, listed in found.items():
            for run in listed:
                parts = [words in result for words in _stretches(run, length - 1)] if length > 1 else ()
                for number, words in enumerate(_stretches(run, length)):
                    if not parts or (parts[number] and parts[number + 1]):
                        users[words][id_] = None
        result |= {words: ids for words, ids in users.items() if len(ids) >= FEWEST}
        users = defaultdict(dict, {words: ids for words, ids in users.items() if len(words) > length})  # with hyphens
    return result


def _stretches(run: Run, length: int) -> list[Words]:
    """The words of each stretch of so many tokens, from left to right."""
    keys = [words for _, words in run]
    stretches = keys
    for at in range(1, length):
        stretches = [words + more for words, more in zip(stretches, keys[at:], strict=False)]
    return stretches


def _spellings(found: Mapping[str, Sequence[Run]], likely: Mapping[Words, float]) -> dict[Words, Counter[str]]:
    result: dict[Words, Counter[str]] = {words: Counter() for words in likely}
    for run in chain.from_iterable(found.values()):
        for length in range(1, min(MOST_WORDS, len(run)) + 1):
            for number, words in enumerate(_stretches(run, length)):
                if words in likely:
                    result[words][" ".join(text for text, _ in run[number : number + length])] += 1
    return result


def _longer(frequent: Mapping[Words, Mapping[str, None]]) -> dict[Words, float]:
    """For each phrase how many terms use a longer one that holds it, in the mean of these."""
    counts: defaultdict[Words, list[int]] = defaultdict(list)
    for words, ids in frequent.items():
        for part in {words[i:j] for i in range(len(words)) for j in range(i + 1, len(words) + 1)} - {words}:
            counts[part].append(len(ids))
    return {words: sum(some) / len(some) for words, some in counts.items()}


def _worth(name: str, words: Words, habits: Habits, known: frozenset[Words]) -> float:
    """What a phrase is worth by its words; 0 for one that is no name."""
    first, last = words[0], words[-1]
    head = singular(name.lower().rpartition(" ")[2])
    if len(words) not in WORTH or not habits.ends(head) or PAST.search(last):
        return 0
    if any(word in QUALITIES or word in FUNCTION_WORDS or not word.isalpha() for word in words):
        return 0
    if name.lower() in EVERYDAY_NOUNS:
        return 0  # one with a hyphen
    if " " not in name and not habits.is_noun(head):
        return 0
    everyday = [word in EVERYDAY_NOUNS for word in words]
    if len(words) == 1:
        is_quality = ADJECTIVE.search(last) and not habits.is_counted(last)
        return (
            0 if everyday[0] or last in VERBS or len(last) < 4 or is_quality or ABBREVIATION.match(name) else WORTH[1]
        )
    if everyday[-1] and (ADJECTIVE.search(first) or words[:1] in known or name[0].isupper()):
        return 0
    if everyday[0] and BETWEEN.split(name.lower())[0] != first:
        return 0  # "users deposit": nothing is called by a plural first
    return WORTH[len(words)] * (ALL_EVERYDAY if all(everyday) else ENDS_IN_EVERYDAY if everyday[-1] else 1)


def _name(spellings: Counter[str], habits: Habits) -> str:
    """The most frequent spelling, in the singular if there is one, and in lower case if that is as frequent."""
    name = max(spellings, key=lambda one: (spellings[one], one.islower(), one.count(" "), -len(one), one))
    first, gap, last = name.rpartition(" ")
    if ABBREVIATED_PLURAL.match(last):
        return name[:-1]
    if last.istitle() or last.isupper() or not habits.has_singular(last.lower()):
        return name
    one = singular(last.lower())
    return f"{first}{gap}{last[: len(one)] if last.lower().startswith(one) else one}"
