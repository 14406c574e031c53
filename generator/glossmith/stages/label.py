"""Label: in short and plain texts, references get the names that readers see."""

from __future__ import annotations

from collections.abc import Mapping

from glossmith.model.glossary import Glossary
from glossmith.model.prose import SLOT, Typeset
from glossmith.stages._labelling import Labelled


def label(typesets: Mapping[str, Typeset], glossary: Glossary) -> Mapping[str, Typeset]:
    """Typeset texts whose `brief` and `text` hold no slots any more."""
    return Labelled(typesets, glossary) if any(SLOT in one.text for one in typesets.values()) else typesets
