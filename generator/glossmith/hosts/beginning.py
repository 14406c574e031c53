"""Pages of terms are begun while the host is still busy with its files and its theme."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from glossmith.hosts.headstart import Headstart
from glossmith.hosts.publishing import Note, Printer, Publisher
from glossmith.model.page import Page
from glossmith.model.plan import Job
from glossmith.model.shell import Shell
from glossmith.press.writing import Writer


class UnsettledError(Exception):
    """A page needs to know where the host puts a file, and the host has not said so yet."""


class Unsettled(Mapping[str, str]):
    """Places of which nothing is known yet; whoever asks gets an `UnsettledError`."""

    def __getitem__(self, source: str) -> str:
        raise UnsettledError(source)

    def __iter__(self) -> Iterator[str]:
        raise UnsettledError

    def __len__(self) -> int:
        raise UnsettledError


def begin(render: Callable[[Job], Page], jobs: Iterable[Job], site_url: str) -> Headstart | None:
    """Begin to make pages, which will be written when there are shells; those have to wait that ask for places.

    There is no headstart where the system has no more processes or pipes to give.
    """

    def made(job: Job) -> Page | None:
        try:
            return render(job)
        except UnsettledError:
            return None

    def printing(late: tuple[Mapping[str, Shell], Path, Note]) -> Callable[[Page], Any]:
        shells, site_dir, note = late
        return Printer(Publisher(render, shells, site_url), Writer(site_dir), note).print

    try:
        return Headstart(made, printing, jobs)
    except OSError:
        return None
