"""Validate: an entry becomes a term, judged by the table of fields; vocabularies likewise."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import replace
from posixpath import basename, splitext
from typing import TypeVar

from glossmith.model.entry import Entry, Mapping
from glossmith.model.fields import CATEGORY, FIELDS, ORGANIZATION
from glossmith.model.finding import Finding, quoted
from glossmith.model.forms import Record
from glossmith.model.place import START, Span, Text
from glossmith.model.term import Term
from glossmith.model.vocabulary import Category, Organization
from glossmith.stages._reading import KINDS, Reader, identifier_fault

NAMES = re.compile(
    r"^(?:term|abbreviation|synonyms):?([^\r\n]*(?:\r?\n[ \t]*-[^\r\n]*|\r?\n[ \t]+[^\r\n]*)*)", re.MULTILINE
)
SEPARATOR = re.compile(r"[\[\]{},\r\n]|term:")

Item = TypeVar("Item", Category, Organization)


def validate(entry: Entry) -> tuple[Term | None, tuple[Finding, ...]]:
    """The term that an entry describes, as far as it can be read; None without a usable name.

    A term with an empty definition is one whose entry lacks it, or a usable id: it exists only so that references to
    it are not reported as well.
    """
    reader = Reader(entry.path)
    if not isinstance(entry.root, Mapping):
        message = f"an entry must be a map of fields, not {KINDS[type(entry.root)]}"
        squeezed = isinstance(entry.root, Text) and re.match(r"[\w-]+:\S", entry.root.value)
        advice = "write a space behind each colon" if squeezed else "begin with `term: …`"
        reader.report("wrong-form", message, entry.root.span, advice)
        return None, tuple(reader.findings)
    values = reader.fields(entry.root, FIELDS, "the entry", START)
    id_, id_span = _id(values.pop("id", None), entry, reader)
    if "term" not in values:
        return None, tuple(reader.findings)
    if not id_:
        id_, values["definition"] = _stem(entry.source), Text.at("", START)
    values.setdefault("definition", Text.at("", START))
    term = Term(id=id_, path=entry.path, source=entry.source, id_span=id_span, **values)
    return term, tuple(reader.findings)


def _id(written: Text | None, entry: Entry, reader: Reader) -> tuple[str, Span]:
    if written is not None:
        return written.value, written.span
    if any(finding.rule == "bad-id" for finding in reader.findings):
        return "", START
    stem = _stem(entry.source)
    if fault := identifier_fault(stem):
        reader.report(
            "bad-id", f"the id {quoted(stem)}, from the file's name, {fault}", START, "rename the file, or add `id: …`"
        )
        return "", START
    return stem, START


def _stem(source: str) -> str:
    return unicodedata.normalize("NFC", splitext(basename(source))[0])


def stub(path: str, source: str, content: bytes = b"") -> Term:
    """A stand-in for an entry that cannot be read, so that references to it are not reported as well.

    It bears the names that can be made out in what there is.
    """
    stem = _stem(source)
    found = NAMES.findall(content.decode("utf-8-sig", "replace"))
    texts = [stem.replace("-", " "), *(part.strip(" \t\"'-") for block in found for part in SEPARATOR.split(block))]
    names = [Text.at(text, START) for text in texts if text]
    return Term(
        id=stem, path=path, source=source, term=names[0], definition=Text.at("", START), abbreviation=tuple(names[1:])
    )


def validate_categories(entry: Entry) -> tuple[tuple[Category, ...], tuple[Finding, ...]]:
    """The categories of `_categories.yml`."""
    return _vocabulary(entry, CATEGORY)


def validate_organizations(entry: Entry) -> tuple[tuple[Organization, ...], tuple[Finding, ...]]:
    """The organizations of `_organizations.yml`."""
    return _vocabulary(entry, ORGANIZATION)


def _vocabulary(entry: Entry, form: Record) -> tuple[tuple[Item, ...], tuple[Finding, ...]]:
    reader = Reader(entry.path)
    if not isinstance(entry.root, Mapping):
        message = f"a vocabulary must be a map of ids, not {KINDS[type(entry.root)]}"
        advice = "write `id: name`" if form is ORGANIZATION else "write `id: title`"
        reader.report("wrong-form", message, entry.root.span, advice)
        return (), tuple(reader.findings)
    items: list[Item] = []
    folded: set[str] = set()
    for key, node in reader.pairs(entry.root):
        id_ = unicodedata.normalize("NFC", key.value)
        if fault := identifier_fault(id_):
            reader.report("bad-id", f"the id {quoted(id_)} {fault}", key.span, "use letters, digits, `.`, `_` and `-`")
        elif id_.casefold() in folded:
            reader.report("duplicate-id", f"the id {quoted(id_)} is taken", key.span, "choose another")
        else:
            item = None
            if isinstance(node, Text) and not node.value.strip():
                reader.report("empty-value", f"{quoted(id_)} is empty", key.span, "give it a value or remove it")
            else:
                item = reader.read(form, node, quoted(id_))
            stand_in = form.make(key)  # so that whoever names it is not reported as well
            items.append(replace(item or stand_in, id=id_, span=key.span))
        folded.add(id_.casefold())
    return tuple(items), tuple(reader.findings)
