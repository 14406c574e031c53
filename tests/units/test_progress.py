"""A long command shows people how far it has come, and leaves nothing of that behind."""

from __future__ import annotations

import io

import pytest

from glossmith.hosts import progress
from glossmith.hosts.crew import Crew
from glossmith.hosts.progress import CLEAR, PATIENCE, Progress


class Terminal(io.StringIO):
    """A stream that people watch."""

    def isatty(self) -> bool:
        return True


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """The time that progress is told, to be set."""
    now = [0.0]
    monkeypatch.setattr(progress.time, "monotonic", lambda: now[0])
    return now


def test_a_bar_appears_after_a_while_and_goes_in_the_end(clock: list[float]) -> None:
    terminal = Terminal()
    bar = Progress(terminal)
    bar.tell(1, 4)
    assert terminal.getvalue() == ""
    clock[0] = PATIENCE
    bar.tell(2, 4)
    bar.tell(3, 4)
    assert terminal.getvalue() == f"{CLEAR}[{'#' * 15}{'.' * 15}] 2 of 4 entries"
    bar.tell(4, 4)
    assert terminal.getvalue().endswith(f"entries{CLEAR}")


def test_what_is_soon_done_and_what_is_piped_shows_nothing(clock: list[float]) -> None:
    terminal, pipe = Terminal(), io.StringIO()
    quick, piped = Progress(terminal), Progress(pipe)
    for number in (1, 2):
        quick.tell(number, 2)
    clock[0] = 9 * PATIENCE
    piped.tell(1, 2)
    assert terminal.getvalue() == pipe.getvalue() == ""


@pytest.mark.parametrize("workers", [1, 2])
def test_a_crew_tells_of_every_item_in_any_number_of_processes(workers: int) -> None:
    told: list[tuple[int, int]] = []
    done = Crew(workers, lambda *numbers: told.append(numbers)).each(abs, range(-20, 0))
    assert done == list(range(20, 0, -1))
    assert told == [(number, 20) for number in range(1, 21)]
