"""The labelled set: sentences with every link that must be made, and none that must not."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Any

import pytest
from cast import HERE, read, term

from glossmith.mentions.matcher import Matcher

MARKED = re.compile(r"⟦(?:([^⟧|]*)\|)?([^⟧]*)⟧")
"""`⟦target|text⟧`; targets that share the name stand between `+`; `⟦text⟧` leads to the term with that very id."""
THEMES = sorted(path.name for path in (HERE / "sentences").glob("*.yml"))


def cases() -> Iterator[Any]:
    for theme in THEMES:
        for number, group in enumerate(read(f"sentences/{theme}")):
            for sentence in group["sentences"]:
                yield pytest.param(theme, number, sentence, id=f"{theme[:-4]}: {sentence}")


@cache
def matcher_of(theme: str, number: int) -> Matcher:
    group = read(f"sentences/{theme}")[number]
    own = [term(entry) for entry in group.get("terms", [])]
    common = {"common_words": group["common_words"]} if "common_words" in group else {}
    return Matcher.of(own if group.get("alone") else [*cast(), *own], **common)


@cache
def cast() -> list[Any]:
    return [term(entry) for entry in read("cast.yml")]


def linked(matcher: Matcher, text: str) -> str:
    """The text with every name marked that links."""
    parts, done = [], 0
    for start, end, name in matcher.find(text):
        if name.linkable:
            parts += [text[done:start], f"⟦{'+'.join(name.linkable)}|{text[start:end]}⟧"]
            done = end
    return "".join([*parts, text[done:]])


@pytest.mark.parametrize(("theme", "number", "sentence"), [*cases()])
def test_a_sentence_links_what_is_marked_and_nothing_else(theme: str, number: int, sentence: str) -> None:
    plain = MARKED.sub(lambda found: found[2], sentence)
    expected = MARKED.sub(lambda found: f"⟦{found[1] or found[2]}|{found[2]}⟧", sentence)
    assert linked(matcher_of(theme, number), plain) == expected


def test_the_set_has_at_least_three_hundred_different_sentences() -> None:
    sentences = {case.values[2] for case in cases()}
    assert len(sentences) >= 300
    assert len(sentences) == len(list(cases()))
