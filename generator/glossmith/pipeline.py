"""The whole story: files are read, judged and linked, and become an edition; an edition becomes pages.

What makes pages is loaded when the first is wanted: a check makes none, and half of its time on one file is imports.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache, partial
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from glossmith.model.edition import ENTRY_SUFFIXES, PAGE_SUFFIXES, Edition, Prepared, SourceFile
from glossmith.model.entry import Entry
from glossmith.model.finding import Finding, Severity
from glossmith.model.glossary import Glossary
from glossmith.model.link import Backlinks, HandwrittenPage, Mentioned, PageLink, Relations
from glossmith.model.mention import Linker, Mention, MentionLinks
from glossmith.model.place import START, Span, Text
from glossmith.model.placing import locate
from glossmith.model.plan import Plan
from glossmith.model.prose import RUN, SLOT, Typeset
from glossmith.model.rule import Rule, Subject
from glossmith.model.settings import Extent, Settings
from glossmith.model.suppression import Suppression
from glossmith.model.term import Term
from glossmith.model.vocabulary import Category, Organization, Vocabularies
from glossmith.model.wanted import Candidate, Sighting, Wanted
from glossmith.prose.typesetter import Typesetter
from glossmith.rules.registry import RULES
from glossmith.stages._asides import asides
from glossmith.stages.backlink import backlink, backlink_pages
from glossmith.stages.find import find, find_vocabulary
from glossmith.stages.headings import ids_on_page, missing_headings
from glossmith.stages.index import index
from glossmith.stages.judge import OFF, judge
from glossmith.stages.label import label
from glossmith.stages.load import load
from glossmith.stages.resolve import resolve_prose, resolve_relations
from glossmith.stages.shard import shard, shard_names, stamp
from glossmith.stages.targets import check_targets, linked_paths, outer_targets
from glossmith.stages.typeset import Gathered, skim, survey, typeset
from glossmith.stages.validate import stub, validate, validate_categories, validate_organizations

if TYPE_CHECKING:
    from glossmith.stages.render import Renderer

Item = TypeVar("Item", Category, Organization)


@dataclass(slots=True)
class Memory:
    """What was made of each file, and of the mentions in it, to be taken again while what it was made of stays.

    `reading` and `names` are the settings with which the files were read, and the names that were looked for.
    """

    reading: object = None
    files: dict[str, tuple[SourceFile, Any]] = field(default_factory=dict)
    links: dict[str, tuple[Prepared, MentionLinks]] = field(default_factory=dict)
    names: object = None


AMBIGUOUS = next(rule for rule in RULES if rule.name == "ambiguous-mention")
PREVIEW_SCRIPT = "glossmith-previews.js"

Suppressions = dict[str, tuple[Suppression, ...]]
"""The comments by which authors silence findings, by path."""

Each = Callable[[Callable[[Any], Any], Iterable[Any]], Iterable[Any]]
"""`map`, or something like it that works in several processes; keeps the order."""

Resolved = tuple[
    tuple[Mapping[str, Relations], tuple[Finding, ...]], tuple[Mapping[str, Backlinks], tuple[Finding, ...]]
]
"""The relations of all terms, and what links to them from running text, each with what is wrong there."""

LinkAll = Callable[
    [Linker, Mapping[str, Prepared], Callable[[], Resolved]], tuple[Resolved, Mapping[str, MentionLinks]]
]
"""Finds the mentions in all texts that become links; somebody resolves references meanwhile."""

Judgement = Callable[[], tuple[Finding, ...]]
"""Finds what is wrong with an edition, in any process; to judge it takes a while, and no page waits for that."""


def read(
    settings: Settings, memory: Memory | None = None, each: Each = map, least: Severity = Severity.HINT
) -> Edition:
    """Read, judge and link everything; what is wrong stands in the edition's findings.

    Opinions that are less severe than `least` are not asked for.
    """
    edition, judgement = read_unjudged(settings, memory, each, least)
    return replace(edition, findings=judgement())


def read_unjudged(
    settings: Settings,
    memory: Memory | None = None,
    each: Each = map,
    least: Severity = Severity.HINT,
) -> tuple[Edition, Judgement]:
    """As `read` does, but the edition has no findings yet: these are left to whoever wants them."""
    entries, lost = find(settings.entries, settings.root, ENTRY_SUFFIXES)
    manuscripts, _ = find(settings.docs, settings.root, PAGE_SUFFIXES)
    reading = (settings.allow_html, settings.entries_in_nav)
    if memory is not None and memory.reading != reading:
        memory.reading, memory.files = reading, {}
    prepared = _remembered(partial(prepare, settings.allow_html), entries, memory, each)
    pages = _remembered(partial(prepare_page, settings), manuscripts, memory, map)
    if memory is not None:
        memory.files = {file.path: memory.files[file.path] for file in (*entries, *manuscripts)}
    link_all = partial(_links, memory=memory, each=each)
    return _edition(settings, prepared, pages, lost, least, link_all)


def check(settings: Settings, least: Severity = Severity.HINT, each: Each = map) -> Edition:
    """Read and judge everything, as `read` does, but typeset no more than that needs: the edition has no pages."""
    entries, lost = find(settings.entries, settings.root, ENTRY_SUFFIXES)
    manuscripts, _ = find(settings.docs, settings.root, PAGE_SUFFIXES)
    pages = [prepare_page(settings, file) for file in manuscripts]
    with_mentions = least is Severity.HINT  # they are looked at for hints alone
    make, link_all = (prepare, partial(_links, each=each)) if with_mentions else (look_through, None)
    made = list(each(partial(make, settings.allow_html), entries))
    edition, judgement = _edition(settings, made, pages, lost, least, link_all)
    return replace(edition, findings=judgement())


def _of_files(prepared: Iterable[Prepared], pages: Iterable[HandwrittenPage]) -> Iterator[Finding]:
    """What is found in entries and hand-written pages, each by itself."""
    for entry in prepared:
        yield from entry.findings
    for page in pages:
        yield from page.findings


def _edition(
    settings: Settings,
    prepared: Sequence[Prepared],
    pages: Sequence[HandwrittenPage],
    lost: Sequence[Finding],
    least: Severity = Severity.HINT,
    link_all: LinkAll | None = None,
) -> tuple[Edition, Judgement]:
    """What is known of each file by itself becomes an edition."""
    vocabularies, described, misread, silenced = _vocabularies(settings)
    glossary, unindexed = index((one.term for one in prepared), vocabularies)
    own = {one.term.id: one for one in prepared if one.term.path == glossary.path_of(one.term.id)}
    aside = tuple((path, mentioned) for path, _, mentioned in asides(vocabularies, described))
    resolved = partial(_resolved, glossary, own, pages, aside)
    linker: Linker | None = None
    links: Mapping[str, MentionLinks] = {}
    if link_all and _are_linked(settings, glossary, pages):
        linker = _linker(settings, glossary)
        found, links = link_all(linker, own, resolved)
    else:
        found = resolved()
    (relations, unrelated), (referred, unlinked) = found
    edition = Edition(
        settings=settings,
        glossary=glossary,
        relations=relations,
        backlinks=backlink(glossary, referred, links),
        typesets={id_: label(one.typesets, glossary) for id_, one in own.items()},
        links=links,
        linker=linker,
        vocabulary_typesets=label(described, glossary),
        handwritten={page.source: page for page in pages},
    )
    early = chain(lost, _of_files(prepared, pages), misread, unindexed, unrelated, unlinked)
    suppressed = silenced | {one.term.path: one.suppressions for one in prepared if one.suppressions}
    return edition, partial(_judgement, edition, own, aside, tuple(early), suppressed, least)


def _resolved(
    glossary: Glossary,
    own: Mapping[str, Prepared],
    pages: Iterable[HandwrittenPage],
    aside: Iterable[tuple[str, Mentioned]],
) -> Resolved:
    prose = {id_: one.references for id_, one in own.items()}
    hrefs = {id_: found for id_, one in own.items() if (found := linked_paths(one.typesets))}
    return resolve_relations(glossary), resolve_prose(glossary, prose, pages, aside, hrefs)


def _judgement(
    edition: Edition,
    own: Mapping[str, Prepared],
    aside: Iterable[tuple[str, Mentioned]],
    early: tuple[Finding, ...],
    suppressed: Suppressions,
    least: Severity,
) -> tuple[Finding, ...]:
    """All findings, of which some came up `early`, with the places and the severities that the site wants."""
    settings, glossary, pages = edition.settings, edition.glossary, edition.handwritten.values()
    unheaded = missing_headings(glossary, _references(own.values(), pages, aside), partial(_ids_on_page, settings, own))
    unseen = check_targets(((one.term, one.typesets) for one in own.values()), settings)
    definitions = {id_: texts["definition"].text for id_, texts in edition.typesets.items() if "definition" in texts}
    subject = Subject(glossary, edition.relations, edition.backlinks, definitions, settings.today, settings.addresses)
    opinions = _opinions(settings, subject, least, bool(suppressed))
    return _judged(settings, (*early, *unheaded, *unseen, *_doubtful(edition, own, least), *opinions), suppressed)


def _linked(
    own: Mapping[str, Prepared], links: Mapping[str, MentionLinks]
) -> Iterator[tuple[Term, MentionLinks, Mapping[str, Typeset]]]:
    """The terms in whose texts mentions became links."""
    return ((own[id_].term, texts, own[id_].typesets) for id_, texts in links.items())


def _doubtful(edition: Edition, own: Mapping[str, Prepared], least: Severity) -> Iterator[Finding]:
    """Unlike those of entries, mentions on pages are looked for only if their findings are asked for."""
    if edition.linker is None:
        return
    from glossmith.stages.doubt import doubt, doubt_pages  # noqa: PLC0415 -- as for a linker

    yield from doubt(edition.glossary, _linked(own, edition.links))
    if _is_asked(edition.settings, AMBIGUOUS, least):
        yield from doubt_pages(edition.linker, edition.handwritten.values())


def _references(
    prepared: Iterable[Prepared], pages: Iterable[HandwrittenPage], aside: Iterable[tuple[str, Mentioned]]
) -> Iterator[tuple[str, Mentioned]]:
    """Every `[[...]]`, with its file."""
    yield from ((one.term.path, reference) for one in prepared for reference in one.references)
    yield from ((page.path, reference) for page in pages for reference in page.references)
    yield from aside


def _opinions(settings: Settings, subject: Subject, least: Severity, suppressible: bool) -> list[Finding]:
    """What the rules find that are asked for; of suppressed ones it must be known whether there is anything to hide."""
    asked = [rule.check for rule in RULES if rule.check and (suppressible or _is_asked(settings, rule, least))]
    return [finding for check_ in asked for finding in check_(subject)]


def _are_linked(settings: Settings, glossary: Glossary, pages: Iterable[HandwrittenPage]) -> bool:
    """Whether mentions become links anywhere, be it on a single page; to make what finds them takes long."""
    asked = (settings.linking.mentions, *(page.mentions for page in pages))
    return any(extent not in {None, Extent.NONE} for extent in asked) or any(
        term.linking.mentions for term in glossary.terms
    )


def _linker(settings: Settings, glossary: Glossary) -> Linker:
    from glossmith.mentions.everyday_words import COMMON_WORDS  # noqa: PLC0415 -- most checks need no matcher
    from glossmith.mentions.matcher import Matcher  # noqa: PLC0415 -- as above
    from glossmith.stages._senses import profiles  # noqa: PLC0415 -- as above

    chosen = settings.linking
    common = () if chosen.common_words is not None else COMMON_WORDS
    fewer = {*chosen.fewer_common_words, *map(str.lower, chosen.fewer_common_words)}
    listed = {*(chosen.common_words or ()), *chosen.more_common_words} - fewer
    terms = glossary.complete if settings.with_drafts else glossary.published
    categories = ((term.id, glossary.category_of(term)) for term in terms)
    matcher = Matcher.of(terms, sorted({*common} - fewer), sorted(listed))
    return Linker(
        glossary,
        matcher,
        chosen.mentions,
        {id_: one.id for id_, one in categories if one},
        profiles(glossary, matcher, terms),
    )


def _links(
    linker: Linker,
    own: Mapping[str, Prepared],
    resolved: Callable[[], Resolved],
    *,
    memory: Memory | None = None,
    each: Each = map,
) -> tuple[Resolved, dict[str, MentionLinks]]:
    """What `resolved` returns, and the mentions that become links.

    Texts that stay as they are, among the same names, are looked through once.
    """
    from glossmith.stages.link import link  # noqa: PLC0415 -- as above

    memory = memory or Memory()
    names = (linker.extent, linker.category_of, linker.matcher.lexicon, linker.glossary.names, linker.profiles)
    if names != memory.names:
        memory.names = names
        memory.links = {}
    todo = [id_ for id_, one in own.items() if id_ not in memory.links or memory.links[id_][0] is not one]
    work = [partial(link, linker, own[id_].term, own[id_].typesets) for id_ in todo]
    found, made = _meanwhile(resolved, work, each)
    for id_, links in zip(todo, made, strict=True):
        memory.links[id_] = (own[id_], links)
    memory.links = {id_: memory.links[id_] for id_ in own}
    return found, {id_: links for id_ in own if (links := memory.links[id_][1])}


def _meanwhile(
    first: Callable[[], Resolved], work: Sequence[Callable[[], Any]], each: Each
) -> tuple[Resolved, list[Any]]:
    """What `first` returns, done by whoever takes the first piece of the work, and what the work returns."""
    if not work:
        return first(), []
    (found, made), *others = each(_do, (lambda: (first(), work[0]()), *work[1:]))
    return found, [made, *others]


def _do(work: Callable[[], Any]) -> Any:
    return work()


def _ids_on_page(settings: Settings, own: Mapping[str, Prepared], term: Term) -> frozenset[str]:
    if own[term.id].findings or not term.definition.value:
        return frozenset()
    return ids_on_page(term, typeset(term, _typesetter(settings.allow_html))[0].values())


def _remembered(
    make: Callable[[SourceFile], Any], files: Iterable[SourceFile], memory: Memory | None, each: Each
) -> list[Any]:
    """`make` of every file; those that are as they were are taken from memory."""
    files = list(files)
    if memory is None:
        return list(each(make, files))
    known = memory.files
    changed = [file for file in files if file.path not in known or known[file.path][0] != file]
    for file, made in zip(changed, each(make, changed), strict=True):
        known[file.path] = (file, made)
    return [known[file.path][1] for file in files]


def prepare(allow_html: bool, file: SourceFile) -> Prepared:
    """Load, validate and typeset one entry."""
    return _prepared(file, lambda term: typeset(term, _typesetter(allow_html)))


def look_through(allow_html: bool, file: SourceFile) -> Prepared:
    """Load and validate one entry, and see what its texts hold to check."""
    return _prepared(file, lambda term: skim(term, _typesetter(allow_html)))


def _prepared(file: SourceFile, make: Callable[[Term], Gathered]) -> Prepared:
    try:
        with open(file.absolute, "rb", 0) as opened:  # noqa: PTH123 -- once per entry: pathlib takes twice as long
            content = opened.read()
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
    return Typesetter(allow_html=allow_html, runs=True)


@cache
def _page_typesetter(allow_html: bool) -> Typesetter:
    """As above, for hand-written pages, whose HTML the host lets through."""
    return Typesetter(allow_html=allow_html, runs=True, whole_elements=allow_html, tabs=True)


def prepare_page(settings: Settings, file: SourceFile) -> HandwrittenPage:
    """Survey one hand-written page."""
    try:
        text = Path(file.absolute).read_bytes().decode("utf-8-sig", "replace")
    except OSError:
        text = ""
    text = text.replace("\r\n", "\n").replace(SLOT, "\ufffd").replace(RUN, "\ufffd")
    typesetters = _page_typesetter(False), _page_typesetter(True)
    return survey(text, file.path, file.source, settings.entries_in_nav, *typesetters)


def _vocabularies(settings: Settings) -> tuple[Vocabularies, dict[str, Typeset], tuple[Finding, ...], Suppressions]:
    categories, unread, some = _vocabulary(settings, "categories", validate_categories)
    organizations, unknown, others = _vocabulary(settings, "organizations", validate_organizations)
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
    return vocabularies, typesets, (*unread, *unknown), some | others


def _vocabulary(
    settings: Settings, name: str, validator: Callable[[Entry], tuple[tuple[Item, ...], tuple[Finding, ...]]]
) -> tuple[tuple[str, tuple[Item, ...]] | None, tuple[Finding, ...], Suppressions]:
    """The path and the items of a vocabulary, and what is wrong with it; None where there is no such file."""
    file, unreadable = find_vocabulary(settings.entries, settings.root, name)
    if file is None:
        return None, unreadable, {}
    try:
        content = Path(file.absolute).read_bytes()
    except OSError as error:
        return None, (Finding("unreadable-file", f"the file cannot be read: {error.strerror}", file.path),), {}
    entry, unread = load(content, file.path, file.source)
    if entry is None:
        return (file.path, ()), unread, {}
    items, wrong = validator(entry)
    return (file.path, items), unread + wrong, {file.path: entry.suppressions} if entry.suppressions else {}


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
    from glossmith.stages._views import updated  # noqa: PLC0415 -- for pages only

    return updated(edition, edition.glossary.by_id[id_])


def outside_files(edition: Edition) -> dict[str, Path]:
    """The files that entries outside the docs folder link to or show, by their paths as seen from the docs folder."""
    return outer_targets(edition.glossary.terms, edition.typesets, edition.settings)


def plan(edition: Edition) -> Plan:
    """Which pages the edition has."""
    from glossmith.stages.arrange import arrange  # noqa: PLC0415 -- for pages only

    return arrange(edition)


def renderer(edition: Edition, site: Plan, places: Mapping[str, str]) -> Renderer:
    """What makes pages; `places` leads from files of the docs folder to their addresses."""
    from glossmith.stages.render import Renderer  # noqa: PLC0415 -- for pages only

    return Renderer(edition, site, places)


def table_of_terms(edition: Edition, site: Plan) -> str:
    """The machine's table of contents, `terms.json`."""
    from glossmith.stages.export import export  # noqa: PLC0415 -- for pages only

    return export(edition, site)


def previews(edition: Edition, site: Plan) -> dict[str, str]:
    """What shows previews at links to terms, by the names of `preview_files`."""
    names = preview_files(edition, site)
    if not names:
        return {}
    shards = shard(edition, site)
    script = asset(edition.settings, PREVIEW_SCRIPT).decode()
    return dict(zip(names, (stamp(script, edition.settings.addresses, shards), *shards.values()), strict=True))


def preview_files(edition: Edition, site: Plan) -> list[str]:
    """What previews need, beside our other assets: the script, then shards; nothing where the site wants none."""
    return [PREVIEW_SCRIPT, *shard_names(len(site.terms))] if edition.settings.linking.previews else []


def link_page(
    pages: Renderer, html: str, source: str, address: str, extent: Extent | None
) -> tuple[str, tuple[PageLink, ...]]:
    """The HTML of a hand-written page at `address` with its links to terms, and these; `extent` None is the site's."""
    from glossmith.stages.link_page import link_page as link  # noqa: PLC0415 -- for pages only

    edition = pages.scene.edition
    wanted = extent or edition.settings.linking.mentions
    return link(html, source, pages.scene.outlook(address), partial(_linker_of, edition), wanted)


def _linker_of(edition: Edition) -> Linker:
    return edition.linker or _linker(edition.settings, edition.glossary)


def mentions(edition: Edition, term: Term) -> list[tuple[Mention, Span]]:
    """Every mention on the page of a term, with the decision, and its place in the entry."""
    from glossmith.stages.link import explain  # noqa: PLC0415 -- for one command

    typesets, texts = edition.typesets[term.id], dict(term.prose())
    found = explain(_linker_of(edition), term, typesets)
    return _placed(edition, term.path, ((one, texts[one.key], typesets[one.key].html) for one in found))


def page_mentions(edition: Edition, page: HandwrittenPage) -> list[tuple[Mention, Span]]:
    """Every mention on a hand-written page, with the decision, and its place in the file."""
    from glossmith.stages._page_mentions import page_mentions  # noqa: PLC0415 -- for one command

    if (text := page.text) is None:
        return []
    found = page_mentions(page, _linker_of(edition), unlinkable=True)
    return _placed(edition, page.path, ((one, text, page.html) for one in found))


def _placed(edition: Edition, path: str, found: Iterable[tuple[Mention, Text, str]]) -> list[tuple[Mention, Span]]:
    """Mentions, each with the text in which it stands and what was typeset of that, and their places in the file."""
    from glossmith.stages._within import within  # noqa: PLC0415 -- for one command

    source = _source(edition.settings.root / path)
    places = ((one, within(text, html, one.start, one.end)) for one, text, html in found)
    return [(one, locate(place.text, source, place.start, place.end)) for one, place in places]


def page_links(edition: Edition) -> Iterator[tuple[str, tuple[str, ...]]]:
    """The mentions on hand-written pages that become links: the page, and the ids of the terms that bear the name."""
    from glossmith.stages._page_mentions import page_mentions  # noqa: PLC0415 -- for one command

    if linker := edition.linker:
        for source, page in sorted(edition.handwritten.items()):
            yield from ((source, one.ids) for one in page_mentions(page, linker) if one.decision.links)


def backlinked(edition: Edition, links: Iterable[PageLink], titles: Mapping[str, str]) -> Edition:
    """The edition with the links from hand-written pages, which are known when the host has rendered these.

    It has titles for them by then, and perhaps pages that no file of the docs folder holds.
    """
    known = edition.handwritten
    named = {
        source: replace(known[source], title=title) if source in known else HandwrittenPage(source, source, title)
        for source, title in titles.items()
        if title or source not in known
    }
    return replace(edition, backlinks=backlink_pages(edition.backlinks, links), handwritten={**known, **named})


def wanted_terms(edition: Edition) -> tuple[Wanted, ...]:
    """The terms that `[[...]]` want and no entry answers, most wanted first."""
    from glossmith.stages._wanting import wanted  # noqa: PLC0415 -- for one command and one page

    return wanted(edition)


def candidate_terms(edition: Edition) -> tuple[Candidate, ...]:
    """Names that the texts use and no term bears, the likeliest first; the edition must have been read as a whole."""
    from glossmith.stages._candidates import candidates  # noqa: PLC0415 -- as above

    return candidates(edition)


def candidate_sightings(edition: Edition, candidate: Candidate) -> tuple[Sighting, ...]:
    """Where a candidate stands first in each term that uses it."""
    from glossmith.stages._candidates import sightings  # noqa: PLC0415 -- as above

    return tuple(sightings(edition, candidate))


def place_of(settings: Settings, sighting: Sighting) -> tuple[str, Span]:
    """The file and the exact place of a sighting."""
    within = sighting.within
    span = locate(within.text, _source(settings.root / sighting.path), within.start, within.end)
    return sighting.path, span if span.line > 0 else START


def asset(settings: Settings, name: str) -> bytes:
    """The content of a file that pages load, the site's own or the shipped one."""
    from glossmith.stages._templating import find_asset  # noqa: PLC0415 -- for pages only

    return find_asset(settings.templates, name).read_bytes()


def rules() -> tuple[Rule, ...]:
    """Every rule that a site can set."""
    return RULES
