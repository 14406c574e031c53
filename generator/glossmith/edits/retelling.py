"""The texts of all files that change when a term is renamed."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable
from dataclasses import dataclass, field

from glossmith.edits.adding import add_item
from glossmith.edits.lines import lines_of
from glossmith.edits.mending import BOM, mend, mend_page
from glossmith.edits.refusing import Refusal
from glossmith.edits.renaming import Renaming, own_changes, readdressed_links, rewordings
from glossmith.model.edition import ENTRY_SUFFIXES, Edition
from glossmith.model.finding import Finding, Within
from glossmith.model.fix import REMOVE_ITEM, replace_by
from glossmith.model.place import Span, Text
from glossmith.model.placing import locate

RULE = "renamed"
"""What the findings are named after that stand for places to change."""


@dataclass(slots=True)
class Retold:
    """The files that change, by their paths: their old texts, their new ones, and how many places change in each."""

    read: Callable[[str], str]
    before: dict[str, str] = field(default_factory=dict)
    after: dict[str, str] = field(default_factory=dict)
    places: Counter[str] = field(default_factory=Counter)

    def old(self, path: str) -> str:
        """The text of a file as it is."""
        if path not in self.before:
            self.before[path] = self.read(path)
        return self.before[path]


def retell(edition: Edition, change: Renaming, read: Callable[[str], str]) -> Retold:
    """The new text of every file; raises Refusal where one cannot be changed for certain."""
    retold = Retold(read)
    own = change.term.path
    retold.after[own] = retold.old(own)
    for path, findings in _wishes(edition, change, retold).items():
        is_entry = path.lower().endswith(ENTRY_SUFFIXES)
        mended = (mend if is_entry else mend_page)(retold.old(path), findings)
        if mended.left:
            place = f"{path}:{mended.left[0].span.line}:{mended.left[0].span.column}"
            raise Refusal(f"{place}: this cannot be changed for certain", "write it in a simpler way first")
        retold.after[path] = mended.text
        retold.places[path] = len(mended.done)
    if change.id != change.term.id:
        redirected = add_item(retold.after[own], "redirect_from", change.term.id)
        if redirected is None:
            raise Refusal(f"{own}: `redirect_from` cannot be written for certain", "write it as a list first")
        retold.after[own] = redirected
    return retold


def _wishes(edition: Edition, change: Renaming, retold: Retold) -> dict[str, list[Finding]]:
    """Every place that changes, as a finding with its fix, by path."""
    wishes: defaultdict[str, list[Finding]] = defaultdict(list)
    for path, within, new in dict.fromkeys(rewordings(edition, change)):
        wishes[path].append(_wish(path, retold.old(path).removeprefix(BOM), within, new))
    for page in edition.handwritten.values():
        if change.term.source in page.entries:
            text = retold.old(page.path).removeprefix(BOM)
            for start, end, new in readdressed_links(edition, change, page, text):
                wishes[page.path].append(_address(page.path, text, start, end, new))
    for value, name in own_changes(change):
        fix = REMOVE_ITEM if name is None else replace_by(name)
        wishes[change.term.path].append(Finding(RULE, "", change.term.path, value.span, fix=fix))
    return wishes


def _wish(path: str, text: str, within: Within, new: str) -> Finding:
    if (within.start, within.end) == (0, len(within.text.value)) and not within.text.value.startswith("[["):
        return Finding(RULE, "", path, within.text.span, fix=replace_by(new))
    span = locate(within.text, text, within.start, within.end)
    return Finding(RULE, "", path, span, within=within, fix=replace_by(new))


def _address(path: str, text: str, start: int, end: int, new: str) -> Finding:
    lines = lines_of(text)
    number = lines.number(start)
    column = start - lines.starts[number] + 1
    span = Span(number + 1, column, number + 1, column + end - start)
    return Finding(RULE, "", path, span, within=Within(Text.at("", span), 0, 0), fix=replace_by(new))
