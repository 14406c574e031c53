"""Why a term is not renamed: its new name is taken, or a file may hide references to it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable

from glossmith.edits.renaming import Renaming
from glossmith.model.edition import Edition
from glossmith.model.finding import Finding, Severity, quoted
from glossmith.model.term import Term

HIDING = frozenset({
    "bad-id", "duplicate-id", "duplicate-key", "empty-entry", "forbidden-character", "merge-key",
    "not-utf8", "oversized-entry", "recursive-alias", "unknown-field", "unreadable-file",
    "wrong-form", "wrong-value", "yaml-syntax", "yaml-tag",
})  # fmt: skip
"""Rules whose findings say that a part of a file, with the references in it, was not read."""


class Refusal(Exception):  # noqa: N818 -- not an error: there is a reason not to do it
    """Why a term is not renamed; `help` says what to do."""

    def __init__(self, message: str, help_: str = "") -> None:
        super().__init__(message)
        self.help = help_


def term_called(edition: Edition, name: str) -> Term:
    """The one term with that id or name, or with a file of that name."""
    glossary = edition.glossary
    _, ids = glossary.names.find(name.removesuffix(".yml").removesuffix(".yaml"))
    if not ids:
        meant = glossary.meant(name)
        raise Refusal(f"no term is called {quoted(name)}", f"did you mean {quoted(meant)}?" if meant else "")
    if len(ids) > 1:
        named = " and ".join(f"{quoted(glossary.by_id[id_].title)} ({glossary.by_id[id_].path})" for id_ in ids)
        raise Refusal(f"{quoted(name)} names {named}", f"write one of their ids: {', '.join(map(quoted, ids))}")
    return glossary.by_id[ids[0]]


def refuse_taken(edition: Edition, change: Renaming) -> None:
    """Refuse a name or id that the term has already, that another has, or that none can have."""
    term, glossary = change.term, edition.glossary
    if (change.name, change.id) == (term.name, term.id):
        raise Refusal(f"{quoted(term.name)} is called that already")
    if any(mark in change.id for mark in "/\\") or change.id.startswith((".", "_")):
        raise Refusal(f"{quoted(change.id)} cannot be an id", "use letters, digits, `.`, `_` and `-`, a letter first")
    names = [change.id, change.name] if change.has_new_name else [change.id]
    for name in names:
        _, ids = glossary.names.find(name)
        other = next((glossary.by_id[id_] for id_ in ids if id_ != term.id), None)
        if other:
            raise Refusal(f"{quoted(name)} is taken by {quoted(other.title)} ({other.path})", "choose another name")


def refuse_hidden(edition: Edition, change: Renaming, read: Callable[[str], str]) -> None:
    """Refuse where a file that could not be read wholly may hold references."""
    names = {change.term.id.casefold(), change.term.name.casefold()}
    for finding in edition.findings:
        if finding.rule in HIDING:
            text = read(finding.path).casefold()
            if finding.path == change.term.path or any(name in text for name in names):
                place = f"{finding.path}:{finding.span.line}:{finding.span.column}"
                raise Refusal(f"{place}: {finding.message}", "mend that first: references there cannot be seen")


def refuse_worse(before: Iterable[Finding], after: Iterable[Finding]) -> None:
    """Refuse where the glossary would have more errors, or more wanted terms, than it has."""
    old, new = list(filter(_counts, before)), list(filter(_counts, after))
    more = Counter(finding.rule for finding in new) - Counter(finding.rule for finding in old)
    known = {(finding.rule, finding.message) for finding in old}
    for finding in new:
        if finding.rule in more and (finding.rule, finding.message) not in known:
            raise Refusal(f"then {finding.path} would have an error: {finding.message}", finding.help)


def _counts(finding: Finding) -> bool:
    return finding.severity is Severity.ERROR or finding.rule == "wanted-term"
