"""Runs a build, or a check, as a process of its own: how long it takes, and the memory of all its processes."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

BETWEEN_SAMPLES = 0.5
KIBIBYTE = 1024


class BuildError(Exception):
    """The build, or another command, failed; the message is what it printed."""


@dataclass(frozen=True, slots=True)
class Run:
    """One run: seconds on the clock and of processors, and the most bytes of memory at any moment."""

    seconds: float
    cpu_seconds: float
    peak_bytes: int


def run_build(folder: Path) -> Run:
    """`mkdocs build` in that folder."""
    return run_module(folder, "mkdocs", "build", "--quiet")


def run_module(folder: Path, *words: str) -> Run:
    """A module of Python, with its arguments, in that folder."""
    command = [sys.executable, "-m", *words]
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)  # installed packages are compiled
    with tempfile.TemporaryFile() as output:
        os.sync()  # what others have written is not to be waited for
        start = time.perf_counter()
        process = subprocess.Popen(command, cwd=folder, env=environment, stdout=output, stderr=subprocess.STDOUT)
        watch = _Watch(process.pid)
        _, status, usage = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - start
        process.returncode = os.waitstatus_to_exitcode(status)
        peak = watch.stop()
        if process.returncode:
            output.seek(0)
            raise BuildError(output.read().decode("utf-8", "replace"))
    return Run(seconds, usage.ru_utime + usage.ru_stime, peak)


class _Watch:
    """Looks about twice a second at how much memory a process and its descendants hold."""

    def __init__(self, pid: int) -> None:
        self._pid = pid
        self._peak = 0
        self._ended = threading.Event()
        self._thread = threading.Thread(target=self._look, daemon=True)
        self._thread.start()

    def stop(self) -> int:
        self._ended.set()
        self._thread.join()
        return self._peak

    def _look(self) -> None:
        while not self._ended.wait(BETWEEN_SAMPLES):
            self._peak = max(self._peak, sum(memory(pid) for pid in family(self._pid)))


def family(pid: int) -> Iterator[int]:
    """A process and all that descend from it."""
    yield pid
    for children in Path(f"/proc/{pid}/task").glob("*/children"):
        with suppress(OSError):
            for child in children.read_text().split():
                yield from family(int(child))


def memory(pid: int) -> int:
    """Bytes that a process holds; what it shares is divided among the sharers (PSS), so that sums are true."""
    with suppress(OSError):
        for line in Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines():
            if line.startswith("Pss:"):
                return int(line.split()[1]) * KIBIBYTE
    with suppress(OSError):
        return int(Path(f"/proc/{pid}/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE")
    return 0
