"""The sentence around a link, as plain text: why somebody would want to go there."""

from __future__ import annotations

import re
from html import unescape

from glossmith.model.link import Sentence
from glossmith.model.prose import RUN, SLOT

OUT = re.compile(rf"<annotation\b.*?</annotation>|<[^>]*>|{SLOT}[^{SLOT}]*{SLOT}", re.DOTALL)
ENDS = (". ", "? ", "! ", "… ", ".) ", "。")
LONGEST = 120
"""Characters on each side."""

FAR = 4 * LONGEST
"""Characters of HTML on each side that are looked at."""


def sentence(html: str, start: int, end: int) -> Sentence:
    """The sentence in which the link from `start` to `end` of the HTML stands; cut at words where it is long."""
    first = max(0, start - FAR)
    window = html[first:start]
    begin = max(window.rfind("<p>"), window.rfind("<li>"), window.rfind("<td>"), window.rfind("<dd>"), 0)
    before = _plain(window[begin:])
    stops = [
        at + len(sign)
        for sign in ENDS
        if (at := before.rfind(sign)) >= 0 and not before[at + len(sign) :][:1].islower()
    ]
    before = before[max(stops, default=0) :].lstrip()
    after = html[end : end + FAR]
    for tag in ("</p>", "</li>", "</td>", "</dd>", "\n<"):
        if (at := after.find(tag)) >= 0:
            after = after[:at]
    after = _plain(after)
    stops = [at + len(sign) for sign in ENDS if (at := after.find(sign)) >= 0]
    after = after[: min(stops, default=len(after))].rstrip()
    return Sentence(_shortened(before, -1), _plain(html[start:end]).strip(), _shortened(after, 1))


def _plain(html: str) -> str:
    text = html.replace(RUN, "").replace("\n", " ")
    if "<" in text or SLOT in text:
        text = OUT.sub("", text)
    return unescape(text) if "&" in text else text


def _shortened(text: str, side: int) -> str:
    """A long text cut at a word, at its beginning (-1) or its end (1)."""
    if len(text) <= LONGEST:
        return text
    if side < 0:
        return f"… {text[-LONGEST:].partition(' ')[2]}"
    return f"{text[:LONGEST].rpartition(' ')[0].rstrip(',;:')} …"
