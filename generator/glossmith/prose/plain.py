"""Tokens without their markup."""

from __future__ import annotations

from collections.abc import Sequence

from markdown_it.token import Token

_SPOKEN = frozenset({"text", "text_special", "code_inline", "formula", "display_formula"})


def plain_text(tokens: Sequence[Token]) -> str:
    """What a reader reads in inline tokens: text, code, TeX, and the alternative texts of images."""
    parts: list[str] = []
    for token in tokens:
        if token.type in _SPOKEN:
            parts.append(token.content)
        elif token.type == "image":
            parts.append(plain_text(token.children or ()))
        elif token.type in {"softbreak", "hardbreak"}:
            parts.append(" ")
    return "".join(parts)
