"""The glossary: all terms of a site, with their indexes."""

from __future__ import annotations

import posixpath
import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property, lru_cache

from glossmith.model.addresses import target_of
from glossmith.model.link import Answer, Step
from glossmith.model.nearest import Lexicon
from glossmith.model.term import Term
from glossmith.model.vocabulary import Category, Organization, Vocabularies

LETTER_NAMES = {"HIRAGANA": "か", "KATAKANA": "か", "CJK": "漢", "HANGUL": "한"}
GREEK = re.compile(r"GREEK (SMALL|CAPITAL) LETTER [A-Z]+$")
DIGITS = "0–9"
SYMBOLS = "#"


@dataclass(frozen=True)
class Names:
    """Who bears which name: for each step, the normalised name and the ids that answer to it."""

    steps: tuple[Mapping[str, tuple[str, ...]], ...] = tuple({} for _ in Step)

    def find(self, name: str) -> tuple[Step, tuple[str, ...]]:
        """The first step at which terms answer, and their ids; no ids where none does."""
        found = self._found.get(name)
        if found is None:
            found = self._found[name] = self._first.get(normal(name), (Step.ID, ()))
        return found

    @cached_property
    def _found(self) -> dict[str, tuple[Step, tuple[str, ...]]]:
        """What was found by names as they are written: most are looked for many times."""
        return {}

    @cached_property
    def _first(self) -> Mapping[str, tuple[Step, tuple[str, ...]]]:
        """For each name the first step that knows it."""
        steps = reversed([*zip(Step, self.steps, strict=True)])
        return {name: (step, ids) for step, names in steps for name, ids in names.items() if ids}


@dataclass(frozen=True)
class Glossary:
    """All entries of a site that are valid; `terms` are in alphabetical order, drafts included.

    `category_of` and `organizations_of` lead from a term's id to ids of the vocabularies; these hold what the
    files declare, or what the entries write where there is no file.
    """

    terms: tuple[Term, ...] = ()
    names: Names = field(default_factory=Names)
    vocabularies: Vocabularies = field(default_factory=Vocabularies)
    categories: Mapping[str, Category] = field(default_factory=dict)
    organizations: Mapping[str, Organization] = field(default_factory=dict)
    category_names: Mapping[str, str] = field(default_factory=dict)
    organization_names: Mapping[str, str] = field(default_factory=dict)

    @cached_property
    def by_id(self) -> Mapping[str, Term]:
        """Terms by their ids."""
        return {term.id: term for term in self.terms}

    def path_of(self, id_: str) -> str:
        """The file of the term with that id; empty where it lost its id to another."""
        return self.by_id[id_].path if id_ in self.by_id else ""

    @cached_property
    def by_source(self) -> Mapping[str, Term]:
        """Terms by their files, relative to the folder of entries."""
        return {term.source: term for term in self.terms}

    def linked(self, source: str, href: str) -> Term | None:
        """The term to whose file a relative link in the file `source` of the folder of entries leads."""
        return self.by_source.get(target_of(posixpath.dirname(source), href))

    @cached_property
    def lexicon(self) -> Lexicon:
        """Every name and id, to find the one that an author meant; those that answer come first."""
        answering = (name for term in self.terms for name in (term.name, term.title, *map(str, term.admitted), term.id))
        others = (name for term in self.terms for name in term.designations)
        return Lexicon(dict.fromkeys((*answering, *others)))

    def meant(self, name: str) -> str | None:
        """The nearest name that answers; of a deprecated or hidden name or an inflection, the term's own."""
        nearest = self.lexicon.nearest(name)
        step, ids = self.names.find(nearest) if nearest else (Step.ID, ())
        if nearest and (not ids or step is Step.DEPRECATED):
            return next(term.title for term in self.terms if nearest in term.designations)
        return nearest

    @cached_property
    def published(self) -> tuple[Term, ...]:
        """The terms that are not drafts."""
        return tuple(term for term in self.complete if not term.is_draft)

    @cached_property
    def complete(self) -> tuple[Term, ...]:
        """The terms that have a definition; others stand for entries that cannot be read."""
        return tuple(term for term in self.terms if term.definition.value)

    @property
    def is_whole(self) -> bool:
        """Whether every entry could be read."""
        return len(self.complete) == len(self.terms)

    def category_of(self, term: Term) -> Category | None:
        """The category that a term names, if there is one of that name."""
        return self.categories.get(self.category_names.get(normal(term.category.value), "")) if term.category else None

    def successor_of(self, term: Term) -> Term | None:
        """The term to use instead, if the entry names one and it is known."""
        return self.answer(term.replaced_by.value).term if term.replaced_by else None

    def category_named(self, name: str) -> str:
        """The id of the category with that id or title; empty where there is none."""
        return self.category_names.get(normal(name), "")

    def organization_called(self, name: str) -> Organization | None:
        """The organization with that id, name or alias."""
        return self.organizations.get(self.organization_names.get(normal(name), ""))

    def answer(self, written: str) -> Answer:
        """What the inside of a `[[...]]` leads to: tried whole, then without `|text`, then without `#heading`."""
        if (known := self._answers.get(written)) is None:
            answer = self._answer(written)
            is_named = answer.term is not None and answer.shown is None
            known = self._answers[written] = replace(answer, label=_label(answer, written)) if is_named else answer
        return known

    @cached_property
    def _answers(self) -> dict[str, Answer]:
        """What was asked before: many references are written alike."""
        return {}

    def _answer(self, written: str) -> Answer:
        step, ids = self.names.find(written)
        if ids:
            return self._found(written, ids, step)
        target, bar, shown = written.rpartition("|")
        text = shown.strip() if bar else None
        if bar:
            step, ids = self.names.find(target)
            if ids:
                return self._found(target, ids, step, shown=text)
        whole = target if bar else written
        name, hash_, heading = whole.partition("#")
        if hash_ and name.strip():
            step, ids = self.names.find(name)
            return self._found(name if ids else whole, ids, step, heading.strip(), text)
        return self._found(whole, (), step, shown=text)

    def _found(
        self, name: str, ids: tuple[str, ...], step: Step, heading: str = "", shown: str | None = None
    ) -> Answer:
        return Answer(name.strip(), tuple(self.by_id[id_] for id_ in ids), step, heading, shown)


def _label(answer: Answer, written: str) -> str | None:
    """What a reference without a text of its own is shown as, if not as it was typed."""
    if answer.term and answer.step is Step.ID and normal(answer.name) != normal(answer.term.name):
        return answer.term.name
    return answer.name if answer.heading or "|" in written else None


@lru_cache(maxsize=131_072)
def normal(name: str) -> str:
    """A name as it is compared: NFC, without regard to case or the amount of white space."""
    name = " ".join(name.split()).casefold()
    return name if name.isascii() else unicodedata.normalize("NFC", name)


def sort_key(text: str) -> tuple[str, str]:
    """Alphabetical order: accents and case do not count, punctuation stands before letters."""
    folded = unicodedata.normalize("NFKD", _spelled(text).casefold())
    return "".join(character for character in folded if not unicodedata.combining(character)), text


def initial(text: str) -> str:
    """The letter under which an index lists `text`; digits share one, signs another, and so do Han characters."""
    for character in unicodedata.normalize("NFKD", _spelled(text)):
        if character.isalpha():
            script = unicodedata.name(character, "").split(" ")[0]
            return LETTER_NAMES.get(script) or character.upper()[0]
        if character.isdigit():
            return DIGITS
    return SYMBOLS


def _spelled(text: str) -> str:
    """A name as it is read: œ as o and e, and Greek letters that are only symbols, such as in β-VAE, by their names."""
    text = text.replace("œ", "oe").replace("Œ", "OE")
    if text.isascii() or not any("a" <= character <= "z" for character in text.lower()):
        return text
    names = ((character, unicodedata.name(character, "")) for character in text)
    return "".join(name.rpartition(" ")[2].lower() if GREEK.match(name) else letter for letter, name in names)
