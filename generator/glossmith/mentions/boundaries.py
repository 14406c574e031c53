"""Whether a name may begin or end at a place in a text, by the signs next to it.

A name stands alone between spaces and the signs of a sentence. Next to a hyphen, apostrophe, full stop, slash and the
like it depends: *means* is no word in “k-means”, but *GPU* is one in “GPU-accelerated” and in “GPU’s”.
"""

from __future__ import annotations

import re
from functools import cache

from glossmith.mentions.letters import MARKS, TIGHT_SCRIPT

NUMBER_BEFORE = re.compile(r"(?<![\w.,/-])[0-9]{1,9}(?:,[0-9]{3}){0,3}(?:[.,][0-9]{1,3})?-\Z")
"""A number that is joined to what it counts."""
LONGEST_NUMBER = 26
"""Characters of such a number."""
LONGEST_SIGNS = 60
"""Characters in which the signs before a name are looked for."""
ELISION = re.compile(
    r"(?<!\w)(?:[dljmnstc]|qu|jusqu|lorsqu|puisqu|quoiqu|all|coll|dall|dell|nell|quell|quest|sull|un)'\Z"
)
"""What French and Italian put before a vowel: l'apprentissage."""
PREFIX = re.compile(r"(?<!\w)\([^\W\d_]{1,10}-?\)\Z")
"""Beginning of a word that may be left out: (hyper)parameter."""
SUFFIX = re.compile(r"'(s|re|ll|ve|d)(?!\w)")
"""What English puts behind a noun."""
ANY_SUFFIX = re.compile(r"'(?!t(?!\w))[^\W\d_]{1,6}(?![\w'])")
"""What Turkish and others put behind a proper name: İstanbul'da; but not the rest of “can't”."""
TAIL = re.compile(
    r"-(?:agnostic|aware|bound|compatible|driven|heavy|intensive|like|native|only|related|side|specific|style|type"
    r"|(?:accelerat|augment|back|bas|condition|constrain|enabl|encod|formatt|generat|guid|host|induc|initiali[sz]|manag"
    r"|normali[sz]|optimi[sz]|parametri[sz]|parameteri[sz]|penali[sz]|power|pretrain|regulari[sz]|support|train"
    r"|weight|wrapp)ed)(?!\w)"
)
"""Second halves of compounds in which the first keeps its meaning: kernel-based, GPU-accelerated."""
WORD_AFTER_HYPHEN = re.compile(r"-[^\W\d_]{2,}(?![\w-])")
NEVER_BEFORE = frozenset("#@$\\^%")
BEFORE_A_SLASH = frozenset("+#*)")
NEVER_AFTER = frozenset("#@\\^$")
JOINING = frozenset(".:&=")
"""Signs that join what stands directly on both sides of them: node.js, std::vector, AT&T, k=5."""
GOING_ON = frozenset("-:=@")
"""Signs between the parts of such a word; behind a full stop or slash something else may begin."""
AROUND_A_LETTER = frozenset(" \t\n\r\u00a0\u202f\u3000,;:.!?()[]\"'«»“”‘„…—–-、。，；：！？（）「」『』《》【】")
"""The only signs that may stand next to a name of one letter; letters may that need no space: C\u8bed\u8a00."""
NUMBERED = re.compile(
    r"(?<!\w)(?:annex|appendix|box|category|chapter|class|clause|column|equation|exhibit|fig\.|figure|grade|group"
    r"|hepatitis|influenza|lemma|level|option|panel|part|phase|plan|plate|protein|row|scenario|schedule|section|series"
    r"|stage|step|table|theorem|type|variant|version|vitamin|zone)[ \u00a0]\Z"
)
"""What a letter behind it only numbers: appendix C."""
EDITION = re.compile(r"(?<=[0-9]):(?:19|20)[0-9]{2}(?!\w)")
"""What tells which edition of a standard is meant: ISO 9001:2015."""
OPENING = frozenset("([{\"'“‘«„")
"""Signs that may stand before a name, whatever it begins with."""
COUNTED = re.compile(r"[0-9][ \u00a0]\Z")
NO_NOUN = re.compile(
    r"(?!\s+(?!(?:and|as|at|but|by|for|from|in|is|of|on|or|over|per|than|to|under|was|when|while|with)(?!\w))[^\W\d_])"
)
"""What stands before and behind a letter that is a unit: at 20 C for an hour; but not in 20 C programs."""
YEAR = re.compile(r"\b(?:after|before|by|from|in|of|since|until) (?:19|20)[0-9]{2}[ \u00a0]\Z")
"""A number behind which no unit stands: in 1972 C was designed."""
BESIDE_A_WORD = re.compile(r"(?:\w\w|[+#])/\Z")
WORD_BESIDE = re.compile(r"/(?:\w\w|\w[+#])")
"""Signs next to a letter that show it to be one of several names: R/Python, C/C++."""
ELIDED = re.compile("'[aeiouhàâèéêëîïôûœ]")
"""What French and Italian put behind such a letter: C'est, C'è; a Turkish suffix begins otherwise, as in C'de."""
INITIAL_AFTER = re.compile(r"\.[ \u00a0]?\w\.")
INITIAL_BEFORE = re.compile(r"\b\w\.[ \u00a0]?\Z")


def opens(text: str, start: int, *, is_capital: bool = False) -> bool:
    """Whether a name may begin at `start` of a folded text; `is_capital` tells how it was written there."""
    if not start:
        return True
    last = text[start - 1]
    before = text[start - 2] if start > 1 else ""
    if last in " \n":
        return True
    if last == "-":
        return _is_dash(text, start) if before == "-" else not is_capital and _is_counted(text, start)
    if last == "'":
        return not is_letter(before) or ELISION.search(text, max(0, start - 9), start) is not None
    if last == "/":
        return is_letter(before) or before in BEFORE_A_SLASH
    if last == ".":
        return before == "."
    if last == ")":
        return TIGHT_SCRIPT.match(text, start) is not None or not PREFIX.search(text, max(0, start - 13), start)
    if last in JOINING:
        return not (is_letter(before) or before in JOINING)
    return last not in NEVER_BEFORE


def closes(text: str, end: int, *, any_tail: bool = False) -> bool:
    """Whether a name may end at `end` of a folded text; where `any_tail`, any word may follow."""
    if end >= len(text):
        return True
    first = text[end]
    after = text[end + 1] if end + 1 < len(text) else ""
    if first in " \n,;!?)" or first.isspace():
        return True
    if first == "-":
        return not is_letter(after) or _is_compound(text, end, any_tail)
    if first == "'":
        return not is_letter(after) or (ANY_SUFFIX if any_tail else SUFFIX).match(text, end) is not None
    if first == "/":
        return is_letter(after) or (after == "." and is_letter(text[end + 2 : end + 3]))
    if first == "+":
        return is_letter(after)
    if first == '"':
        return not "\u05d0" <= after <= "\u05ea"  # in a Hebrew abbreviation it stands before the last letter
    if first in JOINING:
        return not (is_letter(after) or after in {":", "="}) or EDITION.match(text, end) is not None
    return first not in NEVER_AFTER


def with_signs(text: str, start: int, end: int, before: str, after: str) -> tuple[int, int] | None:
    """From where to where a name reaches with the signs before and after its words, if they are there."""
    if not (before or after):
        return start, end
    first = _signs(before, r"\Z").search(text, max(0, start - LONGEST_SIGNS), start)
    last = _signs(after).match(text, end)
    return (first.start(), last.end()) if first and last else None


@cache
def _signs(signs: str, behind: str = "") -> re.Pattern[str]:
    """Those signs, where a space stands for any white space."""
    return re.compile(r"\s+".join(map(re.escape, signs.split(" "))) + behind)


def joins(last: str, before: str) -> bool:
    """Whether a name that begins with signs belongs to what stands before it: example.NET, §§ 1983; not ((un)safe)."""
    return is_letter(last) or (last == before[0] and last not in OPENING)


def goes_on(text: str, end: int) -> bool:
    """Whether the word that ends at `end` is only the first part of a longer one: rate-free, rate=0.1."""
    return text[end : end + 1] in GOING_ON and is_letter(text[end + 1 : end + 2])


def stands_alone(text: str, start: int, end: int) -> bool:
    """Whether the one letter there is a name, and not part of a sign, an initial or a unit: C, but not I/O or 20 C."""
    before, after = text[max(0, start - 1) : start], text[end : end + 1]
    if before and not _is_around(before) and not BESIDE_A_WORD.search(text, max(0, start - 3), start):
        return False
    if after and not _is_around(after) and not WORD_BESIDE.match(text, end):
        return False
    is_initial = INITIAL_AFTER.match(text, end) or INITIAL_BEFORE.search(text, max(0, start - 4), start)
    is_label = NUMBERED.search(text, max(0, start - 12), start)
    is_counted = COUNTED.search(text, max(0, start - 2), start) and not YEAR.search(text, max(0, start - 13), start)
    is_unit = is_counted and NO_NOUN.match(text, end)
    is_drive = text.startswith((":\\", ":/"), end)
    return not (is_initial or is_label or is_unit or is_drive or ELIDED.match(text, end))


def _is_around(beside: str) -> bool:
    return beside in AROUND_A_LETTER or TIGHT_SCRIPT.match(beside) is not None


def is_letter(character: str) -> bool:
    """Whether a character may be part of a word; the empty text is none."""
    return character.isalnum() or character == "_" or (character > "\u02ff" and character in MARKS)


def _is_counted(text: str, start: int) -> bool:
    """Whether a number with a hyphen stands before a word: 64-bit, a 3-layer network; not COVID-19-test, nor 3-d."""
    is_word = text[start].isalpha() and is_letter(text[start + 1 : start + 2])
    return is_word and NUMBER_BEFORE.search(text, max(0, start - LONGEST_NUMBER), start) is not None


def _is_dash(text: str, start: int) -> bool:
    """Whether the hyphens before `start` are a dash between two words, and not the beginning of `--option`."""
    word = text[:start].rstrip("-") if start < 9 else text[start - 9 : start].rstrip("-")
    return bool(word) and not word[-1].isspace()


def _is_compound(text: str, end: int, any_tail: bool) -> bool:
    pattern = WORD_AFTER_HYPHEN if any_tail else TAIL
    return pattern.match(text, end) is not None or TAIL.match(text, end) is not None
