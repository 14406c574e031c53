"""What standard output is: a terminal of some width, or a pipe."""

from __future__ import annotations

import os
import shutil
import sys

from glossmith.report.terminal import Paint, painted, unpainted


def columns() -> int | None:
    """The width of the terminal; None where the output is piped, so that nothing is cut."""
    return shutil.get_terminal_size().columns if sys.stdout.isatty() else None


def paint() -> Paint:
    """In colour on a terminal, unless the reader does not want it (https://no-color.org)."""
    if os.environ.get("NO_COLOR"):
        return unpainted
    is_wanted = bool(os.environ.get("FORCE_COLOR"))
    return painted if is_wanted or (sys.stdout.isatty() and os.environ.get("TERM") != "dumb") else unpainted
