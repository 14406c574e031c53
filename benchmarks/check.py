"""How long `glossmith check` takes: on a whole glossary, and on one file of another, starting up included.

python benchmarks/check.py
"""

from __future__ import annotations

import argparse
import os
import platform
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from statistics import median

from corpus import make_corpus
from measure import Run, run_module
from sites import write_site
from tables import MEBIBYTE, table

COMMAND = ("glossmith.hosts.command", "check")
HEAD = ["report on", "entries", "seconds", "CPU s", "peak MB"]


def main(arguments: Sequence[str] | None = None) -> int:
    options = _options(arguments)
    print(f"Python {platform.python_version()}, {os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}\n", flush=True)
    rows: list[list[str]] = []
    with tempfile.TemporaryDirectory(prefix="glossmith-benchmark-") as place:
        rows += _measured("all", options.entries, Path(place), options)
        rows += _measured("one file", options.among, Path(place), options)
    print(table(HEAD, rows))
    return 0


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--entries", type=int, default=10_000, help="entries to check all of; 0 for none")
    parser.add_argument("--among", type=int, default=1_000, help="entries to check one of; 0 for none")
    parser.add_argument("--seed", type=int, default=1, help="other seeds make other entries")
    parser.add_argument("--runs", type=int, default=5, help="checks of each sort; their median is shown")
    return parser.parse_args(arguments)


def _measured(what: str, entries: int, place: Path, options: argparse.Namespace) -> list[list[str]]:
    """One row of the table, or none; the first run, which fills caches, does not count."""
    if not entries:
        return []
    folder = place / f"{entries}-entries"
    corpus = make_corpus(entries, options.seed)
    if not folder.exists():
        write_site("glossmith", corpus, folder)
    paths = [f"docs/terms/{corpus.concepts[0].id}.yml"] if what == "one file" else []
    runs = [run_module(folder, *COMMAND, *paths) for _ in range(options.runs + 1)][1:]
    return [_row(what, entries, runs)]


def _row(what: str, entries: int, runs: Sequence[Run]) -> list[str]:
    return [
        what,
        f"{entries:,}",
        f"{median(run.seconds for run in runs):.2f}",
        f"{median(run.cpu_seconds for run in runs):.2f}",
        f"{max(run.peak_bytes for run in runs) / MEBIBYTE:,.0f}",
    ]


if __name__ == "__main__":
    sys.exit(main())
