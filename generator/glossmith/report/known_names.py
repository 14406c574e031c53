"""What an editor's schema says of names that exist: it completes them, explains each, and refuses all others.

A plain `enum` of all names would do for validators. The YAML language server, which editors run, shows all of an
`enum` in the hover text of any one value, and needs seconds for thousands of `const` alternatives (measured with
1.25: 3.5 s at 1,000 terms). So the `enum` stands where it is offered but never taken, and what is taken is found by
its first letter.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import groupby
from typing import Any

Schema = dict[str, Any]

FEWEST_TOGETHER = 150
"""Names of fewer first letters than these share a branch."""

SYNTAX = re.compile(r"[\\^$.|?*+()\[\]{}/]")
"""Characters that mean something in a pattern, and that ECMA-262 allows to be escaped."""

HYPHEN = r"\-"


@dataclass(frozen=True, slots=True)
class Known:
    """A name that may be written, and in Markdown what it stands for; a name that is not offered is still accepted."""

    name: str
    about: str
    is_offered: bool = True


def known_names(names: Iterable[Known], doc: str, fault: str, *, is_closed: bool, text: Schema | None = None) -> Schema:
    """The schema of a text that is one of `names`; where not closed, another will do that is a `text`."""
    known: dict[str, Known] = {}
    for one in names:
        known.setdefault(one.name, one)
    offered = [one for one in known.values() if one.is_offered]
    is_single: Schema = {"not": {"type": ["array", "object"]}}
    rules = [*([text] if text else ()), *_branches(known.values(), fault, is_closed=is_closed)]
    offer = {"anyOf": [is_single, _offer(offered)]} if offered else is_single
    return {"description": doc, **offer, **({"allOf": rules} if rules else {})}


def _offer(known: Sequence[Known]) -> Schema:
    """Never true, so that it appears in lists of suggestions only."""
    return {
        "type": "string",
        "enum": [one.name for one in known],
        "markdownEnumDescriptions": [one.about for one in known],
        "not": {},
    }


def _branches(known: Iterable[Known], fault: str, *, is_closed: bool) -> Iterator[Schema]:
    ordered = sorted(known, key=lambda one: (_first(one.name), one.name))
    if is_closed:
        first = _any_of({_first(one.name) for one in ordered}) if ordered else "(?!)"
        yield {"pattern": rf"^\s*{first}", "patternErrorMessage": fault}
    for letters, some in _by_first_letter(ordered):
        then: Schema = {"allOf": list(_explained(some))}
        if is_closed:
            then |= {"pattern": _in_any_case(one.name for one in some), "patternErrorMessage": fault}
        yield {"if": {"type": "string", "pattern": rf"^\s*{_any_of(letters)}"}, "then": then}


def _explained(known: Iterable[Known]) -> Iterator[Schema]:
    """One condition for all names of the same thing; a pattern, since hover texts list the values of an `enum`."""
    by_about: dict[str, list[str]] = {}
    for one in known:
        by_about.setdefault(one.about, []).append(SYNTAX.sub(_escaped, one.name))
    for about, names in by_about.items():
        yield {"if": {"pattern": f"^(?:{'|'.join(names)})$"}, "then": {"markdownDescription": about}}


def _by_first_letter(ordered: Iterable[Known]) -> Iterator[tuple[set[str], list[Known]]]:
    """Groups by first letter, each of which has enough names to be worth a branch."""
    letters: set[str] = set()
    together: list[Known] = []
    for letter, some in groupby(ordered, lambda one: _first(one.name)):
        letters.add(letter)
        together += some
        if len(together) >= FEWEST_TOGETHER:
            yield letters, together
            letters, together = set(), []
    if together:
        yield letters, together


def _first(name: str) -> str:
    return min(_cases(name.strip()[:1]), default="")


@cache
def _cases(character: str) -> Mapping[str, None]:
    """The character as it is, small, capital and at the head of a word, each once."""
    forms = (character, character.lower(), character.upper(), character.title())
    return dict.fromkeys(form for form in forms if len(form) == 1)


def _any_of(characters: Iterable[str]) -> str:
    both = sorted({form for character in characters for form in _cases(character)})
    return f"[{SYNTAX.sub(_escaped, ''.join(both)).replace('-', HYPHEN)}]"


def _in_any_case(names: Iterable[str]) -> str:
    """A pattern for any of the names, without regard to case and the amount of white space."""
    folded = {(line := " ".join(name.split())).casefold(): line for name in names}
    return rf"^\s*(?:{'|'.join(''.join(map(_either, line)) for line in folded.values())})\s*$"


@cache
def _either(character: str) -> str:
    if character == " ":
        return r"\s+"
    forms = _cases(character)
    return f"[{''.join(forms)}]" if len(forms) > 1 else SYNTAX.sub(_escaped, character)


def _escaped(match: re.Match[str]) -> str:
    return f"\\{match[0]}"
