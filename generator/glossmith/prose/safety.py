"""What prose may say in attributes: where it may point, which classes it may give, titles that are never HTML."""

from __future__ import annotations

import re
from functools import lru_cache

from markdown_it.common.normalize_url import normalizeLink

from glossmith.model.page import without_tags

SAFE_SCHEMES = frozenset({"http", "https", "mailto", "tel", "ftp"})

_ORDINARY = re.compile(
    r"https?://[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)*(?:/[A-Za-z0-9._/-]*)?"
)
"""Addresses that are printed as they are written: letters, digits and signs that need no encoding."""

_MATERIALS = ("md-", "tabbed-")

_SCHEME = re.compile(r"([a-z][a-z0-9+.-]*):", re.IGNORECASE)
_TURNING = re.compile("[\u202d\u202e]")
_IGNORED_BY_BROWSERS = re.compile("[\x00-\x20\x7f-\xa0\u2028\u2029\ufeff]+")


def normalize(address: str) -> str:
    """An address as it is printed: percent-encoded where it has to be."""
    return address if _ORDINARY.fullmatch(address) else _normalized(address)


_normalized = lru_cache(maxsize=4096)(normalizeLink)


def scheme_of(address: str) -> str:
    """The scheme as a browser reads it, lower case (https://url.spec.whatwg.org/#url-parsing), or nothing."""
    if ":" not in address:
        return ""
    match = _SCHEME.match(_IGNORED_BY_BROWSERS.sub("", address))
    return match[1].lower() if match else ""


def is_safe(address: str) -> bool:
    """Whether a link or image may point there: no active scheme such as `javascript:`, no `data:`."""
    scheme = scheme_of(address)
    return not scheme or scheme in SAFE_SCHEMES


def is_relative(address: str) -> bool:
    """Whether the address is relative to the entry's file; `#here`, `/root`, `//host` and `scheme:` are not."""
    return not address.startswith(("#", "/", "\\")) and address.strip() != "" and not scheme_of(address)


def free_classes(classes: str) -> str:
    """Those that are not of Material's own parts: its scripts act on these, and show the text of some as HTML."""
    return " ".join(name for name in classes.split() if not name.lower().startswith(_MATERIALS))


def as_title(text: str) -> str:
    """A text for an attribute `title`, which scripts may show as HTML."""
    return without_turning(without_tags(text))


def without_turning(text: str) -> str:
    """Without what turns text round so that it reads otherwise than it is; only entities can still bring it."""
    return _TURNING.sub("\ufffd", text)
