"""What tells that a text in which an everyday word stands speaks of the term that is called so.

After M. Lesk, Automatic sense disambiguation using machine readable dictionaries (1986): a word is meant in the sense
whose dictionary entry shares most with the words around it. Here one sense is known, that of the entry, and what is
shared has to suffice. How much a word tells is measured by how few definitions have it, as by K. Spärck Jones, A
statistical interpretation of term specificity (1972).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from math import log2

from glossmith.mentions.everyday_words import COMMON_WORDS
from glossmith.mentions.inflecting import conjugated, plurals
from glossmith.mentions.lexicon import Held
from glossmith.model.glossary import Glossary
from glossmith.model.mention import NameFinder, Profile
from glossmith.model.term import Term
from glossmith.stages._english_words import FUNCTION_WORDS, QUALITIES, VERBS
from glossmith.stages._phrases import singular

JUDGED = {Held.COMMON, Held.SENSE}
"""What keeps a name from linking only as long as nothing tells that the term is meant."""
SAMPLE = 400
"""Definitions that are looked at for how much a word tells."""
LEAST = 2.5
"""Bits below which a word tells nothing: one in six definitions has it."""

WORD = re.compile(r"[^\W\d_]{3,}(?:-[^\W\d_]+)*")
REFERENCE = re.compile(r"\[\[((?:[^\[\]\n]|\[[^\[\]\n]*\])+)\]\]")
DULL = frozenset(
    form
    for words, inflect in (
        ((*FUNCTION_WORDS, *QUALITIES, *COMMON_WORDS), plurals),
        ((*VERBS, *COMMON_WORDS), conjugated),
    )
    for word in words
    for form in (word, *inflect(word))
)
"""Words that do not tell what a text is about; nor do adverbs."""


def profiles(glossary: Glossary, matcher: NameFinder, terms: Sequence[Term]) -> dict[str, Profile]:
    """By their ids, the profiles of the terms that bear an everyday word."""
    judged = {
        bearer.id
        for _, name in matcher.lexicon.names
        for bearer in name.bearers
        if bearer.held in JUDGED and is_a_word(name.form)
    }
    if not judged:
        return {}
    sample = terms[:: 1 + len(terms) // SAMPLE]
    spread = Counter(item for term in sample for item in _items(glossary, matcher, term))
    return {id_: _profile(glossary, matcher, glossary.by_id[id_], spread, len(sample)) for id_ in sorted(judged)}


def _profile(glossary: Glossary, matcher: NameFinder, term: Term, spread: Counter[str], size: int) -> Profile:
    own = {marked(term.id), *words(" ".join(term.designations))}
    items = {*_items(glossary, matcher, term), *related(glossary, term)} - own
    told = {item: log2((size + 1) / (spread[item] + 1)) for item in sorted(items)}
    is_verb = term.part_of_speech is not None and term.part_of_speech.value == "verb"
    is_action = is_verb or (term.part_of_speech is None and term.definition.value.startswith("To "))
    return Profile({item: bits for item, bits in told.items() if bits >= LEAST}, is_action)


def is_a_word(name: str) -> bool:
    """Whether a name may be judged: numbers, lone letters and words such as “all” never mean a term unasked."""
    return len(name) > 2 and name.isalpha() and name.casefold() not in FUNCTION_WORDS


def marked(id_: str) -> str:
    """The id of a term as an item, which no word can be."""
    return f"#{id_}"


def _items(glossary: Glossary, matcher: NameFinder, term: Term) -> set[str]:
    """What a definition names: terms, and other words."""
    markdown = term.definition.value
    referred = (glossary.answer(found[1]).term for found in REFERENCE.finditer(markdown))
    named = named_in(matcher, REFERENCE.sub(" \n ", markdown))
    return {marked(one.id) for one in referred if one}.union(*named)


def related(glossary: Glossary, term: Term) -> Iterator[str]:
    """The terms to which an entry says that it is related."""
    answers = (glossary.answer(text.value).term for _, text in term.relations())
    return (marked(other.id) for other in answers if other)


def named_in(matcher: NameFinder, text: str) -> Iterator[tuple[str, ...]]:
    """What a text names: for each mention the terms that bear the name, and each of its other words."""
    at, rest = 0, []
    for start, end, name in matcher.find(text):
        if name.linkable:
            yield tuple(marked(id_) for id_ in name.linkable)
            rest.append(text[at:start])
            at = end
    yield from ((word,) for word in words(" ".join((*rest, text[at:]))))


def words(text: str) -> Iterator[str]:
    """The words that tell something, each in the singular."""
    found = (word for word in WORD.findall(text.casefold()) if word not in DULL and not word.endswith("ly"))
    return (singular(word) for word in found)
