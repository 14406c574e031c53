"""Runs of words that may be names of things: what is left of a text between function words, verbs and punctuation.

There is no grammar behind it. Which words are verbs is learned from the texts themselves: a word that mostly stands
before an article, or behind "to", "can" or a pronoun, is taken for one.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from html import unescape

from glossmith.mentions.inflecting import SINGULARS
from glossmith.mentions.irregular import IN_CHE, IN_IE, PLURALS, UNCHANGING
from glossmith.model.prose import SLOT
from glossmith.stages._english_words import EVERYDAY_NOUNS, FUNCTION_WORDS, QUALITIES, VERBS

KNOWN = re.compile(f"{SLOT}t(\\d+){SLOT}.*?{SLOT}/t\\1{SLOT}", re.DOTALL)
OTHER_SLOT = re.compile(f"{SLOT}[^{SLOT}]*{SLOT}")
UNSPOKEN = re.compile(r"<(code|pre|math|svg)\b.*?</\1>", re.DOTALL)
INLINE = re.compile(r"</?(?:em|strong|a|s|sub|sup|span|b|i)\b[^>]*>")
OTHER = re.compile(r"<[^>]*>")
BREAK = "\n"
"""Ends a run, as punctuation does."""

TOKEN = re.compile(r"[^\W_][\w'’-]*|[^\w\s'’-]|\n")
ARTICLES = frozenset(
    ("a", "an", "the", "its", "their", "his", "our", "your", "this", "that", "these", "those", "each", "every")
)
LEADS_A_VERB = frozenset(
    ("to", "can", "could", "may", "might", "must", "shall", "should", "will", "would", "cannot", "not", "it", "they",
     "we", "you", "that", "which", "who", "let")
)  # fmt: skip
BEFORE_A_NOUN = ARTICLES | {"of"}
BEFORE_A_SENTENCE = frozenset(("", BREAK, ".", "!", "?", ":", '"', "“", "("))
MOST_WORDS = 3
LONGEST_RUN = 8
"""Words without a function word or sign between them; more are no English sentence."""

MOSTLY = 0.3
"""Part of a word's places from which on it is taken for a verb."""

NO_PLURALS = UNCHANGING | PLURALS.keys()
ON_THEIR_OWN = frozenset(("data", "media"))
"""Plurals that name something else than their singulars."""

IN_ES = ("sses", "xes", "ches", "shes", "tzes", "zzes")
IN_SIS = ("eses", "yses")
SILENT = re.compile(r"(?:[ao]|f|ab|acc|exc|cl|re|^[mr]?)uses$")
"""Plurals of nouns in `use`, such as clause, house, muse and excuse; others in `uses` are of nouns in `us`."""


def spoken(html: str) -> str:
    """The running text of typeset HTML without code, formulas and references, with a line for each stretch of it."""
    text = UNSPOKEN.sub(BREAK, KNOWN.sub(BREAK, html.replace("\n", " ")))
    return unescape(OTHER_SLOT.sub("", OTHER.sub(BREAK, INLINE.sub("", text))))


def tokens(text: str) -> list[str]:
    """Words and signs of a text in order."""
    return TOKEN.findall(text)


def verbs(texts: Iterable[Sequence[str]]) -> frozenset[str]:
    """The words that these texts mostly use as verbs."""
    total: Counter[str] = Counter()
    as_verb: Counter[str] = Counter()
    for words in texts:
        lowered = [word.lower() for word in words]
        total.update(lowered)
        for before, word, after in zip(["", *lowered], lowered, [*lowered[1:], ""], strict=False):
            if after in ARTICLES or before in LEADS_A_VERB:
                as_verb[word] += 1
    return frozenset(word for word, count in as_verb.items() if count > MOSTLY * total[word])


def runs(words: Sequence[str], acting: frozenset[str]) -> Iterator[tuple[str, list[str]]]:
    """Maximal runs of words that may be a name, each with the word before it; `acting` are the verbs of these texts."""
    before, last = "", ""
    run: list[str] = []
    for word in words:
        if not _may_be_named(word, acting, begins=not run and last in ARTICLES, follows=_may_go_on(run)):
            if run:
                yield before, run
                run = []
            last = word.lower()
            continue
        before = before if run else last
        run.append(word.removesuffix("'s").removesuffix("’s"))
        if run[-1] != word:  # what a thing has is not part of its name
            yield before, run
            last, run = "its", []
    if run:
        yield before, run


def _may_go_on(run: Sequence[str]) -> bool:
    """Whether a noun may follow, and not rather a verb, as behind a plural: connections help."""
    return bool(run) and singular(run[-1].lower()) == run[-1].lower()


def _may_be_named(word: str, acting: frozenset[str], *, begins: bool, follows: bool) -> bool:
    """Whether a word may be part of a name; a verb may where it `begins` one behind an article: a support vector.

    So may one that is a noun too where it `follows` another word: machine learning, data set.
    """
    lowered = word.lower().replace("’", "'")
    if not word[0].isalpha() or len(word) < 2 or lowered in FUNCTION_WORDS or lowered in QUALITIES:
        return False
    if lowered.endswith("ly") and len(lowered) > 4:
        return False
    is_noun = follows and lowered in EVERYDAY_NOUNS
    is_named = lowered not in acting and (is_noun or not is_verb(lowered))
    return is_named or (begins and not lowered.endswith(("s", "ed")))


@lru_cache(maxsize=50_000)
def is_verb(word: str) -> bool:
    """Whether a word in lower case is a form of an everyday verb, and no noun made of one."""
    if word.endswith(("eed", "ss")):
        return word in VERBS
    stems = {word}
    for ending in ("s", "es", "ed", "d", "ing"):
        if word.endswith(ending) and len(word) > len(ending) + 2:
            stem = word.removesuffix(ending)
            stems |= {stem, f"{stem}e", stem[:-1] if stem[-1] == stem[-2] else stem, f"{stem.removesuffix('i')}y"}
    return bool(stems & VERBS)


class Habits:
    """How single words are used in these texts, by their singular in lower case."""

    def __init__(self) -> None:
        self._total: Counter[str] = Counter()
        self._last: Counter[str] = Counter()
        self._alone: Counter[str] = Counter()
        self._named: Counter[str] = Counter()
        self._forms: set[str] = set()

    def note(self, before: str, run: Sequence[str]) -> None:
        """Take note of a run and the word before it."""
        words = [word.lower() for word in run]
        self._forms.update(words)
        self._total.update(map(singular, words))
        last = singular(words[-1])
        self._last[last] += 1
        self._alone[last] += len(words) == 1
        self._named[last] += len(words) == 1 and before in BEFORE_A_NOUN

    def ends(self, word: str) -> bool:
        """Whether it mostly stands last, as nouns do and adjectives do not."""
        return self._last[word] >= 0.4 * self._total[word]

    def is_noun(self, word: str) -> bool:
        """Whether it stands by itself often enough, and is used as a noun there."""
        if self._alone[word] < 0.4 * self._total[word]:
            return False
        return self.is_counted(word) or self._named[word] >= 0.2 * self._total[word]

    def is_counted(self, word: str) -> bool:
        """Whether it is used in the singular and in the plural."""
        return word in self._forms and any(form in self._forms for form in (f"{word}s", f"{word}es", f"{word[:-1]}ies"))

    def has_singular(self, word: str) -> bool:
        """Whether a word as written, perhaps in the plural, is used in the singular too."""
        return singular(word) in self._forms


@lru_cache(maxsize=100_000)
def singular(word: str) -> str:
    """A noun in lower case without the ending of an English plural."""
    if word in SINGULARS and word not in ON_THEIR_OWN:
        return SINGULARS[word]
    if len(word) < 4 or not word.endswith("s") or word.endswith(("ss", "us", "is")) or word in NO_PLURALS:
        return word
    if word[:-1] in IN_IE or word[:-1] in IN_CHE:
        return word[:-1]
    if word.endswith("ies") and len(word) > 4:
        return f"{word[:-3]}y"
    if word.endswith(IN_SIS) and not word.endswith("eeses"):
        return f"{word[:-2]}is"
    return word[:-2] if word.endswith(IN_ES) or (word.endswith("uses") and not SILENT.search(word)) else word[:-1]
