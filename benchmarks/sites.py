"""Writes one corpus as two sites: entries for glossmith, and pages for MkDocs alone, under the same theme."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from pathlib import Path
from textwrap import indent

from corpus import Concept, Corpus

SITE_URL = "https://example.org/glossary/"
COMMON = f"""\
site_name: Benchmark
site_url: {SITE_URL}
repo_url: https://github.com/example/glossary
edit_uri: edit/main/docs/
docs_dir: docs
theme:
  name: material
  font: false
  features: [content.action.edit, navigation.top, search.suggest]
  palette:
    - scheme: default
      toggle:
        icon: material/weather-night
        name: Dark
    - scheme: slate
      toggle:
        icon: material/weather-sunny
        name: Light
not_in_nav: |
  /terms/*
nav:
  - index.md
"""

EXTENSIONS = """\
markdown_extensions:
  - admonition
  - attr_list
  - def_list
  - footnotes
  - tables
  - toc: {permalink: true}
  - pymdownx.arithmatex: {generic: true}
  - pymdownx.highlight
  - pymdownx.superfences
"""
"""What sites under Material usually switch on, for what entries may contain too."""

UNLINKED = "unlinked"
"""glossmith without links from mentions, for which MkDocs alone has nothing to compare."""

REFERENCE = re.compile(r"\[\[(.+?)\]\]")


def write_site(tool: str, corpus: Corpus, folder: Path, workers: int | None = None) -> None:
    """The source of a site for that tool; `workers` None leaves the number to glossmith."""
    terms = folder / "docs" / "terms"
    terms.mkdir(parents=True)
    _write(folder / "mkdocs.yml", COMMON + _plugins(tool, workers) + EXTENSIONS)
    _write(folder / "docs" / "index.md", "# Benchmark\n\nA glossary of made-up words.\n")
    if tool != "mkdocs":
        titles = (f"{id_}: {title}\n" for id_, title in corpus.categories.items())
        _write(folder / "docs" / "_categories.yml", "".join(titles))
    suffix, write = WRITERS[tool]
    ids = {concept.name: concept.id for concept in corpus.concepts}
    for concept in corpus.concepts:
        _write(terms / f"{concept.id}{suffix}", write(concept, corpus, ids))


def _plugins(tool: str, workers: int | None) -> str:
    if tool == "mkdocs":
        return "plugins: [search]\n"
    mentions = "none" if tool == UNLINKED else "field"
    count = "null" if workers is None else workers
    return f"plugins: [search, glossmith: {{workers: {count}, linking: {{mentions: {mentions}}}}}]\n"


def _write(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8", newline="\n")


def _entry(concept: Concept, corpus: Corpus, ids: dict[str, str]) -> str:  # noqa: ARG001 -- as _page
    """The entry as an author of glossmith writes it."""
    lines = [f"term: {concept.name}\n"]
    prose = ("definition", "technical_definition", "background", "usage_note")
    lines += (f"{field}: |\n{indent(getattr(concept, field), '  ')}\n" for field in prose)
    if concept.section:
        title, body = concept.section
        lines.append(f"sections:\n  - title: {title}\n    body: |\n{indent(body, '      ')}\n")
    lines.append(f"category: {concept.category}\n")
    fields = {
        "synonyms": concept.synonyms,
        "tags": concept.tags,
        "broader_terms": concept.broader,
        "related_terms": concept.related,
    }
    for field, names in fields.items():
        if names:
            lines.append(f"{field}:\n" + "".join(f"  - {name}\n" for name in names))
    return "".join(lines)


def _page(concept: Concept, corpus: Corpus, ids: dict[str, str]) -> str:
    """The same content as somebody without glossmith writes it, links by hand."""

    def link(name: str) -> str:
        return f"[{name}]({ids[name]}.md)"

    def linked(text: str) -> str:
        return REFERENCE.sub(lambda found: link(found[1]), text)

    parts = [
        f"---\ntitle: {concept.name}\ndescription: {concept.definition}\n---\n\n# {concept.name}",
        f"Category: {corpus.categories[concept.category]}",
        linked(concept.definition),
        f"## Technical definition\n\n{linked(concept.technical_definition)}",
        f"## Background\n\n{linked(concept.background)}",
    ]
    if concept.synonyms:
        parts.append("## Synonyms\n\n" + _bullets(concept.synonyms))
    parts.append(f"## Usage note\n\n{linked(concept.usage_note)}")
    if concept.section:
        parts.append(f"## {concept.section[0]}\n\n{linked(concept.section[1])}")
    if concept.broader or concept.related:
        parts.append("## Related terms\n\n" + _bullets(link(name) for name in (*concept.broader, *concept.related)))
    if concept.tags:
        parts.append(f"Tags: {', '.join(concept.tags)}")
    return "\n\n".join(parts) + "\n"


def _bullets(items: Iterable[str]) -> str:
    return "\n".join(f"- {item}" for item in items)


WRITERS: dict[str, tuple[str, Callable[[Concept, Corpus, dict[str, str]], str]]] = {
    "glossmith": (".yml", _entry),
    UNLINKED: (".yml", _entry),
    "mkdocs": (".md", _page),
}
