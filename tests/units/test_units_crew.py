"""A crew gives what `map` gives, in its order, with any number of workers."""

from __future__ import annotations

import errno
import multiprocessing
import os
import signal
import subprocess
import sys
import threading
import time

import pytest

from glossmith.hosts.crew import WORTH_IT, Crew
from glossmith.press.writing import DestinationError


def square(number: int) -> int:
    return number * number


def process(_: int) -> int:
    return os.getpid()


def slowly(_: int) -> int:
    time.sleep(0.01)
    return os.getpid()


def refuse_most(number: int) -> int:
    return number if number < 3 else refuse(number)


def refuse(number: int) -> int:
    raise ValueError(f"not {number}")


@pytest.mark.parametrize("workers", [None, 1, 2, 3, 100])
@pytest.mark.parametrize("count", [0, 1, 2, 7, 1000])
def test_a_crew_is_a_map(workers: int | None, count: int) -> None:
    assert Crew(workers).each(square, range(count)) == list(map(square, range(count)))


def test_a_crew_calls_what_cannot_be_pickled() -> None:
    known = {number: str(number) for number in range(50)}
    assert Crew(2).each(lambda number: known[number], known) == list(known.values())


def test_one_worker_is_this_process() -> None:
    assert set(Crew(1).each(process, range(1000))) == {os.getpid()}


def test_two_workers_are_this_process_and_another() -> None:
    pids = set(Crew(2).each(slowly, range(100)))
    assert len(pids) == 2
    assert os.getpid() in pids


@pytest.mark.parametrize("workers", [1, 2, 3])
def test_of_two_things_that_go_wrong_the_first_is_told(workers: int) -> None:
    for _ in range(5):
        with pytest.raises(ValueError, match="not 3"):
            Crew(workers).each(refuse_most, range(64))


def large(number: int) -> bytes:
    return bytes([number % 256]) * 300_000


def test_results_that_fill_every_pipe_arrive() -> None:
    assert Crew(3).each(large, range(200)) == list(map(large, range(200)))


def test_what_goes_wrong_beside_goes_wrong_here_when_it_is_asked_for() -> None:
    asked = Crew(2).beside(lambda: refuse(7), 2)
    with pytest.raises(ValueError, match="not 7"):
        asked()


@pytest.mark.skipif(Crew(2)._size(2) < 2, reason="this system forks no workers")
def test_work_beside_may_come_to_nothing() -> None:
    here = os.getpid()
    assert Crew(2).beside(lambda: None if os.getpid() != here else 1, 2)() is None


def test_few_items_are_not_worth_processes_of_their_own() -> None:
    assert set(Crew().each(process, range(WORTH_IT - 1))) == {os.getpid()}


def write_nowhere(_: int) -> None:
    raise DestinationError("a/index.html", "no space left")


@pytest.mark.parametrize("workers", [1, 2])
def test_what_cannot_be_written_is_told_with_its_file(workers: int) -> None:
    with pytest.raises(DestinationError, match=r"cannot write 'a/index\.html': no space left"):
        Crew(workers).each(write_nowhere, range(10))


def test_what_a_worker_leaves_undone_that_is_killed_is_done_here() -> None:
    here = os.getpid()

    def square_here(number: int) -> int:
        time.sleep(0.01)
        if os.getpid() != here:
            os.kill(os.getpid(), signal.SIGKILL)
        return square(number)

    assert Crew(2).each(square_here, range(64)) == list(map(square, range(64)))


@pytest.mark.parametrize("workers", [1, 2])
def test_what_goes_wrong_in_a_worker_goes_wrong_here(workers: int) -> None:
    with pytest.raises(ValueError, match="not 0"):
        Crew(workers).each(refuse, range(10))


ORPHANS = """
import os, time
from glossmith.hosts.crew import Crew
Crew(2).each(lambda _: (os.write(1, b"%d\\n" % os.getpid()), time.sleep(60)), range(2))
"""


@pytest.mark.skipif(Crew(2)._size(2) < 2, reason="this system forks no workers")
def test_workers_do_not_outlive_a_build_that_is_killed() -> None:
    with subprocess.Popen([sys.executable, "-c", ORPHANS], stdout=subprocess.PIPE, text=True) as build:
        assert build.stdout
        pids = [int(build.stdout.readline()) for _ in range(2)]
        build.send_signal(signal.SIGTERM)
        try:
            build.communicate(timeout=20)  # ends when the last process that holds the pipe has gone
        except subprocess.TimeoutExpired:
            for pid in pids:
                os.kill(pid, signal.SIGKILL)
            raise
    assert build.returncode == -signal.SIGTERM
    assert len(set(pids)) == 2


@pytest.mark.skipif(Crew(2)._size(2) < 2, reason="this system forks no workers")
def test_work_beside_leaves_no_thread_that_the_next_fork_would_break() -> None:
    before = threading.active_count()
    assert Crew(2).beside(os.getpid, 2)() != os.getpid()
    assert threading.active_count() == before


BUSY = """
import os, time
from glossmith.hosts.crew import Crew
build = os.getpid()
def work(_):
    if os.getpid() != build:
        return bytes(4_000_000)
    time.sleep(1)
    raise KeyboardInterrupt
Crew(3).each(work, range(100))
"""


@pytest.mark.skipif(Crew(3)._size(3) < 3, reason="this system forks no workers")
def test_a_build_that_is_interrupted_ends_while_all_workers_wait_until_it_takes_what_they_have_made() -> None:
    with subprocess.Popen([sys.executable, "-c", BUSY], stderr=subprocess.PIPE, text=True) as build:
        try:
            errors = build.communicate(timeout=20)[1]
        except subprocess.TimeoutExpired:
            build.kill()
            raise
    assert errors.endswith("KeyboardInterrupt\n")


WAITING = """
import os, signal, sys, time
from glossmith.hosts.crew import Crew
signal.signal(signal.SIGINT, getattr(signal, sys.argv[1]))
build = os.getpid()
def work(_):
    if os.getpid() != build:
        return time.sleep(0.01)
    print(flush=True)
    time.sleep(60)
Crew(2).each(work, range(20))
"""


@pytest.mark.skipif(Crew(2)._size(2) < 2, reason="this system forks no workers")
def test_a_worker_that_is_interrupted_while_it_waits_says_nothing() -> None:
    command = [sys.executable, "-c", WAITING, "default_int_handler"]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, start_new_session=True
    ) as build:
        assert build.stdout
        build.stdout.readline()
        time.sleep(0.5)
        os.killpg(build.pid, signal.SIGINT)
        errors = build.communicate(timeout=20)[1]
    assert errors.count("KeyboardInterrupt") == 1  # the build's own


FORKED = """
import os, signal, time
from glossmith.hosts.crew import Crew
from glossmith.hosts.headstart import Headstart
build = os.getpid()
signal.signal(signal.SIGINT, signal.default_int_handler)  # it may be ignored where the tests run in the background
os.register_at_fork(after_in_child=lambda: os.killpg(build, signal.SIGINT))
if {with_headstart}:
    headstart = Headstart(abs, abs, ())
    time.sleep(60)
else:
    Crew(2).each(abs, range(2))
"""


@pytest.mark.skipif(Crew(2)._size(2) < 2, reason="this system forks no workers")
@pytest.mark.parametrize("with_headstart", [False, True])
def test_a_process_that_is_interrupted_while_it_is_forked_says_nothing(with_headstart: bool) -> None:
    command = [sys.executable, "-c", FORKED.format(with_headstart=with_headstart)]
    build = subprocess.run(command, capture_output=True, text=True, timeout=20, start_new_session=True, check=False)
    assert build.returncode == -signal.SIGINT
    assert build.stderr.count("KeyboardInterrupt") == 1  # the build's own


@pytest.mark.skipif(Crew(2)._size(2) < 2, reason="this system forks no workers")
def test_where_an_interruption_is_ignored_workers_ignore_it_too() -> None:
    def heeds_it(_: int) -> tuple[int, bool]:
        time.sleep(0.01)
        return os.getpid(), signal.getsignal(signal.SIGINT) is not signal.SIG_IGN

    before = signal.signal(signal.SIGINT, signal.SIG_IGN)  # as in the background of a script
    try:
        ignoring = Crew(2).each(heeds_it, range(64))
    finally:
        signal.signal(signal.SIGINT, signal.default_int_handler)
    heeding = Crew(2).each(heeds_it, range(64))
    signal.signal(signal.SIGINT, before)
    assert [len({pid for pid, _ in done}) for done in (ignoring, heeding)] == [2, 2]
    assert {heeds for _, heeds in ignoring} == {False}
    assert {heeds for _, heeds in heeding} == {True}


@pytest.mark.parametrize("lacking", ["fork", "pipe"])
def test_where_the_system_has_no_process_or_pipe_to_give_all_is_done_here(
    lacking: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused() -> None:
        raise BlockingIOError(errno.EAGAIN, os.strerror(errno.EAGAIN))

    monkeypatch.setattr(os, lacking, refused)
    assert set(Crew(3).each(process, range(64))) == {os.getpid()}
    assert Crew(2).beside(os.getpid, 2)() == os.getpid()


@pytest.mark.skipif(Crew(2)._size(2) < 2, reason="this system forks no workers")
def test_a_worker_for_which_the_system_has_no_thread_says_nothing(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    def refuse_to_start(_: threading.Thread) -> None:
        raise RuntimeError("can't start new thread")

    monkeypatch.setattr(threading.Thread, "start", refuse_to_start)
    assert set(Crew(2).each(process, range(64))) == {os.getpid()}
    assert capfd.readouterr() == ("", "")


@pytest.mark.skipif(Crew(2)._size(2) < 2, reason="this system forks no workers")
def test_a_crew_works_where_nobody_is_told_that_a_process_has_ended() -> None:
    before = signal.signal(signal.SIGCHLD, signal.SIG_IGN)  # as whoever starts a build may leave it
    try:
        assert len(set(Crew(3).each(slowly, range(64)))) == 3
        assert Crew(2).beside(os.getpid, 2)() != os.getpid()
    finally:
        signal.signal(signal.SIGCHLD, before)


def test_a_process_that_may_have_no_children_works_alone() -> None:
    with multiprocessing.get_context("fork").Pool(1) as pool:
        assert pool.apply(squares) == [0, 1, 4]


def squares() -> list[int]:
    return Crew(2).each(square, range(3))
