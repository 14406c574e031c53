"""Words in a site's own `words.yml` that no template uses: slips, or words of another version."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import yaml

from glossmith.model.finding import quoted
from glossmith.model.nearest import Lexicon, did_you_mean
from glossmith.stages._templating import shipped_templates
from glossmith.stages._words import WORDS, read_words

MADE = re.compile(r"""\bwords\[\s*(?:["'](?P<begin>\w*)(?!\w*["']\s*\])|[^"'\s])""")
"""A word that a template chooses while it is rendered; its name may begin with what is written."""


def unknown_words(own: Path | None) -> Iterator[str]:
    """Each of them with its place, and with the one that may have been meant; `own` is the site's folder of templates.

    The words can be read, for the shipped ones are there as well; templates of the site may use words of their own.
    """
    file = own / WORDS if own else None
    if not own or not file or not file.is_file():
        return
    known = Lexicon(shipped := vars(read_words([shipped_templates()])))
    templates = "\n".join(one.read_text("utf-8", "replace") for one in sorted(own.rglob("*.html")) if one.is_file())
    begins = tuple(found["begin"] or "" for found in MADE.finditer(templates))
    words = yaml.compose(file.read_text(encoding="utf-8-sig"), yaml.BaseLoader)
    for node, _ in words.value if words else ():
        name = node.value
        if name not in shipped and not name.startswith(begins) and not re.search(rf"\b{re.escape(name)}\b", templates):
            advice = did_you_mean(name, known)
            place = f"{file}:{node.start_mark.line + 1}:{node.start_mark.column + 1}"
            yield f"{place}: no template uses the word {quoted(name)}{f'; {advice}' if advice else ''}"
