"""`glossmith mentions`: which mentions become links and why, and what a change does to the links of all entries."""

from __future__ import annotations

import json
import sys
from argparse import Namespace
from collections.abc import Iterable, Iterator
from typing import Any

from glossmith import pipeline
from glossmith.hosts import screen
from glossmith.hosts.crew import Crew
from glossmith.hosts.revision import settings_at
from glossmith.hosts.settings_file import settings_of
from glossmith.hosts.showing import called, told
from glossmith.model.edition import Edition
from glossmith.model.mention import Decision, Mention
from glossmith.model.place import Span
from glossmith.model.settings import Settings
from glossmith.model.term import Term
from glossmith.report.table import table

HEAD = ("place", "text", "mention", "decision")
Link = tuple[str, str, str]
"""The ids of a term and of what it links to, and by what: a mention or a reference."""


def run(options: Namespace) -> int:
    """List the mentions on the page of a term, or compare the links of all terms with those of a revision."""
    settings = settings_of(options.config_file)
    if options.what == "diff" and options.revision:
        return _compare(options, settings)
    edition = _read(settings)
    found = called(options.what, edition.glossary)
    if len(found) != 1:
        print(told(options.what, found, edition.glossary), file=sys.stderr)  # noqa: T201 -- a command's output
        return 1
    return _list(options, edition, found[0])


def _read(settings: Settings) -> Edition:
    return pipeline.read(settings, each=Crew(settings.workers).each)


def _list(options: Namespace, edition: Edition, term: Term) -> int:
    mentions = pipeline.mentions(edition, term)
    if options.format == "json":
        listed = [_json(term, mention, span) for mention, span in mentions]
        print(json.dumps({"mentions": listed}, ensure_ascii=False, indent=1))  # noqa: T201 -- a command's output
        return 0
    rows = [
        (f"{term.path}:{span.line}:{span.column}", mention.key, mention.written, _told(mention))
        for mention, span in mentions
    ]
    for line in table(HEAD, rows, screen.columns(), screen.paint()) if rows else ("no mention of another term",):
        print(line)  # noqa: T201 -- a command's output
    return 0


def _told(mention: Mention) -> str:
    if mention.decision is Decision.LINKED:
        return f"linked to {mention.ids[0]}"
    return f"{mention.decision}: {', '.join(mention.ids)}"


def _json(term: Term, mention: Mention, span: Span) -> dict[str, Any]:
    return {
        "path": term.path,
        "line": span.line,
        "column": span.column,
        "text": mention.key,
        "mention": mention.written,
        "terms": list(mention.ids),
        "decision": mention.decision.name.lower().replace("_", "-"),
        "links": mention.decision.links,
    }


def _compare(options: Namespace, settings: Settings) -> int:
    with settings_at(options.revision, settings, options.config_file) as earlier:
        before = set(_links(_read(earlier)))
    after = set(_links(_read(settings)))
    added, gone = sorted(after - before), sorted(before - after)
    if options.format == "json":
        changes = {"added": [*map(_pair, added)], "removed": [*map(_pair, gone)]}
        print(json.dumps(changes, ensure_ascii=False, indent=1))  # noqa: T201 -- a command's output
        return 0
    for sign, links in (("+", added), ("-", gone)):
        for source, target, how in links:
            print(f"{sign} {source} → {target}  ({how})")  # noqa: T201 -- a command's output
    print(f"{len(added):,} added, {len(gone):,} removed")  # noqa: T201 -- a command's output
    return 0


def _pair(link: Link) -> dict[str, str]:
    return dict(zip(("source", "target", "by"), link, strict=True))


def _links(edition: Edition) -> Iterator[Link]:
    """Every link from the texts of a term to another, once for each way of linking."""
    for source, texts in edition.links.items():
        for linked in texts.values():
            yield from ((source, " or ".join(one.ids), "mention") for one in linked)
    for term in edition.glossary.complete:
        yield from ((term.id, target, "reference") for target in _referred(edition, term) if target != term.id)


def _referred(edition: Edition, term: Term) -> Iterable[str]:
    for typeset in edition.typesets.get(term.id, {}).values():
        answers = (edition.glossary.answer(reference.target).term for reference in typeset.references)
        yield from (target.id for target in answers if target)
