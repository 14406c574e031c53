"""The plugin's settings, as written in `mkdocs.yml`, become `Settings`; what is wrong with them is said at once."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Mapping
from dataclasses import fields
from datetime import UTC, datetime
from pathlib import Path
from types import MappingProxyType
from typing import Any

from glossmith import pipeline
from glossmith.model.addresses import FOLDERS, Addresses
from glossmith.model.finding import Severity
from glossmith.model.nearest import did_you_mean_one_of
from glossmith.model.settings import Extent, Linking, Settings, extent_said

SEVERITIES = (*Severity, "off")
DEFAULT_TEMPLATES = "templates"
KINDS = {
    "entries": str,
    "path": str,
    "templates": str,
    "addresses": dict,
    "rules": dict,
    "linking": dict,
    "allow_html": bool,
    "redirect_synonyms": bool,
    "workers": int,
}
"""Every setting, and what it must be where it is given."""

KIND_WORDS = {str: "a text", dict: "a map", bool: "true or false", int: "a number of processes"}


class ConfigurationError(Exception):
    """A setting that cannot be used; the message names it and says why."""


def configure(options: Mapping[str, Any], root: Path, docs: Path, **host: Any) -> Settings:
    """The settings of a glossary; `host` gives what the host knows of itself, by the names of `Settings`."""
    for name, value in options.items():
        if name not in KINDS:
            raise ConfigurationError(f"there is no setting {name!r}; {_known(str(name), KINDS)}")
        if value is not None and not isinstance(value, KINDS[name]):
            raise ConfigurationError(f"{name}: {value!r} is not {KIND_WORDS[KINDS[name]]}")
    entries = root / options["entries"] if options.get("entries") else docs
    if not entries.is_dir():
        raise ConfigurationError(f"entries: there is no folder {options.get('entries') or docs.name!r}")
    use_directory_urls = host.pop("use_directory_urls", True)
    seen = os.path.relpath(entries, docs).replace(os.sep, "/")
    return Settings(
        root=root,
        docs=docs,
        entries=Path(os.path.normpath(entries)),
        addresses=_addresses(options, use_directory_urls),
        templates=_templates(options.get("templates"), root),
        rules=_rules(options.get("rules") or {}),
        allow_html=bool(options.get("allow_html")),
        linking=_linking(options.get("linking") or {}),
        redirect_synonyms=bool(options.get("redirect_synonyms")),
        workers=_workers(options.get("workers")),
        today=_today(),
        entries_in_docs="" if seen == "." else f"{seen}/",
        **host,
    )


def _addresses(options: Mapping[str, Any], use_directory_urls: bool) -> Addresses:
    path = _folder("path", options.get("path") or "")
    chosen = {name: name for name in FOLDERS}
    for name, folder in (options.get("addresses") or {}).items():
        if name not in chosen:
            raise ConfigurationError(f"addresses: unknown name {name!r}; {_known(str(name), FOLDERS)}")
        chosen[name] = _folder(f"addresses.{name}", folder)
        if not chosen[name]:
            raise ConfigurationError(f"addresses.{name}: must not be empty")
    folded = [folder.casefold() for folder in chosen.values()]
    if len(set(folded)) < len(folded):
        raise ConfigurationError("addresses: two of them are the same")
    return Addresses(f"{path}/" if path else "", MappingProxyType(chosen), use_directory_urls)


def _folder(name: str, folder: object) -> str:
    path = str(folder).strip("/")
    if not isinstance(folder, str) or any(
        part in {"", ".", ".."} or re.search(r"[\\?#:*<>|\"\x00-\x1f]", part) for part in path.split("/") if path
    ):
        raise ConfigurationError(f"{name}: {folder!r} is not a path below the site's root")
    return path


def _templates(folder: object, root: Path) -> Path | None:
    own = root / str(folder or DEFAULT_TEMPLATES)
    if folder and not own.is_dir():
        raise ConfigurationError(f"templates: there is no folder {str(folder)!r}")
    return own if own.is_dir() else None


def _rules(rules: Mapping[str, Any]) -> Mapping[str, str]:
    names = [rule.name for rule in pipeline.rules()]
    result = {}
    for name, severity in rules.items():
        word = "off" if severity is False else str(severity)
        if name not in names:
            raise ConfigurationError(f"rules: there is no rule {name!r}; {_known(str(name), names)}")
        if word not in SEVERITIES:
            advice = did_you_mean_one_of(word, SEVERITIES) or f"choose one of {', '.join(SEVERITIES)}"
            raise ConfigurationError(f"rules.{name}: {word!r} is no severity; {advice}")
        result[name] = word
    return MappingProxyType(result)


def _linking(chosen: Mapping[str, Any]) -> Linking:
    names = [field.name for field in fields(Linking)]
    values: dict[str, Any] = {}
    for name, value in chosen.items():
        if name not in names:
            raise ConfigurationError(f"linking: unknown name {name!r}; {_known(str(name), names)}")
        values[name] = LINKING.get(name, _words)(f"linking.{name}", value)
    return Linking(**values)


def extent_of(source: str, linking: object) -> Extent | None:
    """What the `linking` of a page says; None where it says no more than the site."""
    extent, fault, advice = extent_said(linking)
    if fault:
        raise ConfigurationError(f"{source}: {fault}; {advice}")
    return extent


def _extent(name: str, value: object) -> Extent:
    word = {False: "none", True: "field"}[value] if isinstance(value, bool) else str(value)
    if value is None:
        raise ConfigurationError(f"{name}: is empty; known are {', '.join(Extent)}")
    if word not in list(Extent):
        raise ConfigurationError(f"{name}: {word!r} is no choice; {_known(word, list(Extent))}")
    return Extent(word)


def _flag(name: str, value: object) -> bool:
    if not isinstance(value, bool):
        raise ConfigurationError(f"{name}: {value!r} is neither true nor false")
    return value


def _words(name: str, value: object) -> tuple[str, ...]:
    if not isinstance(value, list) or not all(isinstance(word, str) and word.strip() for word in value):
        raise ConfigurationError(
            f"{name}: {value!r} is not a list of words; put `on`, `no` and the like between quotes"
        )
    return tuple(value)


LINKING: Mapping[str, Callable[[str, object], Any]] = {"mentions": _extent, "previews": _flag}
"""How the parts of the setting `linking` are read; all others are lists of words."""


def _workers(number: object) -> int | None:
    if number is None:
        return None
    if not isinstance(number, int) or isinstance(number, bool) or number < 1:
        raise ConfigurationError(f"workers: {number!r} is not a number of processes")
    return number


def _known(word: str, names: Any) -> str:
    return did_you_mean_one_of(word, names) or f"known are {', '.join(names)}"


def _today() -> str:
    """The day of the build: that of `SOURCE_DATE_EPOCH` where it is set, so that a build can be repeated."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    now = datetime.fromtimestamp(int(epoch), tz=UTC) if epoch.isdigit() else datetime.now(tz=UTC)
    return now.date().isoformat()
