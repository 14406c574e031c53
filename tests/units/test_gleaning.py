"""Gleaning finds just what typesetting finds, or says that it cannot tell."""

from hypothesis import given
from hypothesis import strategies as st

from glossmith.model.place import START, Text
from glossmith.model.term import Term
from glossmith.prose.typesetter import Typesetter
from glossmith.stages._gleaning import glean
from glossmith.stages.typeset import skim, typeset

PIECES = ["[[", "]]", "a", "b|c", "`", "``", " ", "\n", "\n\n", "- ", "> ", "(x)", "](y.md)", "[z](", "\\", "*", "# ",
          "|", "    ", "!", "a#b", "_", '"', "1. ", "[a](b.md)", "[[c]]", "![d](e.svg)", "$", "<i>", "~~~"]  # fmt: skip
TYPESETTER = Typesetter()


@given(st.lists(st.sampled_from(PIECES), max_size=14).map("".join))
def test_what_is_gleaned_is_what_typesetting_finds(text: str) -> None:
    gleaned = glean(text)
    if gleaned is None:
        return
    full = TYPESETTER.typeset(text, prefix="p")
    assert gleaned.references == full.references
    assert [(path.href, path.start, path.end) for path in gleaned.paths] == [
        (path.href, path.start, path.end) for path in full.paths
    ]


def test_an_ordinary_text_is_gleaned() -> None:
    text = "A **[[learning rate]]** of `0.1`, see [the page](about.md) and [[Adam|its`s]].\n\n- one [[token]]"
    assert glean(text.replace("`s", "s")) is not None
    assert [found.target for found in glean(text.replace("`s", "s")).references] == [
        "learning rate",
        "Adam|itss",
        "token",
    ]


def test_code_hides_references() -> None:
    assert glean("`[[no]]` but [[yes]]").references[0].target == "yes"


PLAIN = ["a", "Bc d", "é", ".", "  ", " ", "\n", "\n\n", "\n  ", "    ", "\t", "-", "1.", ": x", '"', "(", "$", "!",
         "{.a}", "https://a.b/c", "\u00a0", "\r\n", "=", "  \n", "*b*", "[[c]]", "|", "%", "\u2028"]  # fmt: skip


@given(st.lists(st.sampled_from(PLAIN), min_size=1, max_size=10).map("".join))
def test_a_definition_reads_the_same_whether_it_is_skimmed_or_typeset(text: str) -> None:
    term = Term(id="a", path="a.yml", source="a.yml", term=Text.at("a", START), definition=Text.at(text, START))
    if text.strip():
        skimmed, typeset_ = skim(term, TYPESETTER)[0], typeset(term, TYPESETTER)[0]
        assert skimmed["definition"].text == typeset_["definition"].text
