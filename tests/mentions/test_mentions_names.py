"""What the matcher tells about the names that it finds, and which forms a name has."""

from __future__ import annotations

import gc
import pickle
from typing import Any

import pytest
from cast import term

from glossmith.mentions.abbreviating import halves
from glossmith.mentions.everyday_words import COMMON_WORDS
from glossmith.mentions.inflecting import conjugated, forms, plurals
from glossmith.mentions.lexicon import Bearer, Held
from glossmith.mentions.matcher import WINDOW, Matcher


def bearers(entries: list[Any], text: str, **settings: Any) -> list[tuple[str, tuple[Bearer, ...]]]:
    found = Matcher.of(map(term, entries), **settings).find(text)
    return [(text[start:end], name.bearers) for start, end, name in found]


@pytest.mark.parametrize(
    ("entry", "text", "held"),
    [
        ({"term": "set"}, "a set", Held.COMMON),
        ({"term": "set"}, "two sets", Held.COMMON),
        ({"term": "set", "linking": {"auto": True}}, "a set", None),
        ({"term": "lattice", "linking": {"auto": False}}, "a lattice", Held.OFF),
        ({"term": "set", "linking": {"auto": False}}, "a set", Held.OFF),
        ({"term": "k"}, "choose k", Held.COMMON),
        ({"term": "1984"}, "in 1984", Held.COMMON),
        ({"term": "level", "synonyms": [{"term": "α", "type": "symbol"}]}, "an α", Held.SYMBOL),
        ({"term": "level", "synonyms": [{"term": "kB", "type": "symbol"}, "kB"]}, "a kB", None),
        ({"term": "node (graph)"}, "a node", Held.SENSE),
        ({"term": "node (graph)", "linking": {"auto": True}}, "a node", None),
        ({"term": "cut set (graph)"}, "a cut set", None),
        ({"term": "R"}, "in R", None),
        ({"term": "A"}, "A day", Held.COMMON),
    ],
)
def test_a_name_tells_why_it_shall_not_link(entry: dict[str, Any], text: str, held: Held | None) -> None:
    ((_, (bearer,)),) = bearers([entry], text)
    assert bearer.held == held


def test_each_bearer_of_a_shared_name_has_its_own_reason() -> None:
    entries = [
        {"id": "z", "term": "mean"},
        {"id": "a", "term": "average", "synonyms": ["mean"], "linking": {"auto": True}},
        {"id": "m", "term": "golden mean", "abbreviation": "mean", "linking": {"auto": False}},
    ]
    expected = (Bearer("a"), Bearer("m", Held.OFF), Bearer("z", Held.COMMON))
    assert bearers(entries, "the mean") == [("mean", expected)]
    ((_, _, name),) = Matcher.of(map(term, entries)).find("the mean")
    assert (name.ids, name.linkable) == (("a", "m", "z"), ("a",))


def test_the_common_words_are_a_setting() -> None:
    assert bearers(["set"], "a set", common_words=())[0][1] == (Bearer("set"),)
    assert bearers(["tensor"], "Tensors", common_words=["tensor"])[0][1][0].held is Held.COMMON
    assert bearers(["deep net"], "deep nets", common_words=["Deep  net"])[0][1][0].held is Held.COMMON


def test_common_words_are_listed_once_and_in_order() -> None:
    assert list(COMMON_WORDS) == sorted(set(COMMON_WORDS))


def test_deprecated_and_hidden_names_are_not_found() -> None:
    entry = {"term": "odds ratio", "deprecated_terms": ["odd ratio"], "hidden_terms": ["ods ratio"]}
    assert [found for found, _ in bearers([entry], "odd ratio, ods ratio, odds ratio")] == ["odds ratio"]


def test_a_turn_of_phrase_is_no_mention_but_a_term_of_that_name_is() -> None:
    assert bearers(["bit"], "a bit") == []
    assert [found for found, _ in bearers(["bit", "a bit"], "a bit")] == ["a bit"]


def test_spans_are_those_of_the_text_as_it_was_given() -> None:
    text = "Die Stra\u00dfe, naı\u0308ve Straße; le mode\u0301le\u0301 \u00adSTRASSE\u00ad."
    found = Matcher.of([term("Straße"), term("modélé")]).find(text)
    assert [text[start:end] for start, end, _ in found] == ["Straße", "Straße", "mode\u0301le\u0301", "STRASSE"]


@pytest.mark.parametrize("text", ["İstanbul", "I\u0307stanbul", "i\u0307stanbul", "İSTANBUL", "I\u0307STANBUL"])
def test_the_dotted_letter_of_turkish_is_one_however_it_is_encoded(text: str) -> None:
    assert [written for written, _ in bearers(["İstanbul"], f"In {text}")] == [text]


def test_a_matcher_of_no_terms_finds_nothing() -> None:
    assert Matcher.of([]).find("a bit of text, in order to search it") == []


def test_names_without_a_letter_or_digit_are_not_looked_for() -> None:
    assert bearers(["→", "&&", "…"], "x → y && z …") == []


def test_a_mark_that_is_a_letter_only_where_case_does_not_count_is_no_obstacle() -> None:
    assert [written for written, _ in bearers(["\u0345 AB", "tide"], "a tide")] == ["tide"]


def test_a_matcher_can_be_sent_to_another_process() -> None:
    matcher = Matcher.of([term("learning rate"), term("C++")])
    sent = pickle.loads(pickle.dumps(matcher))
    assert sent.find("C++ and learning rates") == matcher.find("C++ and learning rates")


def test_the_garbage_collector_works_on_after_a_long_text() -> None:
    matcher = Matcher.of([term("loss")])
    was_enabled = gc.isenabled()
    for switch in (gc.enable, gc.disable):
        switch()
        assert len(matcher.find("the loss " * WINDOW)) == WINDOW
        assert gc.isenabled() is (switch is gc.enable)
    (gc.enable if was_enabled else gc.disable)()


PLURALS = {
    "loss": ["losses"],
    "index": ["indices", "indexes"],
    "Matrix": ["Matrices", "Matrixes"],
    "analysis": ["analyses"],
    "policy": ["policies"],
    "day": ["days"],
    "epoch": ["epochs"],
    "batch": ["batches"],
    "GAN": ["GANs"],
    "OS": ["OSs", "OSes"],
    "A100": ["A100s"],
    "Tesla V100": ["Tesla V100s"],
    "GPT-4o": ["GPT-4os"],
    "GPT-4": [],
    "ISO 9001": [],
    "401(k)": ["401(k)s"],
    "f(x)": [],
    "1984": [],
    "Q&A": ["Q&As"],
    "I/O": ["I/Os"],
    "w/o": [],
    "area under the curve": ["areas under the curve"],
    "bag-of-words": ["bags-of-words"],
    "bag-of-words model": ["bag-of-words models"],
    "plug-in hybrid": ["plug-in hybrids"],
    "peer-to-peer network at home": ["peer-to-peer networks at home"],
    "weights": [],
    "statistics": [],
    "series": [],
    "data": [],
    "k": [],
    "C++": [],
    "機械学習": [],
    "bus": ["buses"],
    "lens": ["lenses"],
    "chairman": ["chairmen"],
    "human": ["humans"],
    "talisman": ["talismans"],
    "focus": ["foci", "focuses"],
    "echo": ["echoes"],
    "submatrix": ["submatrices", "submatrixes"],
    "oligarch": ["oligarchs"],
}


@pytest.mark.parametrize(("name", "expected"), PLURALS.items())
def test_plurals_are_made_by_rule(name: str, expected: list[str]) -> None:
    assert list(plurals(name)) == expected


SINGULARS = {
    "neural networks": ["neural network"],
    "LLMs": ["LLM"],
    "decision trees of depth one": ["decision tree of depth one"],
    "adjacency matrices": ["adjacency matrix"],
    "trust policies": ["trust policy"],
    "session cookies": ["session cookie"],
    "fruit flies": ["fruit fly"],
    "slow waltzes": ["slow waltz"],
    "bone metastases": ["bone metastasis"],
    "mud pies": ["mud pie"],
    "soft bries": ["soft brie"],
    "mail boxes": ["mail box"],
    "disk caches": ["disk cach", "disk cache"],
    "message buses": ["message bus", "message buse"],
    "sensitivity analyses": ["sensitivity analysis", "sensitivity analyse"],
    "knowledge bases": ["knowledge base"],
    "peer-to-peer networks": ["peer-to-peer network"],
    "Kubernetes": [],
    "pandas": [],
    "gradient boosting": [],
    "computer graphics": [],
    "hinge loss": [],
    "inductive bias": [],
    "hidden Markov process": [],
    "thesis statement": [],
    "test bus": [],
}


@pytest.mark.parametrize(("name", "expected"), SINGULARS.items())
def test_singulars_are_made_where_that_is_safe(name: str, expected: list[str]) -> None:
    assert [form for form in forms(name) if form not in plurals(name)] == expected


@pytest.mark.parametrize(("verb", "some"), [("stop", "stops stopped stopping"), ("use", "uses used using"),
                                            ("try", "tries tried trying")])  # fmt: skip
def test_verbs_are_conjugated_by_rule(verb: str, some: str) -> None:
    assert set(some.split()) <= set(conjugated(verb))


HALVES = {
    "generative adversarial network (GAN)": ["generative adversarial network", "GAN"],
    "generative adversarial networks (GANs)": ["generative adversarial networks", "GANs"],
    "content delivery system (cds)": ["content delivery system", "cds"],
    "NER (named-entity recognition)": ["NER", "named-entity recognition"],
    "state of the art (SOTA)": ["state of the art", "SOTA"],
    "VLAN (virtual LAN)": ["VLAN", "virtual LAN"],
    "messenger RNA (mRNA)": ["messenger RNA", "mRNA"],
    "LAN (VLAN)": ["LAN"],
    "Bank of England (BE)": ["Bank of England", "BE"],
    "kite (toy)": ["kite"],
    "node (N)": ["node"],
    "mean (AV)": ["mean"],
    "f(x)": ["f(x)"],
    "kite": ["kite"],
}


@pytest.mark.parametrize(("name", "expected"), HALVES.items())
def test_what_stands_in_brackets_is_a_name_if_it_abbreviates_the_other(name: str, expected: list[str]) -> None:
    assert list(halves(name)) == expected
