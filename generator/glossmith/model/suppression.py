"""A suppression: a comment by which an author silences a finding."""

from __future__ import annotations

from typing import NamedTuple

from glossmith.model.place import Span


class Suppression(NamedTuple):
    """The rules that it names, the lines of which it speaks, and where it stands."""

    rules: tuple[str, ...]
    first: int
    last: int
    place: Span
