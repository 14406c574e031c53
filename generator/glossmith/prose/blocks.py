"""How each block token is written."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from html import escape

from markdown_it.token import Token

from glossmith.model.page import Heading
from glossmith.prose.composition import Composition
from glossmith.prose.elements import PARTING
from glossmith.prose.highlighting import render_fence
from glossmith.prose.inline import add_formula_problem, write_inline
from glossmith.prose.mathml import render_formula
from glossmith.prose.plain import plain_text
from glossmith.prose.safety import free_classes

TOP_LEVEL = 3
"""The level of a field's own first headings: they stand below an `h2` of the page."""

_FIXED = {
    "bullet_list_open": "<ul>\n",
    "bullet_list_close": "</ul>\n",
    "ordered_list_close": "</ol>\n",
    "list_item_close": "</li>\n",
    "blockquote_open": "<blockquote>\n",
    "blockquote_close": "</blockquote>\n",
    "hr": "<hr>\n",
    "dl_open": "<dl>\n",
    "dl_close": "</dl>\n",
    "dd_open": "<dd>\n",
    "dd_close": "</dd>\n",
    "dt_open": "<dt>",
    "thead_open": "<thead>\n",
    "thead_close": "</thead>\n",
    "tbody_open": "<tbody>\n",
    "tbody_close": "</tbody>\n",
}
_HEADS = frozenset({"heading_open", "admonition_title_open", "th_open"})
"""In what is a heading nothing becomes a link by itself."""

_TASK = re.compile(r"\[([ xX])\][ \t]")
_TAG = re.compile(r"<[^<>]*>")

BlockWriter = Callable[[Composition, Sequence[Token], int], None]


def write_blocks(page: Composition, tokens: Sequence[Token]) -> None:
    """Write a run of block tokens, balanced."""
    for index, token in enumerate(tokens):
        kind = token.type
        if kind == "inline":
            page.block = token
            write_inline(page, token.children or (), "" if tokens[index - 1].type in _HEADS else page.run)
        elif kind in _FIXED:
            page.html.append(_FIXED[kind])
        else:
            _WRITERS[kind](page, tokens, index)


def _open_paragraph(page: Composition, tokens: Sequence[Token], index: int) -> None:
    if not tokens[index].hidden:
        page.html.append("<p>")


def _close_paragraph(page: Composition, tokens: Sequence[Token], index: int) -> None:
    page.end_block("" if tokens[index].hidden else "</p>\n")


def _open_heading(page: Composition, tokens: Sequence[Token], index: int) -> None:
    level = page.levels[tokens[index].tag]
    title = plain_text(tokens[index + 1].children or ())
    name = page.ids.claim(title)
    if level == TOP_LEVEL and tokens[index].level == 0:
        page.headings.append(Heading(name, " ".join(title.split()), TOP_LEVEL))
    page.html.append(f'<h{level} id="{escape(name)}">')


def _close_heading(page: Composition, tokens: Sequence[Token], index: int) -> None:
    page.end_block(f"</h{page.levels[tokens[index].tag]}>\n")


def heading_levels(tokens: Sequence[Token]) -> dict[str, int]:
    """The level of each heading tag of a field: the highest becomes `h3`, the next `h4`, none is skipped."""
    tags = sorted({token.tag for token in tokens if token.type == "heading_open"})
    return {tag: min(level, 6) for level, tag in enumerate(tags, TOP_LEVEL)}


def _open_ordered_list(page: Composition, tokens: Sequence[Token], index: int) -> None:
    start = tokens[index].attrs.get("start")
    page.html.append("<ol>\n" if start is None else f'<ol start="{start}">\n')


def _open_item(page: Composition, tokens: Sequence[Token], index: int) -> None:
    """An item that begins with `[ ]` or `[x]` becomes a task."""
    if tokens[index - 1].type == "list_item_close":
        page.part_items()
    inline = tokens[index + 2] if tokens[index + 1].type == "paragraph_open" else None
    task = _TASK.match(inline.content) if inline else None
    if not inline or not task or not inline.children or not inline.children[0].content.startswith(task[0]):
        page.html.append("<li>")
        return
    text = inline.children[0]
    text.content = text.content[len(task[0]) :]
    inline.children.insert(0, Token("task_box", "", 0, info=task[1].lower()))
    page.html.append('<li class="task-list-item">')


def _close_dt(page: Composition, _tokens: Sequence[Token], _index: int) -> None:
    page.end_block("</dt>\n")


def _open_admonition(page: Composition, tokens: Sequence[Token], index: int) -> None:
    marker, kinds = tokens[index].markup, escape(free_classes(tokens[index].info)) or "note"
    if marker == "!!!":
        page.html.append(f'<div class="admonition {kinds}">\n')
    else:
        page.html.append(f'<details class="{kinds}"{" open" if marker == "???+" else ""}>\n')


def _close_admonition(page: Composition, tokens: Sequence[Token], index: int) -> None:
    page.html.append("</div>\n" if tokens[index].markup == "!!!" else "</details>\n")


def _open_admonition_title(page: Composition, tokens: Sequence[Token], index: int) -> None:
    page.html.append('<p class="admonition-title">' if tokens[index].markup == "!!!" else "<summary>")


def _close_admonition_title(page: Composition, tokens: Sequence[Token], index: int) -> None:
    page.end_block("</p>\n" if tokens[index].markup == "!!!" else "</summary>\n")


def _open_table(page: Composition, _tokens: Sequence[Token], _index: int) -> None:
    """A table scrolls on a narrow screen, with the keyboard too; a `group`, as landmarks would need unique names."""
    name = escape(page.wording.table)
    page.html.append(f'<div class="gs-table" role="group" aria-label="{name}" tabindex="0"><table>\n')


def _close_table(page: Composition, _tokens: Sequence[Token], _index: int) -> None:
    page.row = None
    page.html.append("</table></div>\n")


def _open_row(page: Composition, tokens: Sequence[Token], index: int) -> None:
    page.row, page.cell = tokens[index].meta.get("row"), -1
    page.html.append("<tr>\n")


def _close_row(page: Composition, _tokens: Sequence[Token], _index: int) -> None:
    page.end_block("</tr>\n")


def _open_cell(page: Composition, tokens: Sequence[Token], index: int) -> None:
    """An empty cell of the head is no header of anything."""
    page.cell += 1
    token = tokens[index]
    style = f' style="{token.attrs["style"]}"' if token.attrs else ""
    is_header = token.tag == "th" and tokens[index + 1].content
    page.html.append(f'<th scope="col"{style}>' if is_header else f"<td{style}>")


def _close_cell(page: Composition, tokens: Sequence[Token], index: int) -> None:
    is_header = tokens[index].tag == "th" and tokens[index - 1].content
    page.write("</th>\n" if is_header else "</td>\n", " ")
    page.brief[-1] = " "


def _write_fence(page: Composition, tokens: Sequence[Token], index: int) -> None:
    code = tokens[index].content
    page.plain.append(code)
    page.brief.append(f"<code>{escape(code.strip(), quote=False)}</code>")
    page.end_block(render_fence(tokens[index].info, code))


def _write_formula_block(page: Composition, tokens: Sequence[Token], index: int) -> None:
    tex = tokens[index].content
    formula = render_formula(tex, True)
    page.plain.append(tex)
    page.brief.append(render_formula(tex, False).html)
    page.end_block(f"<p>{formula.html}</p>\n" if formula.trouble else f"{formula.html}\n")
    if formula.trouble:
        add_formula_problem(page, formula.trouble, page.places.lines(tokens[index]))


def _write_html(page: Composition, tokens: Sequence[Token], index: int) -> None:
    text = _TAG.sub("", PARTING.sub(" ", tokens[index].content))
    page.plain.append(text)
    page.brief.append(escape(text.strip(), quote=False))
    page.end_block(tokens[index].content)
    if not tokens[index].level:
        page.read_html(tokens[index].content)


_WRITERS: dict[str, BlockWriter] = {
    "paragraph_open": _open_paragraph,
    "paragraph_close": _close_paragraph,
    "heading_open": _open_heading,
    "heading_close": _close_heading,
    "ordered_list_open": _open_ordered_list,
    "list_item_open": _open_item,
    "dt_close": _close_dt,
    "admonition_open": _open_admonition,
    "admonition_close": _close_admonition,
    "admonition_title_open": _open_admonition_title,
    "admonition_title_close": _close_admonition_title,
    "table_open": _open_table,
    "table_close": _close_table,
    "tr_open": _open_row,
    "tr_close": _close_row,
    "th_open": _open_cell,
    "th_close": _close_cell,
    "td_open": _open_cell,
    "td_close": _close_cell,
    "fence": _write_fence,
    "code_block": _write_fence,
    "formula_block": _write_formula_block,
    "html_block": _write_html,
}
