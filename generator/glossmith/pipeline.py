"""The whole story: files are read, judged and linked, and become an edition; an edition becomes pages."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, MutableMapping, Sequence
from dataclasses import replace
from functools import cache, partial
from pathlib import Path
from typing import Any, TypeVar

from glossmith.model.edition import Edition, Prepared, SourceFile
from glossmith.model.entry import Entry
from glossmith.model.finding import Finding, Severity
from glossmith.model.link import HandwrittenPage
from glossmith.model.place import START, Span
from glossmith.model.placing import locate
from glossmith.model.plan import Plan
from glossmith.model.prose import Typeset
from glossmith.model.rule import Rule, Subject
from glossmith.model.settings import Settings
from glossmith.model.suppression import Suppression
from glossmith.model.term import Term
from glossmith.model.vocabulary import Category, Organization, Vocabularies
from glossmith.model.wanted import Candidate, Sighting, Wanted
from glossmith.prose.page_links import link_terms
from glossmith.prose.typesetter import Typesetter
from glossmith.rules.registry import RULES
from glossmith.stages._candidates import candidates, sightings
from glossmith.stages._templating import find_asset
from glossmith.stages._views import updated
from glossmith.stages._wanting import wanted
from glossmith.stages.arrange import arrange
from glossmith.stages.export import export
from glossmith.stages.find import ENTRY_SUFFIXES, PAGE_SUFFIXES, find, find_vocabulary
from glossmith.stages.index import index
from glossmith.stages.judge import OFF, judge
from glossmith.stages.label import label
from glossmith.stages.load import load
from glossmith.stages.render import Renderer
from glossmith.stages.resolve import resolve_prose, resolve_relations
from glossmith.stages.targets import check_targets, outer_targets
from glossmith.stages.typeset import Gathered, skim, survey, typeset
from glossmith.stages.validate import stub, validate, validate_categories, validate_organizations

Item = TypeVar("Item", Category, Organization)

Memory = MutableMapping[str, tuple[SourceFile, Any]]
"""What was made of each file, to be taken again while the file stays as it is."""

Each = Callable[[Callable[[Any], Any], Iterable[Any]], Iterable[Any]]
"""`map`, or something like it that works in several processes; keeps the order."""


def read(
    settings: Settings, memory: Memory | None = None, each: Each = map, least: Severity = Severity.HINT
) -> Edition:
    """Read, judge and link everything; what is wrong stands in the edition's findings.

    Opinions that are less severe than `least` are not asked for.
    """
    entries, lost = find(settings.entries, settings.root, ENTRY_SUFFIXES)
    manuscripts, _ = find(settings.docs, settings.root, PAGE_SUFFIXES)
    prepared = _remembered(partial(prepare, settings.allow_html), entries, memory, each)
    pages = _remembered(partial(prepare_page, settings), manuscripts, memory, map)
    return _edition(settings, prepared, pages, lost, least)


def check(settings: Settings, least: Severity = Severity.HINT, each: Each = map) -> Edition:
    """Read and judge everything, as `read` does, but typeset no more than that needs: the edition has no pages."""
    entries, lost = find(settings.entries, settings.root, ENTRY_SUFFIXES)
    manuscripts, _ = find(settings.docs, settings.root, PAGE_SUFFIXES)
    skimmed = list(each(partial(look_through, settings.allow_html), entries))
    return _edition(settings, skimmed, [prepare_page(settings, file) for file in manuscripts], lost, least)


def _edition(
    settings: Settings,
    prepared: Sequence[Prepared],
    pages: Sequence[HandwrittenPage],
    lost: Sequence[Finding],
    least: Severity = Severity.HINT,
) -> Edition:
    """What is known of each file by itself becomes an edition."""
    vocabularies, vocabulary_typesets, misread = _vocabularies(settings)
    glossary, unindexed = index((one.term for one in prepared), vocabularies)
    relations, unrelated = resolve_relations(glossary)
    own = {one.term.id: one for one in prepared if one.term.path == glossary.path_of(one.term.id)}
    references = {id_: one.references for id_, one in own.items() if one.references}
    backlinks, unlinked = resolve_prose(glossary, references, pages)
    typesets = {id_: label(one.typesets, glossary) for id_, one in own.items()}
    definitions = {id_: texts["definition"].text for id_, texts in typesets.items() if "definition" in texts}
    subject = Subject(glossary, relations, backlinks, definitions, settings.today, settings.addresses)
    suppressions = {one.term.path: one.suppressions for one in prepared if one.suppressions}
    asked = [rule.check for rule in RULES if rule.check and (suppressions or _is_asked(settings, rule, least))]
    opinions = [finding for check_ in asked for finding in check_(subject)]
    lacking = [finding for one in own.values() for finding in check_targets(one.term, one.typesets, settings)]
    early = [finding for one in prepared for finding in one.findings]
    findings = (*lost, *early, *misread, *unindexed, *unrelated, *unlinked, *lacking, *opinions)
    return Edition(
        settings=settings,
        glossary=glossary,
        relations=relations,
        backlinks=backlinks,
        typesets=typesets,
        vocabulary_typesets=label(vocabulary_typesets, glossary),
        handwritten={page.source: page for page in pages},
        findings=_judged(settings, findings, suppressions),
    )


def _remembered(
    make: Callable[[SourceFile], Any], files: Iterable[SourceFile], memory: Memory | None, each: Each
) -> list[Any]:
    """`make` of every file; those that are as they were are taken from memory."""
    files = list(files)
    if memory is None:
        return list(each(make, files))
    changed = [file for file in files if file.path not in memory or memory[file.path][0] != file]
    for file, made in zip(changed, each(make, changed), strict=True):
        memory[file.path] = (file, made)
    return [memory[file.path][1] for file in files]


def prepare(allow_html: bool, file: SourceFile) -> Prepared:
    """Load, validate and typeset one entry."""
    return _prepared(file, lambda term: typeset(term, _typesetter(allow_html)))


def look_through(allow_html: bool, file: SourceFile) -> Prepared:
    """Load and validate one entry, and see what its texts hold to check."""
    return _prepared(file, lambda term: skim(term, _typesetter(allow_html)))


def _prepared(file: SourceFile, make: Callable[[Term], Gathered]) -> Prepared:
    try:
        content = Path(file.absolute).read_bytes()
    except OSError as error:
        finding = Finding("unreadable-file", f"the file cannot be read: {error.strerror}", file.path)
        return Prepared(stub(file.path, file.source), findings=(finding,))
    entry, findings = load(content, file.path, file.source)
    if entry is None:
        return Prepared(stub(file.path, file.source, content), findings=findings)
    term, found = validate(entry)
    if term is None:
        told = (*findings, *found)
        return Prepared(stub(file.path, file.source, content), findings=told, suppressions=entry.suppressions)
    typesets, references, untypeset = make(term)
    return Prepared(term, typesets, references, (*findings, *found, *untypeset), entry.suppressions)


@cache
def _typesetter(allow_html: bool) -> Typesetter:
    """One typesetter per process: to make one costs as much as to typeset a term."""
    return Typesetter(allow_html=allow_html)


def prepare_page(settings: Settings, file: SourceFile) -> HandwrittenPage:
    """Survey one hand-written page."""
    try:
        text = Path(file.absolute).read_bytes().decode("utf-8-sig", "replace").replace("\r\n", "\n").replace("\0", "")
    except OSError:
        text = ""
    return survey(text, file.path, file.source, _typesetter(settings.allow_html), settings.entries_in_docs)


def _vocabularies(settings: Settings) -> tuple[Vocabularies, dict[str, Typeset], tuple[Finding, ...]]:
    categories, unread = _vocabulary(settings, "categories", validate_categories)
    organizations, unknown = _vocabulary(settings, "organizations", validate_organizations)
    described = [(f"categories/{one.id}", one.description) for one in (categories and categories[1]) or ()]
    described += [(f"organizations/{one.id}", one.description) for one in (organizations and organizations[1]) or ()]
    make = _typesetter(settings.allow_html).typeset
    vocabularies = Vocabularies(
        categories=categories and categories[1],
        organizations=organizations and organizations[1],
        categories_path=categories[0] if categories else "",
        organizations_path=organizations[0] if organizations else "",
    )
    typesets = {key: make(text.value, prefix="about", brief=True) for key, text in described if text}
    return vocabularies, typesets, (*unread, *unknown)


def _vocabulary(
    settings: Settings, name: str, validator: Callable[[Entry], tuple[tuple[Item, ...], tuple[Finding, ...]]]
) -> tuple[tuple[str, tuple[Item, ...]] | None, tuple[Finding, ...]]:
    """The path and the items of a vocabulary; None where there is no such file."""
    file = find_vocabulary(settings.entries, settings.root, name)
    if file is None:
        return None, ()
    try:
        content = Path(file.absolute).read_bytes()
    except OSError as error:
        return None, (Finding("unreadable-file", f"the file cannot be read: {error.strerror}", file.path),)
    entry, unread = load(content, file.path, file.source)
    if entry is None:
        return (file.path, ()), unread
    items, wrong = validator(entry)
    return (file.path, items), unread + wrong


def _is_asked(settings: Settings, rule: Rule, least: Severity) -> bool:
    severity = settings.rules.get(rule.name, str(rule.severity))
    return severity != OFF and Severity(severity).rank <= least.rank


def _judged(
    settings: Settings, findings: Iterable[Finding], suppressions: Mapping[str, tuple[Suppression, ...]]
) -> tuple[Finding, ...]:
    severities = {rule.name: settings.rules.get(rule.name, str(rule.severity)) for rule in RULES}
    return judge(findings, severities, suppressions, lambda path: _source(settings.root / path))


def _source(path: Path) -> str:
    try:
        return path.read_bytes().decode("utf-8-sig", "replace")
    except OSError:
        return ""


def judged(settings: Settings, findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Findings with the severities that the site wants and their exact places, in order."""
    return _judged(settings, findings, {})


def dated(edition: Edition, dates: Mapping[str, str]) -> Edition:
    """The edition with the dates of last changes, by the paths of files."""
    return replace(edition, updated=dates)


def last_change(edition: Edition, id_: str) -> str:
    """The date of a term's last change, or nothing where it is not known."""
    return updated(edition, edition.glossary.by_id[id_])


def outside_files(edition: Edition) -> dict[str, Path]:
    """The files that entries outside the docs folder link to or show, by their paths as seen from the docs folder."""
    return outer_targets(edition.glossary.terms, edition.typesets, edition.settings)


def plan(edition: Edition) -> Plan:
    """Which pages the edition has."""
    return arrange(edition)


def renderer(edition: Edition, site: Plan, places: Mapping[str, str]) -> Renderer:
    """What makes pages; `places` leads from files of the docs folder to their addresses."""
    return Renderer(edition, site, places)


def table_of_terms(edition: Edition, site: Plan) -> str:
    """The machine's table of contents, `terms.json`."""
    return export(edition, site)


def wanted_terms(edition: Edition) -> tuple[Wanted, ...]:
    """The terms that `[[...]]` want and no entry answers, most wanted first."""
    return wanted(edition)


def candidate_terms(edition: Edition) -> tuple[Candidate, ...]:
    """Names that the texts use and no term bears, the likeliest first; the edition must have been read as a whole."""
    return candidates(edition)


def candidate_sightings(edition: Edition, candidate: Candidate) -> tuple[Sighting, ...]:
    """Where a candidate stands first in each term that uses it."""
    return tuple(sightings(edition, candidate))


def place_of(settings: Settings, sighting: Sighting) -> tuple[str, Span]:
    """The file and the exact place of a sighting."""
    within = sighting.within
    span = locate(within.text, _source(settings.root / sighting.path), within.start, within.end)
    return sighting.path, span if span.line > 0 else START


def link_page(pages: Renderer, html: str, address: str) -> str:
    """The HTML of a hand-written page at `address`, with its `[[...]]` made links."""
    return link_terms(html, pages.scene.outlook(address).link)


def asset(settings: Settings, name: str) -> bytes:
    """The content of a file that pages load, the site's own or the shipped one."""
    return find_asset(settings.templates, name).read_bytes()


def rules() -> tuple[Rule, ...]:
    """Every rule that a site can set."""
    return RULES
