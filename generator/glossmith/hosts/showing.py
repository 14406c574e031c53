"""`glossmith show`: one term, by its id or any of its names."""

from __future__ import annotations

import json
import sys
from argparse import Namespace
from collections.abc import Sequence

from glossmith import pipeline
from glossmith.hosts import screen
from glossmith.hosts.listing import entries_of
from glossmith.hosts.progress import crew
from glossmith.hosts.settings_file import settings_of
from glossmith.model.finding import Severity, quoted
from glossmith.model.glossary import Glossary, normal
from glossmith.model.nearest import Lexicon, did_you_mean
from glossmith.model.term import Term
from glossmith.report.card import WIDEST, card


def run(options: Namespace) -> int:
    """Show the term; 1 where no term, or more than one, is called that."""
    settings = settings_of(options.config_file)
    edition = pipeline.check(settings, Severity.ERROR, crew(settings).each)
    found = called(options.name, edition.glossary)
    if len(found) != 1:
        print(told(options.name, found, edition.glossary), file=sys.stderr)  # noqa: T201 -- a command's output
        return 1
    if options.format == "json":
        entry = entries_of(edition, pipeline.plan(edition))[found[0].id]
        print(json.dumps(entry, ensure_ascii=False, indent=1, sort_keys=True))  # noqa: T201 -- a command's output
    else:
        shown = card(found[0], edition, screen.columns() or WIDEST, screen.paint())
        print(shown)  # noqa: T201 -- a command's output
    return 0


def called(name: str, glossary: Glossary) -> list[Term]:
    """The terms that a reference by that name means; where there is none, those that search would find by it."""
    readable = {term.id: term for term in glossary.complete}
    _, ids = glossary.names.find(name)
    if found := [readable[id_] for id_ in ids if id_ in readable]:
        return found
    return [term for term in readable.values() if normal(name) in map(normal, term.designations)]


def told(name: str, found: Sequence[Term], glossary: Glossary) -> str:
    """What to say where a name means no term, or several."""
    if found:
        candidates = "".join(f"\n  {term.id}  {term.title}" for term in found)
        return f"glossmith: {len(found)} terms are called {quoted(name)}; name one by its id:{candidates}"
    known = (text for term in glossary.complete for text in (term.name, term.id, *map(str, term.admitted)))
    advice = did_you_mean(name, Lexicon(known))
    return f"glossmith: no term is called {quoted(name)}{f'; {advice}' if advice else ''}"
