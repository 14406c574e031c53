"""Everyday words that are names of terms: which of their mentions link, by the text around them."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from markdown import Markdown

from glossmith import pipeline
from glossmith.hosts.build import Build
from glossmith.mentions.usage import Use, is_plainly_a_noun, use_of
from scratch import Scratch

TERMS = {
    "key": "What identifies a [[record]] in a [[table]] of a database, as in a join.",
    "table": "Records of one kind, in rows and columns.",
    "record": "A row of a [[table]].",
    "database": "A collection of data that software queries.",
    "list": "Values in order.",
    "group": "To divide a [[table]] of a [[database]] into parts.",
    "path (file)": "Where a file lies in the [[filesystem]], folder by folder.",
    "filesystem": "What stores files on a disk, in folders.",
    **{f"stone {number}": f"A stone of kind {number}." for number in range(150)},
}


def files(text: str, **changed: str) -> dict[str, str]:
    definitions = {**TERMS, **changed, "page": text}
    return {
        f"terms/{name.removesuffix(' (file)').replace(' ', '-')}.yml": f"term: {name}\ndefinition: {definition!r}\n"
        for name, definition in definitions.items()
    }


def linked(tmp_path: Path, text: str, options: dict[str, Any] | None = None, **changed: str) -> list[str]:
    edition = Scratch(tmp_path, files(text, **changed)).read(options)
    return [id_ for *_, ids in edition.links.get("page", {}).get("definition", ()) for id_ in ids]


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ("The rows of a table whose key another database knows.", ["table", "key", "database"]),
        ("The key of a piano.", []),
        ("A key to the door of a house.", []),
        ("Its key idea is a table in a database.", ["table", "database"]),
        ("The key of a table in another database.", ["table", "database"]),
        ("They key a table in another database.", ["table", "database"]),
        ("A list, and nothing more.", ["list"]),
        ("To list the trees.", []),
        ("They list trees, and she lists them.", []),
        ("A list of lakes.", []),
        ("Every record in a box.", ["record"]),
        ("To record a song; it records songs.", []),
        ("The path to a folder of the filesystem.", ["path", "filesystem"]),
        ("The path through a wood.", []),
        ("A group of people.", []),
    ],
)
def test_an_everyday_word_links_where_the_text_speaks_of_the_term(tmp_path: Path, text: str, ids: list[str]) -> None:
    assert linked(tmp_path, text) == ids


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ("The lock in a door needs a key.", []),
        ("The lock in the door of a cabin needs a key.", ["key"]),
        ("A filesystem needs a key.", ["filesystem"]),
        ("A filesystem with a door needs a key.", ["filesystem", "key"]),
    ],
)
def test_three_words_tell_as_much_as_a_term_and_one_word(tmp_path: Path, text: str, ids: list[str]) -> None:
    assert linked(tmp_path, text, key="What opens the lock in the door of a cabin or [[filesystem]].") == ids


def test_the_words_of_a_name_that_does_not_link_tell_as_all_others_do(tmp_path: Path) -> None:
    told = files("The lock in the door of a cabin needs a key.", key="What opens the lock in the door of a cabin.")
    cabin = {"terms/cabin.yml": "term: cabin\ndefinition: d\nlinking: {auto: false}\n"}
    edition = Scratch(tmp_path, told | cabin).read()
    assert [ids for *_, ids in edition.links["page"]["definition"]] == [("key",)]


@pytest.mark.parametrize("name", ["1984", "k", "all"])
def test_numbers_letters_and_words_such_as_all_link_only_if_their_entries_say_so(tmp_path: Path, name: str) -> None:
    told = {name: "A [[table]] in a [[database]] of a [[filesystem]]."}
    assert linked(tmp_path, f"A table for {name} in a database.", **told) == ["table", "database"]


def test_a_relation_to_nothing_tells_nothing(tmp_path: Path) -> None:
    entry = f"term: key\ndefinition: {TERMS['key']}\nrelated_terms: [nobody]\n"
    edition = Scratch(tmp_path, {**files(TOLD), "terms/key.yml": entry}).read()
    assert [ids for *_, ids in edition.links["page"]["definition"]] == [("table",), ("key",), ("database",)]


def test_what_many_definitions_name_tells_nothing(tmp_path: Path) -> None:
    edition = Scratch(tmp_path, files("", key="What breaks a stone or a [[lock]] in a wooden door.")).read()
    assert edition.linker
    assert edition.linker.profiles["key"].items.keys() == {"wooden", "door"}


@pytest.mark.parametrize(
    ("definition", "speech", "is_action"),
    [
        ("To divide.", "", True),
        ("To divide.", "noun", False),
        ("What divides.", "", False),
        ("What divides.", "verb", True),
    ],
)
def test_an_entry_is_of_an_action_if_it_says_so_or_its_definition_does(
    tmp_path: Path, definition: str, speech: str, is_action: bool
) -> None:
    entry = f"term: group\ndefinition: {definition}\n{f'part_of_speech: {speech}' if speech else ''}\n"
    edition = Scratch(tmp_path, {"terms/group.yml": entry}).read()
    assert edition.linker
    assert edition.linker.profiles["group"].is_action is is_action


def test_what_is_plainly_a_noun_is_not_the_name_of_an_action(tmp_path: Path) -> None:
    assert linked(tmp_path, "A list, and nothing more.", list="To put values in order.") == []


def test_what_the_author_links_tells_too(tmp_path: Path) -> None:
    assert linked(tmp_path, "A key, for a [[table]] of a [[database]].") == ["key"]


def test_a_page_by_hand_is_read_across_its_tags(tmp_path: Path) -> None:
    page = "# About\n\nThe rows of a *table* whose **key** another `one` and another [[database]] knows.\n"
    edition = Scratch(tmp_path, {**files(""), "terms/about.md": page}).read()
    told = pipeline.page_mentions(edition, edition.handwritten["about.md"])
    assert [(one.written, one.shared) for one, _ in told if one.decision.links] == [
        ("table", None), ("key", ("database", "table")),
    ]  # fmt: skip
    html = Markdown().convert(page)
    linked = Build(edition).link(html, "about.md", "about/", None)
    assert re.findall(r'<a class="gs-term"[^>]*>([^<]*)', linked) == ["table", "key", "database"]


@pytest.mark.parametrize(
    ("page", "ids"),
    [
        ("A key [[|idea]] of tables in a database.", ["shelf-1", "database"]),
        ("The key, for a [[stone-1|table]] in [[stone-2|a database]].", []),
        ("The key, in [[shelf-1|some rows]] of a [[database|store]].", ["key"]),
    ],
)
def test_references_of_a_page_by_hand_are_read_as_those_of_an_entry(tmp_path: Path, page: str, ids: list[str]) -> None:
    table = "id: shelf-1\nterm: table\ndefinition: Records of one kind, in rows and columns.\n"
    edition = Scratch(tmp_path, {**files(page), "terms/table.yml": table, "terms/about.md": page}).read()
    told = pipeline.page_mentions(edition, edition.handwritten["about.md"])
    assert [one.ids[0] for one, _ in told if one.decision.links] == ids
    assert [found[0] for *_, found in edition.links.get("page", {}).get("definition", ())] == ids
    linked = Build(edition).link(Markdown().convert(page), "about.md", "about/", None)
    by_hand = page.count("[[") - page.count("[[|")
    assert len(re.findall('<a class="gs-term"', linked)) == len(ids) + by_hand


def test_a_page_by_hand_may_hold_what_delimits_slots(tmp_path: Path) -> None:
    edition = Scratch(tmp_path, files("")).read()
    linked = Build(edition).link(f"<p>\0t7\0. {TOLD}</p>", "about.md", "about/", None)
    assert re.findall(r'<a class="gs-term"[^>]*>([^<]*)', linked) == ["table", "key", "database"]


TOLD = "The rows of a table whose key another database knows."


@pytest.mark.parametrize("setting", [{"more_common_words": ["key"]}, {"common_words": ["key"]}])
def test_words_that_the_site_lists_itself_never_link_unasked(tmp_path: Path, setting: dict[str, Any]) -> None:
    assert "key" not in linked(tmp_path, TOLD, {"linking": setting})


def test_words_that_the_site_takes_out_link_everywhere(tmp_path: Path) -> None:
    assert linked(tmp_path, "A key to the door.", {"linking": {"fewer_common_words": ["key"]}}) == ["key"]


def test_it_is_told_what_was_shared(tmp_path: Path) -> None:
    edition = Scratch(tmp_path, files(f"{TOLD} A list.")).read()
    told = {one.written: one.shared for one, _ in pipeline.mentions(edition, edition.glossary.by_id["page"])}
    assert told == {"table": None, "key": ("database", "table"), "database": None, "list": ()}


def test_explained_and_made_links_are_the_same(tmp_path: Path) -> None:
    edition = Scratch(tmp_path, files(f"{TOLD} &amp; a **list** of them, [[record]]s, a *path* in a folder.")).read()
    told = [one for one, _ in pipeline.mentions(edition, edition.glossary.by_id["page"]) if one.decision.links]
    assert [(one.start, one.end, one.ids) for one in told] == [*edition.links["page"]["definition"]]


def test_a_change_of_the_entry_of_an_everyday_word_links_other_texts_anew(tmp_path: Path) -> None:
    memory = pipeline.Memory()
    scratch = Scratch(tmp_path, files(TOLD))
    settings = scratch.settings()
    before = pipeline.read(settings, memory).links["page"]["definition"]
    for path, content in files(TOLD, key="What opens a door.").items():
        scratch.write(path, content)
    after = pipeline.read(settings, memory).links["page"]["definition"]
    assert [ids for *_, ids in before] == [("table",), ("key",), ("database",)]
    assert [ids for *_, ids in after] == [("table",), ("database",)]
    assert after == pipeline.read(settings).links["page"]["definition"]


@pytest.mark.parametrize(
    ("sentence", "use"),
    [
        ("The |key| is lost.", Use.NAME),
        ("|Keys| are lost.", Use.NAME),
        ("a |key| idea", Use.QUALITY),
        ("at a |constant| rate", Use.QUALITY),
        ("to |list| files", Use.ACTION),
        ("it |lists| files", Use.ACTION),
        ("shells |list| the files", Use.ACTION),
        ("a type that |groups| items", Use.ACTION),
        ("the |process| of reading", Use.PHRASE),
    ],
)
def test_what_a_word_is_in_its_sentence_is_told_from_the_words_beside_it(sentence: str, use: Use) -> None:
    before, word, after = sentence.split("|")
    assert use_of(before + word + after, len(before), len(before + word)) is use


@pytest.mark.parametrize(
    ("sentence", "is_noun"),
    [
        ("a nested |list|.", True),
        ("of nested |lists|, and", True),
        ("the shell, |record| history", False),
        ("that |records| details", False),
        ("which |means| that", False),
        ("a |list| price", False),
        ("a |key|.", False),
    ],
)
def test_a_word_that_is_everyday_but_as_a_noun_is_one_with_an_article_or_in_the_plural(
    sentence: str, is_noun: bool
) -> None:
    before, word, after = sentence.split("|")
    singular = word.removesuffix("s")
    assert is_plainly_a_noun(before + word + after, len(before), len(before + word), singular) is is_noun
