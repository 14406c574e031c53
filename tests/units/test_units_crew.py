"""A crew gives what `map` gives, in its order, with any number of workers."""

from __future__ import annotations

import os

import pytest

from glossmith.hosts.crew import WORTH_IT, Crew


def square(number: int) -> int:
    return number * number


def process(_: int) -> int:
    return os.getpid()


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


def test_two_workers_are_other_processes() -> None:
    pids = set(Crew(2).each(process, range(1000)))
    assert os.getpid() not in pids
    assert len(pids) <= 2


def test_few_items_are_not_worth_processes_of_their_own() -> None:
    assert set(Crew().each(process, range(WORTH_IT - 1))) == {os.getpid()}


@pytest.mark.parametrize("workers", [1, 2])
def test_what_goes_wrong_in_a_worker_goes_wrong_here(workers: int) -> None:
    with pytest.raises(ValueError, match="not 0"):
        Crew(workers).each(refuse, range(10))
