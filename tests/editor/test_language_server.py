"""An author who types in an editor is helped: the real YAML language server completes, explains and warns."""

from __future__ import annotations

import itertools
from pathlib import Path
from typing import Any

import pytest
from language_server import LanguageServer

HEAD = "term: dock\ndefinition: Basin for ships.\n"
NUMBERS = itertools.count()


class Author:
    """Types entries; `|` in a text is where the cursor stands."""

    def __init__(self, server: LanguageServer, workspace: Path) -> None:
        self.server, self.folder = server, workspace / "terms"

    def warned(self, text: str, name: str = "") -> list[str]:
        path = self.folder / (name or f"dock-{next(NUMBERS)}.yml")
        return sorted(one["message"] for one in self.server.open(path, text))

    def ask(self, method: str, marked: str) -> Any:
        before, _, after = marked.partition("|")
        path = self.folder / f"dock-{next(NUMBERS)}.yml"
        self.server.open(path, before + after)
        lines = before.split("\n")
        return self.server.ask_at(method, path, len(lines) - 1, len(lines[-1]))

    def offered(self, marked: str) -> dict[str, dict[str, Any]]:
        return {item["label"]: item for item in self.ask("completion", marked)["items"]}

    def told(self, marked: str) -> str:
        return str(self.ask("hover", marked)["contents"]["value"])


@pytest.fixture
def author(server: LanguageServer, workspace: Path) -> Author:
    return Author(server, workspace)


def told(item: dict[str, Any]) -> str:
    return str(item["documentation"]["value"])


def test_the_fields_of_an_entry_are_completed_and_explained(author):
    offered = author.offered(HEAD + "rel|")
    assert {"related_terms", "synonyms", "category", "status"} <= set(offered)
    assert "term" not in offered
    assert told(offered["related_terms"]).startswith("Other terms worth knowing.")
    assert offered["related_terms"]["insertText"] == "related_terms: "


def test_a_related_term_is_completed_by_id_and_by_any_name_and_explained(author):
    for marked in ("related_terms:\n  - |", "related_terms: [|]", "related_terms: |", "replaced_by: qu|"):
        offered = author.offered(HEAD + marked)
        assert {"quay", "wharf", "sloop"} <= set(offered)
        assert told(offered["wharf"]) == "**quay** (`quay`): Wall at which ships lie."


def test_categories_tags_and_choices_are_completed(author):
    assert list(author.offered(HEAD + "category: |")) == ["places", "Places", "ships", "Ships"]
    assert told(author.offered(HEAD + "tags:\n  - |")["stone"]) == "Tag of 1 term."
    assert set(author.offered(HEAD + "status: |")) == {"draft", "published", "deprecated", "superseded"}


def test_the_fields_of_a_part_are_completed(author):
    assert {"term", "type", "note"} <= set(author.offered(HEAD + "synonyms:\n  - |"))
    assert {"kind", "author"} <= set(author.offered(HEAD + "references:\n  - url: https://x.org\n    |"))


def test_no_editor_offers_true_false_and_null_for_a_text(author):
    assert {"true", "false", "null"}.isdisjoint(author.offered("term: |\ndefinition: x\n"))


@pytest.mark.parametrize(
    ("marked", "words"),
    [
        ("ter|m: dock\ndefinition: x\n", "#### term\n\nPreferred designation."),
        (HEAD + "synon|yms: [pier]\n", "#### synonyms\n\nAdmitted designations."),
        (HEAD + "related_terms:\n  - wha|rf\n", "**quay** (`quay`): Wall at which ships lie."),
        (HEAD + "category: Shi|ps\n", "**Ships** (`ships`): What floats."),
        (HEAD + "tags: [sto|ne]\n", "Tag of 1 term."),
        (HEAD + "created: 2026-|01-31\n", "When the entry was written."),
    ],
)
def test_what_lies_under_the_pointer_is_explained(author, marked, words):
    assert words in author.told(marked)


def test_the_explanation_of_one_name_does_not_list_all_others(author):
    assert "sloop" not in author.told(HEAD + "related_terms:\n  - qu|ay\n")
    assert "sloop" not in author.told(HEAD + "related_terms:\n  - no su|ch term\n")


@pytest.mark.parametrize(
    ("text", "messages"),
    [
        (HEAD, []),
        (HEAD + "related_terms: [Quay, WHARF]\ncategory: Ships\ntags: [brand new]\ncreated: 2026-01-31\n", []),
        ("term: NO\ndefinition: 1.0\nsynonyms: [2024, true]\n", []),
        ("term: dock\n", ['Missing property "definition".']),
        (HEAD + "sinonyms: [pier]\n", ["Property sinonyms is not allowed."]),
        (HEAD + "synonyms:\n  - term: pier\n    typ: symbol\n", ["Property typ is not allowed."]),
        (HEAD + "category: boats\n", ["no category has this id or title"]),
        (HEAD + "related_terms: [quai]\n", ["no term has this id or name"]),
        (HEAD + "related_terms: [quay, ship]\nreplaced_by: 港\n", ["no term has this id or name"] * 2),
        (HEAD + "status: publishd\n", ["choose one of draft, published, deprecated, superseded"]),
        (HEAD + "created: 31.1.2026\n", ["must be a date: 2026-01-31"]),
    ],
)
def test_a_mistake_is_told_while_it_is_typed_and_nothing_else_is(author, text, messages):
    assert author.warned(text) == messages


@pytest.fixture
def vocabulary(author):
    """Asks about a vocabulary instead of an entry."""

    def ask(method, name, marked):
        before, _, after = marked.partition("|")
        author.server.open(author.folder / name, before + after)
        lines = before.split("\n")
        return author.server.ask_at(method, author.folder / name, len(lines) - 1, len(lines[-1]))

    return ask


def test_a_vocabulary_is_completed_and_explained(vocabulary):
    offered = vocabulary("completion", "_categories.yml", "places: Places\nships:\n  title: Ships\n  |")["items"]
    assert {"description", "parent"} <= {item["label"] for item in offered}
    offered = vocabulary("completion", "_categories.yml", "places: Places\nships:\n  title: Ships\n  parent: |")[
        "items"
    ]
    assert {"places", "Places", "ships"} <= {item["label"] for item in offered}
    hover = vocabulary("hover", "_organizations.yml", "acme:\n  name: Acme\n  ali|ases: [A]\n")
    assert "Its other names." in hover["contents"]["value"]


@pytest.mark.parametrize(
    ("name", "text", "messages"),
    [
        ("_categories.yml", "places: Places\nships: {title: Ships, parent: Places}\n", []),
        ("_categories.yml", "ships: {titel: Ships}\n", ['Missing property "title".', "Property titel is not allowed."]),
        ("_categories.yml", "ships: {title: Ships, parent: nowhere}\n", ["no category has this id or title"]),
        ("_organizations.yml", "acme: Acme\nother: {name: Other, url: https://o.example/, aliases: O}\n", []),
        ("_organizations.yml", "acme: {name: Acme, url: acme.example}\n", ["must be a web address"]),
    ],
)
def test_a_mistake_in_a_vocabulary_is_told(author, name, text, messages):
    assert author.warned(text, name) == messages


def test_a_vocabulary_is_not_taken_for_an_entry(author):
    assert author.warned("places: Places\n", "_categories.yml") == []
    assert author.warned("places: Places\n", "_drafts/places.yml") == []
    assert author.warned("places: Places\n", "deep/below/places.yml") != []
