"""The sentence around a link, on one line, without markup but for formulas: why somebody would want to go there."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from html import escape, unescape
from itertools import chain, zip_longest
from typing import TypeAlias

from markupsafe import Markup

from glossmith.model.link import Sentence
from glossmith.model.prose import RUN, SLOT
from glossmith.prose.elements import BLOCK

TAG = re.compile('<(?:a class="footnote-[^>]*>[^<]*</a>|[^>]*>)')
"""Marks of footnotes, and the ways back from them, go with what they show."""

SLOTS = re.compile(f"{SLOT}[^{SLOT}]*{SLOT}")

LINE_END = re.compile(r"<br\b[^>]*>\n?")

REFERENCE = re.compile(rf"{SLOT}t([0-9]+){SLOT}(.*?){SLOT}/t\1{SLOT}", re.DOTALL)

FORMULA = re.compile(r"<math\b.*?</math>", re.DOTALL)
NO_FORMULAS: Sequence[str] = ()
FORMULA_HERE = "\x02"
"""Counts as one character; no author can write it."""

END = re.compile(r"[.?!…。！？।॥۔؟։][.?!…！？)\]”’“»\"']*(?:\s+|(?<=[。！？]))")
SHORT = re.compile(
    r"\b(?:e\.g|i\.e|a\.k\.a|cf|esp|al|vs?|approx|resp|ca|Dr|Mr|Mrs|Ms|Prof|St|Fig|Figs|Eq|Eqs|Sec|Ch|[A-Z])$"
)
"""What a full stop shortens, so that no sentence ends there."""

SHORT_BEFORE_A_NUMBER = re.compile(
    r"\b(?:[Nn]os?|[Vv]ols?|pp?|c|[Ss]ec|[Ss]ect|[Cc]h|[Cc]hap|[Tt]ab|[Ff]igs?|[Ee]qs?|[Aa]rts?|[Pp]aras?)$"
)

SMALL = re.compile(r"\w-\w|\w+[A-Z]")
"""A word that begins with a small letter wherever it stands: k-means, eBay."""

LONGEST_WORD = 40
"""Characters without a space beyond which a text is cut anywhere: it is Chinese, say."""

REST = re.compile(rf"[^<>]*>|[^\s<]{{0,{LONGEST_WORD}}}")
"""Of a tag or a word."""

BEGUN = re.compile(r"[^\s<>]+\Z")
"""A word whose end is not there."""

BLOCK_TAG = re.compile(rf"</?{BLOCK}")
LAST_BLOCK_TAG = re.compile(rf".*</?{BLOCK}[^>]*>", re.DOTALL)
"""Everything up to where the last block begins or ends."""

COMMAS = ",;:，；："
"""Signs that need not stand before what shows that a text goes on."""

LONGEST = 120
"""Characters on each side."""

FAR = 4 * LONGEST
"""Characters of HTML on each side that are looked at, and the rest of a tag or formula that stands there."""

Label: TypeAlias = Callable[[int], str | None]
"""What readers see of a `[[...]]`, by its number, where that is not what was typed."""


def sentence(html: str, start: int, end: int, label: Label | None = None) -> Sentence:
    """The sentence in which the link from `start` to `end` of the HTML stands; cut at words where it is long."""
    name, named = _plain(html[start:end], label)
    window = _window_before(html, start)
    block = LAST_BLOCK_TAG.match(window)
    is_cut = block is None and len(window) < start
    before, earlier = _plain(window[block.end() :] if block else window, label)
    begin = 0
    for begin in _ends(before, max(0, len(before) - LONGEST - 1), name):  # noqa: B007 -- the last one counts
        is_cut = False
    before = _shortened(before[begin:].lstrip(), -1, is_cut=is_cut)
    window = _window_after(html, end)
    stops = BLOCK_TAG.search(window)
    after, later = _plain(window[: stops.start()] if stops else window, label)
    finish = next(_ends(f"{after} ", 0, ""), None)
    is_cut = finish is None and stops is None and _goes_on(html, end + len(window))
    after = _shortened(after[:finish].rstrip(), 1, is_cut=is_cut)
    if not (earlier or named or later):
        return Sentence(before, name.strip(), after)
    kept = before.count(FORMULA_HERE)
    return Sentence(
        _with_formulas(before, earlier[len(earlier) - kept :]),
        _with_formulas(name.strip(), named),
        _with_formulas(after, later),
    )


def _window_before(html: str, start: int) -> str:
    """HTML that begins with a whole tag, formula, slot or word."""
    first = start - FAR
    if first <= 0:
        return html[:start]
    if (closing := html.find("</math>", first, start)) >= 0 and (opening := html.rfind("<math", 0, closing)) >= 0:
        first = min(first, opening)
    if html[first] != "<" and (rest := REST.match(html, first, start)):
        first = rest.end()
    if html.count(SLOT, first, start) % 2:
        first = html.find(SLOT, first, start) + 1
    return html[first:start]


def _window_after(html: str, end: int) -> str:
    """HTML that ends with a whole tag, formula, slot or word."""
    last = end + FAR
    if last >= len(html):
        return html[end:]
    if html.rfind("<math", end, last) > html.rfind("</math>", end, last):
        last = html.find("</math>", last) + len("</math>")
        last = behind.end() if (behind := REST.match(html, last)) else last
    elif html.rfind("<", end, last) > html.rfind(">", end, last):
        last = html.rfind("<", end, last)
    elif begun := BEGUN.search(html, last - LONGEST_WORD, last):
        last = begun.start()
    if html.count(SLOT, end, last) % 2:
        last = html.rfind(SLOT, end, last)
    return html[end:last]


def _goes_on(html: str, at: int) -> bool:
    """Whether what stands there is of the same block."""
    return at < len(html) and not BLOCK_TAG.match(html, at)


def _ends(text: str, start: int, following: str) -> Iterator[int]:
    """Where sentences end and the next ones begin: not behind what is shortened, nor in front of a small letter."""
    for found in END.finditer(text, start):
        at, end = found.span()
        word = text[end : end + LONGEST_WORD] or following
        if word[:1].islower() and not SMALL.match(word):
            continue
        if text[at] != "." or not text[at + 1].isspace() or not _is_short(text, at, end):
            yield end


def _is_short(text: str, at: int, end: int) -> bool:
    """Whether the full stop at an offset shortens the word before it; `end` is where the next word begins."""
    begin = max(0, at - 8)
    if text[end : end + 1].isdecimal() and SHORT_BEFORE_A_NUMBER.search(text, begin, at):
        return True
    return bool(SHORT.search(text, begin, at))


def _plain(html: str, label: Label | None) -> tuple[str, Sequence[str]]:
    """The text on one line, and the formulas of which only the places are in it."""
    text, formulas = html.replace(RUN, ""), NO_FORMULAS
    if "<" in text:
        if "<br" in text:
            text = LINE_END.sub("\n", text)
        if "<math" in text:
            formulas = [formula.replace(' display="block"', "") for formula in FORMULA.findall(text)]
            text = FORMULA.sub(FORMULA_HERE, text)
        text = TAG.sub("", text)
    text = text.replace("\n", " ")
    if SLOT in text:
        if label:
            text = REFERENCE.sub(lambda found: escape(label(int(found[1])) or "", quote=False) or found[2], text)
        text = SLOTS.sub("", text)
    return (unescape(text) if "&" in text else text), formulas


def _with_formulas(text: str, formulas: Sequence[str]) -> str:
    if not formulas or FORMULA_HERE not in text:
        return text
    pieces = escape(text, quote=False).split(FORMULA_HERE)
    return Markup("".join(chain(*zip_longest(pieces, formulas[: len(pieces) - 1], fillvalue=""))))


def _shortened(text: str, side: int, *, is_cut: bool = False) -> str:
    """A long text cut at a word, at its beginning (-1) or its end (1)."""
    if len(text) <= LONGEST and not is_cut:
        return text
    if len(text) <= LONGEST:
        return f"… {text}" if side < 0 else f"{text.rstrip(COMMAS)} …"
    if side < 0:
        kept = text[-LONGEST:]
        word, _, rest = kept.partition(" ")
        return f"… {rest if len(word) <= LONGEST_WORD else kept}"
    kept = text[:LONGEST]
    rest, _, word = kept.rpartition(" ")
    return f"{(rest if len(word) <= LONGEST_WORD else kept).rstrip(COMMAS)} …"
