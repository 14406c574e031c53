"""The settings of a site as the command line finds them: the plugin's block in the nearest `mkdocs.yml`.

MkDocs loads that file with a loader that can run code; this one ignores every tag but `!ENV`.
"""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, NoReturn

import yaml

from glossmith.hosts.configuration import ConfigurationError, configure
from glossmith.model.nearest import did_you_mean
from glossmith.model.settings import Settings

NAMES = ("mkdocs.yml", "mkdocs.yaml")
MOST_PARENTS = 20
OF_EVERY_PLUGIN = frozenset({"enabled"})
"""Settings that MkDocs itself reads of any plugin."""


class _Loader(yaml.SafeLoader):
    """YAML as MkDocs writes it, without running anything."""


def _environment(loader: _Loader, _: str, node: yaml.Node) -> Any:
    """`!ENV NAME` and `!ENV [NAME, OTHER, default]`; what a variable holds is read as if it stood in the file."""
    if isinstance(node, yaml.ScalarNode):
        return _variable(loader, [loader.construct_scalar(node)])
    names = loader.construct_sequence(node, deep=True) if isinstance(node, yaml.SequenceNode) else []
    return _variable(loader, names[:-1], names[-1]) if len(names) > 1 else _variable(loader, names)


def _variable(loader: _Loader, names: Sequence[Any], default: Any = None) -> Any:
    for value in (os.environ[str(name)] for name in names if str(name) in os.environ):
        tag = loader.resolve(yaml.ScalarNode, value, (True, False))  # type: ignore[no-untyped-call]
        return loader.construct_object(yaml.ScalarNode(tag, value))
    return default


def _ignored(_loader: _Loader, _suffix: str, _node: yaml.Node) -> None:
    return None


_Loader.add_multi_constructor("!ENV", _environment)
_Loader.add_multi_constructor("", _ignored)


def settings_of(config_file: Path | None, near: Path | None = None) -> Settings:
    """The settings of the site of `config_file`, or of the nearest one above the working folder, or else above `near`.

    A hook or an editor runs from the top of a repository, whose site may lie further down.
    """
    file = (config_file or _nearest(Path.cwd()) or (_nearest(near.resolve()) if near else None) or _none()).resolve()
    site = _load(file)
    docs = file.parent / str(site.get("docs_dir") or "docs")
    if not docs.is_dir():
        raise ConfigurationError(f"{file.name}: there is no folder {str(site.get('docs_dir') or 'docs')!r}")
    return configure(
        _block(site, file),
        file.parent,
        docs.resolve(),
        use_directory_urls=site.get("use_directory_urls") is not False,
        with_drafts=True,
        site_name=str(site.get("site_name") or ""),
        site_url=str(site.get("site_url") or ""),
    )


def _nearest(here: Path) -> Path | None:
    files = (folder / name for folder in (here, *here.parents) for name in NAMES)
    return next((file for file in files if file.is_file()), None)


def _none() -> NoReturn:
    raise ConfigurationError("there is no mkdocs.yml here or in a folder above; name one with -f")


def _load(file: Path, depth: int = 0) -> dict[str, Any]:
    """A configuration with what it inherits; maps are merged, everything else is replaced, as MkDocs does it."""
    try:
        site = yaml.load(file.read_bytes(), Loader=_Loader)  # noqa: S506 -- a safe loader
    except OSError as error:
        raise ConfigurationError(f"{file}: {error.strerror}") from None
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark
        place = f":{mark.line + 1}:{mark.column + 1}" if mark else ""
        raise ConfigurationError(f"{file}{place}: not YAML: {error.problem or error.context}") from None
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        raise ConfigurationError(f"{file}: not YAML: {str(error).splitlines()[0]}") from None
    if not isinstance(site, dict):
        raise ConfigurationError(f"{file}: not a map of settings")
    parent = site.pop("INHERIT", None)
    if parent is None or depth >= MOST_PARENTS:
        return site
    return _merged(_load(file.parent / str(parent), depth + 1), site)


def _merged(below: dict[str, Any], above: Mapping[str, Any]) -> dict[str, Any]:
    result = dict(below)
    for key, value in above.items():
        old = result.get(key)
        result[key] = _merged(old, value) if isinstance(old, dict) and isinstance(value, dict) else value
    return result


def _block(site: Mapping[str, Any], file: Path) -> Mapping[str, Any]:
    """The plugin's settings; plugins may be a list of names and maps, or one map."""
    plugins = site.get("plugins")
    listed = plugins.items() if isinstance(plugins, dict) else _pairs(plugins if isinstance(plugins, list) else [])
    pairs = list(listed)
    for name, block in pairs:
        if name == "glossmith" and isinstance(block, dict):
            return {setting: value for setting, value in block.items() if setting not in OF_EVERY_PLUGIN}
        if name == "glossmith" and block is not None:
            raise ConfigurationError(f"{file.name}: the settings of `glossmith` are not a map")
        if name == "glossmith":
            return {}
    advice = next(
        (f"; did you mean it by {name!r}?" for name, _ in pairs if did_you_mean(str(name), ["glossmith"])), ""
    )
    raise ConfigurationError(f"{file.name}: the plugin `glossmith` is not among its plugins{advice}")


def _pairs(plugins: list[Any]) -> list[tuple[str, Any]]:
    pairs: list[tuple[str, Any]] = []
    for plugin in plugins:
        pairs += plugin.items() if isinstance(plugin, dict) else [(str(plugin), {})]
    return pairs
