"""What holds of the matcher whatever the names and the text are."""

from __future__ import annotations

import re
import unicodedata
from random import Random

import pytest
from cast import read, term
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from effort import IN_PROPORTION, an_end_in_sight, growth
from glossmith.mentions.folding import HYPHENS, IGNORED, QUOTES, WIDE, fold, folded
from glossmith.mentions.lexicon import Lexicon
from glossmith.mentions.matcher import Found, Matcher

CAST = [term(entry) for entry in read("cast.yml")]
MATCHER = Matcher.of(CAST)
NAMES = sorted({shape_name for entry in CAST for shape_name in entry.designations})

GLUE = [
    " ",
    " ",
    " ",
    "  ",
    "\n",
    "-",
    "\u2011",
    "\u00ad",
    "–",
    "—",
    ". ",
    ", ",
    "/",
    "'",
    "’s ",
    "(",
    ")",
    "+",
    "#",
    ".",
]
GLUE += ["\u00a0", "://", "@", "\u0301", "ß", "İ", "機", "の", "👩‍💻", "_", "7", "the ", "a class of ", "x"]
LONE_LETTERS = re.compile(r"(?<!\w)\w\. |\. \w(?!\w)")
"""Initials and genera are told by what stands around them, as in J. R. Doe and C. elegans."""
PIECES = st.sampled_from([*NAMES, *(name.upper() for name in NAMES), *GLUE]) | st.text(max_size=3)
TEXTS = st.lists(PIECES, max_size=14).map("".join)
WORDS = st.lists(
    st.sampled_from(["learn", "rate", "Net", "GAN", "k", "set", "of", "data", "C"]), min_size=1, max_size=3
)
GLOSSARIES = st.lists(st.tuples(WORDS, st.sampled_from([" ", "-", "/"])), min_size=1, max_size=8)
SENTENCES = st.lists(st.sampled_from(["learn", "rates", "net", "GANs", "k", "set", "of", "data", "C", "-", ",", "\n"]))


def shown(found: list[Found]) -> list[tuple[int, int, str, tuple[str, ...]]]:
    return [(start, end, name.form, name.linkable) for start, end, name in found]


def loosely(text: str) -> str:
    """A text without what the matcher overlooks."""
    return "".join(character for character in fold(text) if character not in "-–" and character.strip())


FORMS = {
    entry.id: {loosely(name.form) for _, name in Lexicon.of([entry]).names if name.ids == (entry.id,)} for entry in CAST
}


@settings(max_examples=400, deadline=None)
@given(TEXTS)
def test_spans_are_in_order_inside_the_text_and_never_overlap(text: str) -> None:
    done = 0
    for start, end, _ in MATCHER.find(text):
        assert done <= start < end <= len(text)
        done = end


@settings(max_examples=400, deadline=None)
@given(TEXTS)
def test_what_is_found_is_a_form_of_a_designation_of_each_bearer(text: str) -> None:
    for start, end, name in MATCHER.find(text):
        assert all(loosely(text[start:end]) in FORMS[id_] for id_ in name.ids)


@settings(deadline=None)
@given(GLOSSARIES, SENTENCES, st.integers())
def test_the_order_of_the_terms_does_not_matter(
    glossary: list[tuple[list[str], str]], words: list[str], seed: int
) -> None:
    terms = [term({"id": f"t{number}", "term": joint.join(name)}) for number, (name, joint) in enumerate(glossary)]
    shuffled = Random(seed).sample(terms, len(terms))
    text = " ".join(words)
    assert shown(Matcher.of(terms).find(text)) == shown(Matcher.of(shuffled).find(text))


@pytest.mark.parametrize(("names", "text"), [(("GAN rate", "gan RATE"), "a GAN RATE"), (('/–"a"', '"a" /'), '/–"a" /')])
def test_the_order_of_the_terms_does_not_matter_where_two_names_are_as_good(names: tuple[str, ...], text: str) -> None:
    terms = [term({"term": name, "linking": {"auto": True}}) for name in names]
    assert shown(Matcher.of(terms).find(text)) == shown(Matcher.of(terms[::-1]).find(text)) != []


@settings(max_examples=300, deadline=None)
@given(TEXTS, TEXTS)
def test_two_sentences_link_like_each_alone(one: str, other: str) -> None:
    joined = f"{one}. {other}"
    assume(not unicodedata.combining((other or "x")[0]))
    assume(not LONE_LETTERS.search(joined))
    offset = len(one) + 2
    apart = [*MATCHER.find(one), *((start + offset, end + offset, name) for start, end, name in MATCHER.find(other))]
    assert shown(MATCHER.find(joined)) == shown(apart)


@settings(max_examples=300, deadline=None)
@given(TEXTS)
def test_composed_and_decomposed_text_link_alike(text: str) -> None:
    forms = [unicodedata.normalize(form, text) for form in ("NFC", "NFD")]
    composed, decomposed = ([name.form for _, _, name in MATCHER.find(form)] for form in forms)
    assert composed == decomposed


@settings(max_examples=400, deadline=None)
@given(TEXTS)
def test_words_between_single_spaces_are_found_as_all_others_are(text: str) -> None:
    """The quick way and the thorough way agree: a text that has a Han character takes the thorough one."""
    thorough = shown(MATCHER.find(f"{text}\n\n\n字"))
    assert shown(MATCHER.find(f"{text}\n\n\n")) == thorough


@settings(max_examples=1000, deadline=None)
@given(GLOSSARIES, SENTENCES)
@example([(["GAN"], " "), (["GAN", "set", "data"], " ")], ["GAN", "set", "of"])
@example([(["set", "GAN"], " "), (["set", "GAN", "rate", "data"], " ")], ["set", "GAN", "rate", "rate"])
def test_both_ways_agree_whatever_names_begin_with_each_other(
    glossary: list[tuple[list[str], str]], words: list[str]
) -> None:
    terms = [term({"id": f"t{number}", "term": joint.join(name)}) for number, (name, joint) in enumerate(glossary)]
    matcher, text = Matcher.of(terms), " ".join(words)
    assert shown(matcher.find(f"{text}\n\n\n")) == shown(matcher.find(f"{text}\n\n\n字"))


@settings(deadline=None)
@given(TEXTS, st.integers(min_value=1, max_value=30))
def test_a_text_that_is_read_in_windows_links_as_a_whole(text: str, width: int) -> None:
    whole = shown(MATCHER.find(text))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("glossmith.mentions.matcher.WINDOW", width)
        assert shown(MATCHER.find(text)) == whole


@given(st.text(max_size=12))
def test_folding_keeps_track_of_every_place(text: str) -> None:
    compared, origin = folded(text)
    assert compared == fold(text)
    if origin:
        places = [origin.start(at) for at in range(len(compared) + 1)]
        assert places == sorted(places)
        assert all(0 <= place <= len(text) for place in places)
        assert all(origin.start(at) < origin.end(at + 1) for at in range(len(compared)))


def test_no_single_character_folds_otherwise_in_a_text_than_alone() -> None:
    """Those whose folding changes their length or normal form are all in the list of the strange ones."""
    for code in range(0x30000):
        character = chr(code)
        if 0xD800 <= code < 0xE000:
            continue
        thorough = unicodedata.normalize("NFC", unicodedata.normalize("NFC", character).casefold())
        assert fold(f"a{character}") in {
            f"a{thorough}",
            unicodedata.normalize("NFC", f"a{thorough}"),
            special(character),
        }


def special(character: str) -> str:
    """What the matcher takes for the same on purpose."""
    if character in "\u2019\u02bc\uff07\u05f3":
        return "a'"
    if character in HYPHENS:
        return "a-"
    if character in QUOTES:
        return 'a"'
    if character in WIDE:
        return f"a{unicodedata.normalize('NFKC', character).lower()}"
    if character == "İ":
        return "ai"
    return "a" if re.match(f"[{IGNORED}]", character) else ""


HOSTILE = ("a", "a-", "learning ", "a/", ". ", "-", "a@", "a.", "://", "k means-", "C++", "é\u0301", "機械", "'s ")


@pytest.mark.parametrize("piece", HOSTILE)
def test_no_text_takes_more_than_linear_time(piece: str) -> None:
    """With the square of 200,000 characters, a regular expression would take minutes."""
    assert growth(MATCHER.find, piece.__mul__, 1_000) <= IN_PROPORTION
    with an_end_in_sight():
        MATCHER.find(piece * (200_000 // len(piece)))
