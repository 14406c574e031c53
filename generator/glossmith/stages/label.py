"""Label: in short and plain texts, references get the names that readers see."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from html import escape

from glossmith.model.glossary import Glossary
from glossmith.model.prose import SLOT, Typeset
from glossmith.prose.filling import fill


def label(typesets: Mapping[str, Typeset], glossary: Glossary) -> Mapping[str, Typeset]:
    """Typeset texts whose `brief` and `text` hold no slots any more."""
    if not any(SLOT in typeset.text for typeset in typesets.values()):
        return typesets
    return {key: _labelled(typeset, glossary) for key, typeset in typesets.items()}


def _labelled(typeset: Typeset, glossary: Glossary) -> Typeset:
    if SLOT not in typeset.text:
        return typeset
    labels = [glossary.answer(reference.target).label for reference in typeset.references]
    brief = fill(typeset.brief, lambda number: _unlinked(labels[number] and escape(labels[number] or "")), str)
    return replace(typeset, brief=brief, text=fill(typeset.text, lambda number: _unlinked(labels[number]), str))


def _unlinked(text: str | None) -> tuple[str, str] | tuple[str, str, str]:
    return ("", "") if text is None else ("", "", text)
