"""A headstart takes first steps until it is told what the last one needs, and whatever it has not done is left."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from multiprocessing import active_children, get_context
from threading import Thread
from typing import Any

import pytest

from glossmith.hosts.headstart import First, Headstart, Last


def double(number: int) -> int | None:
    return 2 * number if number != 3 else None


def adding(late: int) -> Callable[[int], int]:
    return lambda made: made + late


def slowly(number: int) -> int:
    time.sleep(0.01)
    return number


def refuse(number: int) -> int:
    if number == 5:
        raise ValueError("not 5")
    return number


def refusing(late: Any) -> Callable[[int], int]:
    raise ValueError(f"not {late}")


def dying(late: Any) -> Callable[[int], int]:
    os.kill(os.getpid(), signal.SIGKILL)
    return adding(late)


def started(first: First, last: Last, items: Iterable[int]) -> Headstart:
    """A headstart that has begun: before it looks up again, it takes all of the few items that most tests have."""
    has_begun = get_context("fork").Event()

    def watched() -> Iterator[int]:
        for number, item in enumerate(items):
            if number == 1:
                has_begun.set()
            yield item

    headstart = Headstart(first, last, watched())
    assert has_begun.wait(timeout=20)
    return headstart


def settled(headstart: Headstart, *stale: int) -> tuple[list[int], dict[int, int]]:
    return headstart.settle(100, stale), headstart.results()


def test_both_steps_are_taken_in_another_process() -> None:
    items, results = settled(started(double, adding, range(6)))
    assert items == [0, 1, 2, 4, 5]
    assert results == {0: 100, 1: 102, 2: 104, 4: 108, 5: 110}


def test_what_is_stale_by_now_is_left() -> None:
    items, results = settled(started(double, adding, range(6)), 0, 4)
    assert items == list(results) == [1, 2, 5]


def test_it_ends_when_it_is_abandoned() -> None:
    headstart = started(slowly, adding, range(100_000))
    headstart.abandon()
    headstart.abandon()
    process = next(child for child in active_children() if child.pid == headstart.pid)
    process.join(timeout=20)
    assert process.exitcode == 0
    assert settled(headstart) == ([], {})


def test_it_stops_when_it_is_told_to() -> None:
    headstart = started(slowly, adding, range(10_000))
    items, results = settled(headstart)
    assert 0 < len(items) < 1000
    assert results == {item: item + 100 for item in items}


def test_what_cannot_be_begun_is_left_to_whoever_can_say_why() -> None:
    items, results = settled(started(refuse, adding, range(10)))
    assert items == list(results) == [0, 1, 2, 3, 4]


def test_what_goes_wrong_in_the_last_step_goes_wrong_here() -> None:
    headstart = started(double, refusing, range(3))
    assert headstart.settle(100, ()) == [0, 1, 2]
    with pytest.raises(ValueError, match="not 100"):
        headstart.results()


def test_what_goes_wrong_and_cannot_be_sent_is_left_to_whoever_can_say_why(capfd: pytest.CaptureFixture[str]) -> None:
    class UnsentError(Exception):
        """A class that another process cannot find."""

    def refusing_unsent(late: Any) -> Callable[[int], int]:
        raise UnsentError(late)

    assert settled(started(double, refusing_unsent, range(3))) == ([0, 1, 2], {})
    assert capfd.readouterr() == ("", "")


def test_a_process_that_is_killed_early_leaves_everything() -> None:
    headstart = Headstart(slowly, adding, range(10_000))
    os.kill(headstart.pid, signal.SIGKILL)
    assert settled(headstart) == ([], {})


def test_a_process_that_is_killed_late_has_no_results() -> None:
    headstart = started(double, dying, range(3))
    assert headstart.settle(100, ()) == [0, 1, 2]
    assert headstart.results() == {}


def test_an_interruption_is_not_its_affair(capfd: pytest.CaptureFixture[str]) -> None:
    headstart = started(double, adding, range(3))
    os.kill(headstart.pid, signal.SIGINT)
    assert settled(headstart)[0] == [0, 1, 2]
    assert capfd.readouterr() == ("", "")


def test_a_process_at_which_nobody_waits_ends_without_a_word(capfd: pytest.CaptureFixture[str]) -> None:
    headstart = Headstart(double, adding, range(3))
    process = headstart.pid
    del headstart
    for _ in range(100):
        if os.waitpid(process, os.WNOHANG)[0]:
            break
        time.sleep(0.05)
    else:
        pytest.fail("it still waits")
    assert capfd.readouterr() == ("", "")


def test_a_process_for_which_the_system_has_no_thread_leaves_everything(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    def refuse_to_start(_: Thread) -> None:
        raise RuntimeError("can't start new thread")

    monkeypatch.setattr(Thread, "start", refuse_to_start)
    assert settled(Headstart(double, adding, range(3))) == ([], {})
    assert capfd.readouterr() == ("", "")


LEFT = """
import signal
from glossmith.hosts.headstart import Headstart
signal.signal(signal.SIGTERM, lambda *_: None)
headstart = Headstart(abs, abs, ())
"""


def test_a_program_ends_that_has_its_own_way_to_be_ended_and_leaves_a_headstart_waiting() -> None:
    with subprocess.Popen([sys.executable, "-c", LEFT], start_new_session=True) as program:
        try:
            assert program.wait(timeout=20) == 0
        except subprocess.TimeoutExpired:
            os.killpg(program.pid, signal.SIGKILL)
            raise


ORPHAN = """
import os, time
from multiprocessing import get_context
from glossmith.hosts.headstart import Headstart
has_begun = get_context("fork").Event()
def items():
    yield 1
    has_begun.set()
    yield 2
def finish(_):
    os.write(1, b"%d\\n" % os.getpid())
    time.sleep(60)
headstart = Headstart(lambda item: item, lambda late: finish, items())
has_begun.wait()
headstart.settle(None, ())
time.sleep(60)
"""


def test_pages_are_not_written_on_when_the_build_is_killed() -> None:
    with subprocess.Popen([sys.executable, "-c", ORPHAN], stdout=subprocess.PIPE, text=True) as build:
        assert build.stdout
        process = int(build.stdout.readline())
        build.kill()
        try:
            build.communicate(timeout=20)  # ends when the last process that holds the pipe has gone
        except subprocess.TimeoutExpired:
            os.kill(process, signal.SIGKILL)
            raise
    assert process != build.pid
