"""Typeset: the Markdown of a term becomes HTML that waits for its links."""

from __future__ import annotations

import posixpath
import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator

from glossmith.model.addresses import target_of
from glossmith.model.anchors import section_ids
from glossmith.model.finding import Finding, Within
from glossmith.model.link import HandwrittenPage, Mentioned
from glossmith.model.place import Text
from glossmith.model.prose import ProseReference, Typeset
from glossmith.model.term import Term
from glossmith.prose.typesetter import Typesetter
from glossmith.stages._front_matter import front_matter, wanted_extent
from glossmith.stages._gleaning import glean

BRIEF = frozenset({"definition", "symbol"})
"""The texts that other pages show too, in short."""


TELLING = ("[[", "](", "][", "]:", "$")
"""What a text holds that has something to check: a reference, a link or a formula."""

MARKUP = re.compile(
    r"[*_`\\<&~^|#>\[$=!\t\r\x0b\x0c\x1c-\x1e\x85\xa0\u1680\u2000-\u200b\u2028\u2029\u202f\u205f\u3000\ufeff]"
    r"|^ *(?:[-+:]|\d+[.)]| {4})|\n *\n *\S",
    re.MULTILINE,
)
"""What makes Markdown differ from its lines one after the other."""

HTML = re.compile(r"<[A-Za-z/!?]")
"""What only a typesetter that lets HTML through reads as its author means it."""

HIDDEN = re.compile(r"<!--.*?(?:-->|\Z)|<(pre|script|style|textarea)\b.*?(?:</\1\s*>|\Z)", re.DOTALL | re.IGNORECASE)
"""HTML in which `[[` is text; the end is for what is never closed."""

TITLE, SECTION = 1, 2
"""The levels of the heading that names a page, and of those that part it."""

NOTHING = Typeset("")

Gathered = tuple[dict[str, Typeset], tuple[Mentioned, ...], tuple[Finding, ...]]
"""Each text of a term typeset, the `[[...]]` in all of them, and what could not be typeset."""


def typeset(term: Term, typesetter: Typesetter) -> Gathered:
    """Typeset every text of a term."""
    prefixes = {f"section-{number}": id_ for number, id_ in enumerate(section_ids(term), 1)}
    typesets = {
        key: typesetter.typeset(text.value, prefix=prefixes.get(key, key), brief=key in BRIEF)
        for key, text in term.prose()
    }
    return _gathered(term, typesets)


def skim(term: Term, typesetter: Typesetter) -> Gathered:
    """What a check needs of a term's texts: what they point at, formulas that cannot be read, the plain definition."""
    typesets: dict[str, Typeset] = {}
    for key, text in term.prose():
        value = text.value
        if any(sign in value for sign in TELLING):
            typesets[key] = glean(value) or typesetter.typeset(value, prefix=key)._replace(html="")
        if key == "definition":
            typesets[key] = typesets.get(key, NOTHING)._replace(text=_plain(value, typesetter))
    return _gathered(term, typesets)


def _plain(text: str, typesetter: Typesetter) -> str:
    return (
        typesetter.typeset(text, prefix="d").text
        if MARKUP.search(text)
        else " ".join(line.strip() for line in text.strip().split("\n"))
    )


def _gathered(term: Term, typesets: dict[str, Typeset]) -> Gathered:
    references: list[Mentioned] = []
    findings: list[Finding] = []
    for key, text in term.prose():
        result = typesets.get(key, NOTHING)
        references += (Mentioned(found.target, Within(text, found.start, found.end)) for found in result.references)
        for problem in result.problems:
            within = Within(text, problem.start, problem.end)
            findings.append(Finding(problem.rule, problem.message, term.path, text.span, problem.help, within=within))
    return typesets, tuple(references), tuple(findings)


def survey(
    text: str, path: str, source: str, entries_in_nav: str, typesetter: Typesetter, with_html: Typesetter
) -> HandwrittenPage:
    """What a hand-written page refers to; `text` is the whole file, `entries_in_nav` as in settings.

    To the first typesetter HTML is text, so that references in it are found; the other one lets HTML through.
    """
    above_body, said = front_matter(text)
    mentions, findings = wanted_extent(above_body, said, path)
    body, above = text[len(above_body) :], above_body.count("\n")
    whole = Text(body, above, 1, above, 1, "|")
    result = typesetter.typeset(body, prefix="page")
    shown = with_html.typeset(body, prefix="page") if HTML.search(body) else result
    levels = dict(shown.levels)
    paths = [target_of(posixpath.dirname(source), found.href) for found in result.paths if not found.is_image]
    meant = _meant(result.references, body, shown.html)
    return HandwrittenPage(
        path=path,
        source=source,
        title=str(said.get("title") or "") or (shown.headings[0].title if TITLE in levels else ""),
        references=tuple(Mentioned(r.target, Within(whole, r.start, r.end)) for r in meant),
        entries=tuple(seen.removeprefix(entries_in_nav) for seen in paths if seen.startswith(entries_in_nav)),
        text=whole,
        html=shown.html,
        targets=tuple(reference.target for reference in shown.references),
        mentions=mentions,
        section=levels.get(SECTION, 0),
        findings=findings,
    )


def _meant(references: Iterable[ProseReference], body: str, html: str) -> Iterator[ProseReference]:
    """Those of the references that do not stand in HTML in which they are text."""
    hidden = [found.span() for found in HIDDEN.finditer(body) if "[[" in found[0] and found[0] in html]
    for reference in references:
        number = bisect_right(hidden, (reference.start,)) - 1
        if number < 0 or reference.start >= hidden[number][1]:
            yield reference
