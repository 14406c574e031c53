"""`mkdocs serve` as an author runs it."""

from __future__ import annotations

import os
import re
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import urlopen

PATIENCE = 60
"""Seconds that a change may take to be seen; on an idle machine it takes one."""

PAUSE = 0.1


class Preview:
    """A running preview server; as a context it always ends."""

    def __init__(self, root: Path, environment: Mapping[str, str], *arguments: str) -> None:
        self.root = root
        self._log = root.parent / "preview.log"
        self._environment, self._arguments = dict(environment), arguments
        self.port = _free_port()

    def __enter__(self) -> Preview:
        command = [sys.executable, "-u", "-m", "mkdocs", "serve", "-a", f"127.0.0.1:{self.port}", *self._arguments]
        with self._log.open("wb") as log:
            self._process = subprocess.Popen(
                command, cwd=self.root, env=self._environment, stdin=subprocess.DEVNULL, stdout=log,
                stderr=subprocess.STDOUT, start_new_session=True,
            )  # fmt: skip
        try:
            self.until(lambda: "Serving on" in self.output() or self._process.poll() is not None)
        except BaseException:
            self.__exit__()
            raise
        return self

    def __exit__(self, *_: object) -> None:
        for sign in (signal.SIGTERM, signal.SIGKILL):
            if self._process.poll() is None:
                os.killpg(self._process.pid, sign)
                try:
                    self._process.wait(5)
                except subprocess.TimeoutExpired:
                    continue
        self._process.wait()

    def output(self) -> str:
        """All that was printed so far."""
        return self._log.read_text("utf-8", "replace")

    def until(self, condition: Callable[[], bool]) -> None:
        """Wait for something to become true."""
        end = time.monotonic() + PATIENCE
        while not condition():
            assert time.monotonic() < end, f"it never happened; the server said:\n{self.output()}"
            time.sleep(PAUSE)

    def get(self, address: str) -> tuple[int, str]:
        """The answer to a request; 0 while the server does not answer."""
        try:
            with urlopen(f"http://127.0.0.1:{self.port}{address}", timeout=10) as answer:
                return answer.status, answer.read().decode("utf-8")
        except HTTPError as error:
            with error:
                return error.code, error.read().decode("utf-8", "replace")
        except OSError:
            return 0, ""

    def shows(self, address: str, text: str) -> None:
        """Wait until a page holds a text."""
        self.until(lambda: text in self.get(address)[1])

    def answers(self, address: str, status: int) -> None:
        """Wait until an address is answered so."""
        self.until(lambda: self.get(address)[0] == status)

    def says(self, pattern: str) -> None:
        """Wait until the terminal shows what matches."""
        self.until(lambda: re.search(pattern, self.output()) is not None)


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
