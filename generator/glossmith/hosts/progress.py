"""A bar that shows how far a long command has come, to people who watch a terminal."""

from __future__ import annotations

import sys
import time
from typing import TextIO

from glossmith.hosts.crew import Crew
from glossmith.model.settings import Settings

PATIENCE = 1.0
"""Seconds before the bar appears: what takes no longer needs none."""

PAUSE = 0.1
"""Seconds between two looks of it."""

WIDTH = 30
CLEAR = "\r\x1b[K"


class Progress:
    """Draws a bar on a terminal, and takes it away in the end; writes nothing elsewhere."""

    def __init__(self, stream: TextIO | None = None) -> None:
        self._stream = stream or sys.stderr
        self._is_wanted = self._stream.isatty()
        self._next = time.monotonic() + PATIENCE
        self._is_shown = False

    def tell(self, done: int, count: int) -> None:
        """So many of so many are done."""
        if not self._is_wanted:
            return
        if done == count and self._is_shown:
            self._write(CLEAR)
        elif done < count and time.monotonic() >= self._next:
            self._next = time.monotonic() + PAUSE
            self._is_shown = True
            full = WIDTH * done // count
            self._write(f"{CLEAR}[{'#' * full}{'.' * (WIDTH - full)}] {done:,} of {count:,} entries")

    def _write(self, words: str) -> None:
        self._stream.write(words)
        self._stream.flush()


def crew(settings: Settings) -> Crew:
    """A crew that shows how far it has come."""
    return Crew(settings.workers, Progress().tell)
