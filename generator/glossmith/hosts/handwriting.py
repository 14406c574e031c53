"""What Python-Markdown must tell about a hand-written page: which HTML its author wrote, what of `[[...]]` is text."""

from __future__ import annotations

import re
from typing import Any

from markdown import Markdown
from markdown.extensions import Extension
from markdown.inlinepatterns import InlineProcessor
from markdown.postprocessors import Postprocessor

from glossmith.model.prose import HTML_ENDS, HTML_STARTS, HTML_TAG

INLINE = re.compile(r"<(?:del|em|ins|mark|strong)(?:\s[^<>]*)?>")
"""Tags that Markdown and its extensions make too."""

BEFORE_RAW_HTML = 31
"""Python-Markdown puts HTML that it set aside back into the page at 30."""

BEFORE_ESCAPES = 185
"""Python-Markdown takes backslashes away at 180, and code out at 190."""

_NAME = r"[^\[\]|\\&<\x02]"
TARGET = rf"\[\[(?=[^\[\]]*\]\])(?:{_NAME}*[*_~^]{_NAME}*|\|(?:(?![*_~^]){_NAME})*[*_~^](?:(?![*_~^]){_NAME})*(?=]]))"
"""A name in brackets with signs that elsewhere are emphasis: `[[A*]]`; behind a bar, one such sign begins nothing.

`\\x02` begins what was taken out before.
"""


class Handwriting(Extension):  # type: ignore[misc]  # the library has no types
    """Marks the author's HTML, since `<p>` may be that or made of Markdown; keeps `\\[[`, and names as they are."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 -- the library calls it so
        """Register all three."""
        md.postprocessors.register(_Marks(md), "glossmith-html", BEFORE_RAW_HTML)
        md.inlinePatterns.register(_Brackets(r"\\\[\\?\[", md), "glossmith-brackets", BEFORE_ESCAPES)
        md.inlinePatterns.register(_Target(TARGET, md), "glossmith-target", BEFORE_ESCAPES - 1)


class _Marks(Postprocessor):  # type: ignore[misc]  # as above
    """What `md_in_html` reads as Markdown is not among what was set aside; of inline tags, only the tags are."""

    def run(self, text: str) -> str:
        blocks: list[Any] = self.md.htmlStash.rawHtmlBlocks
        for number, html in enumerate(blocks):
            if not isinstance(html, str):
                continue
            if (tag := re.match(r"</?([^ >]+)", html)) and self.md.is_block_level(tag[1]):
                blocks[number] = f"{HTML_STARTS}{html}{HTML_ENDS}"
            elif INLINE.fullmatch(html):
                blocks[number] = f"{html[:-1]}{HTML_TAG}>"
        return text


class _Brackets(InlineProcessor):  # type: ignore[misc]  # as above
    def handleMatch(self, m: re.Match[str], data: str) -> tuple[str, int, int]:  # noqa: ARG002, N802 -- as above
        return self.md.htmlStash.store("&#91;&#91;"), m.start(0), m.end(0)


class _Target(InlineProcessor):  # type: ignore[misc]  # as above
    def handleMatch(self, m: re.Match[str], data: str) -> tuple[str, int, int]:  # noqa: ARG002, N802 -- as above
        return m[0], m.start(0), m.end(0)


def makeExtension(**settings: Any) -> Handwriting:  # noqa: N802 -- as above
    """The extension, for a host that names it by its module."""
    return Handwriting(**settings)
