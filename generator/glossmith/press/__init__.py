"""The press: a theme's HTML is cut into a shell, and every page is pressed through it into the site."""

from glossmith.press.cutting import cut, cut_shapes
from glossmith.press.pressing import press
from glossmith.press.redirecting import redirect_page
from glossmith.press.sentinels import sentinel_body, sentinel_page
from glossmith.press.sitemap import complete_sitemap
from glossmith.press.writing import DestinationError, Writer, clashes

__all__ = [
    "DestinationError",
    "Writer",
    "clashes",
    "complete_sitemap",
    "cut",
    "cut_shapes",
    "press",
    "redirect_page",
    "sentinel_body",
    "sentinel_page",
]
