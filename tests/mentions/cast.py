"""Terms for the tests of mentions, written as short as the YAML of an entry allows."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import yaml

from glossmith.model.place import START, Text
from glossmith.model.term import DeprecatedTerm, Linking, Synonym, Term

HERE = Path(__file__).parent
LISTS = ("abbreviation", "inflections", "hidden_terms")


def term(entry: str | Mapping[str, Any]) -> Term:
    """A term from its name alone, or from a map of an entry's fields; the id is the name unless it is given."""
    given = {"term": entry} if isinstance(entry, str) else entry
    name = str(given["term"])
    known = {"id", "term", "disambiguation", "synonyms", "deprecated_terms", "part_of_speech", "linking", *LISTS}
    assert not set(given) - known, f"{name}: {set(given) - known}"
    return Term(
        id=str(given.get("id", name)),
        path="",
        source="",
        term=text(name),
        definition=text("What it means."),
        synonyms=tuple(_synonym(item) for item in _listed(given.get("synonyms"))),
        deprecated_terms=tuple(DeprecatedTerm(text(item)) for item in _listed(given.get("deprecated_terms"))),
        part_of_speech=text(given["part_of_speech"]) if "part_of_speech" in given else None,
        disambiguation=text(given["disambiguation"]) if "disambiguation" in given else None,
        linking=Linking(**given.get("linking", {})),
        **{field: tuple(text(item) for item in _listed(given.get(field))) for field in LISTS},
    )


def text(value: Any) -> Text:
    return Text.at(str(value), START)


def _synonym(item: str | Mapping[str, str]) -> Synonym:
    return Synonym(text(item["term"]), text(item["type"])) if isinstance(item, Mapping) else Synonym(text(item))


def _listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [] if value is None else [value]


def read(name: str) -> Any:
    return yaml.safe_load((HERE / name).read_text(encoding="utf-8"))
