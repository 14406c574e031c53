"""Which elements of the author's are open, where these are HTML up to their end tags."""

from __future__ import annotations

import re
from collections import Counter

BLOCKS = (
    "address|article|aside|blockquote|body|canvas|center|colgroup|dd|details|div|dl|dt|fieldset|figcaption|figure|footer"
    "|form|group|h[1-6]|header|hgroup|html|iframe|legend|li|main|map|math|menu|nav|noscript|object|ol|option|output|p"
    "|progress|section|summary|table|tbody|td|tfoot|th|thead|tr|ul|video"
)
"""The elements in `markdown.util.BLOCK_LEVEL_ELEMENTS`, without those that CommonMark too takes for whole."""

TAG = re.compile(
    rf"<!--.*?(?:-->|$)|<(?P<whole>script|style|pre|textarea)\b.*?(?:</(?P=whole)\s*>|$)"
    rf"|<(?P<end>/?)(?P<name>{BLOCKS})\b(?P<attributes>[^<>]*)>",
    re.DOTALL | re.IGNORECASE,
)
PARSED = re.compile(r"""\smarkdown(?:\s*=\s*["']?(?:1|block|span|markdown)\b|(?=[\s/]|$))""", re.IGNORECASE)
"""The attribute by which the content of an element is Markdown in spite of all."""


class WholeElements:
    """Reads the HTML of a page block by block, as Python-Markdown would: to that, what an element holds is HTML too."""

    def __init__(self) -> None:
        self._open: list[tuple[str, bool]] = []
        self._names: Counter[str] = Counter()
        self._whole = 0

    @property
    def is_open(self) -> bool:
        """Whether what comes next belongs to the author's HTML."""
        return self._whole > 0

    def read(self, html: str) -> None:
        """Take note of the elements that begin and end in a block of HTML, all that is inside included."""
        for tag in TAG.finditer(html):
            name = (tag["name"] or "").lower()
            if name and not tag["end"]:
                self._begin(name, is_whole=not PARSED.search(tag["attributes"]))
            elif self._names[name]:
                while self._end() != name:
                    pass

    def _begin(self, name: str, *, is_whole: bool) -> None:
        self._open.append((name, is_whole))
        self._names[name] += 1
        self._whole += is_whole

    def _end(self) -> str:
        name, is_whole = self._open.pop()
        self._names[name] -= 1
        self._whole -= is_whole
        return name
