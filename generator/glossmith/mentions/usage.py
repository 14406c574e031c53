"""What an everyday word is in its sentence, told from the words beside it: a name, an action, a quality, or a phrase.

This reads English. It need not be right about every word: but for a few nouns, what it lets pass is tested further.
"""

from __future__ import annotations

import re
from enum import Enum

NEXT = re.compile(r"[ \n]{0,2}([^\W_]+(?:['’-][^\W_]+)*)?")
LAST = re.compile(r"((?:[^\W_]+(?:['’-][^\W_]+)*[ \n]){0,4})$")
NEAR = 60
"""Characters in which the words before are looked for."""


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


DETERMINERS = _words("a an the this these those each every some any no its their his her our your my another whose one")
SUBJECTS = _words("it they we you i he she who which")
HELPERS = _words(
    "to can could will would may might must shall should do does did cannot can't don't doesn't didn't let lets not "
    "also always often usually never sometimes automatically"
)
OBJECTS = DETERMINERS | _words("them him us me how what why whether")
"""What stands behind a verb, and not behind a noun."""
QUALITIES = _words(
    "common constant current default double false general good high key less local long low mean more most new next "
    "normal old open present public right short simple single small standard total true"
)
"""Everyday words that are adjectives where a word follows: a key idea, at a constant rate, true values."""
JOINTS = (
    DETERMINERS
    | SUBJECTS
    | _words(
        "and or nor but of in on at to for from by with as than that where when while if is are was were be been has "
        "have had can could will would may might must shall should do does did not only into onto over under between "
        "within without through about after before because so used called such then also"
    )
)
"""Words behind which something new begins."""
NOUNS_ONLY = _words("join list mean record")
"""Everyday words that are so as verbs, adjectives and in phrases, and seldom as nouns."""


class Use(Enum):
    """What a word is in its sentence."""

    NAME = "name"
    ACTION = "action"
    QUALITY = "quality"
    PHRASE = "phrase"
    """The head of a phrase such as: a process of, a collection of, the method of."""


def use_of(text: str, start: int, end: int) -> Use:
    """What the word at that place is; a name, where nothing speaks against it."""
    word, following = text[start:end].casefold(), _following(text, end)
    before = _before(text, start)[-1:]
    last = before[0] if before else ""
    if word in QUALITIES and following and following not in JOINTS:
        return Use.QUALITY
    if last in HELPERS or last in SUBJECTS or (last == "that" and word.endswith("s")):
        return Use.ACTION
    if following in OBJECTS and last not in DETERMINERS:
        return Use.ACTION
    return Use.PHRASE if following == "of" else Use.NAME


def is_plainly_a_noun(text: str, start: int, end: int, singular: str) -> bool:
    """Whether a word that is everyday only otherwise is a noun: in the plural or with an article, no word behind it."""
    if singular not in NOUNS_ONLY or use_of(text, start, end) is not Use.NAME:
        return False
    following = _following(text, end)
    if following and following not in JOINTS:
        return False
    is_plural = text[start:end].casefold() != singular
    return (is_plural and singular != "mean") or not DETERMINERS.isdisjoint(_before(text, start))


def _following(text: str, end: int) -> str:
    found = NEXT.match(text, end)
    return found[1].casefold() if found and found[1] else ""


def _before(text: str, start: int) -> list[str]:
    """Up to four words before a place, with nothing but spaces between them."""
    found = LAST.search(text, max(0, start - NEAR), start)
    return found[1].casefold().split() if found else []
