"""Which Markdown an author may write: the rules and plugins of markdown-it that are on."""

from __future__ import annotations

from markdown_it import MarkdownIt, rules_inline
from markdown_it.ruler import RuleOptionsType
from mdit_py_plugins.deflist import deflist_plugin

from glossmith.prose.admonitions import admonition, tab
from glossmith.prose.attributes import attribute_block
from glossmith.prose.destinations import linear_image, linear_link, outer_autolink
from glossmith.prose.dispatch import DispatchingInline, InlineRule, ParagraphsFirst
from glossmith.prose.entities import entity
from glossmith.prose.footnotes import definition, mark
from glossmith.prose.formulas import formula, formula_block
from glossmith.prose.placing import placed_table
from glossmith.prose.safety import is_safe
from glossmith.prose.term_links import term_link

DEEPEST = 40
"""Levels of nesting; what is deeper is not shown (markdown-it recurses)."""

_INLINE: dict[str, tuple[InlineRule, ...]] = {
    "\n": (rules_inline.newline,),
    "\\": (rules_inline.escape,),
    "`": (rules_inline.backtick,),
    "$": (formula,),
    "~": (rules_inline.strikethrough.tokenize,),
    "*": (rules_inline.emphasis.tokenize,),
    "_": (rules_inline.emphasis.tokenize,),
    "[": (term_link, mark, linear_link),
    "!": (linear_image,),
    "<": (outer_autolink, rules_inline.html_inline),
    "&": (entity,),
    "{": (attribute_block,),
}
_INTERRUPTS: RuleOptionsType = {"alt": ["paragraph", "reference", "blockquote", "list"]}


class Markdown(MarkdownIt):
    """markdown-it with our opinion on addresses, which are kept as written until they are printed."""

    def validateLink(self, url: str) -> bool:  # noqa: N802 - markdown-it's name
        """Whether the author may point there."""
        return is_safe(url)

    def normalizeLink(self, url: str) -> str:  # noqa: N802 - markdown-it's name
        """The address as written."""
        return url

    def normalizeLinkText(self, url: str) -> str:  # noqa: N802 - markdown-it's name
        """The text of an autolink as written."""
        return url


def make_parser(allow_html: bool, *, tabs: bool = False) -> Markdown:
    """CommonMark, and what DESIGN.md section 3 adds to it; on hand-written pages Material's tabs as well."""
    markdown = Markdown("commonmark", {"html": allow_html, "maxNesting": DEEPEST})
    markdown.block = ParagraphsFirst()
    markdown.configure("commonmark", {"html": allow_html, "maxNesting": DEEPEST}).disable("text_join").use(
        deflist_plugin
    )
    markdown.inline = DispatchingInline(_INLINE)
    markdown.inline.ruler2.enableOnly(["balance_pairs", "strikethrough", "emphasis"])
    block = markdown.block.ruler
    block.before("code", "table", placed_table, {"alt": ["paragraph", "reference"]})
    block.before("fence", "admonition", admonition, _INTERRUPTS)
    if tabs:
        block.before("fence", "tab", tab, _INTERRUPTS)
    block.before("fence", "formula_block", formula_block, _INTERRUPTS)
    block.before("reference", "footnote_def", definition, {"alt": ["paragraph", "reference"]})
    return markdown
