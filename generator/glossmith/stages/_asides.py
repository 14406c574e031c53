"""What the descriptions of vocabularies refer to: they are read as prose, but stand in no entry."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from glossmith.model.finding import Within
from glossmith.model.link import Mentioned
from glossmith.model.prose import Typeset
from glossmith.model.vocabulary import Category, Organization, Vocabularies


def asides(vocabularies: Vocabularies, typesets: Mapping[str, Typeset]) -> Iterator[tuple[str, str, Mentioned]]:
    """The `[[...]]` in the descriptions of vocabularies, each with its file and the key of the typeset description."""
    described: tuple[tuple[str, str, Category | Organization], ...] = (
        *((vocabularies.categories_path, f"categories/{one.id}", one) for one in vocabularies.categories or ()),
        *(
            (vocabularies.organizations_path, f"organizations/{one.id}", one)
            for one in vocabularies.organizations or ()
        ),
    )
    for path, key, one in described:
        if one.description and key in typesets:
            for found in typesets[key].references:
                yield path, key, Mentioned(found.target, Within(one.description, found.start, found.end))
