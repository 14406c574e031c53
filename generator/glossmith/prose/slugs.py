"""Ids of headings."""

from __future__ import annotations

import unicodedata
from collections import Counter


def slug(title: str) -> str:
    """Letters, marks and digits of any script in lower case, everything else one hyphen."""
    kept = (character if unicodedata.category(character)[0] in "LMN" else " " for character in title.lower())
    return "-".join("".join(kept).split()) or "section"


class Ids:
    """The ids of one field, each given once."""

    def __init__(self, prefix: str) -> None:
        self._prefix = prefix
        self._given: set[str] = set()
        self._times: Counter[str] = Counter()

    def claim(self, title: str) -> str:
        """The id of a heading; the second heading of a title gets `-2`."""
        stem = slug(title)
        name = stem
        while name in self._given or self._times[stem] == 0:
            self._times[stem] += 1
            name = stem if self._times[stem] == 1 else f"{stem}-{self._times[stem]}"
        self._given.add(name)
        return f"{self._prefix}-{name}"
