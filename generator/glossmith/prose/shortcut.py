"""Plain prose without the parser: paragraphs and simple lists in which every mark can be read in one way only.

Most fields are like that, and take a fifth of the time. Whatever could mean something else is left to the parser, so
that the result is always the parser's (tests/prose/test_prose_shortcut.py compares them).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import escape, unescape
from itertools import pairwise

from glossmith.model.prose import RUN, SLOT, ProseReference, Typeset
from glossmith.prose.composition import gap_after, on_lines, on_one_line
from glossmith.prose.safety import normalize
from glossmith.prose.term_links import LONGEST

_ODD = "\\x00-\\x09\\x0b-\\x1f\\x7f\\x85\\u2028\\u2029"
"""Characters that end lines for some and not for others."""

_MARKS = r"\\`$~*_\[\]<&{"
_START = r"""(?:[^\W\d_]|["'(]|\[\[|\d++(?![.)])|\*\*(?=[^\W_])|`(?=[^`]))"""
_LINE = rf"{_START}(?:[^\n{_ODD}]*[^\s{_ODD}])?"
_PARAGRAPH = rf"{_LINE}(?:\n{_LINE})*"
_LIST = rf"- {_LINE}(?:\n- {_LINE})*(?!\n+- )"
_SIMPLE = re.compile(rf"(?:{_PARAGRAPH}|{_LIST})(?:\n\n+(?:{_PARAGRAPH}|{_LIST}))*\n*")
_GAP = re.compile(r"\n\n+")
_TAG = re.compile(r"<[^<>]*>")

_INSIDE = rf"[^\W_](?:[^{_MARKS}\n]*[^\W_])?"
_BEFORE = r"(?<![^\s(].)"
_AFTER = r"(?![^\s.,;:)!?])"
"""Beside a mark of emphasis: what makes it one that can only begin, or only end."""

_CONSTRUCT = re.compile(
    rf"\*{_BEFORE}\*(?P<strong>{_INSIDE})\*\*{_AFTER}"
    rf"|\*{_BEFORE}(?P<em>{_INSIDE})\*{_AFTER}"
    rf"|_{_BEFORE}(?P<em_>{_INSIDE})_{_AFTER}"
    r"|`(?<!``)(?P<code>[^`\n\s](?:[^`\n]*[^`\n\s])?)`(?!`)"
    rf"|\[\[(?P<target>[^\W_](?:[^{_MARKS}|\n]*[^{_MARKS}|\n\s])?)(?:\|(?P<shown>{_INSIDE}))?\]\]"
    rf"|\[(?<!!.)(?P<label>{_INSIDE})\]\((?P<href>https?://[A-Za-z0-9][A-Za-z0-9./_%#?=-]*)\)"
)
"""Each begins with its own character, so that the search for them is quick."""

_MARK = re.compile(f"[{_MARKS}]")
_TAGS = {
    "strong": ("<strong>", "</strong>"),
    "em": ("<em>", "</em>"),
    "em_": ("<em>", "</em>"),
    "code": ("<code>", "</code>"),
}


def typeset_plain(text: str, *, brief: bool, runs: bool) -> Typeset | None:
    """What the parser would make of the text, or None if only the parser can tell."""
    if not _SIMPLE.fullmatch(text):
        return None
    run = RUN if runs else ""
    line = _Line(run)
    if not line.read(text):
        return None
    return Typeset(
        html="".join(_blocks("".join(line.html).strip("\n"), run)),
        brief=on_one_line(_without_marks(_parted("".join(line.brief)), " ")) if brief else "",
        text=on_lines(_without_marks("".join(line.plain), "\n")),
        references=tuple(line.references),
    )


class _Line:
    """Inline marks, read from the beginning of a text to its end; blocks are told apart later."""

    __slots__ = ("brief", "html", "plain", "references", "run")

    def __init__(self, run: str) -> None:
        self.run = run
        self.html: list[str] = []
        self.brief: list[str] = []
        self.plain: list[str] = []
        self.references: list[ProseReference] = []

    def read(self, text: str) -> bool:
        """Whether every mark was understood."""
        position = 0
        for found in _CONSTRUCT.finditer(text) if _MARK.search(text) else ():
            if not self._words(text[position : found.start()]) or found.end() - found.start() > LONGEST:
                return False
            self._construct(found, str(found.lastgroup))
            position = found.end()
        return self._words(text[position:])

    def _words(self, text: str) -> bool:
        if _MARK.search(text):
            return False
        html = escape(text, quote=False) if ">" in text else text
        self.html.append(html)
        self.brief.append(html)
        self.plain.append(text)
        return True

    def _construct(self, found: re.Match[str], kind: str) -> None:
        words, run = found["label" if kind == "href" else kind], self.run
        opening, closing = _TAGS.get(kind, ("", ""))
        if kind == "href":
            self.html += (
                run,
                f'<a href="{escape(normalize(found["href"]))}">',
                escape(words, quote=False),
                "</a>",
                run,
            )
            self.brief.append(escape(words, quote=False))
            self.plain.append(words)
        elif kind in {"target", "shown"}:
            words = " ".join(words.split()) if kind == "target" else words
            number = len(self.references)
            self.references.append(ProseReference(" ".join(found[0][2:-2].split()), *found.span()))
            opening, closing = f"{SLOT}t{number}{SLOT}", f"{SLOT}/t{number}{SLOT}"
            html = escape(words, quote=False)
            self.html += (run, opening, html, closing, run)
            self.brief += (opening, html, closing)
            self.plain += (opening, words, closing)
        else:
            html = escape(words, quote=False)
            inner = "" if kind == "code" else run
            self.html += (run, opening, inner, html, inner, closing, run)
            self.brief += (opening, html, closing)
            self.plain.append(words)


def _blocks(html: str, run: str) -> Iterator[str]:
    for block in _GAP.split(html):
        if block.startswith("- "):
            items = f"{run}</li>\n<li>{run}".join(block[2:].split("\n- "))
            yield f"<ul>\n<li>{run}{items}{run}</li>\n</ul>\n"
        else:
            yield f"<p>{run}{block}{run}</p>\n"


def _parted(html: str) -> str:
    """With a sign between the items of a list."""
    lines = html.split("\n")
    for number, (line, following) in enumerate(pairwise(lines)):
        if line.startswith("- ") and following.startswith("- "):
            lines[number] += gap_after(unescape(_TAG.sub("", line))).rstrip()
    return "\n".join(lines)


def _without_marks(text: str, gap: str) -> str:
    """Running text: without the dashes of lists, with `gap` between blocks and items."""
    if "\n" not in text and not text.startswith("- "):
        return text
    blocks = _GAP.split(text.strip("\n"))
    return gap.join(
        gap.join(block[2:].split("\n- ")) if block.startswith("- ") else block.replace("\n", " ") for block in blocks
    )
