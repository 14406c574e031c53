"""The few words that typesetting adds to what an author wrote."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Wording:
    """Names for readers who listen; in English unless a site says otherwise."""

    table: str = "Table"
    footnotes: str = "Footnotes"
    footnote: str = "Footnote"
    back: str = "Back to text of footnote"
    done: str = "Done"
    to_do: str = "To do"
