"""TeX before latex2mathml sees it: what it would misread is refused, what it does not know is written otherwise."""

from __future__ import annotations

import re

LONGEST = 5_000
DEEPEST = 40

_ENVIRONMENTS = {
    **dict.fromkeys(("aligned", "align", "align*", "alignat*", "split", "eqnarray*"), "split"),
    **dict.fromkeys(("gather", "gather*", "gathered"), "matrix"),
    **{name: name for name in ("array", "cases", "smallmatrix", "substack")},
    **{name: name for name in ("matrix", "matrix*", "bmatrix", "Bmatrix", "pmatrix", "vmatrix", "Vmatrix")},
    **dict.fromkeys(("equation", "equation*"), ""),
}
_COMMANDS = {r"\arg": r"\operatorname{arg}", r"\nonumber": "", r"\notag": ""}
_REFUSED = {
    *(r"\def", r"\let", r"\newcommand", r"\renewcommand", r"\require"),
    *(r"\href", r"\class", r"\style", r"\label", r"\ref"),
}

_PART = re.compile(r"\\(begin|end)\s*\{([^{}]*)\}|\\[a-zA-Z]+|\\.|[{}]", re.DOTALL)


class UnreadableFormulaError(Exception):
    """A formula that can only be shown as typed; the message is for its author."""


def prepare(tex: str) -> str:
    """The same formula in the TeX that latex2mathml understands; raises `UnreadableFormulaError`."""
    if len(tex) > LONGEST:
        raise UnreadableFormulaError(f"it is longer than {LONGEST:,} characters")
    opened: list[str] = []
    prepared = _PART.sub(lambda match: _rewrite(match, opened), tex.replace(r"\not=", r"\neq "))
    if opened:
        raise UnreadableFormulaError(f"`{_written(opened[-1])}` is not closed")
    return prepared


def _rewrite(match: re.Match[str], opened: list[str]) -> str:
    part = match[0]
    if part in _REFUSED:
        raise UnreadableFormulaError(f"`{part}` is not allowed")
    if part == "{" or match[1] == "begin":
        return _open(match[2] if match[1] else "{", opened)
    if part == "}" or match[1] == "end":
        return _close(match[2] if match[1] else "{", opened)
    return _COMMANDS.get(part, part)


def _open(name: str, opened: list[str]) -> str:
    if name != "{" and name not in _ENVIRONMENTS:
        raise UnreadableFormulaError(f"the environment `{name}` is unknown")
    opened.append(name)
    if len(opened) > DEEPEST:
        raise UnreadableFormulaError(f"it is nested more than {DEEPEST} deep")
    return "{" if name == "{" else _tag("begin", name)


def _close(name: str, opened: list[str]) -> str:
    if not opened or opened.pop() != name:
        closing = "}" if name == "{" else rf"\end{{{name}}}"
        raise UnreadableFormulaError(f"`{closing}` closes nothing")
    return "}" if name == "{" else _tag("end", name)


def _tag(kind: str, name: str) -> str:
    known = _ENVIRONMENTS[name]
    return rf"\{kind}{{{known}}}" if known else ""


def _written(name: str) -> str:
    return "{" if name == "{" else rf"\begin{{{name}}}"
