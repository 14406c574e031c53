"""How fast glossmith builds a glossary, beside MkDocs with Material on the same content in the same run.

python benchmarks/build.py --entries 10000
"""

from __future__ import annotations

import argparse
import filecmp
import json
import os
import platform
import re
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from statistics import median

from corpus import Corpus, make_corpus
from measure import Run, run_build
from sites import SITE_URL, UNLINKED, write_site
from tables import MEBIBYTE, Result, comparison, linearity

LOCATION = re.compile(r"<loc>(.*?)</loc>")
TOOLS = ("glossmith", UNLINKED, "mkdocs")
SMALL = 2_000
"""Entries up to which a build is run three times, unless `--runs` says otherwise."""


def main(arguments: Sequence[str] | None = None) -> int:
    options = _options(arguments)
    print(f"Python {platform.python_version()}, {os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}\n")
    with _workplace(options.keep) as place:
        if options.identical:
            return _compare_workers(_corpus(options.entries, options.seed), place)
        tools = [options.only] if options.only else list(TOOLS)
        compared = _compared(tools, options, place)
        known = {result.entries: result for result in compared[:1]}
        if options.sizes:
            results = [known.get(size) or _grown(tools[0], size, options, place) for size in options.sizes]
            print(linearity(results))
    return 0


def _compared(tools: Sequence[str], options: argparse.Namespace, place: Path) -> list[Result]:
    """Both tools on the same entries."""
    if not options.entries:
        return []
    results = _results(tools, _corpus(options.entries, options.seed), place, options.runs)
    print(comparison(results), flush=True)
    return results


def _grown(tool: str, size: int, options: argparse.Namespace, place: Path) -> Result:
    """One tool on another number of entries."""
    return _results([tool], _corpus(size, options.seed), place, options.runs)[0]


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--entries", type=int, default=10_000, help="entries to compare the tools on; 0 for none")
    parser.add_argument("--seed", type=int, default=1, help="other seeds make other entries")
    parser.add_argument("--only", choices=TOOLS, help="run one tool alone")
    parser.add_argument("--sizes", type=_sizes, default=[], help="numbers of entries, to see how time grows: 1000,2000")
    parser.add_argument("--runs", type=int, help="builds by each tool; their median is shown")
    parser.add_argument("--keep", type=Path, help="an empty folder for the sites, which then stay")
    parser.add_argument("--identical", action="store_true", help="compare what one and two processes write instead")
    return parser.parse_args(arguments)


def _sizes(text: str) -> list[int]:
    return [int(size) for size in text.split(",")]


@contextmanager
def _workplace(keep: Path | None) -> Iterator[Path]:
    if keep:
        keep.mkdir(parents=True, exist_ok=True)
        if any(keep.iterdir()):
            raise SystemExit(f"{keep} is not empty")
        yield keep.resolve()
    else:
        with tempfile.TemporaryDirectory(prefix="glossmith-benchmark-") as folder:
            yield Path(folder)


def _corpus(entries: int, seed: int) -> Corpus:
    corpus = make_corpus(entries, seed)
    relations = sum(len(concept.broader) + len(concept.related) for concept in corpus.concepts)
    synonyms = sum(len(concept.synonyms) for concept in corpus.concepts)
    print(
        f"{len(corpus.concepts):,} entries (seed {seed}): {corpus.mean_bytes:,.0f} bytes of prose,"
        f" {relations / entries:.1f} relations and {synonyms / entries:.1f} synonyms in the mean\n",
        flush=True,
    )
    return corpus


def _results(tools: Sequence[str], corpus: Corpus, place: Path, runs: int | None) -> list[Result]:
    """Builds by all tools in turn, so that whatever else the machine does falls on each of them."""
    size = len(corpus.concepts)
    folders = {tool: place / f"{tool}-{size}" for tool in tools}
    for tool, folder in folders.items():
        write_site(tool, corpus, folder)
    times: dict[str, list[Run]] = {tool: [] for tool in tools}
    for number in range(runs or (3 if size <= SMALL else 1)):
        for tool, folder in folders.items():
            _put_aside(folder / "site", number)
            times[tool].append(run_build(folder))
    return [_result(tool, corpus, folders[tool] / "site", times[tool]) for tool in tools]


def _put_aside(site: Path, number: int) -> None:
    """Make room for another build; nothing is deleted, as ext4 is slow to create files for a minute after that."""
    if site.exists():
        site.rename(site.with_name(f"site-{number}"))


def _result(tool: str, corpus: Corpus, site: Path, runs: Sequence[Run]) -> Result:
    _check(corpus, site)
    sizes = [path.stat().st_size for path in site.rglob("*") if path.is_file()]
    return Result(
        tool=tool,
        entries=len(corpus.concepts),
        seconds=median(run.seconds for run in runs),
        cpu_seconds=median(run.cpu_seconds for run in runs),
        peak_bytes=max(run.peak_bytes for run in runs),
        files=len(sizes),
        site_bytes=sum(sizes),
        runs=len(runs),
    )


def _check(corpus: Corpus, site: Path) -> None:
    """Every concept has a page, with its text and the theme around it, and can be found."""
    index = json.loads((site / "search" / "search_index.json").read_text(encoding="utf-8"))
    searchable = {entry["location"] for entry in index["docs"]}
    listed = set(LOCATION.findall((site / "sitemap.xml").read_text(encoding="utf-8")))
    for concept in corpus.concepts:
        html = (site / "terms" / concept.id / "index.html").read_text(encoding="utf-8")
        for part in (concept.definition, 'class="md-header', 'class="md-footer', 'id="background"', "#background"):
            if part not in html:
                raise SystemExit(f"{site}: the page of {concept.id} lacks {part!r}")
        address = f"terms/{concept.id}/"
        if address not in searchable or SITE_URL + address not in listed:
            raise SystemExit(f"{site}: {concept.id} cannot be found")


def _compare_workers(corpus: Corpus, place: Path) -> int:
    """Whether one process and two write the same bytes."""
    sites = []
    for workers in (1, 2):
        folder = place / f"workers-{workers}"
        write_site("glossmith", corpus, folder, workers)
        run = run_build(folder)
        sites.append(folder / "site")
        print(f"{workers} worker(s): {run.seconds:.1f} s, {run.peak_bytes / MEBIBYTE:,.0f} MB", flush=True)
    different = _differences(*sites)
    print(f"different: {', '.join(different[:9])}" if different else "byte-identical")
    return 1 if different else 0


def _differences(one: Path, other: Path) -> list[str]:
    """The files that only one site has, or that are not the same in both."""
    names = {str(path.relative_to(site)) for site in (one, other) for path in site.rglob("*") if path.is_file()}
    _, different, missing = filecmp.cmpfiles(one, other, names, shallow=False)
    return sorted([*different, *missing])


if __name__ == "__main__":
    sys.exit(main())
