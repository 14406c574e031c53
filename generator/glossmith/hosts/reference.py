"""`python -m glossmith.hosts.reference FOLDER` writes the reference pages of the manual."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from pathlib import Path

from glossmith import pipeline
from glossmith.report.reference import fields_page, rules_page


def reference_pages() -> Mapping[str, str]:
    """The text of each page, by the name of its file."""
    return {"fields.md": fields_page(), "rules.md": rules_page(pipeline.rules())}


def main(arguments: list[str]) -> int:
    """Write the pages into the folder; 2 if it is not one."""
    if len(arguments) != 1 or not Path(arguments[0]).is_dir():
        sys.stderr.write("usage: python -m glossmith.hosts.reference FOLDER\n")
        return 2
    for name, text in reference_pages().items():
        (Path(arguments[0]) / name).write_text(text, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
