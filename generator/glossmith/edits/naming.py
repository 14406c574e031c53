"""From the name of a term to its id."""

from __future__ import annotations

import re
import unicodedata

from glossmith.model.addresses import slug

LONGEST = 120
"""Bytes of an id that is made from a name; longer ones make trouble as names of files."""

LATIN = re.compile(r"LATIN (?:SMALL|CAPITAL) (?:LETTER|LIGATURE) (?:DOTLESS |OPEN |LONG )?([A-Z]{1,2})(?: WITH .*)?$")
GREEK = re.compile(r"GREEK (?:SMALL|CAPITAL) (?:LETTER )?(?:FINAL )?([A-Z]+)(?: WITH .*| SYMBOL)?$")
SPELLED = {"LATIN SMALL LETTER SHARP S": "ss", "LATIN CAPITAL LETTER SHARP S": "SS", "LATIN SMALL LETTER THORN": "th",
           "LATIN CAPITAL LETTER THORN": "Th", "LATIN SMALL LETTER ETH": "d", "LATIN CAPITAL LETTER ETH": "D",
           "LATIN SMALL LETTER ENG": "ng", "LATIN CAPITAL LETTER ENG": "Ng"}  # fmt: skip


def id_for(name: str) -> str:
    """The id that a name makes: lower case, words joined by `-`; `naïve Bayes` is `naive-bayes`, `β-VAE` `beta-vae`.

    Latin letters lose their accents, and Greek ones among them are spelled; any other script stays as it is, for ids
    may be of any.
    """
    composed = unicodedata.normalize("NFC", name)
    has_latin = any(unicodedata.name(letter, "").startswith("LATIN ") for letter in composed)
    id_ = slug("".join(_plain(letter, has_latin) for letter in composed)).lstrip("_-")
    return id_.encode()[:LONGEST].decode(errors="ignore").rstrip("_-")


def _plain(letter: str, has_latin: bool) -> str:
    if letter.isascii():
        return letter
    name = unicodedata.name(letter, "")
    if name in SPELLED:
        return SPELLED[name]
    if found := LATIN.match(name):
        return found[1] if letter.isupper() else found[1].lower()
    if has_latin and (found := GREEK.match(name)):
        return found[1].lower()
    return letter
