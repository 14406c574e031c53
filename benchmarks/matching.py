"""How fast the matcher finds the names of a glossary in text, by the number of names and the amount of text.

python benchmarks/matching.py
"""

from __future__ import annotations

import argparse
import os
import platform
import sys
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from random import Random
from statistics import median

from corpus import Speaker
from tables import table

from glossmith.mentions.matcher import Matcher
from glossmith.model.place import START, Text
from glossmith.model.term import Term

MEGABYTE = 1_000_000
FIELD = 300
"""Characters of a prose field, about."""
HEAD = ["names", "MB", "built in s", "fields: s", "s per MB", "one text: s", "s per MB", "found"]


@dataclass(frozen=True, slots=True)
class Result:
    """Seconds of processor time that one matcher took for one text, in fields and as a whole."""

    names: int
    characters: int
    built: float
    in_fields: float
    as_one: float
    found: int

    def row(self) -> list[str]:
        megabytes = self.characters / MEGABYTE
        times = (self.in_fields, self.in_fields / megabytes, self.as_one, self.as_one / megabytes)
        return [
            f"{self.names:,}",
            f"{megabytes:.0f}",
            f"{self.built:.2f}",
            *(f"{seconds:.2f}" if place % 2 == 0 else f"{seconds:.3f}" for place, seconds in enumerate(times)),
            f"{self.found:,}",
        ]


def main(arguments: Sequence[str] | None = None) -> int:
    options = _options(arguments)
    print(f"Python {platform.python_version()}, {os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}\n")
    most = max(options.megabytes) * MEGABYTE
    fields = list(_fields(options.seed, most))
    results = (result for count in options.names for result in _results(count, fields, options))
    print(table(HEAD, (result.row() for result in results)))
    return 0


def _results(count: int, fields: Sequence[str], options: argparse.Namespace) -> Iterator[Result]:
    """One matcher on the usual amount of text; if it has the usual number of names, on all amounts."""
    matcher, built = _matcher(count, options.seed)
    for megabytes in options.megabytes if count == options.usual else [options.usual_megabytes]:
        yield _result(count, matcher, built, _first(fields, megabytes * MEGABYTE), options.runs)


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--names", type=_numbers, default=[1_760, 17_600, 176_000], help="numbers of names")
    parser.add_argument("--megabytes", type=_numbers, default=[1, 9, 27], help="amounts of text, for the usual names")
    parser.add_argument("--usual", type=int, default=17_600, help="the number of names to try on all amounts of text")
    parser.add_argument("--usual-megabytes", type=int, default=9, help="the amount of text to try all names on")
    parser.add_argument("--seed", type=int, default=1, help="other seeds make other names and texts")
    parser.add_argument("--runs", type=int, default=3, help="runs of each; their median is shown")
    return parser.parse_args(arguments)


def _numbers(text: str) -> list[int]:
    return [int(number) for number in text.replace("_", "").split(",")]


def _matcher(count: int, seed: int) -> tuple[Matcher, float]:
    """A matcher for so many names, and the seconds that it took."""
    names = islice(Speaker(Random(seed)).names(), count)
    terms = [_term(name) for name in names]
    start = time.process_time()
    matcher = Matcher.of(terms)
    return matcher, time.process_time() - start


def _term(name: str) -> Term:
    text = Text.at(name, START)
    return Term(id=name.replace(" ", "-"), path="", source="", term=text, definition=text)


def _fields(seed: int, characters: int) -> Iterator[str]:
    """Fields of prose, of that many characters together."""
    speaker = Speaker(Random(seed))
    while characters > 0:
        sentences = [speaker.sentence(12, 42)]
        while sum(map(len, sentences)) < FIELD:
            sentences.append(speaker.sentence(12, 42))
        field = " ".join(sentences)
        characters -= len(field)
        yield field


def _first(fields: Sequence[str], characters: int) -> list[str]:
    """As many fields as hold so many characters."""
    taken: list[str] = []
    for field in fields:
        if characters <= 0:
            break
        taken.append(field)
        characters -= len(field)
    return taken


def _result(count: int, matcher: Matcher, built: float, fields: Sequence[str], runs: int) -> Result:
    text = "\n\n".join(fields)
    in_fields, found = _timed(matcher, fields, runs)
    as_one, found_as_one = _timed(matcher, [text], runs)
    if found != found_as_one:
        raise SystemExit(f"{found:,} names found in fields, but {found_as_one:,} in all of the text")
    return Result(count, len(text), built, in_fields, as_one, found)


def _timed(matcher: Matcher, texts: Sequence[str], runs: int) -> tuple[float, int]:
    """Seconds for all those texts, and the number of names found in them."""
    seconds = []
    found = 0
    for _ in range(runs):
        start = time.process_time()
        found = sum(len(matcher.find(text)) for text in texts)
        seconds.append(time.process_time() - start)
    return median(seconds), found


if __name__ == "__main__":
    sys.exit(main())
