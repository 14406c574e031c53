"""The command line: `glossmith COMMAND`. Never imports MkDocs, and each command only what it needs."""

from __future__ import annotations

import argparse
import gc
import io
import os
import re
import sys
from collections.abc import Callable, Sequence
from importlib import import_module
from pathlib import Path
from typing import Any, NoReturn

from glossmith import __version__

DESCRIPTION = "Check, edit and explore a glossary of YAML entries."
EPILOG = "Exit codes: 0 all is well, 1 findings, 2 wrong use."


class Parser(argparse.ArgumentParser):
    """An argument parser that knows what was meant."""

    def error(self, message: str) -> NoReturn:
        """Say what is wrong, and the nearest known word; exit with 2."""
        from glossmith.model.nearest import did_you_mean_one_of  # noqa: PLC0415 -- only when something is wrong

        found = re.search(r"invalid choice: '([^']*)'|unrecognized arguments: (\S+)", message)
        known = [name for action in self._actions for name in (*action.option_strings, *(action.choices or ()))]
        advice = did_you_mean_one_of(found[1] or found[2], map(str, known)) if found else ""
        short = re.sub(r" \(choose from .*\)$", "", message) if advice else message
        self.exit(2, f"glossmith: {short}\n{f'  {advice}' if advice else self.format_usage()}".rstrip() + "\n")


class CommandParser(Parser):
    """A parser of what stands behind a command."""

    _is_second_try = False

    def parse_known_args(self, args: Any = None, namespace: Any = None) -> Any:
        """As always, but names that may be missing are also found behind options.

        Python has done so itself since 3.13.1 (https://github.com/python/cpython/issues/59317).
        """
        known, unknown = super().parse_known_args(args, namespace)
        if not unknown or self._is_second_try:
            return known, unknown
        self._is_second_try = True
        return self.parse_known_intermixed_args(args)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command; its exit code."""
    _open_streams()
    _speak_unicode()
    parser = Parser(prog="glossmith", description=DESCRIPTION, epilog=EPILOG, allow_abbrev=False)
    parser.add_argument("--version", action="version", version=f"glossmith {__version__}")
    _add_config_file(parser, None)
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND", parser_class=CommandParser)
    for name, add in COMMANDS.items():
        command = commands.add_parser(name, help=add.__doc__, description=add.__doc__, allow_abbrev=False)
        _add_config_file(command, argparse.SUPPRESS)  # so that the one before the command stays
        add(command)
    options, unknown = parser.parse_known_args(arguments)
    if unknown:
        commands.choices[options.command].error(f"unrecognized arguments: {' '.join(unknown)}")
    for name, value in vars(options).items():
        if isinstance(value, str):  # paths stay as the system gave them, to be found again
            try:
                setattr(options, name, os.fsencode(value).decode())
            except UnicodeDecodeError:
                parser.error(f"{value!r} is not UTF-8")
    try:
        return _run(options)
    except KeyboardInterrupt:  # while it loads what it needs, too
        if sys.stderr.isatty():
            print(file=sys.stderr)  # noqa: T201 -- the next prompt is not to stand behind `^C` and a bar of progress
        return 130


def _open_streams() -> None:
    """Python has no stream at all where a shell closed it with `>&-`."""
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:
            setattr(sys, name, io.TextIOWrapper(io.FileIO(os.devnull, "w"), "utf-8"))


def _speak_unicode() -> None:
    """Let names of any script out: UTF-8 into pipes and files, and escapes where a terminal cannot show them."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper) and (stream.encoding or "").lower() not in {"utf-8", "utf8"}:
            is_free = not stream.isatty() and not os.environ.get("PYTHONIOENCODING")
            stream.reconfigure(encoding="utf-8" if is_free else None, errors="backslashreplace")


def _add_config_file(parser: argparse.ArgumentParser, default: str | None) -> None:
    doc = "the site's mkdocs.yml (default: the nearest above)"
    parser.add_argument("-f", "--config-file", type=Path, metavar="FILE", default=default, help=doc)


def _run(options: argparse.Namespace) -> int:
    from glossmith.hosts.configuration import ConfigurationError  # noqa: PLC0415 -- after `--help` and `--version`

    gc.disable()  # a command ends soon, and collecting takes a fifth of its time
    try:
        run: Callable[[argparse.Namespace], int] = import_module(options.module).run
        code = run(options)
        sys.stdout.flush()
        return code
    except ConfigurationError as error:
        print(f"glossmith: {error}", file=sys.stderr)  # noqa: T201 -- a command's output
        return 2
    except BrokenPipeError:
        sys.stderr.close()  # whoever read the output has gone, as `head` does
        return 1
    except OSError as error:
        where = f"{error.filename}: " if error.filename else "the output cannot be written: "
        print(f"glossmith: {where}{error.strerror}", file=sys.stderr)  # noqa: T201 -- a command's output
        _abandon_output()
        return 2


def _abandon_output() -> None:
    """What is still to be written cannot be; Python would try once more when it ends, and fail."""
    try:
        sys.stdout.flush()
    except OSError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _check(parser: argparse.ArgumentParser) -> None:
    """report everything that is wrong with the entries"""
    parser.set_defaults(module="glossmith.hosts.check")
    parser.add_argument("paths", nargs="*", type=Path, metavar="PATH", help="report on these files and folders only")
    parser.add_argument(
        "--format", choices=("text", "json", "github", "sarif"), help="text; github by itself in a GitHub workflow"
    )
    parser.add_argument(
        "--severity", choices=("error", "warning", "hint"), default="warning", help="report from this severity on"
    )
    parser.add_argument("--strict", action="store_true", help="warnings fail too")
    parser.add_argument("--select", action="append", default=[], metavar="RULE", help="report these rules only")
    parser.add_argument("--ignore", action="append", default=[], metavar="RULE", help="do not report these rules")
    parser.add_argument("--fix", action="store_true", help="mend what can be mended without a doubt")
    parser.add_argument("--diff", action="store_true", help="show what --fix would change, and change nothing")
    parser.add_argument("--all", action="store_true", help="show every finding, not only twenty of each rule")


def _new(parser: argparse.ArgumentParser) -> None:
    """write the file of a new entry"""
    parser.set_defaults(module="glossmith.hosts.new")
    parser.add_argument("name", nargs="?", help="the term, as readers will see it")
    parser.add_argument("--in", dest="folder", type=Path, metavar="FOLDER", help="a folder below that of the entries")
    parser.add_argument("--id", help="the id (default: made from the name)")
    parser.add_argument("--from-wanted", action="store_true", help="an entry for each term that a [[...]] wants")
    parser.add_argument("--dry-run", action="store_true", help="say what would be written, and write nothing")


def _rename(parser: argparse.ArgumentParser) -> None:
    """give a term another id and name, and mend every reference to it"""
    parser.set_defaults(module="glossmith.hosts.rename")
    parser.add_argument("old", help="the id or name that it has")
    parser.add_argument("new", help="the name, or id, that it shall have")
    parser.add_argument("--dry-run", action="store_true", help="show the changes as a diff, and make none")


def _list(parser: argparse.ArgumentParser) -> None:
    """list the terms of the glossary"""
    parser.set_defaults(module="glossmith.hosts.listing")
    parser.add_argument("--category", help="only those of a category, or below it")
    parser.add_argument("--tag", help="only those with a tag")
    parser.add_argument("--status", choices=("draft", "published", "deprecated", "superseded"), help="only those")
    parser.add_argument("--format", choices=("table", "json"), default="table")


def _show(parser: argparse.ArgumentParser) -> None:
    """show one term"""
    parser.set_defaults(module="glossmith.hosts.showing")
    parser.add_argument("name", help="its id or any of its names")
    parser.add_argument("--format", choices=("text", "json"), default="text")


def _mentions(parser: argparse.ArgumentParser) -> None:
    """list the mentions on a page and what becomes of each; `mentions diff REV` compares all links"""
    parser.set_defaults(module="glossmith.hosts.mentions")
    parser.add_argument(
        "what", metavar="PAGE", help="a term, by its id or name; a file in Markdown; or `diff` and a revision"
    )
    parser.add_argument("revision", nargs="?", metavar="REV", help="a commit, branch or tag")
    parser.add_argument("--format", choices=("table", "json"), default="table")


def _wanted(parser: argparse.ArgumentParser) -> None:
    """list what the glossary lacks: wanted terms, and names that it uses and does not define"""
    parser.set_defaults(module="glossmith.hosts.wanted")
    parser.add_argument("--format", choices=("table", "json"), default="table")
    parser.add_argument("--limit", type=int, metavar="N", help="at most so many of each (default: 40; all in JSON)")
    parser.add_argument(
        "--candidates", action=argparse.BooleanOptionalAction, default=True, help="look for names that nobody marked"
    )


def _schema(parser: argparse.ArgumentParser) -> None:
    """write a JSON Schema of entries, for editors"""
    parser.set_defaults(module="glossmith.hosts.schema")
    kinds = ("entries", "categories", "organizations")
    parser.add_argument("--of", choices=kinds, default="entries", help="of entries, or of one of the vocabularies")
    parser.add_argument("-o", "--output", type=Path, metavar="FILE", help="the file (default: the terminal)")


def _init_editor(parser: argparse.ArgumentParser) -> None:
    """set up VS Code, and any editor with yaml-language-server, for the entries"""
    parser.set_defaults(module="glossmith.hosts.editor")


def _explain(parser: argparse.ArgumentParser) -> None:
    """explain a rule: what must hold, why, and how to mend it"""
    parser.set_defaults(module="glossmith.hosts.explain")
    parser.add_argument("rule", nargs="?", help="its name (default: list all)")


COMMANDS: dict[str, Callable[[argparse.ArgumentParser], None]] = {
    "check": _check,
    "new": _new,
    "rename": _rename,
    "list": _list,
    "show": _show,
    "mentions": _mentions,
    "wanted": _wanted,
    "schema": _schema,
    "init-editor": _init_editor,
    "explain": _explain,
}

if __name__ == "__main__":
    sys.exit(main())
