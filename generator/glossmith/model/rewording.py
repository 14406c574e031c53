"""How a reference reads once it names its term otherwise."""

from __future__ import annotations

import re

BETWEEN_WORDS = r"\s+(?:>\s*)*"
"""Blanks, or the end of a line and the marks of a quotation on the next one."""

DELIMITER_ROW = re.compile(r"[ \t>]*\|?[ \t]*:?-+:?[ \t]*(\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*")


def reworded(prose: str, start: int, end: int, name: str, new: str, *, shown: str = "") -> str | None:
    """The `[[...]]` at `prose[start:end]` with `new` in place of `name`, or None where `name` cannot be found in it.

    Everything else of it stays: heading, shown text, blanks. A reference without a text gets `shown`, if given.
    """
    written = prose[start:end]
    words = BETWEEN_WORDS.join(re.escape(word) for word in name.split())
    found = re.compile(rf"\[\[\s*({words})(?=\s*(?:\]\]|#|\\?\|))").match(written)
    if not found:
        return None
    rest = written[found.end() :]
    if not shown or "|" in rest:
        return f"{written[: found.start(1)]}{new}{rest}"
    bar = "\\|" if _is_in_table(prose, start) else "|"
    return f"{written[: found.start(1)]}{new}{rest[:-2].rstrip()}{bar}{shown}]]"


def _is_in_table(prose: str, offset: int) -> bool:
    """Whether a row of dashes and bars stands next to the lines around an offset, as in a table."""
    above = re.split(r"\n[ \t]*\n", prose[:offset])[-1]
    below = re.split(r"\n[ \t]*\n", prose[offset:], maxsplit=1)[0]
    lines = (above + below).split("\n")
    return any("|" in line and DELIMITER_ROW.fullmatch(line) for line in lines)
