"""A worker: a forked process that makes one thing after another and sends what it has made."""

from __future__ import annotations

import multiprocessing
import os
import signal
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from threading import Thread
from typing import Any

ROOM = 524_288
"""Bytes of results that wait to be fetched: for as long as it is not full, a worker goes on.

More makes nothing faster, and Linux counts it against what all pipes of a user may hold.
"""

SIGNALS = (signal.SIGINT, signal.SIGTERM)
"""Those at which a worker does not do as its parent does."""


class Worker:
    """Sends, one by one, what `work` yields; it shares all that was made before, and ends with its parent.

    Results are fetched by whoever asks for them and not by a thread: that gets Python's lock so seldom while entries
    are loaded that workers would wait most of the time until somebody takes what they have made.
    """

    def __init__(self, work: Callable[[], Iterable[Any]]) -> None:
        context = multiprocessing.get_context("fork")
        self.pipe, there = context.Pipe(duplex=False)
        _widen(there)
        self._process = context.Process(target=_run, args=(there, self.pipe, work), daemon=True)
        start(self._process)
        there.close()

    def end(self) -> None:
        """Wait until it has ended, as it does when it has finished what it is making."""
        self._process.join()
        with suppress(ValueError):  # where the system tells nobody, or somebody else, that a process has ended
            self._process.close()


def hired(count: int, work: Callable[[], Iterable[Any]]) -> Iterator[Worker]:
    """So many workers, or fewer where the system has no more processes or pipes to give."""
    with suppress(OSError):
        for _ in range(count):
            yield Worker(work)


def leave(workers: Sequence[Worker]) -> None:
    """Ask nothing more of workers, and wait until they have ended.

    All pipes are closed before that, the last ones too: a worker has the pipes of those that began before it, and as
    long as it waits at its own these wait at theirs.
    """
    for worker in workers:
        worker.pipe.close()
    for worker in workers:
        worker.end()


def fetched(workers: Sequence[Worker], timeout: float | None = None) -> Iterator[Any]:
    """What workers have made: until all have ended, or what they send within so many seconds of each other."""
    pipes = [worker.pipe for worker in workers if not worker.pipe.closed]
    while pipes and (ready := wait(pipes, timeout)):
        for pipe in [pipe for pipe in pipes if pipe in ready]:
            try:
                yield pipe.recv()
            except (EOFError, OSError):  # it has ended, or somebody ended it
                pipe.close()
                pipes.remove(pipe)


def _widen(pipe: Connection) -> None:
    with suppress(ImportError, AttributeError, OSError):  # another system, or a user with too many pipes
        import fcntl  # noqa: PLC0415 -- not all systems have it

        fcntl.fcntl(pipe.fileno(), fcntl.F_SETPIPE_SZ, ROOM)


def start(process: BaseProcess) -> None:
    """Fork; signals wait meanwhile, and in the new process until `heed` is called: it would do as its parent does."""
    before = signal.pthread_sigmask(signal.SIG_BLOCK, SIGNALS)
    try:
        process.start()
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def heed(handler: signal.Handlers) -> None:
    """From now on this process, which was forked, does this when it is interrupted; told to end, it always does so."""
    signal.signal(signal.SIGINT, handler)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    signal.pthread_sigmask(signal.SIG_UNBLOCK, SIGNALS)


def leave_with_parent() -> None:
    """From now on this process, which was forked, ends when its parent does, even when that is killed."""
    if parent := multiprocessing.parent_process():
        Thread(target=_leave_after, args=(parent,), daemon=True).start()


def _leave_after(parent: BaseProcess) -> None:
    parent.join()
    os._exit(1)


def _run(pipe: Connection, other_end: Connection, work: Callable[[], Iterable[Any]]) -> None:
    """What the process does; of what goes wrong it says nothing: what it does not send is made in its parent."""
    is_ignored = signal.getsignal(signal.SIGINT) is signal.SIG_IGN  # as it is in the background of a script
    heed(signal.SIG_IGN if is_ignored else signal.SIG_DFL)  # it ends at once, and without a traceback
    with suppress(Exception):
        leave_with_parent()
        other_end.close()  # or this would not see when nobody waits at it any more
        for made in work():
            pipe.send(made)
