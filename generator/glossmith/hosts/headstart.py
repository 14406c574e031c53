"""A headstart: work that begins in a process of its own while nobody knows yet what its last step needs."""

from __future__ import annotations

import signal
from collections.abc import Callable, Collection, Iterable
from contextlib import suppress
from multiprocessing import get_context
from multiprocessing.connection import Connection
from typing import Any

from glossmith.hosts.worker import heed, leave_with_parent, start

First = Callable[[Any], Any]
"""Makes something of an item with what is known already; None where that is not enough."""

Last = Callable[[Any], Callable[[Any], Any]]
"""Takes what was not known before, and comes back with what makes results of what was made of items."""

LOOK_UP = 8
"""Items after which it is looked whether the first step has gone on for long enough."""


class Headstart:
    """Takes the first step for one item after another until `settle` is called, then the last one for each of these.

    The process is forked: where that is not safe, there is no headstart.
    """

    def __init__(self, first: First, last: Last, items: Iterable[Any]) -> None:
        context = get_context("fork")
        self._pipe, there = context.Pipe()
        process = context.Process(target=_run, args=(there, self._pipe, first, last, items), daemon=True)
        start(process)
        self.pid = process.pid or 0
        there.close()

    def settle(self, late: Any, stale: Collection[Any]) -> list[Any]:
        """Say what was not known before, and which items are not what they were; what it goes on with comes back."""
        try:
            self._pipe.send((late, stale))
            return list(self._pipe.recv())
        except (EOFError, OSError):  # the process is gone, and the work is still to be done
            return []

    def results(self) -> dict[Any, Any]:
        """The results, by item; raises what the last step raised."""
        try:
            results = self._pipe.recv()
        except (EOFError, OSError):
            return {}
        if isinstance(results, Exception):
            raise results
        return dict(results)

    def abandon(self) -> None:
        """Nothing will be asked of it any more, and it ends by itself; may be said again, and after anything else."""
        self._pipe.close()


def _run(pipe: Connection, other_end: Connection, first: First, last: Last, items: Iterable[Any]) -> None:
    """What the process does; it says nothing, whatever happens: what it has not done is done without it."""
    heed(signal.SIG_IGN)  # whoever started it is interrupted too, and ends it
    with suppress(Exception):
        leave_with_parent()  # or it would go on to write pages, perhaps into the site of the next build
        other_end.close()  # or this would not see when nobody waits at it any more
        made = _begun(pipe, first, items)
        late, stale = pipe.recv()
        going_on = {item: one for item, one in made.items() if item not in stale}
        pipe.send(list(going_on))
        pipe.send(_results(last, late, going_on))


def _begun(pipe: Connection, first: First, items: Iterable[Any]) -> dict[Any, Any]:
    made = {}
    for number, item in enumerate(items):
        if number % LOOK_UP == 0 and pipe.poll():
            break
        try:
            one = first(item)
        except Exception:  # it will be raised again where it can be told
            break
        if one is not None:
            made[item] = one
    return made


def _results(last: Last, late: Any, made: dict[Any, Any]) -> dict[Any, Any] | Exception:
    try:
        finish = last(late)
        return {item: finish(one) for item, one in made.items()}
    except Exception as error:  # it is raised in the other process
        return error
