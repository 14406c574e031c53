"""The fixed headings and labels of pages, as a site's own `words.yml` and the shipped one give them."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Sequence
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import yaml

from glossmith.model.page import TemplateFault
from glossmith.stages._syntax import explain

WORDS = "words.yml"
MONTHS = 12

Parser: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
"""Its complaints are those that can be explained; to load with it would end in a crash where brackets nest deeply."""


class Words(SimpleNamespace):
    """The fixed headings and labels, as `words.synonyms` or `words["synonyms"]`; Jinja asks for attributes first."""

    def __getitem__(self, name: str) -> str:
        return str(self.__dict__[name])


def read_words(folders: Sequence[Path]) -> Words:
    """The words of several folders, of which the first wins; a site's own file may give only those that it changes."""
    result: dict[str, str] = {}
    for folder in reversed(folders):
        file = folder / WORDS
        if file.is_file():
            result.update(_read_words(file))
    return Words(**result)


def _read_words(file: Path) -> dict[str, str]:
    """The words of a file as they are written: `NO` is a word."""
    try:
        text = file.read_text(encoding="utf-8-sig")
        loaded = yaml.load(text, yaml.BaseLoader) or {}  # noqa: S506 -- makes texts only
    except RecursionError:
        raise TemplateFault(f"{file}: nested too deeply") from None
    except yaml.MarkedYAMLError as error:
        raise TemplateFault(f"{file}:{_explained(error, text)}") from None
    except (OSError, ValueError, yaml.YAMLError) as error:
        raise TemplateFault(f"{file}: {' '.join(str(error).split())}") from None
    if not isinstance(loaded, dict):
        raise TemplateFault(f"{file}: must be a map of words")
    for name, word in loaded.items():
        if not isinstance(word, str):
            raise TemplateFault(f"{file}: `{name}` must be a text")
    if "months" in loaded and len(loaded["months"].split()) != MONTHS:
        raise TemplateFault(f"{file}: `months` must be the names of twelve months, with spaces between them")
    return loaded


def _explained(error: yaml.MarkedYAMLError, text: str) -> str:
    """Where a text is no YAML, why, and what to do about it."""
    try:
        deque(yaml.parse(text, Parser), maxlen=0)
    except yaml.MarkedYAMLError as complaint:
        error = complaint
    fault = explain(error, text, Parser(text))
    return f"{fault.span.line}:{fault.span.column}: {fault.message}{f'; {fault.help}' if fault.help else ''}"


def filled(word: str, **values: object) -> str:
    """A word with the names in braces filled in; other braces stay, as in templates."""
    return re.sub(r"\{(\w+)\}", lambda found: str(values.get(found[1], found[0])), word)


def counted(words: Words, number: int) -> str:
    """A number of terms in words: one term, twelve terms."""
    return filled(words["term_count_one" if number == 1 else "term_count_other"], count=number)
