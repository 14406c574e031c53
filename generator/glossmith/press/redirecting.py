"""The page at an old address that leads to the new one."""

from __future__ import annotations

from html import escape

from glossmith.model.shell import Slot
from glossmith.press.escaping import write_value

__all__ = ["redirect_page"]

_PAGE = """\
<!doctype html>
<html lang="{language}">
<head>
<meta charset="utf-8">
<title>{title}</title>
<meta name="robots" content="noindex">
<link rel="icon" href="data:,">
{canonical}<script>location.replace("{script_target}" + location.hash)</script>
<meta http-equiv="refresh" content="0; url={target}">
</head>
<body>
<p><a href="{target}">{title}</a></p>
</body>
</html>
"""


def redirect_page(target: str, canonical: str, title: str, language: str) -> str:
    """HTML that leads to `target` (a relative URL, percent-encoded) at once, with or without scripts.

    The script goes first and keeps the part after `#`; an empty `canonical` leaves its link out.
    """
    return _PAGE.format(
        language=escape(language),
        title=escape(title, quote=False),
        target=escape(target),
        script_target=write_value(target, Slot("target", "script")),
        canonical=f'<link rel="canonical" href="{escape(canonical)}">\n' if canonical else "",
    )
