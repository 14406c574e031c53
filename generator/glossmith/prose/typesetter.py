"""Markdown fields to HTML with slots: the door of this room."""

from __future__ import annotations

import re
from html import escape
from typing import Any

from glossmith.model.prose import SLOT, Typeset
from glossmith.prose.blocks import heading_levels, write_blocks
from glossmith.prose.composition import Composition
from glossmith.prose.footnotes import take_notes
from glossmith.prose.grammar import make_parser
from glossmith.prose.notes import write_notes
from glossmith.prose.shortcut import typeset_plain
from glossmith.prose.whole_elements import WholeElements
from glossmith.prose.wording import Wording

LONGEST_BRIEF, LONGEST_BEGINNING = 20_000, 2_000
"""Characters of HTML that a brief may have, for it stands on many pages; and of text that stands for a longer one."""

_SLOTS = re.compile(f"{SLOT}[^{SLOT}]*(?:{SLOT}|$)")
_ENGLISH = Wording()


class Typesetter:
    """Made once per process, as making the parser takes longer than a hundred fields.

    `allow_html` lets raw HTML through as it is, scripts included; addresses in Markdown links are checked all the same.
    With `runs`, the HTML tells by `RUN` where mentions may become links; with `whole_elements`, nowhere in an element
    of the author's, as on hand-written pages, which have `tabs` too.
    """

    def __init__(
        self,
        allow_html: bool = False,
        wording: Wording = _ENGLISH,
        *,
        runs: bool = False,
        whole_elements: bool = False,
        tabs: bool = False,
    ) -> None:
        self._parser = make_parser(allow_html, tabs=tabs)
        self._runs, self._whole_elements = runs, whole_elements
        self._wording = wording

    def typeset(self, text: str, *, prefix: str, brief: bool = False) -> Typeset:
        """Never raises; `prefix`, unique on a page, begins every id in the HTML. `brief` is made if asked for."""
        made = typeset_plain(text, brief=brief, runs=self._runs) or self._parsed(text, prefix, brief)
        return made if len(made.brief) <= LONGEST_BRIEF else made._replace(brief=_beginning(made.text))

    def _parsed(self, text: str, prefix: str, brief: bool) -> Typeset:
        env: dict[str, Any] = {}
        tokens = self._parser.parse(text, env)
        whole = WholeElements() if self._whole_elements else None
        page = Composition(text, prefix, self._wording, runs=self._runs, whole=whole)
        page.definitions = env.get("references", {})
        page.levels = heading_levels(tokens)
        if "footnotes" in env:
            tokens, page.notes = take_notes(tokens)
        write_blocks(page, tokens)
        write_notes(page)
        return page.typeset(brief)


def _beginning(text: str) -> str:
    """The beginning of a plain text, or all of one that is long in HTML only, as HTML on one line."""
    words = _SLOTS.sub("", text[:LONGEST_BEGINNING]).split()
    if len(text) > LONGEST_BEGINNING:
        words = [*(words[:-1] or words), "…"]
    return escape(" ".join(words), quote=False)
