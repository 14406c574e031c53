"""When files were last committed: one `git log` for all."""

from __future__ import annotations

import subprocess
from collections.abc import Mapping
from pathlib import Path

SECONDS = 20


def last_commits(folder: Path, root: Path) -> Mapping[str, str]:
    """The date of the last commit of each file below `folder`, by its path relative to `root`.

    Empty without git, outside a repository, and in a shallow clone, where the dates would be wrong.
    """
    if _git(root, "rev-parse", "--is-shallow-repository").strip() != "false":
        return {}
    output = _git(root, "log", "--format=%x01%cs", "--name-only", "--relative", "-z", "--no-renames", "--", str(folder))
    dates: dict[str, str] = {}
    date = ""
    for part in output.split("\0"):
        for line in part.split("\n"):
            if line.startswith("\x01"):
                date = line[1:]
            elif line and date:
                dates.setdefault(line, date)
    return dates


def _git(root: Path, *arguments: str) -> str:
    command = ["git", "-C", str(root), "-c", "core.quotePath=false", *arguments]
    try:
        done = subprocess.run(command, capture_output=True, check=False, timeout=SECONDS)  # noqa: S603 -- no shell
    except (OSError, subprocess.TimeoutExpired):
        return ""
    return done.stdout.decode("utf-8", "replace") if done.returncode == 0 else ""
