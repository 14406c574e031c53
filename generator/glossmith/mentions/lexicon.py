"""Which forms of which designations may be found in a text, and whose they are."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise
from typing import NamedTuple

from glossmith.mentions.abbreviating import halves
from glossmith.mentions.casing import exact
from glossmith.mentions.everyday_words import COMMON_WORDS
from glossmith.mentions.folding import fold, spelled
from glossmith.mentions.idioms import IDIOMS
from glossmith.mentions.inflecting import forms
from glossmith.mentions.letters import WORD
from glossmith.model.term import Term

SPACES = {" ", "-", "–"}
PLAIN = re.compile("[a-z0-9]+(?: [a-z0-9]+)*")
WHITE_SPACE = re.compile(r"\s+")
JOINT = re.compile(r"\s+|(?<![\s–-])[–-](?![\s–-])")
"""What a space in a name is found as beside other signs: C++-style."""
NOUNS = (None, "noun", "other")


class Held(StrEnum):
    """Why a name that is found is not to become a link by itself; what its text says may tell otherwise."""

    OFF = "off"
    """The entry says `linking: {auto: false}`."""
    COMMON = "common"
    """It is an everyday word, a lone letter or a number, and the entry does not say `linking: {auto: true}`."""
    LISTED = "listed"
    """The site lists it among its common words, and the entry does not say `linking: {auto: true}`."""
    SYMBOL = "symbol"
    """It is a symbol."""
    SENSE = "sense"
    """It is a single word, and the entry's name goes on in brackets to say in which of several senses: node (graph)."""


class Bearer(NamedTuple):
    """A term that bears a name, by its id, and what keeps it from linking."""

    id: str
    held: Held | None = None


class Name(NamedTuple):
    """One form of a designation, and all terms that bear it, sorted by id; `form` is one way to write it.

    `linkable` are the ids of those terms whose name it is to link.
    """

    form: str
    bearers: tuple[Bearer, ...]
    ids: tuple[str, ...]
    linkable: tuple[str, ...]


class Shape(NamedTuple):
    """How a name is compared: its words, the signs around and between them, and the words whose capitals count.

    `before` and `after` are signs that belong to the name, as in .NET and C++; `between` are the signs before each
    word but the first, where a space stands for any white space and for a hyphen.
    """

    words: tuple[str, ...]
    between: tuple[str, ...] = ()
    before: str = ""
    after: str = ""
    exact: tuple[str | None, ...] | None = None


@dataclass(frozen=True, slots=True)
class Lexicon:
    """All names by their shapes, and the idioms, which are names that nobody bears."""

    names: tuple[tuple[Shape, Name], ...]
    idioms: tuple[tuple[Shape, Name], ...] = ()

    @classmethod
    def of(
        cls, terms: Iterable[Term], common_words: Iterable[str] = COMMON_WORDS, listed: Iterable[str] = ()
    ) -> Lexicon:
        """The names of all those terms; what they are does not depend on the order of the terms."""
        common = {**dict.fromkeys(_common(common_words), Held.COMMON), **dict.fromkeys(_common(listed), Held.LISTED)}
        claims: defaultdict[Shape, list[_Claim]] = defaultdict(list)
        for term in terms:
            for shape, claim in _claims(term, common):
                claims[shape].append(claim)
        names = {shape: _name(listed) for shape, listed in claims.items()}
        idioms = ((_shape_of(idiom), Name(idiom, (), (), ())) for idiom in IDIOMS)
        return cls(tuple(names.items()), tuple((shape, name) for shape, name in idioms if shape and shape not in names))


class _Claim(NamedTuple):
    """A term's claim to a form; the first counts: what is written in the entry, then what a rule makes of it."""

    by_rule: bool
    is_sense: bool
    place: int
    form: str
    bearer: Bearer


def _name(claims: list[_Claim]) -> Name:
    """A form that some entry states is nobody's by mere rule: “statistics” is not the plural of “statistic”.

    But what is left of a name when its brackets are is less than a plural: “hackers” are not *Hackers (film)*.
    """
    if len(claims) == 1 and not claims[0].is_sense:
        bearer = claims[0].bearer
        ids = (bearer.id,)
        return Name(claims[0].form, (bearer,), ids, () if bearer.held else ids)
    if len(claims) > 1:
        claims = sorted(claims, key=_precedence)
        stated = [claim for claim in claims if not claim.by_rule]
        bent = [claim for claim in claims if claim.by_rule and not claim.is_sense]
        only_senses = bool(stated) and all(claim.is_sense for claim in stated)
        claims = bent if bent and only_senses else stated or claims
    first: dict[str, Bearer] = {}
    for claim in claims:
        first.setdefault(claim.bearer.id, claim.bearer)
    if len(first) == 1 and claims[0].is_sense and claims[0].bearer.held is None:
        first = {id_: bearer._replace(held=Held.SENSE) for id_, bearer in first.items()}
    bearers = tuple(first[id_] for id_ in sorted(first))
    linkable = tuple(bearer.id for bearer in bearers if bearer.held is None)
    return Name(claims[0].form, bearers, tuple(bearer.id for bearer in bearers), linkable)


def _precedence(claim: _Claim) -> tuple[bool, bool, int, str]:
    return claim.by_rule, claim.bearer.held is not None, claim.place, claim.form


def _claims(term: Term, common: Mapping[str, Held]) -> Iterator[tuple[Shape, _Claim]]:
    linking, free = term.linking, Bearer(term.id)
    for place, (designation, is_symbol, may_bend) in enumerate(_designations(term)):
        for by_rule, is_bare, form in _forms(designation, may_bend):
            if shape := _shape_of(form, linking.case_sensitive):
                held = _held(linking.auto, shape, is_symbol, common)
                is_sense = is_bare and not linking.auto and not shape.exact and len(shape.words) == 1
                yield shape, _Claim(by_rule, is_sense, place, form, Bearer(term.id, held) if held else free)
    if term.disambiguation and (shape := _shape_of(term.title, linking.case_sensitive)):
        held = _held(linking.auto, shape, False, common)
        yield shape, _Claim(False, False, 0, term.title, Bearer(term.id, held))


def _forms(designation: str, may_bend: bool) -> Iterator[tuple[bool, bool, str]]:
    """Each form of a designation, whether a rule made it, and whether it lacks the brackets that tell its sense."""
    yield False, False, designation
    names = halves(designation)
    is_bare = len(names) == 1 and names[0] != designation
    for half in names:
        if half != designation:
            yield False, is_bare, half
        if may_bend:
            for form in forms(half):
                yield True, is_bare, form


def _designations(term: Term) -> Iterator[tuple[str, bool, bool]]:
    """Each preferred and admitted name and listed inflection; whether it is a symbol, and may take other forms."""
    is_noun = (term.part_of_speech.value if term.part_of_speech else None) in NOUNS
    yield term.name, False, is_noun
    for text in term.abbreviation:
        yield text.value, False, is_noun
    for synonym in term.synonyms:
        is_symbol = synonym.type is not None and synonym.type.value == "symbol"
        yield synonym.term.value, is_symbol, is_noun and not is_symbol
    for text in term.inflections:
        yield text.value, False, False


def _held(auto: bool | None, shape: Shape, is_symbol: bool, common: Mapping[str, Held]) -> Held | None:
    if auto is False:
        return Held.OFF
    if is_symbol:
        return Held.SYMBOL
    return None if auto else _frequent(shape, common)


def _frequent(shape: Shape, common: Mapping[str, Held]) -> Held | None:
    """What holds a name that is too frequent to link unasked: a listed word, a lone letter, a number."""
    words = " ".join(shape.words)
    if shape.exact or shape.before or shape.after:
        if listed := common.get(_spelling(shape)):
            return listed
        if shape.before or shape.after or len(words) > 1:
            return None
    is_short = len(words) == 1 and not shape.exact
    return common.get(words) or (Held.COMMON if is_short or words.replace(" ", "").isdecimal() else None)


def _common(words: Iterable[str]) -> frozenset[str]:
    """Common words and their plurals, as they are compared."""
    shapes = (_shape_of(form) for word in words for form in (word, *forms(word)))
    return frozenset(_spelling(shape) for shape in shapes if shape)


def _spelling(shape: Shape) -> str:
    """A name as it is looked up among common words: with its signs, and with those capitals that count."""
    words = zip(shape.exact or shape.words, shape.words, strict=True)
    return f"{shape.before}{' '.join(demand or word for demand, word in words)}{shape.after}"


def _shape_of(name: str, case_sensitive: bool | None = None) -> Shape | None:
    """How that name is compared; None where it has no letter or digit."""
    if not case_sensitive and PLAIN.fullmatch(name):
        words = tuple(name.split(" "))
        return Shape(words, (" ",) * (len(words) - 1))
    compared = fold(name.strip())
    found = [*WORD.finditer(compared)]
    if not found:
        return None
    gaps = (compared[one.end() : other.start()] for one, other in pairwise(found))
    written = WORD.findall(spelled(name))
    return Shape(
        tuple(word[0] for word in found),
        tuple(map(gap, gaps)),
        WHITE_SPACE.sub(" ", compared[: found[0].start()]),
        WHITE_SPACE.sub(" ", compared[found[-1].end() :]),
        exact(written, case_sensitive) if len(written) == len(found) else None,  # a lone \u0345 folds to a letter
    )


def gap(signs: str) -> str:
    """What stands between two words as it is compared: white space, a hyphen or nothing at all is one space."""
    return " " if signs in SPACES or not signs.strip() else JOINT.sub(" ", signs)
