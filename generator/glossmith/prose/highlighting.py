"""Fenced code: coloured by Pygments with the classes that Material's stylesheet knows."""

from __future__ import annotations

import re
from functools import lru_cache
from html import escape
from typing import TYPE_CHECKING

from glossmith.prose.attributes import LONGEST as LONGEST_LINE
from glossmith.prose.attributes import read_attributes

if TYPE_CHECKING:
    from pygments.lexer import Lexer

LONGEST = 50_000
"""Characters of code that are coloured; a lexer of Pygments may take its time over more."""

_LANGUAGE = re.compile(r"\s*(?:\{\s*\.)?([\w+#.-]*)")
_MARK = '<span class="linenos" data-linenos="{} "></span>'
_RANGE = re.compile(r"(\d{1,5})(?:-(\d{1,5}))?")


@lru_cache(maxsize=512)
def render_fence(info: str, code: str) -> str:
    """Code with the language, `title`, `linenums` and `hl_lines` of its first line; Mermaid is left to the site."""
    match = _LANGUAGE.match(info)
    language = match[1].lower() if match else ""
    if language == "mermaid":
        return f'<pre class="gs-mermaid"><code>{escape(code, quote=False)}</code></pre>\n'
    options = read_attributes(info[:LONGEST_LINE])
    code = _decorate(_highlight(code, language), options)
    title = f'<span class="filename">{escape(options["title"])}</span>' if options.get("title") else ""
    kind = f"language-{escape(language)} highlight" if language else "highlight"
    return f'<div class="{kind}">{title}<pre><span></span><code tabindex="0">{code}</code></pre></div>\n'


@lru_cache(maxsize=4096)
def render_inline_code(code: str, language: str) -> str:
    """The inside of a code span that names its language: `print(){.python}`."""
    return _highlight(code, language).rstrip("\n") if _lexer(language) else escape(code, quote=False)


def _highlight(code: str, language: str) -> str:
    lexer = _lexer(language) if language and len(code) <= LONGEST else None
    if lexer is None:
        return escape(code, quote=False)
    from pygments import highlight  # noqa: PLC0415 - most glossaries hold no code
    from pygments.formatters import HtmlFormatter  # noqa: PLC0415

    try:
        coloured: str = highlight(code, lexer, HtmlFormatter(nowrap=True))
    except Exception:  # a lexer is a stranger's program, and uncoloured code is better than no page
        return escape(code, quote=False)
    return coloured


@lru_cache(maxsize=128)
def _lexer(language: str) -> Lexer | None:
    from pygments.lexers import get_lexer_by_name  # noqa: PLC0415
    from pygments.util import ClassNotFound  # noqa: PLC0415

    try:
        return get_lexer_by_name(language, stripnl=False)
    except ClassNotFound:
        return None


def _decorate(code: str, options: dict[str, str]) -> str:
    """Lines with numbers, which the stylesheet draws so that nobody copies them, and with a lit background."""
    lit = _lines_of(options.get("hl_lines", ""))
    first = int(options["linenums"][:6]) if options.get("linenums", "").isdecimal() else None
    if not lit and first is None:
        return code
    lines = code.removesuffix("\n").split("\n")
    width = len(str((first or 0) + len(lines) - 1))
    out = []
    for number, line in enumerate(lines, 1):
        mark = "" if first is None else _MARK.format(f"{first + number - 1:>{width}}")
        out.append(f'{mark}<span class="hll">{line}\n</span>' if number in lit else f"{mark}{line}\n")
    return "".join(out)


def _lines_of(written: str) -> frozenset[int]:
    """The numbers in `1 3-5`."""
    lines: set[int] = set()
    for first, last in _RANGE.findall(written):
        lines.update(range(int(first), min(int(last or first), int(first) + 1000) + 1))
    return frozenset(lines)
