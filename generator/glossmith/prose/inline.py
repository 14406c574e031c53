"""How each inline token is written."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from html import escape

from markdown_it.common.utils import normalizeReference
from markdown_it.token import Token

from glossmith.model.prose import SLOT, ProsePath, ProseProblem, ProseReference
from glossmith.prose.composition import Composition, attributes
from glossmith.prose.elements import PARTING, VOID
from glossmith.prose.highlighting import render_inline_code
from glossmith.prose.mathml import render_formula
from glossmith.prose.plain import plain_text
from glossmith.prose.safety import is_relative, normalize

_MARKS = {
    "strong_open": "<strong>",
    "strong_close": "</strong>",
    "em_open": "<em>",
    "em_close": "</em>",
    "s_open": "<s>",
    "s_close": "</s>",
}

_LINKS = frozenset({"link_open", "link_close", "term_open", "term_close", "unlinked_open", "unlinked_close"})
_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9-]*)(?:[^>]*[^/>])?>")


def write_inline(page: Composition, tokens: Sequence[Token], run: str) -> None:
    """Write the children of a block, in order; `run` goes around what is linkable."""
    depth = 0
    page.html.append(run)
    for token in tokens:
        kind = token.type
        if kind == "text" or kind == "text_special":
            content = token.content
            page.write(escape(content, quote=False), content)
        elif kind == "softbreak":
            _write_softbreak(page, token)
        else:
            page.html.append("" if depth else run)
            depth = max(0, depth + _depth(token))
            if kind in _MARKS:
                page.write(_MARKS[kind], "")
            else:
                _WRITERS[kind](page, token)
            page.html.append("" if depth else run)
    page.html.append("" if depth else run)


def _depth(token: Token) -> int:
    """Inside links, and inside HTML that the author wrote, nothing becomes a link."""
    if token.type in _LINKS:
        return token.nesting
    if token.type != "html_inline" or not (tag := _TAG.match(token.content)) or tag[2].lower() in VOID:
        return 0
    return -1 if tag[1] else 1


def _write_softbreak(page: Composition, _token: Token) -> None:
    page.html.append("\n")
    page.plain.append(" ")
    page.brief.append(" ")


def _write_hardbreak(page: Composition, _token: Token) -> None:
    page.html.append("<br>\n")
    page.plain.append(" ")
    page.brief.append(" ")


def _write_code(page: Composition, token: Token) -> None:
    inside = escape(token.content, quote=False)
    page.plain.append(token.content)
    page.brief.append(f"<code>{inside}</code>")
    if token.attrs:
        language = str(token.attrs.get("class", "")).partition(" ")[0]
        inside = render_inline_code(token.content, language) if language else inside
        marks = {**token.attrs, "class": f"highlight {token.attrs['class']}"} if language else token.attrs
        page.html.append(f"<code{attributes(marks)}>{inside}</code>")
    else:
        page.html.append(f"<code>{inside}</code>")


def _write_link_open(page: Composition, token: Token) -> None:
    href = str(token.attrs["href"])
    title = attributes({"title": token.attrs["title"]}) if "title" in token.attrs else ""
    page.html.append(f'<a href="{_address(page, token, href, token.content, False)}"{title}>')


def _write_link_close(page: Composition, _token: Token) -> None:
    page.html.append("</a>")


def _write_image(page: Composition, token: Token) -> None:
    written = {"loading": "lazy", **token.attrs}
    alt = str(written.pop("alt") or plain_text(token.children or ()))
    source = _address(page, token, str(written.pop("src")), token.markup, True)
    page.html.append(f'<img src="{source}" alt="{escape(alt)}"{attributes(written)}>')
    page.plain.append(alt)


def _address(page: Composition, token: Token, href: str, label: str, is_image: bool) -> str:
    """An absolute address, or a slot for a relative one."""
    if token.map is None or not is_relative(href):
        return escape(normalize(href))
    start, end = page.span(token)
    definition = page.definitions.get(normalizeReference(label)) if label else None
    if definition:
        start, end = page.places.definition_span(definition["map"], label, href) or (start, end)
    page.paths.append(ProsePath(href, start, end, is_image))
    return f"{SLOT}p{len(page.paths) - 1}{SLOT}"


def _write_term_open(page: Composition, token: Token) -> None:
    page.references.append(ProseReference(token.content, *page.span(token)))
    _write_slot(page, f"{SLOT}t{len(page.references) - 1}{SLOT}")


def _write_term_close(page: Composition, _token: Token) -> None:
    _write_slot(page, f"{SLOT}/t{len(page.references) - 1}{SLOT}")


def _write_nothing(page: Composition, token: Token) -> None:
    """What is between the tokens stands there as it is."""


def _write_slot(page: Composition, slot: str) -> None:
    for part in (page.html, page.brief, page.plain):
        part.append(slot)


def _write_formula(page: Composition, token: Token) -> None:
    formula = render_formula(token.content, token.type == "display_formula")
    page.html.append(formula.html)
    page.brief.append(render_formula(token.content, False).html)
    page.plain.append(token.content)
    if formula.trouble:
        add_formula_problem(page, formula.trouble, page.span(token))


def add_formula_problem(page: Composition, trouble: str, span: tuple[int, int]) -> None:
    """Say why a formula is shown as typed."""
    message = f"this formula cannot be read: {trouble}"
    page.problems.append(ProseProblem("unreadable-formula", message, *span, help="it is shown as typed"))


def _write_footnote_ref(page: Composition, token: Token) -> None:
    number = page.note_numbers.setdefault(token.info, len(page.note_numbers) + 1)
    if number > len(page.note_uses):
        page.note_uses.append(0)
    page.note_uses[number - 1] += 1
    use = page.note_uses[number - 1]
    name = f"fnref-{page.anchor}-{number}" + (f"-{use}" if use > 1 else "")
    page.html.append(
        f'<sup id="{name}"><a class="footnote-ref" href="#fn-{page.anchor}-{number}"'
        f' aria-label="{escape(page.wording.footnote)} {number}">{number}</a></sup>'
    )


def _write_raw_html(page: Composition, token: Token) -> None:
    page.html.append(token.content)
    if PARTING.match(token.content):
        page.plain.append(" ")
        page.brief.append(" ")


def _write_task_box(page: Composition, token: Token) -> None:
    checked, name = (" checked", page.wording.done) if token.info == "x" else ("", page.wording.to_do)
    page.html.append(
        f'<label class="task-list-control"><input type="checkbox" disabled{checked} aria-label="{escape(name)}">'
        '<span class="task-list-indicator"></span></label> '
    )


_WRITERS: dict[str, Callable[[Composition, Token], None]] = {
    "hardbreak": _write_hardbreak,
    "code_inline": _write_code,
    "link_open": _write_link_open,
    "link_close": _write_link_close,
    "image": _write_image,
    "term_open": _write_term_open,
    "term_close": _write_term_close,
    "unlinked_open": _write_nothing,
    "unlinked_close": _write_nothing,
    "formula": _write_formula,
    "display_formula": _write_formula,
    "footnote_ref": _write_footnote_ref,
    "html_inline": _write_raw_html,
    "task_box": _write_task_box,
}
