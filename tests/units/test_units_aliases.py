"""Which synonyms lead to their terms by their address."""

from __future__ import annotations

from pathlib import Path

import pytest

from glossmith import pipeline
from scratch import Scratch

RATE = "term: learning rate\ndefinition: x\nabbreviation: LR\nsynonyms: [Step size, η]\n"


def aliases(folder: Path, **entries: str) -> dict[str, str]:
    files = {f"terms/{name}.yml": text for name, text in entries.items()}
    return dict(pipeline.plan(Scratch(folder, files).read({"redirect_synonyms": True})).aliases)


def test_every_synonym_and_abbreviation_leads_to_its_term(tmp_path: Path) -> None:
    assert aliases(tmp_path, rate=RATE) == {"lr": "rate", "step-size": "rate", "η": "rate"}


def test_by_default_none_does(tmp_path: Path) -> None:
    assert pipeline.plan(Scratch(tmp_path, {"terms/rate.yml": RATE}).read()).aliases == {}


@pytest.mark.parametrize(
    "other",
    [
        "id: step-size\nterm: x\ndefinition: x\n",
        "id: Step-Size\nterm: x\ndefinition: x\n",
        "term: step-size\nid: y\ndefinition: x\n",
        "term: x\nsynonyms: [step size]\ndefinition: x\n",
        "term: x\ndeprecated_terms: [STEP SIZE]\ndefinition: x\n",
        "term: x\nhidden_terms: [step-size]\ndefinition: x\n",
        "term: step size\nstatus: draft\ndefinition: x\n",
        "term: x\nredirect_from: [step-size]\ndefinition: x\n",
        "term: x\nredirect_from: [/terms/step-size/]\ndefinition: x\n",
    ],
)
def test_a_name_that_may_mean_something_else_leads_nowhere(tmp_path: Path, other: str) -> None:
    assert "step-size" not in aliases(tmp_path, rate=RATE, other=other)
    assert "lr" in aliases(tmp_path, rate=RATE, other=other)


def test_names_of_one_term_with_the_same_address_lead_there_once(tmp_path: Path) -> None:
    entry = "term: rate\ndefinition: x\nsynonyms: [step size, step-size, Step Size]\n"
    assert aliases(tmp_path, rate=entry) == {"step-size": "rate"}


def test_names_to_avoid_and_names_of_drafts_lead_nowhere(tmp_path: Path) -> None:
    assert aliases(
        tmp_path,
        a="term: a\ndefinition: x\ndeprecated_terms: [old a]\nhidden_terms: [aa]\ninflections: [as]\n",
        b="term: b\ndefinition: x\nsynonyms: [bee]\nstatus: draft\n",
    ) == {}  # fmt: skip


def test_the_order_of_files_does_not_matter(tmp_path: Path) -> None:
    one, other = (tmp_path / name for name in ("one", "other"))
    for folder in (one, other):
        folder.mkdir()
    second = "term: batch\ndefinition: x\nsynonyms: [lot, LR]\n"
    assert list(aliases(one, a=RATE.replace("term", "id: rate\nterm", 1), b=f"id: batch\n{second}").items()) == list(
        aliases(other, b=RATE.replace("term", "id: rate\nterm", 1), a=f"id: batch\n{second}").items()
    )
