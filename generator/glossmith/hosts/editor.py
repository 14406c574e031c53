"""`glossmith init-editor`: VS Code, and any editor with yaml-language-server, learn to know the glossary."""

from __future__ import annotations

import os
from argparse import Namespace
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from glossmith import pipeline
from glossmith.hosts.configuration import ConfigurationError
from glossmith.hosts.jsonc import JsoncError, with_item, with_member
from glossmith.hosts.progress import crew
from glossmith.hosts.schema import PLACE, PLACES, write_if_changed
from glossmith.hosts.settings_file import settings_of
from glossmith.model.edition import ENTRY_SUFFIXES
from glossmith.model.finding import Severity
from glossmith.model.settings import Settings
from glossmith.report.schema import VOCABULARIES, schema_text

EXTENSION = "redhat.vscode-yaml"
IGNORE = "# Made by glossmith; nothing here belongs into the repository.\n*\n"


def run(options: Namespace) -> int:
    """Write the schema and point VS Code to it; 1 where a file must be completed by hand."""
    settings = settings_of(options.config_file)
    workspace = _workspace(settings.root)
    edition = pipeline.check(settings, Severity.ERROR, crew(settings).each)
    for kind, place in PLACES.items():
        _write(settings.root / place, schema_text(edition, kind))
    _write(settings.root / PLACE.replace("schema.json", ".gitignore"), IGNORE)
    schema, globs = _seen_from(workspace, settings.root / PLACE), _globs(workspace, settings)
    mapped = {f"./{schema}": globs} | {
        f"./{_seen_from(workspace, settings.root / PLACES[kind])}": _globs_of_vocabulary(workspace, settings, kind)
        for kind in VOCABULARIES
    }
    wanted = {
        ".vscode/settings.json": partial(_with_schemas, mapped=mapped),
        ".vscode/extensions.json": partial(with_item, name="recommendations", item=EXTENSION),
    }
    done = [_complete(workspace / name, add) for name, add in wanted.items()]
    for line in _farewell(schema, globs):
        print(line)  # noqa: T201 -- a command's output
    return 0 if all(done) else 1


def _workspace(root: Path) -> Path:
    """The folder that people open in their editor: the repository's, or that of `mkdocs.yml`."""
    above = (folder for folder in (root, *root.parents) if (folder / ".git").exists())
    return root if (root / ".vscode").is_dir() else next(above, root)


def _seen_from(workspace: Path, path: Path) -> str:
    return os.path.relpath(path, workspace).replace(os.sep, "/")


def _globs(workspace: Path, settings: Settings) -> list[str]:
    """The entries, and not the files and folders that begin with `_`; the server looks for them at any depth."""
    below = "/".join([*_folders(workspace, settings), "**"])
    return [f"{below}/*.yml", f"{below}/*.yaml", f"!{below}/_*", f"!{below}/_*/**"]


def _globs_of_vocabulary(workspace: Path, settings: Settings, kind: str) -> list[str]:
    return ["/".join([*_folders(workspace, settings), f"_{kind}{suffix}"]) for suffix in ENTRY_SUFFIXES]


def _folders(workspace: Path, settings: Settings) -> list[str]:
    return [name for name in _seen_from(workspace, settings.entries).split("/") if name not in {".", ".."}]


def _with_schemas(text: str, mapped: dict[str, list[str]]) -> str:
    """The text of VS Code's settings with each schema's files; the last is inserted first, so that they keep order."""
    for schema, globs in reversed(mapped.items()):
        text = with_member(text, ("yaml.schemas", schema), globs)
    return text


def _complete(file: Path, add: Callable[[str], str]) -> bool:
    """Add to a file of settings; where it cannot be understood, say what to add."""
    try:
        content = file.read_bytes() if file.exists() else b""
        text = content.decode("utf-8-sig")
        made = add(text if text.strip() else "{}\n")
    except (JsoncError, UnicodeDecodeError, RecursionError) as error:
        print(f"{_named(file)} is left as it is: {error}; add by hand:\n{add('{}')}")  # noqa: T201 -- a command's output
        return False
    except OSError as error:
        raise ConfigurationError(f"cannot read {str(file)!r}: {error.strerror}") from None
    _write(file, f"\ufeff{made}" if content.startswith(b"\xef\xbb\xbf") else made)
    return True


def _write(file: Path, text: str) -> None:
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise ConfigurationError(f"cannot make {str(file.parent)!r}: {error.strerror}") from None
    is_new = not file.exists()
    is_written = write_if_changed(Path(os.path.realpath(file)), text)
    verb = "is up to date" if not is_written else "written" if is_new else "changed"
    print(f"{_named(file)} {verb}")  # noqa: T201 -- a command's output


def _named(file: Path) -> str:
    return _seen_from(Path.cwd(), file)


def _farewell(schema: str, globs: list[str]) -> Iterator[str]:
    yield ""
    yield f"VS Code: install the extension {EXTENSION} when it asks."
    yield f"Other editors with yaml-language-server: map {schema} to {globs[0]} in `yaml.schemas`."
    yield "`mkdocs serve` keeps the schemas fresh; without it, run `glossmith init-editor` again."
