"""Did you mean: near words are found, and nothing else is guessed."""

from __future__ import annotations

import random
import string
import subprocess
import sys

import pytest

from effort import IN_PROPORTION, growth, steps
from glossmith import pipeline
from glossmith.hosts.command import COMMANDS
from glossmith.model import nearest
from glossmith.model.fields import FIELDS
from glossmith.model.nearest import CANDIDATES, Lexicon, did_you_mean, did_you_mean_one_of, distance

FIELD_NAMES = [row.name for row in FIELDS]
RULES = [rule.name for rule in pipeline.rules()]
IDS = ["adam", "backpropagation", "batch-size", "gradient-descent", "learning-rate", "k-means", "low-rank-adaptation"]
CATEGORIES = ["Data", "Generative AI", "Optimization", "Responsible AI"]
OPTIONS = ["--category", "--config-file", "--format", "--ignore", "--select", "--severity", "--strict"]

NEAR = [
    (FIELD_NAMES, "sinonyms", "synonyms"),
    (FIELD_NAMES, "sinonim", "synonyms"),
    (FIELD_NAMES, "defintion", "definition"),
    (FIELD_NAMES, "Definition", "definition"),
    (FIELD_NAMES, "relatedterms", "related_terms"),
    (FIELD_NAMES, "relatedTerms", "related_terms"),
    (FIELD_NAMES, "related term", "related_terms"),
    (FIELD_NAMES, "broder_term", "broader_terms"),
    (FIELD_NAMES, "tgas", "tags"),
    (FIELD_NAMES, "tag", "tags"),
    (FIELD_NAMES, "statsu", "status"),
    (FIELD_NAMES, "categories", "category"),
    (FIELD_NAMES, "di", "id"),
    (FIELD_NAMES, "abreviation", "abbreviation"),
    (FIELD_NAMES, "pronounciation", "pronunciation"),
    (IDS, "gradient decent", "gradient-descent"),
    (IDS, "Learning Rates", "learning-rate"),
    (IDS, "learnign-rate", "learning-rate"),
    (IDS, "bacth_size", "batch-size"),
    (IDS, "kmeans", "k-means"),
    (IDS, "aadm", "adam"),
    (IDS, "back-propagation", "backpropagation"),
    (RULES, "unknwon-term", "unknown-term"),
    (RULES, "wanted_terms", "wanted-term"),
    (RULES, "duplicat-id", "duplicate-id"),
    (RULES, "orfan-term", "orphan-term"),
    (OPTIONS, "--catgory", "--category"),
    (OPTIONS, "--formta", "--format"),
    (COMMANDS, "shcema", "schema"),
    (COMMANDS, "lsit", "list"),
    (COMMANDS, "initeditor", "init-editor"),
    (CATEGORIES, "optimisation", "Optimization"),
    (CATEGORIES, "generativ ai", "Generative AI"),
    (["straße", "größe"], "strase", "straße"),
    (["naïve Bayes"], "naive bayes", "naïve Bayes"),
    (["学习率", "梯度下降"], "学习律", "学习率"),
    (["name", "aliases"], "alias", "aliases"),
    (["bias", "box"], "biases", "bias"),
    (["boxes", "bias"], "box", "boxes"),
]


@pytest.mark.parametrize(("known", "written", "meant"), NEAR)
def test_the_nearest_word_is_found(known, written, meant):
    assert Lexicon(known).nearest(written) == meant


FAR = [
    *((FIELD_NAMES, word) for word in ("title", "name", "summary", "body", "see_also", "links", "xyz", "foo", "a", "")),
    *((IDS, word) for word in ("dropout", "transformer", "adagrad", "gan", "learning curve", "descent", "batch")),
    *((RULES, word) for word in ("spelling", "term", "no-such-rule", "---")),
    *((CATEGORIES, word) for word in ("date night", "ships", "ai")),
    (["cat", "sun", "rnn"], "hat"),
    (["cat", "sun", "rnn"], "cnn"),
    ([], "anything"),
    (["", "-"], "anything"),
]


@pytest.mark.parametrize(("known", "written"), FAR)
def test_unrelated_words_give_nothing(known, written):
    assert did_you_mean(written, known) == ""


BEGUN = [
    (RULES, "wanted", "wanted-term"),
    (RULES, "Overlong", "overlong-definition"),
    (FIELD_NAMES, "abbr", "abbreviation"),
    (FIELD_NAMES, "related", "related_terms"),
    (["error", "warning", "hint"], "warn", "warning"),
    (OPTIONS, "--sever", "--severity"),
]


@pytest.mark.parametrize(("known", "written", "meant"), BEGUN)
def test_of_a_closed_set_the_beginning_is_enough(known, written, meant):
    assert did_you_mean_one_of(written, known) == f"did you mean `{meant}`?"
    assert did_you_mean_one_of(f"x{written}zzzz", known) == ""


@pytest.mark.parametrize("written", ["unknown", "te", "de", "s", ""])
def test_a_beginning_that_several_words_have_or_that_is_short_means_none(written):
    assert did_you_mean_one_of(written, [*RULES, "definition"]) == ""


def test_of_two_words_equally_near_the_one_that_begins_alike_wins_and_then_the_first():
    assert Lexicon(["bound", "mount", "mound"]).nearest("mond") == "mound"
    assert Lexicon(["red-cat", "red-car"]).nearest("red-cab") == "red-cat"


@pytest.mark.parametrize(
    ("one", "other", "mistakes"),
    [("", "", 0), ("ab", "ba", 1), ("abc", "ab", 1), ("abc", "axc", 1), ("kitten", "sitting", 3), ("ca", "abc", 3)],
)
def test_a_swap_of_neighbours_is_one_mistake(one, other, mistakes):
    assert distance(one, other, 3) == distance(other, one, 3) == mistakes


def test_a_distance_beyond_the_bound_is_only_known_to_be_beyond():
    assert distance("abcdef", "uvwxyz", 2) == 3
    assert distance("a", "abcdef", 2) == 3


def names(count: int) -> list[str]:
    made = random.Random(7)
    words = ["".join(made.choices(string.ascii_lowercase, k=made.randint(3, 9))) + "ing" for _ in range(900)]
    return list({" ".join(made.sample(words, made.randint(1, 3))): None for _ in range(count)})


def test_a_lexicon_is_made_in_steps_in_proportion_to_its_words():
    assert growth(Lexicon, names, 1_000) <= IN_PROPORTION


def test_what_was_meant_by_many_words_is_found_in_steps_in_proportion_to_them():
    known = names(300)

    def ask(words):
        for word in words:
            did_you_mean_one_of(word, known)

    assert steps(ask, names(20)) < 20 * steps(Lexicon, known) / 10


def test_of_the_names_of_10_000_terms_only_a_few_are_compared_with_a_word(monkeypatch):
    known = names(17_600)
    lexicon = Lexicon(known)
    asked = [f"{name[:3]}{name[4:3:-1]}{name[5:]}" for name in known[:200]]
    compared = []
    monkeypatch.setattr(nearest, "distance", lambda *words: compared.append(words) or distance(*words))
    found = [lexicon.nearest(word) for word in asked]
    assert len(compared) <= CANDIDATES * len(asked)
    assert sum(one is not None for one in found) > 190


def test_the_answer_does_not_depend_on_the_seed_of_hashes():
    code = (
        "from glossmith.model.nearest import Lexicon; "
        "print(Lexicon(f'word number {i}' for i in range(300)).nearest('wrod numbr 2x5'))"
    )
    answers = {
        subprocess.run(
            [sys.executable, "-c", code], env={"PYTHONHASHSEED": seed}, capture_output=True, text=True, check=True
        ).stdout
        for seed in ("1", "2", "3")
    }
    assert len(answers) == 1
