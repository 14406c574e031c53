"""A crew: `map` over several processes, in order, for work that is worth it."""

from __future__ import annotations

import gc
import itertools
import multiprocessing
import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from itertools import chain
from typing import Any, TypeVar

from glossmith.hosts.worker import Worker, fetched, hired, leave

WORTH_IT = 300
"""Pages below which starting processes costs more than it saves."""

CHUNKS_PER_WORKER = 64

MOST_CHUNKS = 1_000
"""Their numbers must all fit into a pipe, which may hold no more than a page of memory."""

NUMBER = 4
"""Bytes of the number of a chunk."""

Tell = Callable[[int, int], None]
"""Takes how many of how many items are done."""

Told = Callable[[Iterable[Any]], Iterator[Any]]

Result = TypeVar("Result")


class Crew:
    """Calls a function on many items; `workers` None means one for each core, where there are enough items.

    This process is one of the workers. The others are forked, so that they share what was made before; where a system
    cannot fork safely (Windows, macOS), all is done in this one.
    """

    def __init__(self, workers: int | None = None, tell: Tell | None = None) -> None:
        self.workers, self._tell = workers, tell

    def each(self, function: Callable[[Any], Any], items: Iterable[Any]) -> list[Any]:
        """The results, in the order of the items; of what goes wrong, the first is raised."""
        listed = list(items)
        told = self._told(len(listed))
        size = self._size(len(listed))
        if size < 2:
            return list(told(map(function, listed)))
        step = max(1, -(-len(listed) // min(size * CHUNKS_PER_WORKER, MOST_CHUNKS)))
        chunks = [listed[start : start + step] for start in range(0, len(listed), step)]
        gc.freeze()
        try:
            done = _shared(function, chunks, size - 1, told)
        finally:
            gc.unfreeze()
        return list(
            chain.from_iterable(
                done[number] if number in done else told(map(function, chunk)) for number, chunk in enumerate(chunks)
            )
        )

    def beside(self, function: Callable[[], Result], items: int) -> Callable[[], Result]:
        """Begin a piece of work beside this process, if so many items are worth it; what comes back gets its result.

        Where they are not, the work is done when its result is asked for.
        """
        if not self.is_worth_it(items):
            return function
        workers = list(hired(1, lambda: ((function(),) for _ in range(1))))

        def result() -> Result:
            try:
                found: tuple[Result] | None = next(fetched(workers), None)
            finally:
                leave(workers)
            return found[0] if found else function()

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


class _Turns:
    """The numbers of chunks in a pipe from which all processes draw: whoever has nothing to do takes the next."""

    def __init__(self, count: int) -> None:
        self._numbers, end = os.pipe()
        os.write(end, b"".join(number.to_bytes(NUMBER, "big") for number in range(count)))
        os.close(end)

    def __iter__(self) -> Iterator[int]:
        while number := os.read(self._numbers, NUMBER):
            yield int.from_bytes(number, "big")

    def stop(self) -> None:
        """Leave the rest undone, in all processes."""
        for _ in self:
            pass

    def close(self) -> None:
        """Draw no more."""
        os.close(self._numbers)


def _shared(
    function: Callable[[Any], Any], chunks: Sequence[Sequence[Any]], helpers: int, told: Told
) -> dict[int, list[Any]]:
    """The results of each chunk, by its number, of this process and so many others.

    When something goes wrong with a chunk, it has no results, and nobody begins with another one.
    """
    done: dict[int, list[Any]] = {}
    try:
        turns = _Turns(len(chunks))
    except OSError:  # the system has no pipe to give
        return done
    workers: list[Worker] = []
    try:
        workers += hired(helpers, partial(_worked, function, chunks, turns))
        for number, made in _worked(function, chunks, turns, told):
            done[number] = made
            done |= ((other, list(told(results))) for other, results in fetched(workers, 0))
        done |= ((other, list(told(results))) for other, results in fetched(workers))
        return done
    finally:
        turns.stop()
        turns.close()
        leave(workers)


def _worked(
    function: Callable[[Any], Any], chunks: Sequence[Sequence[Any]], turns: _Turns, told: Told = iter
) -> Iterator[tuple[int, list[Any]]]:
    """Chunks done in this process; what goes wrong is left to be raised in its turn."""
    for number in turns:
        try:
            made = list(told(map(function, chunks[number])))
        except Exception:
            turns.stop()
            return
        yield number, made
