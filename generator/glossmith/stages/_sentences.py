"""The sentence around a link, as plain text: why somebody would want to go there."""

from __future__ import annotations

import re
from html import unescape

from glossmith.model.link import Sentence
from glossmith.model.prose import RUN, SLOT

BEGINNINGS = ("<p>", "<li>", "<td>", "<dd>", "<dt>", "<blockquote>")
ENDINGS = ("</p>", "</li>", "</td>", "</dd>", "</dt>", "<ul>", "<ol>", "<p>")
OUT = re.compile(rf"<annotation\b.*?</annotation>|<[^>]*>|{SLOT}[^{SLOT}]*{SLOT}|{RUN}", re.DOTALL)
END = re.compile(r"[.!?…][)\"”’]*\s+(?=[^a-zà-ÿ])|[。！？]")
LONGEST = 160
"""Characters on each side."""

FAR = 3_000
"""Characters of HTML on each side that are looked at."""


def sentence(html: str, start: int, end: int) -> Sentence:
    """The sentence in which the link from `start` to `end` of the HTML stands; cut at words where it is long."""
    first = max(0, start - FAR)
    for tag in BEGINNINGS:
        first = max(first, html.rfind(tag, first, start))
    last = min(len(html), end + FAR)
    for tag in ENDINGS:
        if (at := html.find(tag, end, last)) >= 0:
            last = at
    begin = 0
    before, name, after = (_plain(piece) for piece in (html[first:start], html[start:end], html[end:last]))
    for found in END.finditer(f"{before}{name}"):
        if found.end() <= len(before):
            begin = found.end()
    before = before[begin:]
    if stop := END.search(after):
        after = after[: stop.end()].rstrip()
    return Sentence(_cut_before(before), name.strip(), _cut_after(after))


def _plain(html: str) -> str:
    return re.sub(r"\s+", " ", unescape(OUT.sub("", html)))


def _cut_before(text: str) -> str:
    text = text.lstrip()
    if len(text) <= LONGEST:
        return text
    kept = text[-LONGEST:]
    return "… " + (kept.partition(" ")[2] or kept)


def _cut_after(text: str) -> str:
    text = text.rstrip()
    if len(text) <= LONGEST:
        return text
    kept = text[:LONGEST]
    return (kept.rpartition(" ")[0] or kept).rstrip(",;:") + " …"
