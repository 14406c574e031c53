"""`glossmith wanted`: what the glossary lacks, as tables or as JSON."""

from __future__ import annotations

import json
from argparse import Namespace
from collections.abc import Sequence
from typing import Any

from glossmith import pipeline
from glossmith.hosts import screen
from glossmith.hosts.configuration import ConfigurationError
from glossmith.hosts.progress import crew
from glossmith.hosts.settings_file import settings_of
from glossmith.model.edition import Edition
from glossmith.model.finding import Severity
from glossmith.model.wanted import Candidate, Sighting, Wanted
from glossmith.report.table import table

MOST = 40
"""Names in each table; JSON has all of them."""


def run(options: Namespace) -> int:
    """Show what is wanted, and what may be, by how much; to want something is no fault."""
    if options.limit is not None and options.limit < 1:
        raise ConfigurationError("--limit: must be 1 or more")
    settings = settings_of(options.config_file)
    each = crew(settings).each
    read = pipeline.read(settings, each=each) if options.candidates else pipeline.check(settings, Severity.ERROR, each)
    lacking = pipeline.wanted_terms(read)
    likely = pipeline.candidate_terms(read) if options.candidates else ()
    if options.format == "json":
        _print_json(read, lacking[: options.limit], likely[: options.limit])
    else:
        _print_tables(read, lacking, likely, options.limit or MOST)
    return 0


def _print_json(edition: Edition, lacking: Sequence[Wanted], likely: Sequence[Candidate]) -> None:
    wanted = [{"name": one.name, "count": one.count, "places": _places(edition, one.sightings)} for one in lacking]
    candidates = [
        {
            "name": one.name,
            "shape": str(one.shape),
            "count": len(one.terms),
            "places": _places(edition, pipeline.candidate_sightings(edition, one)),
        }
        for one in likely
    ]
    listed = {"wanted": wanted, "candidates": candidates}
    print(json.dumps(listed, ensure_ascii=False, indent=1, sort_keys=True))  # noqa: T201 -- a command's output


def _places(edition: Edition, sightings: Sequence[Sighting]) -> list[dict[str, Any]]:
    found = (pipeline.place_of(edition.settings, sighting) for sighting in sightings)
    return [{"path": path, "line": span.line, "column": span.column} for path, span in found]


def _print_tables(edition: Edition, lacking: Sequence[Wanted], likely: Sequence[Candidate], most: int) -> None:
    rows = [(one.name, str(one.count), _where(edition, one.sightings)) for one in lacking[:most]]
    _print_table(("wanted", "times", "where"), rows, len(lacking), "no term is wanted")
    if likely:
        sighted = ((one, pipeline.candidate_sightings(edition, one)) for one in likely[:most])
        rows = [(one.name, str(len(one.terms)), _where(edition, sightings)) for one, sightings in sighted]
        print()  # noqa: T201 -- a command's output
        _print_table(("not defined", "terms", "where"), rows, len(likely), "")


def _where(edition: Edition, sightings: Sequence[Sighting]) -> str:
    path, span = pipeline.place_of(edition.settings, sightings[0])
    others = len(sightings) - 1
    return f"{path}:{span.line}{f' and {others} more' if others else ''}"


def _print_table(head: Sequence[str], rows: Sequence[Sequence[str]], total: int, nothing: str) -> None:
    for line in table(head, rows, screen.columns(), screen.paint()) if rows else (nothing,):
        print(line)  # noqa: T201 -- a command's output
    if total > len(rows):
        print(f"… and {total - len(rows)} more; --limit {total} shows all")  # noqa: T201 -- a command's output
