"""Reading again: mentions are looked for anew where a text has changed, or what finds names."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from glossmith import pipeline
from scratch import Scratch

PAIR = {"terms/a.yml": "term: alpha\ndefinition: Of beta.\n", "terms/b.yml": "term: beta\ndefinition: d\n"}


class Counting:
    """Does what `map` does, and counts the items of each time."""

    def __init__(self) -> None:
        self.counts: list[int] = []

    def __call__(self, function: Callable[[Any], Any], items: Iterable[Any]) -> list[Any]:
        listed = list(items)
        self.counts.append(len(listed))
        return list(map(function, listed))


def test_only_texts_that_changed_are_linked_anew(tmp_path: Path) -> None:
    scratch, memory, each = Scratch(tmp_path, PAIR), pipeline.Memory(), Counting()
    first = pipeline.read(scratch.settings(), memory, each)
    assert pipeline.read(scratch.settings(), memory, each).links == first.links
    scratch.write("terms/b.yml", "term: beta\ndefinition: Of alpha, now longer.\n")
    assert set(pipeline.read(scratch.settings(), memory, each).links) == {"a", "b"}
    assert each.counts == [2, 2, 0, 1, 1]


def test_a_new_name_is_looked_for_in_all_texts(tmp_path: Path) -> None:
    scratch, memory, each = Scratch(tmp_path, PAIR), pipeline.Memory(), Counting()
    pipeline.read(scratch.settings(), memory)
    scratch.write("terms/c.yml", "term: of\ndefinition: d\nlinking: {auto: true}\n")
    links = pipeline.read(scratch.settings(), memory, each).links
    assert [ids for *_, ids in links["a"]["definition"]] == [("c",), ("b",)]
    assert each.counts == [1, 3]


def test_what_is_gone_is_forgotten(tmp_path: Path) -> None:
    scratch, memory = Scratch(tmp_path, {**PAIR, "terms/page.md": "# Page\n"}), pipeline.Memory()
    pipeline.read(scratch.settings(), memory)
    (tmp_path / "terms/b.yml").rename(tmp_path / "terms/c.yml")
    (tmp_path / "terms/page.md").unlink()
    pipeline.read(scratch.settings(), memory)
    assert [*memory.files] == ["terms/a.yml", "terms/c.yml"]
    assert [*memory.links] == ["a", "c"]


def test_what_makes_a_name_link_is_noticed(tmp_path: Path) -> None:
    page = {"terms/page.yml": "term: page\ndefinition: An arrow, a runs, the loss.\n"}
    scratch = Scratch(tmp_path, {**page, "terms/vector.yml": "term: vector\nsynonyms: [arrow]\ndefinition: d\n"})
    memory = pipeline.Memory()

    def linked(**linking: object) -> list[str]:
        settings = scratch.settings({"linking": linking} if linking else None)
        links = pipeline.read(settings, memory).links.get("page", {})
        return [id_ for *_, ids in links.get("definition", ()) for id_ in ids]

    assert linked() == ["vector"]
    assert linked(more_common_words=["arrow"]) == []
    assert linked() == ["vector"]
    scratch.write("terms/vector.yml", "term: vector\nsynonyms: [{term: arrow, type: symbol}]\ndefinition: d\n")
    assert linked() == []
    scratch.write("terms/run.yml", "term: run\nlinking: {auto: true}\ndefinition: d\n")
    assert linked() == ["run"]
    scratch.write("terms/run.yml", "term: run\nlinking: {auto: true}\npart_of_speech: verb\ndefinition: d\n")
    assert linked() == []
