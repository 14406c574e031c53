"""Further forms of an English name, made by rule: plurals, safe singulars, and ways to write a possessive."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from glossmith.mentions.irregular import HARD_CH, HEAD_FIRST, IN_IE, PLURALS, UNCHANGING

PREPOSITIONS = "(?:of|in|on|under|for|with|to|by|per|over|at|from|as|and)"
PREPOSITION = re.compile(rf" {PREPOSITIONS} |-{PREPOSITIONS}-(?!\S* )")
"""What ends the head of a noun phrase: areas *under* the curve; but not inside a compound before it: peer-to-peer."""
LATIN = "A-Za-zÀ-ÖØ-öø-ɏ"
LAST_WORD = re.compile(rf"(?:[{LATIN}0-9]*[{LATIN}]|[A-Z][A-Za-z]*[0-9]+)$")
"""Of letters and digits; a number alone is none, but A100 is."""
ABBREVIATED = re.compile(r"(?:[A-Z0-9]|[A-Z][a-z]?[A-Z]\w*|\w+[A-Z])$")
ABBREVIATED_PLURAL = re.compile(r"[A-Z]{2,}s$")
IN_BRACKETS = re.compile(r"[0-9]\([A-Za-z]\)$")
"""What takes a bare s although it ends in no letter: 401(k)."""
POSSESSIVE = re.compile(r"s['’](?:s)? (?=\w)")
SINGULARS = {plural: singular for singular, plurals in PLURALS.items() for plural in plurals if singular != "datum"}


def forms(name: str) -> list[str]:
    """Forms of a noun phrase in which it may stand in a text, without those that it has already."""
    found = _bent(name)
    for base in _possessives(name):
        found += (base, *_bent(base)) if base != name else _bent(base)
    return found


def _bent(name: str) -> list[str]:
    before, word, rest = _split(name)
    return [f"{before}{form}{rest}" for form in (*_plurals(before, word), *_singulars(before, word))]


def plurals(name: str) -> list[str]:
    """The plurals of a noun phrase; none of what is a plural already."""
    before, word, rest = _split(name)
    return [f"{before}{form}{rest}" for form in _plurals(before, word)]


def conjugated(verb: str) -> Iterator[str]:
    """The forms that a verb may have by rule, and some that it has not."""
    stem = verb.removesuffix("e")
    yield from (*plurals(verb), f"{stem}ed", f"{stem}ing", f"{verb}{verb[-1]}ed", f"{verb}{verb[-1]}ing")
    if verb.endswith("y"):
        yield f"{verb[:-1]}ied"


def _split(name: str) -> tuple[str, str, str]:
    """The last word of a noun phrase's head, with what stands before and behind it; accents are part of letters."""
    if not name.isascii():
        name = unicodedata.normalize("NFC", name)
    head, rest = _head(name)
    last = head.rpartition(" ")[2]
    if last.isalpha() and last.isascii():
        return head[: -len(last)], last, rest
    found = LAST_WORD.search(head)
    at = found.start() if found else len(head)
    return head[:at], head[at:], rest


def _plurals(before: str, word: str) -> tuple[str, ...]:
    """The plurals of a last word, behind what stands before it."""
    if not word:
        return ("s",) if IN_BRACKETS.search(before) else ()
    if len(word) > 1 or (word.isupper() and before.endswith(("/", "&"))):
        return _plurals_of_word(word)
    return ()


def _singulars(before: str, word: str) -> tuple[str, ...]:
    """The singular of a last word in the plural, where that is safe.

    That is so of an abbreviation, and of several words; a single word in s may be the name of a thing: Kubernetes.
    """
    if not word.endswith("s") and word.lower() not in SINGULARS:
        return ()
    if ABBREVIATED_PLURAL.match(word):
        return (word[:-1],)
    return _singular_of_word(word) if before.endswith((" ", "-")) else ()


def _possessives(name: str) -> tuple[str, ...]:
    """Other ways to write a possessive of a name in s: Bayes' theorem, Bayes's theorem, Bayes theorem."""
    found = POSSESSIVE.search(name) if "'" in name or "’" in name else None
    if not found:
        return ()
    ways = (f"{name[: found.start()]}{ending} {name[found.end() :]}" for ending in ("s'", "s's", "s"))
    return tuple(way for way in ways if way != name.replace("’", "'"))


def _head(name: str) -> tuple[str, str]:
    """The part of a noun phrase whose last word takes the plural, and the rest."""
    signs = name.count(" ") + name.count("-")
    if signs and (noun := HEAD_FIRST.search(name)):
        return name[: noun.end()], name[noun.end() :]
    found = PREPOSITION.search(name) if signs > 1 else None
    return (name[: found.start()], name[found.start() :]) if found and found.start() else (name, "")


def _plurals_of_word(word: str) -> tuple[str, ...]:
    small = word.lower()
    if not word.islower() and ABBREVIATED.search(word):
        return (f"{word}s", f"{word}es") if word.endswith("S") else (f"{word}s",)
    if small in PLURALS:
        return tuple(_cased(plural, word) for plural in PLURALS[small])
    if small in UNCHANGING or small in SINGULARS:
        return ()
    return tuple(word[: len(word) - cut] + ending for cut, ending in _endings(small))


def _endings(word: str) -> tuple[tuple[int, str], ...]:
    """How many letters a plural takes away, and what it adds."""
    if word.endswith("sis"):
        return ((2, "es"),)
    if word.endswith("s") and not word.endswith(("ss", "us", "is")):
        return ()
    if word.endswith("z") and not word.endswith("zz") and len(word) > 2 and word[-2] in "aeiou":
        return ((0, "zes"),)
    if word.endswith(("s", "sh", "x", "z")) or (word.endswith("ch") and word not in HARD_CH):
        return ((0, "es"),)
    if word.endswith("quy") or (word.endswith("y") and len(word) > 2 and word[-2] not in "aeiou"):
        return ((1, "ies"),)
    if word.endswith("woman") or (word.endswith("man") and word not in {"human", "german", "roman"}):
        return ((2, "en"),)
    return ((0, "s"),)


def _singular_of_word(word: str) -> tuple[str, ...]:
    small = word.lower()
    if small in SINGULARS:
        return (_cased(SINGULARS[small], word),)
    if not small.endswith("s") or small.endswith(("ss", "us", "is", "ics", "ings", "ous")):
        return ()
    if small in UNCHANGING or small in PLURALS or len(small) < 4:
        return ()
    if small.endswith("ies") and len(small) > 4 and small[:-1] not in IN_IE:
        return (f"{word[:-3]}y",)
    if small.endswith(("sses", "shes", "xes", "tzes", "zzes")):
        return (word[:-2],)
    if small.endswith(("ches", "uses")) and len(small) > 4:
        return word[:-2], word[:-1]  # batch and cache, bus and clause: one of both is no word, so it does no harm
    return (f"{word[:-2]}is", word[:-1]) if small.endswith(("eses", "ises", "oses", "yses")) else (word[:-1],)


def _cased(word: str, like: str) -> str:
    return word.capitalize() if like[0].isupper() else word
