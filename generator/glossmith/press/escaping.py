"""How a value is written in each kind of place, so that it stays a value."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from json.encoder import encode_basestring_ascii
from urllib.parse import quote

from glossmith.model.page import without_tags
from glossmith.model.shell import Encoding, Form, Quoting, Slot

__all__ = ["write_label", "write_value"]

_SCRIPT_SPECIAL = re.compile(r"""[<>&'`]|\$(?=\{)|\*(?=/)""")
_FRAGMENT_SPECIAL = re.compile(r"""[\x00-\x20"#%<>`\x7f]""")


def _text(value: str) -> str:
    return value.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def write_label(value: str) -> str:
    """As text, also to a script that shows it as HTML."""
    return _text(without_tags(value))


def _attribute(value: str) -> str:
    return _text(value).replace('"', "&quot;")


def _apostrophes(value: str) -> str:
    return _text(value).replace("'", "&#39;")


def _script(value: str) -> str:
    """As Jinja's `tojson` writes the inside of a string, and safe in template literals and comments too."""
    return _SCRIPT_SPECIAL.sub(_unicode_escape, encode_basestring_ascii(value)[1:-1])


def _unicode_escape(found: re.Match[str]) -> str:
    return f"\\u{ord(found[0]):04x}"


def _handler(value: str) -> str:
    return _attribute(_script(value))


def _fragment(value: str) -> str:
    """Percent-encode what may not stand in a fragment; other scripts stay readable, as MkDocs writes them."""
    return _FRAGMENT_SPECIAL.sub(lambda found: f"%{ord(found[0]):02X}", value)


_FORMS: Mapping[Form, Callable[[str], str]] = {
    "upper": str.upper,
    "capitalized": lambda value: value[:1].upper() + value[1:],
}
_ENCODINGS: Mapping[Encoding, Callable[[str], str]] = {
    "segment": lambda value: quote(value, safe=""),
    "path": lambda value: quote(value, safe="/"),
    "component": lambda value: quote(value, safe=""),
    "fragment": _fragment,
}
_QUOTINGS: Mapping[Quoting, Callable[[str], str]] = {
    "text": _text,
    "label": write_label,
    "attribute": _attribute,
    "apostrophes": _apostrophes,
    "script": _script,
    "handler": _handler,
    "markup": str,
}


def write_value(value: str, slot: Slot) -> str:
    """The value as it stands in that slot."""
    if slot.form != "plain":
        value = _FORMS[slot.form](value)
    if slot.encoding != "plain":
        value = _ENCODINGS[slot.encoding](value)
    return _QUOTINGS[slot.quoting](value)
