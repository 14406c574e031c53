"""A crew: `map` over several processes, in order, for work that is worth it."""

from __future__ import annotations

import gc
import itertools
import multiprocessing
import os
import signal
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from itertools import chain
from multiprocessing.process import BaseProcess
from threading import Thread
from typing import Any, TypeVar

WORTH_IT = 300
"""Pages below which starting processes costs more than it saves."""

CHUNKS_PER_WORKER = 64

AHEAD = 3
"""Chunks that a worker has at hand, so that it need not wait while this process is busy with one of its own."""

Tell = Callable[[int, int], None]
"""Takes how many of how many items are done."""

Told = Callable[[Iterable[Any]], Iterator[Any]]

Result = TypeVar("Result")

_task: Callable[[Any], Any] | None = None  # what this process was forked to do


class Crew:
    """Calls a function on many items; `workers` None means one for each core, where there are enough items.

    This process is one of the workers. The others are forked, so that they share what was made before; where a system
    cannot fork safely (Windows, macOS), all is done in this one.
    """

    def __init__(self, workers: int | None = None, tell: Tell | None = None) -> None:
        self.workers, self._tell = workers, tell

    def each(self, function: Callable[[Any], Any], items: Iterable[Any]) -> list[Any]:
        """The results, in the order of the items."""
        listed = list(items)
        told = self._told(len(listed))
        size = self._size(len(listed))
        if size < 2:
            return list(told(map(function, listed)))
        step = max(1, -(-len(listed) // (size * CHUNKS_PER_WORKER)))
        chunks = [listed[start : start + step] for start in range(0, len(listed), step)]
        gc.freeze()
        pool = _pool(size - 1, function)
        try:
            return list(chain.from_iterable(_shared(pool, function, chunks, told, AHEAD * (size - 1))))
        finally:
            pool.shutdown(cancel_futures=True)
            gc.unfreeze()

    def beside(self, function: Callable[[], Result], items: int) -> Callable[[], Result]:
        """Begin a piece of work beside this process, if so many items are worth it; what comes back gets its result.

        Where they are not, the work is done when its result is asked for.
        """
        if not self.is_worth_it(items):
            return function
        pool = _pool(1, lambda _: function())
        future = pool.submit(_work, (None,))

        def result() -> Result:
            with pool:  # its threads are to be gone before this process forks again
                found: Result = future.result()[0]
            return found

        return result

    def is_worth_it(self, items: int) -> bool:
        """Whether so much is better done in several processes."""
        return self._size(items) > 1

    def _told(self, count: int) -> Told:
        """Hands on results as they come, and tells how many there are."""
        numbers = itertools.count(1)

        def told(results: Iterable[Any]) -> Iterator[Any]:
            for result in results:
                if self._tell is not None:
                    self._tell(next(numbers), count)
                yield result

        return told

    def _size(self, items: int) -> int:
        if "fork" not in multiprocessing.get_all_start_methods() or os.uname().sysname == "Darwin":
            return 1
        if multiprocessing.current_process().daemon:  # it may have no children
            return 1
        if self.workers is not None:
            return min(self.workers, items)
        return len(os.sched_getaffinity(0)) if items >= WORTH_IT else 1


def _shared(
    pool: ProcessPoolExecutor, function: Callable[[Any], Any], chunks: Sequence[Sequence[Any]], told: Told, ahead: int
) -> Iterator[list[Any]]:
    """The results of each chunk; the pool begins with the first ones, and this process with the last ones.

    The pool is given so many chunks `ahead`, not all: to take one back from it is not safe when a worker is killed.
    """
    given: list[Future[list[Any]]] = []
    own: list[Future[list[Any]]] = []
    front, back = 0, len(chunks)
    while front < back:
        while len(given) < min(front + ahead, back - 1):
            given.append(_given(pool, chunks[len(given)]))
        if len(given) < back and (front == len(given) or not given[front].done()):
            back -= 1
            own.append(_done(lambda: list(told(map(function, chunks[back])))))  # noqa: B023 -- called at once
        else:
            yield list(told(_result(given[front], function, chunks[front])))
            front += 1
    yield from (future.result() for future in reversed(own))


def _given(pool: ProcessPoolExecutor, chunk: Sequence[Any]) -> Future[list[Any]]:
    future: Future[list[Any]] = Future()
    try:
        future = pool.submit(_work, chunk)
    except BrokenProcessPool as error:
        future.set_exception(error)
    return future


def _result(future: Future[list[Any]], function: Callable[[Any], Any], chunk: Sequence[Any]) -> Iterable[Any]:
    """What a worker made; what it did not, because somebody ended it, is made here."""
    try:
        return future.result()
    except BrokenProcessPool:
        return map(function, chunk)


def _done(work: Callable[[], list[Any]]) -> Future[list[Any]]:
    """Work done here and now, as if it came from a pool: what goes wrong is raised in its turn."""
    future: Future[list[Any]] = Future()
    try:
        future.set_result(work())
    except Exception as error:
        future.set_exception(error)
    return future


def _pool(size: int, function: Callable[[Any], Any]) -> ProcessPoolExecutor:
    context = multiprocessing.get_context("fork")
    return ProcessPoolExecutor(size, context, initializer=_enlist, initargs=(function,))


def _enlist(function: Callable[[Any], Any]) -> None:
    global _task  # noqa: PLW0603 -- the one thing that a forked process is told
    _task = function
    if signal.getsignal(signal.SIGINT) is not signal.SIG_IGN:  # as it is in the background of a script
        signal.signal(signal.SIGINT, signal.SIG_DFL)  # it ends at once, and without a traceback
    leave_with_parent()


def leave_with_parent() -> None:
    """From now on this process, which was forked, ends when its parent does, even when that is killed."""
    if parent := multiprocessing.parent_process():
        Thread(target=_leave_after, args=(parent,), daemon=True).start()


def _leave_after(parent: BaseProcess) -> None:
    parent.join()
    os._exit(1)


def _work(chunk: Sequence[Any]) -> list[Any]:
    if _task is None:
        raise RuntimeError("a worker has not been told its task")
    return [_task(item) for item in chunk]
