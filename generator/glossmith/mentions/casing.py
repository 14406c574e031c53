"""Which words of a name must be written with the same capitals."""

from __future__ import annotations

from collections.abc import Sequence


def exact(words: Sequence[str], case_sensitive: bool | None) -> tuple[str | None, ...] | None:
    """For each word of a name how it must be written, None where any case will do; None if that is so of all.

    Capitals beyond the first letter of a word tell that it is always written so (WHO, ReLU, iPhone), and so does a
    single capital that is a whole name (R). The other words of such a name are free: ROC curve, ROC Curve.
    """
    if case_sensitive is not None:
        return tuple(words) if case_sensitive and any(word.lower() != word.upper() for word in words) else None
    if len(words) == 1 and len(words[0]) == 1:
        return tuple(words) if words[0].isupper() else None
    demands = tuple(word if _has_inner_capital(word) else None for word in words)
    return demands if any(demands) else None


def _has_inner_capital(word: str) -> bool:
    return any(letter.isupper() for letter in word[1:])
