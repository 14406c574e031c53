"""Typeset texts in which references get the names that readers see, when somebody asks for them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from html import escape
from typing import Any

from glossmith.model.glossary import Glossary
from glossmith.model.prose import SLOT, Typeset
from glossmith.prose.filling import fill

SLOTS = re.compile(f"{SLOT}/?t[0-9]+{SLOT}")


class Labelled(Mapping[str, Typeset]):
    """Typeset texts that are labelled when they are asked for, by the process that makes their page."""

    __slots__ = ("_glossary", "_typesets")

    def __init__(self, typesets: Mapping[str, Typeset], glossary: Glossary) -> None:
        self._typesets = dict(typesets)
        self._glossary = glossary

    def __getitem__(self, key: str) -> Typeset:
        """A labelled text."""
        typeset = self._typesets[key]
        if SLOT in typeset.text:
            typeset = self._typesets[key] = _labelled(typeset, self._glossary)
        return typeset

    def get(self, key: str, default: Any = None) -> Any:
        """As any mapping has it; that of `Mapping` costs as much as all else that a page asks for."""
        return self[key] if key in self._typesets else default

    def __contains__(self, key: object) -> bool:
        """Whether there is such a text; it need not be labelled for that."""
        return key in self._typesets

    @property
    def unlabelled(self) -> Mapping[str, Typeset]:
        """The same texts, for whoever needs their HTML and references only."""
        return self._typesets

    def __iter__(self) -> Iterator[str]:
        """The keys."""
        return iter(self._typesets)

    def __len__(self) -> int:
        """How many texts there are."""
        return len(self._typesets)


def _labelled(typeset: Typeset, glossary: Glossary) -> Typeset:
    labels = [glossary.answer(reference.target).label for reference in typeset.references]
    if all(one is None for one in labels):
        return typeset._replace(brief=SLOTS.sub("", typeset.brief), text=SLOTS.sub("", typeset.text))
    brief = fill(typeset.brief, lambda number: _unlinked(labels[number] and escape(labels[number] or "")), str)
    return typeset._replace(brief=brief, text=fill(typeset.text, lambda number: _unlinked(labels[number]), str))


def _unlinked(text: str | None) -> tuple[str, str] | tuple[str, str, str]:
    return ("", "") if text is None else ("", "", text)


def unlabelled(typesets: Mapping[str, Typeset]) -> Mapping[str, Typeset]:
    """Texts as they were typeset; to label those of other pages for the sake of their HTML takes long."""
    return typesets.unlabelled if isinstance(typesets, Labelled) else typesets
