"""References and links of plain Markdown, found without typesetting it: what a check needs, ten times as fast.

Only texts in which `[[` cannot be code, a formula or part of another construct are gleaned; of all others the
typesetter has to say what they hold.
"""

from __future__ import annotations

import re

from glossmith.model.prose import ProsePath, ProseReference, Typeset

DOUBTFUL = ("~~~", "```", "<", "$", "&", "\x00", "\\`", "][", "]:", "\\|", ":::", "!!!", "???", "^[")
"""Fences, HTML, formulas, entities, reference links, definitions, cells, admonitions, notes."""

MARGINS = ("    ", "\t")
INDENTED = re.compile(r"^(?:[ ]*[-+*>]|[ ]*\d+[.)])?(?:[ ]{4}|[ ]*\t)", re.MULTILINE)
"""What may be indented code."""

INSIDE_A_LINK = re.compile(r"(?<!\[)\[(?!\[)[^\[\]]*\[\[")
CODE = re.compile(r"(?<!`)(`+)(?!`)([^\n]*?[^`\n])\1(?!`)")
TOKEN = re.compile(
    r"\\."
    r"|\[\[((?:[^\[\]\n]|\[[^\[\]\n]*\])+)\]\](?!\()"
    r"|\[(?<![\[\]]\[)[^\[\]\n]+\]\(([^\s()\[\]]+)\)"
    r"|\]\(|\[\[|\]\]",
    re.DOTALL,
)
"""An escape, a reference, a link; or what might be part of one that is not so simple.

Each alternative begins with a plain character, for then the engine looks for these alone: ten times as fast.
"""

OUTWARD = re.compile(r"[#/]|[A-Za-z][A-Za-z0-9+.-]*:|$")
LONGEST_REFERENCE = 500


def glean(text: str) -> Typeset | None:
    """The references and relative links of a text, or None if only typesetting can tell."""
    if any(sign in text for sign in DOUBTFUL) or ("](" in text and INSIDE_A_LINK.search(text)):
        return None
    if any(margin in text for margin in MARGINS) and INDENTED.search(text):
        return None
    masked = CODE.sub(lambda found: "x" * len(found[0]), text) if "`" in text else text
    if "`" in masked or "[[[" in masked:
        return None
    references, paths = [], []
    for found in TOKEN.finditer(masked):
        target, href = found.groups()
        if target is None and href is None and text[found.start()] != "\\":
            return None
        if target is not None and not _is_plain(target, text[slice(*found.span())]):
            return None
        if target:
            references.append(ProseReference(" ".join(target.split()), found.start(), found.end()))
        elif href and not OUTWARD.match(href):
            paths.append(ProsePath(href, *found.span(2)))
    return Typeset("", references=tuple(references), paths=tuple(paths))


def _is_plain(target: str, written: str) -> bool:
    """Whether the inside of a `[[...]]` is one beyond doubt."""
    return (
        len(target) <= LONGEST_REFERENCE
        and target.strip(" |") != ""
        and target.strip()[0] != "|"
        and "`" not in written
    )
