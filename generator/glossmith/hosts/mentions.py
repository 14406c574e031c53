"""`glossmith mentions`: which mentions become links and why, and what a change does to the links of all entries."""

from __future__ import annotations

import json
import os
import sys
from argparse import Namespace
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import PurePath
from typing import Any

from glossmith import pipeline
from glossmith.hosts import screen
from glossmith.hosts.configuration import ConfigurationError
from glossmith.hosts.progress import crew
from glossmith.hosts.revision import renamed_pages, settings_at
from glossmith.hosts.settings_file import settings_of
from glossmith.hosts.showing import called, told
from glossmith.model.edition import Edition
from glossmith.model.finding import Severity, quoted
from glossmith.model.link import HandwrittenPage
from glossmith.model.mention import Decision, Mention
from glossmith.model.nearest import Lexicon, did_you_mean
from glossmith.model.place import Span
from glossmith.model.settings import Settings
from glossmith.model.term import Term
from glossmith.report.table import table
from glossmith.report.terminal import visible

HEAD = ("place", "text", "mention", "decision")
Link = tuple[str, str, str]
"""The ids of a term and of what it links to, and by what: a mention, a reference, or the file of the entry."""


def run(options: Namespace) -> int:
    """List the mentions on a page, or compare the links of all pages with those of a revision."""
    if options.revision and options.what != "diff":
        raise ConfigurationError(f"only `diff` takes a revision: `glossmith mentions diff {options.revision}`")
    settings = settings_of(options.config_file)
    if options.revision:
        return _compare(options, settings)
    edition = _read(settings)
    if page := _page_at(options.what, edition):
        return _list(options, page.path, pipeline.page_mentions(edition, page))
    found = called(options.what, edition.glossary)
    if len(found) != 1:
        advice = "; to compare, add a revision: `glossmith mentions diff main`" if options.what == "diff" else ""
        said = _no_page(options.what, edition) or told(options.what, found, edition.glossary)
        print(f"{said}{advice}", file=sys.stderr)  # noqa: T201 -- a command's output
        return 1
    return _list(options, found[0].path, pipeline.mentions(edition, found[0]))


def _read(settings: Settings) -> Edition:
    """Everything as the site will have it, which has no links to drafts."""
    return pipeline.read(replace(settings, with_drafts=False), each=crew(settings).each)


def _page_at(path: str, edition: Edition) -> HandwrittenPage | None:
    """The hand-written page at that path, from the folder of the pages, of the configuration, or where one works."""
    pages = edition.handwritten
    by_path = {page.path: page for page in pages.values()}
    by_file = {str(edition.settings.docs / source): page for source, page in pages.items()}
    return pages.get(path) or by_path.get(path) or by_file.get(os.path.realpath(path))


def _no_page(path: str, edition: Edition) -> str:
    """What to say where a path leads to no page; nothing of what does not end as those of pages do."""
    pages = [known for page in edition.handwritten.values() for known in (page.path, page.source)]
    if PurePath(path).suffix not in {PurePath(page).suffix for page in pages}:
        return ""
    advice = did_you_mean(path, Lexicon(pages))
    return f"glossmith: there is no page {quoted(path)}{f'; {advice}' if advice else ''}"


def _list(options: Namespace, path: str, mentions: Sequence[tuple[Mention, Span]]) -> int:
    if options.format == "json":
        listed = [_json(path, mention, span) for mention, span in mentions]
        print(json.dumps({"mentions": listed}, ensure_ascii=False, indent=1))  # noqa: T201 -- a command's output
        return 0
    rows = [
        (f"{path}:{span.line}:{span.column}", mention.key, mention.written, _told(mention))
        for mention, span in mentions
    ]
    for line in table(HEAD, rows, screen.columns(), screen.paint()) if rows else ("no mention of another term",):
        print(line)  # noqa: T201 -- a command's output
    return 0


def _told(mention: Mention) -> str:
    if mention.decision is Decision.LINKED:
        return f"linked to {mention.ids[0]}{_why(mention)}"
    return f"{mention.decision}: {', '.join(mention.ids)}{_why(mention)}"


def _why(mention: Mention) -> str:
    """What tells that an everyday word means a term."""
    if mention.shared is None:
        return ""
    return f" (shared: {', '.join(mention.shared)})" if mention.shared else " (a noun here)"


def _json(path: str, mention: Mention, span: Span) -> dict[str, Any]:
    return {
        "path": path,
        "line": span.line,
        "column": span.column,
        "text": mention.key,
        "mention": mention.written,
        "terms": list(mention.ids),
        "decision": mention.decision.name.lower().replace("_", "-"),
        "links": mention.decision.links,
        **({} if mention.shared is None else {"shared": list(mention.shared)}),
    }


def _compare(options: Namespace, settings: Settings) -> int:
    with settings_at(options.revision, settings, options.config_file) as earlier:
        before = _read(earlier)
        moved = renamed_pages(options.revision, earlier, settings)
    after = _read(settings)
    _warn(before, f"in {options.revision}")
    _warn(after, "as they are now")
    pages = {old: new for old, new in moved.items() if old in before.handwritten and new in after.handwritten}
    renamed = {**_renamed(before, after), **pages}
    earlier_links, now = set(_links(before, renamed)), set(_links(after, {}))
    added, gone = sorted(now - earlier_links), sorted(earlier_links - now)
    if options.format == "json":
        changes = {"added": [*map(_pair, added)], "removed": [*map(_pair, gone)], "renamed": renamed}
        print(json.dumps(changes, ensure_ascii=False, indent=1))  # noqa: T201 -- a command's output
        return 0
    for old, new in renamed.items():
        print(f"  {visible(old)} is now {visible(new)}")  # noqa: T201 -- a command's output
    for sign, links in (("+", added), ("-", gone)):
        for source, target, how in links:
            print(f"{sign} {visible(source)} → {target}  ({how})")  # noqa: T201 -- a command's output
    print(f"{len(added):,} added, {len(gone):,} removed")  # noqa: T201 -- a command's output
    return 0


def _pair(link: Link) -> dict[str, str]:
    return dict(zip(("source", "target", "by"), link, strict=True))


def _warn(edition: Edition, when: str) -> None:
    """Entries with errors have no links, which looks as if these had been taken away."""
    paths = {finding.path for finding in edition.findings if finding.severity is Severity.ERROR}
    if paths:
        entries = "1 file" if len(paths) == 1 else f"{len(paths):,} files"
        print(f"glossmith: {entries} with errors, {when}: links may be missing", file=sys.stderr)  # noqa: T201 -- as above


def _renamed(before: Edition, after: Edition) -> dict[str, str]:
    """New ids of terms by their old ones: an entry says so with `redirect_from`, or has the same title."""
    earlier = {term.id: term.title for term in before.glossary.complete}
    later = {term.id: term for term in after.glossary.complete}
    known = {term.title: id_ for id_, term in later.items() if id_ not in earlier}
    olds = [(old.value, id_) for id_, term in later.items() for old in term.redirect_from]
    known |= {after.settings.addresses.old(written).address: id_ for written, id_ in olds}
    known |= dict(olds)
    page_of = before.settings.addresses.below
    found = {
        old: known.get(old) or known.get(page_of("terms", old).address) or known.get(title)
        for old, title in sorted(earlier.items())
        if old not in later
    }
    return {old: new for old, new in found.items() if new}


def _links(edition: Edition, renamed: Mapping[str, str]) -> Iterator[Link]:
    """Every link to a term from the texts of another and from hand-written pages, once for each way of linking.

    Drafts are left out, as on the site.
    """
    shown = {term.id for term in edition.glossary.published}

    def named(ids: Iterable[str]) -> str:
        return " or ".join(sorted(renamed.get(id_, id_) for id_ in ids))

    for source, texts in edition.links.items():
        for linked in texts.values() if source in shown else ():
            yield from ((named([source]), named(ids), "mention") for _, _, ids in linked)
    yield from ((named([source]), named(ids), "mention") for source, ids in pipeline.page_links(edition))
    for source, target, how in _written(edition):
        if target and target.id in shown and target.id != source:
            yield named([source]), named([target.id]), how


def _written(edition: Edition) -> Iterator[tuple[str, Term | None, str]]:
    """The links that authors write, in published terms and on pages: by `[[...]]`, or to the file of an entry."""
    glossary = edition.glossary
    for source, page in edition.handwritten.items():
        yield from ((source, glossary.answer(one.written).term, "reference") for one in page.references)
        yield from ((source, glossary.by_source.get(path), "file") for path in page.entries)
    for term in glossary.published:
        for typeset in edition.typesets.get(term.id, {}).values():
            yield from ((term.id, glossary.answer(one.target).term, "reference") for one in typeset.references)
            paths = (path.href for path in typeset.paths if not path.is_image)
            yield from ((term.id, glossary.linked(term.source, path), "file") for path in paths)
