"""Names: how they are compared, sorted, listed, and guessed."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from glossmith.model.finding import quoted
from glossmith.model.glossary import DIGITS, SYMBOLS, initial, normal, sort_key
from glossmith.model.nearest import did_you_mean
from glossmith.stages._views import MOST_NAMES
from scratch import Scratch, render


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Learning Rate", "learning rate"),
        ("learning  rate ", " learning\trate"),
        ("E\u0301tude", "étude"),
        ("STRASSE", "straße"),
        ("a\u00a0b", "a b"),
        ("ΣΑΣ", "σας"),
    ],
)
def test_case_spaces_and_composition_do_not_tell_names_apart(one: str, other: str) -> None:
    assert normal(one) == normal(other)


@pytest.mark.parametrize(("one", "other"), [("a-b", "a b"), ("résumé", "resume"), ("C", "C#"), ("ab", "a b")])
def test_signs_and_accents_do_tell_names_apart(one: str, other: str) -> None:
    assert normal(one) != normal(other)


@given(st.text())
def test_comparing_twice_changes_nothing(text: str) -> None:
    assert normal(normal(text)) == normal(text)


@pytest.mark.parametrize(
    ("text", "letter"),
    [
        ("alpha", "A"),
        ("Émile", "E"),
        ("'quoted'", "Q"),
        ("(un)known", "U"),
        ("3-gram", DIGITS),
        ("٣", DIGITS),
        ("!!!", SYMBOLS),
        ("🙂", SYMBOLS),
        ("", SYMBOLS),
        ("_x", "X"),
        ("/dev/null", "D"),
        ("ß", "S"),
        ("œuf", "O"),
        ("Œdipe", "O"),
        ("ﬁne", "F"),
        ("Ωμέγα", "Ω"),
        ("β-VAE", "B"),
        ("жук", "Ж"),
        ("تعلم", "ت"),
        ("हिन्दी", "ह"),
        ("机器", "漢"),
        ("ひらがな", "か"),
        ("カタカナ", "か"),
        ("한국어", "한"),
        ("\u0301a", "A"),
    ],
)
def test_every_name_has_a_letter(text: str, letter: str) -> None:
    assert initial(text) == letter


@given(st.text())
def test_no_name_is_without_a_letter(text: str) -> None:
    assert initial(text)


def test_accents_and_case_do_not_count_in_alphabetical_order() -> None:
    names = [
        "zeta",
        "œuf",
        "Émile",
        "emma",
        "Alpha",
        "alpha beta",
        "olive",
        "alpha-beta",
        "odeur",
        "ELAN",
        "élan vital",
    ]
    ordered = [
        "Alpha",
        "alpha beta",
        "alpha-beta",
        "ELAN",
        "élan vital",
        "Émile",
        "emma",
        "odeur",
        "œuf",
        "olive",
        "zeta",
    ]
    assert sorted(names, key=sort_key) == ordered


@pytest.mark.parametrize(
    ("word", "known", "meant"),
    [
        ("synonym", ["synonyms", "symbol"], "synonyms"),
        ("gradient decent", ["gradient descent", "gradient"], "gradient descent"),
        ("Gradient Descent", ["gradient descent"], "gradient descent"),
        ("relatd_terms", ["related_terms", "narrower_terms"], "related_terms"),
        ("reguarlization", ["regularization"], "regularization"),
        ("nuon", ["noun", "verb"], "noun"),
        ("colour", ["term", "definition"], None),
        ("", ["term"], None),
        ("x", [], None),
        ("!!!", ["term"], None),
        ("学习率", ["学习率衰减"], None),
    ],
)
def test_the_word_that_was_meant_is_guessed(word: str, known: list[str], meant: str | None) -> None:
    assert did_you_mean(word, known) == (f"did you mean `{meant}`?" if meant else "")


@given(st.text(max_size=20), st.lists(st.text(max_size=20), max_size=10))
def test_a_guess_is_one_of_the_known_words(word: str, known: list[str]) -> None:
    guess = did_you_mean(word, known)
    assert guess == "" or guess in {f"did you mean `{one}`?" for one in known}


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a", "`a`"),
        ("a\nb", "`a\\x0ab`"),
        ("\x1b[31m", "`\\x1b[31m`"),
        ("a\u202eb", "`a\\x202eb`"),
        ("x" * 100, f"`{'x' * 59}…`"),
        ("é中🙂", "`é中🙂`"),
    ],
)
def test_a_quotation_is_one_line_that_a_terminal_can_show(text: str, shown: str) -> None:
    assert quoted(text) == shown


def test_a_term_of_countless_names_brings_a_list_only_some_of_them(tmp_path: Path) -> None:
    many = ", ".join(f"name{number}" for number in range(2 * MOST_NAMES))
    entry = f"term: tide\ndefinition: d\nsynonyms: [{many}]\ntags: [sea]\n"
    edition = Scratch(tmp_path, {"terms/tide.yml": entry}).read()
    assert len(re.findall(r"name\d", render(edition, "tag", "sea").body)) == MOST_NAMES
    assert render(edition, "term", "tide").body.count(">name") == 2 * MOST_NAMES
