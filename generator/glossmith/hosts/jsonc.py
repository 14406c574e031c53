"""Additions to JSON with comments, the form of VS Code's settings, that leave every other byte as it is."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

TOKEN = re.compile(r'\s+|//[^\n\r]*|/\*.*?\*/|(?P<part>"(?:[^"\\\n\r]|\\.)*"|[{}\[\],:]|[^\s{}\[\],:"/]+)', re.DOTALL)
INDENT = re.compile(r"[{\[][ \t]*\r?\n([ \t]+)\S")
OPENING, CLOSING = "{[", "}]"
DEEPEST = 100


class JsoncError(Exception):
    """A text that cannot be understood, or that says something else where the addition would go."""


@dataclass(frozen=True, slots=True)
class Part:
    """A string, number, word or sign of a text, and where it ends."""

    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Value:
    """A value with its place; `members` are those of an object."""

    data: Any
    start: int
    members: dict[str, Value]


def with_member(text: str, path: tuple[str, ...], value: Any) -> str:
    """The text of an object in which the member at `path` has that value; objects on the way are made."""
    here = _value(text)
    for depth, name in enumerate(path):
        if not isinstance(here.data, dict):
            raise JsoncError("an object is missing where the setting belongs")
        if name not in here.members:
            for inner in reversed(path[depth + 1 :]):
                value = {inner: value}
            return _inserted(text, here, depth + 1, f"{json.dumps(name)}: ", value)
        here = here.members[name]
    if here.data != value:
        raise JsoncError(f"{path[-1]!r} is set to something else")
    return text


def with_item(text: str, name: str, item: str) -> str:
    """The text of an object whose list `name` has that item."""
    root = _value(text)
    there = root.members.get(name)
    if there is None:
        return with_member(text, (name,), [item])
    if not isinstance(there.data, list):
        raise JsoncError(f"{name!r} is not a list")
    return text if item in there.data else _inserted(text, there, 2, "", item)


def _inserted(text: str, container: Value, depth: int, label: str, value: Any) -> str:
    """The text with a first member or item in a container."""
    found = INDENT.search(text)
    step = found[1] if found else "  "
    line = "\r\n" if "\r\n" in text else "\n"
    written = json.dumps(value, ensure_ascii=False, indent=step).replace("\n", line + step * depth)
    after = container.start + 1
    end = "," if container.data else f"{line}{step * (depth - 1)}" if text[after : after + 1] in CLOSING else ""
    return f"{text[:after]}{line}{step * depth}{label}{written}{end}{text[after:]}"


def _value(text: str) -> Value:
    parts = list(_parts(text))
    value, rest = _read(parts, 0, 0)
    if rest != len(parts):
        raise JsoncError("something stands behind its end")
    return value


def _parts(text: str) -> Iterator[Part]:
    position = 0
    while position < len(text):
        match = TOKEN.match(text, position)
        if match is None:
            raise JsoncError(f"line {text.count(chr(10), 0, position) + 1} cannot be read")
        if match["part"]:
            yield Part(match["part"], match.start(), match.end())
        position = match.end()


def _read(parts: list[Part], number: int, depth: int) -> tuple[Value, int]:
    """The value that begins with that part, and the number of the part behind it; commas may trail."""
    if number >= len(parts) or depth > DEEPEST:
        raise JsoncError("it ends too early")
    first = parts[number]
    if first.text not in OPENING:
        return Value(_scalar(first.text), first.start, {}), number + 1
    is_object, closing = first.text == "{", CLOSING[OPENING.index(first.text)]
    members: dict[str, Value] = {}
    number += 1
    while _text(parts, number) != closing:
        name = str(len(members))
        if is_object:
            name = str(_scalar(_text(parts, number)))
            if _text(parts, number + 1) != ":":
                raise JsoncError("a colon is missing")
            number += 2
        members[name], number = _read(parts, number, depth + 1)
        if _text(parts, number) == ",":
            number += 1
        elif _text(parts, number) != closing:
            raise JsoncError("a comma is missing")
    datas = {name: value.data for name, value in members.items()}
    return Value(datas if is_object else list(datas.values()), first.start, members if is_object else {}), number + 1


def _text(parts: list[Part], number: int) -> str:
    if number >= len(parts):
        raise JsoncError("it ends too early")
    return parts[number].text


def _scalar(text: str) -> Any:
    try:
        return json.loads(text)
    except ValueError:
        raise JsoncError(f"{text!r} is not JSON") from None
