"""How much work Python does: counted, not timed, so that it is the same on every machine, however busy."""

from __future__ import annotations

import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType
from typing import Any, TypeVar

Made = TypeVar("Made")

IN_PROPORTION = 2.3
"""The most that `growth` may be; of work that grows with the square it is nearly 4."""

ENDLESS = 60
"""Seconds of the processor's time: far from what any test needs, and from what never ends."""


def growth(work: Callable[[Made], object], made: Callable[[int], Made], size: int) -> float:
    """How many times the steps for a thing made in this size are taken for one of twice the size."""
    work(made(1))  # so that no first use of a library is counted
    smaller, larger = made(size), made(2 * size)
    return steps(work, larger) / steps(work, smaller)


def steps(work: Callable[[Made], object], given: Made) -> int:
    """How many lines of Python run; what is done in C, such as a regular expression, is not seen."""
    count = 0

    def trace(_frame: FrameType, _event: str, _argument: object) -> Any:
        nonlocal count
        count += 1
        return trace

    before = sys.gettrace()
    sys.settrace(trace)
    try:
        work(given)
    finally:
        sys.settrace(before)
    return count


@contextmanager
def an_end_in_sight() -> Iterator[None]:
    """Fails what would hang, where steps tell nothing: in regular expressions, and with input of one size only."""

    def fail(_signal: int, _frame: FrameType | None) -> None:
        raise AssertionError(f"it takes more than {ENDLESS} seconds of the processor's time")

    before = signal.signal(signal.SIGVTALRM, fail)
    signal.setitimer(signal.ITIMER_VIRTUAL, ENDLESS)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)
