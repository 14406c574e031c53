"""Publishing: every page of a plan is rendered, pressed into its shell and written."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import partial
from typing import Any
from urllib.parse import quote

from glossmith.hosts.headstart import Headstart
from glossmith.model.addresses import Location, relative
from glossmith.model.page import Page, SearchEntry
from glossmith.model.plan import Job, Plan
from glossmith.model.settings import Settings
from glossmith.model.shell import Shell
from glossmith.model.term import Term
from glossmith.press.pressing import Press
from glossmith.press.redirecting import redirect_page
from glossmith.press.writing import Writer

Each = Callable[[Callable[[Any], Any], Iterable[Any]], Iterable[Any]]


class Publisher:
    """Makes whole pages; `render` comes from the pipeline, `shells` from the theme, by kind."""

    def __init__(self, render: Callable[[Job], Page], shells: Mapping[str, Shell], site_url: str) -> None:
        self.render, self.shells = render, shells
        self._presses = {kind: Press(shell, site_url) for kind, shell in shells.items()}

    def html(self, page: Page) -> bytes:
        """The whole HTML of a page, in the theme's shell."""
        return self._presses[page.kind](page)


Note = Callable[[Iterable[SearchEntry]], Any]
"""Makes of what search is to know of a page whatever the site's search keeps of it."""

Errand = Callable[[Writer], None]
"""Writes something that is no page in a shell."""


@dataclass(frozen=True)
class Printer:
    """Writes what a publisher makes, and runs errands, by name; each process has one of its own."""

    publisher: Publisher
    writer: Writer
    note: Note
    errands: Mapping[str, Errand] = field(default_factory=dict)

    def __call__(self, job: Job) -> Any:
        """Do a job; what is noted down of its page for search comes back."""
        if errand := self.errands.get(job.kind):
            errand(self.writer)
            return self.note(())
        return self.print(self.publisher.render(job))

    def print(self, page: Page) -> Any:
        """Write a page that has been made; what is noted down of it for search comes back."""
        self.writer.write(page.destination, self.publisher.html(page))
        return self.note(page.search)


def publish(
    printer: Printer, jobs: Iterable[Job], each: Each, headstart: Headstart | None = None, stale: Collection[Job] = ()
) -> list[Any]:
    """Write all pages and run all errands; what is noted down for search comes in the order of the jobs.

    Pages with which a headstart began are not made again, but for those that are `stale` by now. Of what goes wrong,
    the first is raised.
    """
    listed = [*(Job(name) for name in printer.errands), *jobs]
    late = (printer.publisher.shells, printer.writer.folder, printer.note)
    begun = set(headstart.settle(late, stale)) if headstart else set()
    todo = [job for job in listed if job not in begun]
    try:
        noted = dict(zip(todo, each(partial(_done, printer), todo), strict=True))
    except FailedJobError as failed:
        before = listed[: listed.index(failed.job)]
        if headstart:
            _raise_earlier(headstart, [job for job in before if job in begun], printer)
        raise failed.error from None
    if headstart:
        noted |= headstart.results()
    return [noted[job] if job in noted else printer(job) for job in listed]


class FailedJobError(Exception):
    """What went wrong, and with which job."""

    def __init__(self, job: Job, error: Exception) -> None:
        super().__init__(job, error)
        self.job, self.error = job, error


def _done(printer: Printer, job: Job) -> Any:
    try:
        return printer(job)
    except Exception as error:
        raise FailedJobError(job, error) from error


def _raise_earlier(headstart: Headstart, jobs: Iterable[Job], printer: Printer) -> None:
    """Raise what goes wrong with the first of these jobs with which it does; the headstart does not say which it is."""
    try:
        headstart.results()
    except Exception:
        for job in jobs:
            printer(job)


def redirects(plan: Plan, settings: Settings) -> Iterator[tuple[str, str]]:
    """The destination and HTML of every page that leads from an old address to its term."""
    for term in plan.terms:
        for text in term.redirect_from:
            old = settings.addresses.old(text.value)
            yield old.destination, _leading(old, term, settings)


def synonym_redirects(plan: Plan, settings: Settings) -> Iterator[tuple[str, str]]:
    """The destination and HTML of every page that leads from the address that a synonym would have to its term."""
    by_id = {term.id: term for term in plan.terms}
    for stem, id_ in plan.aliases.items():
        origin = settings.addresses.below("terms", stem)
        yield origin.destination, _leading(origin, by_id[id_], settings)


def _leading(origin: Location, term: Term, settings: Settings) -> str:
    target = settings.addresses.below("terms", term.id).address
    canonical = settings.site_url + quote(target) if settings.site_url else ""
    return redirect_page(relative(origin.address, target), canonical, term.title, settings.language)
