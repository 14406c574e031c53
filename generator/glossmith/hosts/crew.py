"""A crew: `map` over several processes, in order, for work that is worth it."""

from __future__ import annotations

import gc
import multiprocessing
import os
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import ProcessPoolExecutor
from threading import Thread
from typing import Any, TypeVar

WORTH_IT = 300
"""Pages below which starting processes costs more than it saves."""

CHUNKS_PER_WORKER = 32

Tell = Callable[[int, int], None]
"""Takes how many of how many items are done."""

Result = TypeVar("Result")

_task: Callable[[Any], Any] | None = None  # what this process was forked to do


class Crew:
    """Calls a function on many items; `workers` None means one for each core, where there are enough items.

    Processes are forked, so that they share what was made before; where a system cannot fork safely (Windows, macOS),
    all is done in this one.
    """

    def __init__(self, workers: int | None = None, tell: Tell | None = None) -> None:
        self.workers, self._tell = workers, tell

    def each(self, function: Callable[[Any], Any], items: Iterable[Any]) -> list[Any]:
        """The results, in the order of the items."""
        listed = list(items)
        size = self._size(len(listed))
        if size < 2:
            return list(self._told((function(item) for item in listed), len(listed)))
        step = max(1, -(-len(listed) // (size * CHUNKS_PER_WORKER)))
        chunks = [listed[start : start + step] for start in range(0, len(listed), step)]
        gc.freeze()
        try:
            with _pool(size, function) as pool:
                results = (result for results in pool.map(_work, chunks) for result in results)
                return list(self._told(results, len(listed)))
        finally:
            gc.unfreeze()

    def beside(self, function: Callable[[], Result], items: int) -> Callable[[], Result]:
        """Begin a piece of work beside this process, if so many items are worth it; what comes back gets its result.

        Where they are not, the work is done when its result is asked for.
        """
        if not self.is_worth_it(items):
            return function
        pool = _pool(1, lambda _: function())
        result = pool.submit(_work, (None,))
        pool.shutdown(wait=False)
        return lambda: next(iter(result.result()))

    def is_worth_it(self, items: int) -> bool:
        """Whether so much is better done in several processes."""
        return self._size(items) > 1

    def _told(self, results: Iterable[Any], count: int) -> Iterable[Any]:
        """The results; how many there are is told on the way."""
        if self._tell is None:
            yield from results
            return
        for number, result in enumerate(results, 1):
            self._tell(number, count)
            yield result

    def _size(self, items: int) -> int:
        if "fork" not in multiprocessing.get_all_start_methods() or os.uname().sysname == "Darwin":
            return 1
        if self.workers is not None:
            return min(self.workers, items)
        return len(os.sched_getaffinity(0)) if items >= WORTH_IT else 1


def _pool(size: int, function: Callable[[Any], Any]) -> ProcessPoolExecutor:
    context = multiprocessing.get_context("fork")
    return ProcessPoolExecutor(size, context, initializer=_enlist, initargs=(function,))


def _enlist(function: Callable[[Any], Any]) -> None:
    global _task  # noqa: PLW0603 -- the one thing that a forked process is told
    _task = function
    Thread(target=_leave_with_parent, daemon=True).start()


def _leave_with_parent() -> None:
    """A worker whose parent was killed would wait for more work forever."""
    if parent := multiprocessing.parent_process():
        parent.join()
        os._exit(1)


def _work(chunk: Sequence[Any]) -> list[Any]:
    if _task is None:
        raise RuntimeError("a worker has not been told its task")
    return [_task(item) for item in chunk]
