"""What a glossary lacks: terms that references want, and candidates that its texts use without a definition."""

from __future__ import annotations

import re
from html import unescape
from pathlib import Path

import pytest

from glossmith import pipeline
from glossmith.model.edition import Edition
from scratch import Scratch, render


def glossary(folder: Path, *texts: str, **fields: str) -> Edition:
    """A term for each text, in its field `background`; `fields` are further entries as they are."""
    files = {f"terms/t{number}.yml": f"term: t{number}\ndefinition: x\nbackground: |\n  {text}\n"
             for number, text in enumerate(texts)}  # fmt: skip
    return Scratch(folder, files | {f"terms/{name}.yml": text for name, text in fields.items()}).read()


def found(edition: Edition) -> dict[str, int]:
    return {one.name: len(one.terms) for one in pipeline.candidate_terms(edition)}


def thrice(text: str) -> list[str]:
    return [text.replace("N", number) for number in ("one", "two", "three")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("We use gradient boosting here.", {"gradient boosting"}),
        ("We take a support vector machine.", {"support vector machine"}),
        ("A perceptron learns. All perceptrons do.", {"perceptron"}),
        ("Nets with skip-connections are deep. The skip-connections help.", {"skip-connections"}),
        ("It ran on several GPUs.", {"GPU"}),
        ("The API was slow; an API's limits.", {"API"}),
        (
            "It has the kernel's bandwidth in it. A kernel is a bandwidth, kernels and bandwidths.",
            {"kernel", "bandwidth"},
        ),
        ("The tide DEXes, many tide DEXes, and a tide DEX.", {"tide DEX"}),
        ("The tide dApps, many tide dApps, and a tide dApp.", {"tide dApp"}),
        ("It has a validation loss, and another validation loss.", {"validation loss"}),
        ("They do machine learning on any data set.", {"machine learning", "data set"}),
        ("Take a noise seed. Other noise seeds differ.", {"noise seed"}),
        ("With *beam search* it keeps several beams.", {"beam search"}),
    ],
)
def test_what_is_found(tmp_path: Path, text: str, expected: set[str]) -> None:
    assert expected <= set(found(glossary(tmp_path, *thrice(text))))


@pytest.mark.parametrize(
    "text",
    [
        "In this case the result depends on many factors and the number of different examples.",
        "It can reduce the value. To reduce the value, we allow changes.",
        "Everything is really very good, and it quickly became even better.",
        "Written with `gradient_boosting(model)` and ``support vector``.",
        "With $gradient boosting$ as a result.",
        "NOT OK in the US, ALL of it.",
        "Users deposit. It is built-in, error-prone and up-to-date.",
        "For the non-profit here, of each non-profit and vice versa.",
        "The largest, the smallest, the most expensive.",
        "Wortreiche deutsche Texte haben keine englischen Artikel zwischen ihren Substantiven stehen.",
    ],
)
def test_what_is_not_found(tmp_path: Path, text: str) -> None:
    assert found(glossary(tmp_path, *thrice(text))) == {}


def test_what_two_terms_use_is_found_if_it_is_an_abbreviation(tmp_path: Path) -> None:
    assert found(glossary(tmp_path, "An LSTM with beam search.", "The LSTM with beam search.")) == {"LSTM": 2}


def test_a_name_is_counted_once_for_each_term_however_it_is_spelled(tmp_path: Path) -> None:
    texts = ("Beam search, beam search.", "Two beam searches.", "By beam-search decoding.", "The Beam Search.")
    assert found(glossary(tmp_path, *texts)) == {"beam search": 4}


def test_the_capital_of_a_sentence_is_no_part_of_a_name_but_that_of_a_proper_name_is(tmp_path: Path) -> None:
    texts = ("Beam search is it.", "Try it: Beam search.", "By beam search.", *thrice("Markov chains go on."))
    assert found(glossary(tmp_path, *texts)) == {"beam search": 3, "Markov chains": 3}


@pytest.mark.parametrize(
    "entry",
    [
        "term: beam search\ndefinition: x\n",
        "term: Beam searches\ndefinition: x\n",
        "term: x\nsynonyms: [beam-search]\ndefinition: x\n",
        "term: x\nhidden_terms: [beam search]\ndefinition: x\n",
        "term: x\ndeprecated_terms: [beam search]\ndefinition: x\n",
        "term: beam search (decoding)\ndefinition: x\n",
        "term: beam search\nstatus: draft\ndefinition: x\n",
    ],
)
def test_what_a_term_bears_is_no_candidate(tmp_path: Path, entry: str) -> None:
    assert found(glossary(tmp_path, *thrice("With beam search."), other=entry)) == {}


IRREGULAR = pytest.mark.parametrize(
    ("singular", "plural"),
    [
        ("cache", "caches"),
        ("cookie", "cookies"),
        ("matrix", "matrices"),
        ("hypothesis", "hypotheses"),
        ("virus", "viruses"),
        ("bias", "biases"),
        ("maze", "mazes"),
        ("token ID", "token IDs"),
    ],
)


@IRREGULAR
def test_what_a_term_bears_is_no_candidate_in_the_plural(tmp_path: Path, singular: str, plural: str) -> None:
    a, b = f"term: {singular}\ndefinition: x\n", f"term: blue {singular}\nabbreviation: ID\ndefinition: x\n"
    assert found(glossary(tmp_path, *thrice(f"The blue {plural} of it, with the {plural}."), a=a, b=b)) == {}


@IRREGULAR
def test_both_forms_of_a_name_are_one_candidate_in_the_singular(tmp_path: Path, singular: str, plural: str) -> None:
    text = f"The blue {plural} of it, a blue {singular}, the {plural}, a {singular}."
    both = found(glossary(tmp_path, *thrice(text)))
    assert f"blue {singular}" in both
    assert not {plural, f"blue {plural}"} & both.keys()


def test_text_of_links_is_not_read_for_its_name_is_known(tmp_path: Path) -> None:
    edition = glossary(tmp_path, *thrice("With [[t0|beam search]] and [[beam pruning]]."))
    assert found(edition) == {}


def test_the_longer_phrase_is_found_and_not_its_parts_that_never_stand_alone(tmp_path: Path) -> None:
    assert found(glossary(tmp_path, *thrice("With a hidden Markov chain."))) == {"hidden Markov chain": 3}


def test_an_abbreviation_behind_the_name_of_a_term_is_defined_but_not_what_tells_two_terms_apart(
    tmp_path: Path,
) -> None:
    entries = {
        "cd": "term: Continuous delivery (CD)\ndefinition: x\n",
        "filter": "term: filter (ML)\ndefinition: x\n",
    }
    assert found(glossary(tmp_path, *thrice("With CD and ML."), **entries)) == {"ML": 3}


def test_abbreviations_in_a_compound_are_found_unless_a_term_bears_the_whole(tmp_path: Path) -> None:
    defined = {"a": "term: TF-IDF\ndefinition: x\n", "b": "term: CI/CD\ndefinition: x\n"}
    assert found(glossary(tmp_path, *thrice("With TF-IDF, SHA-256 and CI/CD."), **defined)) == {"SHA": 3}


def test_the_likeliest_come_first(tmp_path: Path) -> None:
    texts = [*thrice("With beam pruning."), *["With gradient boosting and LSTM."] * 6]
    assert list(found(glossary(tmp_path, *texts))) == ["gradient boosting", "LSTM", "beam pruning"]


def test_a_candidate_is_sighted_where_the_author_wrote_it(tmp_path: Path) -> None:
    edition = glossary(tmp_path, "First line.\n  Second with *Beam\n  search* in it.", *thrice("By beam searches."))
    one = pipeline.candidate_terms(edition)[0]
    places = [pipeline.place_of(edition.settings, sighting) for sighting in pipeline.candidate_sightings(edition, one)]
    assert [(path, span.line, span.column) for path, span in places[:2]] == [
        ("terms/t0.yml", 5, 16),
        ("terms/t1.yml", 4, 6),
    ]


def test_a_candidate_is_sighted_in_the_plural_too(tmp_path: Path) -> None:
    texts = ("One blue policy.", "Two blue policies.", "A tide and blue policies.")
    edition = glossary(tmp_path, *texts)
    one = pipeline.candidate_terms(edition)[0]
    places = [pipeline.place_of(edition.settings, sighting) for sighting in pipeline.candidate_sightings(edition, one)]
    assert [(path, span.line, span.column) for path, span in places] == [
        ("terms/t0.yml", 4, 7),
        ("terms/t1.yml", 4, 7),
        ("terms/t2.yml", 4, 14),
    ]


def test_wanted_terms_stand_by_how_often_they_are_wanted_with_all_places(tmp_path: Path) -> None:
    edition = glossary(tmp_path, "[[moon]] and [[tide]]", "[[Tide|tides]], [[tide#spring]]")
    wanted = pipeline.wanted_terms(edition)
    assert [(one.name, one.count, one.paths) for one in wanted] == [
        ("tide", 3, ("terms/t0.yml", "terms/t1.yml")),
        ("moon", 1, ("terms/t0.yml",)),
    ]
    places = [pipeline.place_of(edition.settings, sighting) for sighting in wanted[0].sightings]
    assert [(path, span.line, span.column) for path, span in places] == [
        ("terms/t0.yml", 4, 16), ("terms/t1.yml", 4, 3), ("terms/t1.yml", 4, 19),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("reference", "names"),
    [
        ("[[t0]]", []),
        ("[[T0#top|it]]", []),
        ("[[before]]", []),
        ("[[Before#top]]", []),
        ("[[C#]]", ["C#"]),
        ("[[#top]]", ["#top"]),
        ("[[a # b]]", ["a"]),
    ],
)
def test_what_no_term_answers_is_wanted_but_for_old_ids(tmp_path: Path, reference: str, names: list[str]) -> None:
    edition = glossary(tmp_path, reference, other="term: other\ndefinition: x\nredirect_from: [before]\n")
    assert [one.name for one in pipeline.wanted_terms(edition)] == names


def text(edition: Edition) -> str:
    return " ".join(unescape(re.sub(r"<[^>]*>", " ", render(edition, "wanted").body)).split())


def test_the_page_tells_where_each_is_wanted_and_what_may_have_been_meant(tmp_path: Path) -> None:
    files = {
        "terms/compost.yml": "term: compost\ndefinition: See [[compots]] and [[mulch]].\n",
        "terms/guide.md": "# The guide\n\nMore [[mulch]].\n",
        "terms/draft.yml": "term: draft\ndefinition: See [[loam]].\nstatus: draft\n",
    }
    page = text(Scratch(tmp_path, files).read())
    assert "mulch 2 links The guide , compost compots 1 link compost Nearly the name of a term: compost." in page
    assert "loam" not in page


def test_the_page_counts_the_links_that_readers_see(tmp_path: Path) -> None:
    files = {
        "terms/compost.yml": "term: compost\ndefinition: See [[loam]], [[mulch]] and [[mulch]].\n",
        "terms/draft.yml": "term: draft\ndefinition: See [[loam]], [[loam]], [[loam]].\nstatus: draft\n",
    }
    page = text(Scratch(tmp_path, files).read())
    assert "mulch 2 links compost loam 1 link compost" in page


def test_the_page_names_categories_and_organizations_that_want_a_term(tmp_path: Path) -> None:
    files = {
        "terms/compost.yml": "term: compost\ndefinition: d\ncategory: soil\ndevelopers: [farm]\n",
        "terms/_categories.yml": "soil: {title: The soil, description: 'With [[mulch]].'}\n"
        "unused: {title: Unused, description: 'With [[mulch]], [[loam]].'}\n",
        "terms/_organizations.yml": "farm: {name: The farm, description: 'Makes [[mulch]].'}\n",
    }
    edition = Scratch(tmp_path, files).read()
    assert "mulch 2 links The soil , The farm" in text(edition)
    assert "loam" not in text(edition)
    assert 'href="../categories/soil/"' in render(edition, "wanted").body


def test_a_page_that_wants_a_term_is_named_by_its_heading_without_markup(tmp_path: Path) -> None:
    guide = "```sh\n# no heading\n```\n\n# The *good* guide to `soil`\n\nMore [[mulch]].\n"
    page = text(Scratch(tmp_path, {"terms/guide.md": guide}).read())
    assert "mulch 1 link The good guide to soil" in page


def test_a_page_that_wants_a_term_is_named_by_the_title_in_its_front_matter(tmp_path: Path) -> None:
    guide = "---\ntitle: The guide\n---\n# Soil\n\nMore [[mulch]].\n"
    page = text(Scratch(tmp_path, {"terms/guide.md": guide}).read())
    assert "mulch 1 link The guide" in page


def test_what_begins_with_a_hash_in_code_is_no_heading_of_a_page(tmp_path: Path) -> None:
    guide = "```sh\n# no heading\n```\n\n## A part\n\nMore [[mulch]].\n"
    page = text(Scratch(tmp_path, {"terms/guide.md": guide}).read())
    assert "mulch 1 link guide.md" in page


def test_of_many_places_that_want_a_term_the_page_names_the_first_and_counts_the_rest(tmp_path: Path) -> None:
    edition = glossary(tmp_path, *["[[nothing]]"] * 25)
    dd = render(edition, "wanted").body.partition("<dd>")[2].partition("</dd>")[0]
    assert dd.count("<a ") == 20
    assert "and 5 more" in dd


def test_the_page_lists_candidates_with_the_first_terms_that_use_them(tmp_path: Path) -> None:
    edition = glossary(tmp_path, *["With beam search."] * 8)
    assert "beam search 8 terms t0 , t1 , t2 , t3 , t4 , t5 , and 2 more" in text(edition)
    assert "Every link leads to a term." in text(edition)


def test_there_is_no_page_unless_the_site_asks_for_it(tmp_path: Path) -> None:
    scratch = Scratch(tmp_path, {"terms/a.yml": "term: a\ndefinition: '[[b]]'\n"})
    kinds = [
        {job.kind for job in pipeline.plan(scratch.read(**host)).indexes()} for host in ({}, {"with_wanted": True})
    ]
    assert [("wanted" in some) for some in kinds] == [False, True]
