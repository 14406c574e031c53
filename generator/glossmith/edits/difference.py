"""Two versions of a file as a unified diff."""

from __future__ import annotations

from difflib import unified_diff


def difference(before: str | None, after: str | None, old: str, new: str) -> str:
    """The diff that `patch` and `git apply` understand; None where there is no file, `old` and `new` are the paths."""
    names = ("/dev/null" if before is None else f"a/{old}", "/dev/null" if after is None else f"b/{new}")
    lines = unified_diff(_lines(before or ""), _lines(after or ""), *names)
    return "".join(line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n" for line in lines)


def _lines(text: str) -> list[str]:
    """Lines end with a line feed only, as in git."""
    lines = [f"{line}\n" for line in text.split("\n")]
    lines[-1] = lines[-1][:-1]
    return lines if lines[-1] else lines[:-1]
