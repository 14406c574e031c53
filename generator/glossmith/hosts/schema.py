"""`glossmith schema`: the JSON Schema of entries or of a vocabulary, for editors; and where these look for it."""

from __future__ import annotations

import sys
from argparse import Namespace
from pathlib import Path
from secrets import token_hex

from glossmith import pipeline
from glossmith.hosts.configuration import ConfigurationError
from glossmith.hosts.progress import crew
from glossmith.hosts.settings_file import settings_of
from glossmith.model.edition import Edition
from glossmith.model.finding import Severity
from glossmith.report.schema import ENTRIES, KINDS, schema_text

PLACE = ".glossmith/schema.json"
PLACES = {kind: f".glossmith/{kind}.json" for kind in KINDS} | {ENTRIES: PLACE}
"""Where editors look for the schemas, relative to the folder of `mkdocs.yml`."""


def run(options: Namespace) -> int:
    """Write the schema of the glossary as it is now."""
    settings = settings_of(options.config_file)
    text = schema_text(pipeline.check(settings, Severity.ERROR, crew(settings).each), options.of)
    if options.output is None:
        sys.stdout.buffer.write(text.encode())
        return 0
    write_if_changed(options.output, text)
    return 0


def write_if_changed(file: Path, text: str) -> bool:
    """Write a file whole or not at all, and only if it says something else; whether it was written."""
    content = text.encode()
    try:
        if file.is_file() and file.read_bytes() == content:
            return False
        draft = file.with_name(f".{token_hex(8)}.tmp")
        try:
            draft.write_bytes(content)
            draft.replace(file)
        finally:
            draft.unlink(missing_ok=True)
    except OSError as error:
        raise ConfigurationError(f"cannot write {str(file)!r}: {error.strerror}") from None
    return True


def keep_fresh(edition: Edition) -> None:
    """Bring the editors' schemas up to date, where there are any; a link that leads elsewhere is left alone."""
    root = edition.settings.root.resolve()
    for kind, place in PLACES.items():
        file = root / place
        if file.is_file() and file.resolve() == file:
            write_if_changed(file, schema_text(edition, kind))
