"""Inline parsing that asks, at each character, only the rules that begin with it."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.common.utils import mdTrim
from markdown_it.parser_block import ParserBlock
from markdown_it.parser_inline import ParserInline
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token

_PARAGRAPHS = re.compile(r"[^\W\d_][^\n]*(?:\n+[^\W\d_][^\n]*)*\n*")
"""Text of which every line begins with a letter: no rule but the paragraph's applies to it."""

_PARAGRAPH = re.compile(r"[^\n]+(?:\n[^\n]+)*")

InlineRule = Callable[[StateInline, bool], bool]


class DispatchingInline(ParserInline):
    """Does what `ParserInline` does, which tries every rule at every character, in two thirds of its time."""

    def __init__(self, rules: Mapping[str, tuple[InlineRule, ...]]) -> None:
        super().__init__()
        self._rules = rules
        self._next = re.compile(f"[{re.escape(''.join(rules))}\\]]")

    def parse(self, src: str, md: MarkdownIt, env: Any, tokens: list[Token]) -> list[Token]:
        """Append the inline tokens of `src`; where no rule can begin, it is one text."""
        if self._next.search(src):
            return super().parse(src, md, env, tokens)
        if src:
            tokens.append(Token("text", "", 0, content=src))
        return tokens

    def tokenize(self, state: StateInline) -> None:
        """Push the tokens of `state.src[state.pos:state.posMax]`."""
        source, end, deepest = state.src, state.posMax, state.md.options["maxNesting"]
        while state.pos < end:
            pos = state.pos
            rules = self._rules.get(source[pos])
            if rules is None:
                state.pos = self._text_end(source, pos, end)
                state.append_pending(source[pos : state.pos])
            elif state.level >= deepest or not _try(rules, state, False):
                state.append_pending(source[pos])
                state.pos += 1
        if state.pending:
            state.pushPending()

    def skipToken(self, state: StateInline) -> None:  # noqa: N802 - markdown-it's name
        """Move past one token without pushing it; used to find the end of a link's label."""
        pos = state.pos
        if pos in state.cache:
            state.pos = state.cache[pos]
            return
        rules = self._rules.get(state.src[pos])
        if rules is None:
            state.pos = self._text_end(state.src, pos, state.posMax)
        elif state.level >= state.md.options["maxNesting"]:
            state.pos = state.posMax
        else:
            state.level += 1
            found = _try(rules, state, True)
            state.level -= 1
            if not found:
                state.pos = pos + 1
        state.cache[pos] = state.pos

    def _text_end(self, source: str, pos: int, end: int) -> int:
        match = self._next.search(source, pos + 1, end)
        return match.start() if match else end


def _try(rules: tuple[InlineRule, ...], state: StateInline, silent: bool) -> bool:
    for rule in rules:  # noqa: SIM110 - `any()` over a generator takes twice as long, at every special character
        if rule(state, silent):
            return True
    return False


class ParagraphsFirst(ParserBlock):
    """Does what `ParserBlock` does; text that can only be paragraphs is cut at its blank lines and asked nothing."""

    def parse(self, src: str, md: MarkdownIt, env: Any, outTokens: list[Token]) -> list[Token] | None:  # noqa: N803
        """Append the block tokens of `src`."""
        if not _PARAGRAPHS.fullmatch(src):
            return super().parse(src, md, env, outTokens)
        line, before = 0, 0
        for found in _PARAGRAPH.finditer(src):
            line += src.count("\n", before, found.start())
            before = found.start()
            lines = [line, line + found[0].count("\n") + 1]
            content = mdTrim(found[0])
            outTokens.append(Token("paragraph_open", "p", 1, map=lines, block=True))
            outTokens.append(Token("inline", "", 0, map=lines, level=1, children=[], content=content, block=True))
            outTokens.append(Token("paragraph_close", "p", -1, block=True))
        return outTokens
