"""Formulas as MathML: latex2mathml reads the TeX, and its elements are checked and written anew.

A formula is input from strangers, and latex2mathml passes text, addresses and styles through as they come.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from html import escape, unescape
from xml.etree.ElementTree import Element

from glossmith.prose.letters import in_variant
from glossmith.prose.tex import UnreadableFormulaError, prepare

_CHILDREN = {
    **dict.fromkeys(("mfrac", "mroot", "msub", "msup", "munder", "mover"), 2),
    **dict.fromkeys(("msubsup", "munderover"), 3),
}
_TOKENS = frozenset({"mi", "mn", "mo", "mtext"})
_BOXES = frozenset({"mrow", "mspace", "msqrt", "mtable", "mtr", "mtd", "mstyle", "mpadded", "mphantom"})
_ATTRIBUTES = {
    *("accent", "accentunder", "stretchy", "fence", "form", "separator", "symmetric", "largeop", "movablelimits"),
    *("minsize", "maxsize", "lspace", "rspace", "width", "height", "depth", "voffset", "linethickness"),
    *("displaystyle", "scriptlevel", "mathcolor", "mathbackground"),
}
_VALUE = re.compile(r"[\w.%+#-]{1,24}")
_NAME = re.compile(r"[^\W\d_]{2,}(?:\u2009[^\W\d_]+)?")
_TEXT_STYLES = {"bold": "font-weight:bold", "italic": "font-style:italic", "monospace": "font-family:monospace"}
_THIN_SPACE = '<mspace width="0.1667em"></mspace>'
_BARS = frozenset({"|", "‖", "∣", "∥"})
_SCRIPTS = frozenset({"msub", "msup", "msubsup", "munder", "mover", "munderover"})


@dataclass(frozen=True, slots=True)
class Formula:
    """`html` is MathML, or the TeX as typed where `trouble` says why it could not be read."""

    html: str
    trouble: str = ""


@lru_cache(maxsize=8192)
def render_formula(tex: str, is_display: bool) -> Formula:
    """Never raises: TeX that cannot be read is shown as typed."""
    try:
        content = _write_row(_read(prepare(tex), is_display))
    except UnreadableFormulaError as error:
        dollars = "$$" if is_display else "$"
        return Formula(f'<code class="gs-tex">{escape(dollars + tex + dollars)}</code>', str(error))
    display = ' display="block"' if is_display else ""
    return Formula(f'<math{display} alttext="{escape(tex)}">{content}</math>')


def _read(tex: str, is_display: bool) -> Sequence[Element]:
    from latex2mathml.converter import Converter  # noqa: PLC0415 - 20 ms that a glossary without formulas need not pay

    try:
        math: Element = Converter(display="block" if is_display else "inline").convert_to_element(tex)
    except Exception as error:  # latex2mathml raises its own and several of Python's for TeX that it cannot read
        raise UnreadableFormulaError("it is not complete") from error
    return list(math[0])


def _write(element: Element) -> str:
    tag = element.tag
    if tag == "mo" and len(element):
        return _write_row(list(element))
    if tag in _TOKENS:
        return _write_token(element)
    if tag not in _BOXES and len(element) != _CHILDREN.get(tag):
        raise UnreadableFormulaError("something is missing in it")
    if element.get("linebreak"):
        raise UnreadableFormulaError(r"`\\` breaks lines only inside `\begin{aligned}` and its like")
    attributes = _attributes_of(element)
    if tag == "mtable":
        content = _write_table(element)
    elif tag in _CHILDREN:
        content = "".join(map(_write, element))
    else:
        content = _write_row(list(element))
    return content if tag == "mrow" and len(element) == 1 else f"<{tag}{attributes}>{content}</{tag}>"


def _write_table(table: Element) -> str:
    """Columns as MathML Core has them: aligned by CSS, without padding where TeX puts none."""
    is_tight = table.get("columnspacing", "").startswith("0em")
    rows = []
    for row in table:
        cells = [_write_cell(cell, is_tight) for cell in row]
        rows.append(f"<mtr>{''.join(cells)}</mtr>")
    return "".join(rows)


def _write_cell(cell: Element, is_tight: bool) -> str:
    align = cell.get("columnalign", "")
    styles = [f"text-align:{align}"] if align in {"left", "right"} else []
    styles += ["padding-inline:0"] if is_tight else []
    style = f' style="{";".join(styles)}"' if styles else ""
    return f"<mtd{style}>{_write_row(list(cell))}</mtd>"


def _write_row(elements: Sequence[Element]) -> str:
    """Children side by side, with TeX's thin space around names such as `log`."""
    out: list[str] = []
    for index, element in enumerate(elements):
        before = elements[index - 1] if index else None
        if before is not None and _are_apart(before, element):
            out.append(_THIN_SPACE)
        out.append(_write(element))
    return "".join(out)


def _are_apart(left: Element, right: Element) -> bool:
    return (_is_name(left) and not _is_sign(right)) or (_is_name(right) and not _is_sign(left))


def _is_name(element: Element) -> bool:
    if element.tag in _SCRIPTS and len(element):
        element = element[0]
    return element.tag in {"mi", "mo"} and bool(_NAME.fullmatch(unescape(element.text or "")))


def _is_sign(element: Element) -> bool:
    if element.tag in _SCRIPTS and len(element):
        element = element[0]
    return element.tag == "mspace" or (element.tag == "mo" and not _is_name(element))


def _write_token(element: Element) -> str:
    raw = element.text or ""
    if raw == "&" or raw.startswith("\\"):
        raise UnreadableFormulaError(f"`{raw}` is unknown" if raw != "&" else "`&` stands outside of an environment")
    tag, text, variant = element.tag, unescape(raw), element.get("mathvariant", "")
    if tag == "mo" and not text and not element.get("fence"):
        raise UnreadableFormulaError("something is missing in it")
    if raw.startswith("&#x") and text.isascii() and text.isalpha():  # what `\\mathrm{d}` alone becomes
        variant = "normal"
    tag = "mi" if text == "∞" else tag  # a number, not an operator with space around it
    attributes = _attributes_of(element) + (_operator(text, "stretchy" in element.attrib) if tag == "mo" else "")
    if tag == "mtext" and variant in _TEXT_STYLES:
        attributes += f' style="{_TEXT_STYLES[variant]}"'
    elif variant == "normal" and tag == "mi" and len(text) == 1:
        attributes += ' mathvariant="normal"'
    elif variant:
        text = in_variant(text, variant)
    return f"<{tag}{attributes}>{escape(text, quote=False)}</{tag}>"


def _operator(text: str, has_size: bool) -> str:
    """What an operator needs to look as in TeX: no space around names and slashes, bars that keep their size."""
    if text == "/" or _NAME.fullmatch(text):
        return ' lspace="0" rspace="0"'
    return ' stretchy="false"' if text in _BARS and not has_size else ""


def _attributes_of(element: Element) -> str:
    kept = [f' {name}="{value}"' for name, value in element.items() if name in _ATTRIBUTES and _VALUE.fullmatch(value)]
    return "".join(kept)
