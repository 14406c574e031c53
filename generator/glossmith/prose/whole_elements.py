"""Which elements of the author's are open, where these are HTML up to their end tags."""

from __future__ import annotations

import re

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

    @property
    def is_open(self) -> bool:
        """Whether what comes next belongs to the author's HTML."""
        return any(is_whole for _, is_whole in self._open)

    def read(self, html: str) -> None:
        """Take note of the elements that begin and end in a block of HTML."""
        for tag in TAG.finditer(html):
            if tag["name"] is None:
                continue
            name = tag["name"].lower()
            names = [each for each, _ in self._open]
            if not tag["end"]:
                self._open.append((name, not PARSED.search(tag["attributes"])))
            elif name in names:
                del self._open[len(names) - 1 - names[::-1].index(name) :]
