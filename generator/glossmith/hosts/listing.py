"""`glossmith list`: the terms of the glossary as a table, or as JSON."""

from __future__ import annotations

import json
import sys
from argparse import Namespace
from collections.abc import Iterable, Mapping
from typing import Any

from glossmith import pipeline
from glossmith.hosts import screen
from glossmith.hosts.configuration import ConfigurationError
from glossmith.hosts.progress import crew
from glossmith.hosts.settings_file import settings_of
from glossmith.model.edition import Edition
from glossmith.model.finding import Severity
from glossmith.model.glossary import Glossary, normal
from glossmith.model.nearest import did_you_mean
from glossmith.model.plan import Plan
from glossmith.model.term import Term
from glossmith.report.table import table

HEAD = ("id", "term", "category", "tags", "status")


def run(options: Namespace) -> int:
    """List the terms that the options leave, drafts included."""
    settings = settings_of(options.config_file)
    edition = pipeline.check(settings, Severity.ERROR, crew(settings).each)
    plan = pipeline.plan(edition)
    terms = _chosen(options, edition.glossary, plan)
    if options.format == "json":
        entries = entries_of(edition, plan)
        listed = {"terms": [entries[id_] for id_ in sorted(term.id for term in terms)]}
        print(json.dumps(listed, ensure_ascii=False, indent=1, sort_keys=True))  # noqa: T201 -- a command's output
        return 0
    for line in table(HEAD, [_row(term, edition) for term in terms], screen.columns(), screen.paint()):
        print(line)  # noqa: T201 -- a command's output
    if sys.stdout.isatty():
        counted = "1 term" if len(terms) == 1 else f"{len(terms):,} terms"
        print(f"\n{counted}")  # noqa: T201 -- a command's output
    return 0


def entries_of(edition: Edition, plan: Plan) -> Mapping[str, dict[str, Any]]:
    """What `terms.json` says of each term, by id."""
    return {entry["id"]: entry for entry in json.loads(pipeline.table_of_terms(edition, plan))["terms"]}


def _row(term: Term, edition: Edition) -> tuple[str, ...]:
    category = edition.glossary.category_of(term)
    return (
        term.id,
        term.title,
        category.id if category else "",
        ", ".join(tag.value for tag in term.tags),
        term.effective_status,
    )


def _chosen(options: Namespace, glossary: Glossary, plan: Plan) -> list[Term]:
    terms: Iterable[Term] = plan.terms
    if options.category is not None:
        ids = _below(_known_category(options.category, glossary), glossary)
        terms = [term for term in terms if (category := glossary.category_of(term)) and category.id in ids]
    if options.tag is not None:
        tag = _known_tag(options.tag, plan)
        terms = [term for term in terms if tag in {normal(text.value) for text in term.tags}]
    if options.status is not None:
        terms = [term for term in terms if term.effective_status == options.status]
    return list(terms)


def _known_category(name: str, glossary: Glossary) -> str:
    if id_ := glossary.category_named(name):
        return id_
    known = [text for one in glossary.categories.values() for text in (one.id, one.title.value)]
    raise ConfigurationError(_unknown("category", name, known))


def _below(id_: str, glossary: Glossary) -> set[str]:
    """The category and all below it."""
    ids = {id_}
    while more := {
        one.id
        for one in glossary.categories.values()
        if one.id not in ids and one.parent and glossary.category_named(one.parent.value) in ids
    }:
        ids |= more
    return ids


def _known_tag(name: str, plan: Plan) -> str:
    if normal(name) in plan.tags:
        return normal(name)
    raise ConfigurationError(_unknown("tag", name, [group.title for group in plan.tags.values()]))


def _unknown(what: str, name: str, known: Iterable[str]) -> str:
    advice = did_you_mean(name, known)
    return f"there is no {what} {name!r}{f'; {advice}' if advice else ''}"
