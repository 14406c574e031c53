"""Export: the machine's table of contents, `terms.json`."""

from __future__ import annotations

import json
from typing import Any

from glossmith.model.edition import Edition
from glossmith.model.glossary import normal
from glossmith.model.plan import Plan
from glossmith.model.term import Term


def export(edition: Edition, plan: Plan) -> str:
    """Every term that readers may see, one on a line, sorted by id; addresses are relative to the site's root."""
    shown = {term.id for term in plan.terms}
    terms = [_term(term, edition, plan, shown) for term in sorted(plan.terms, key=lambda term: term.id)]
    lines = ",\n".join(json.dumps(term, ensure_ascii=False, sort_keys=True) for term in terms)
    return f'{{"terms": [\n{lines}\n]}}\n'


def _term(term: Term, edition: Edition, plan: Plan, shown: set[str]) -> dict[str, Any]:
    relations = edition.relations[term.id]
    category = edition.glossary.category_of(term)
    typeset = edition.typesets.get(term.id, {}).get("definition")
    return {
        "id": term.id,
        "term": term.name,
        "disambiguation": term.disambiguation.value if term.disambiguation else None,
        "address": edition.settings.addresses.below("terms", term.id).address,
        "designations": {
            "preferred": term.name,
            "admitted": [text.value for text in term.admitted],
            "deprecated": [one.term.value for one in term.deprecated_terms],
            "hidden": [text.value for text in term.hidden_terms],
        },
        "definition": typeset.text if typeset else "",
        "status": term.effective_status,
        "category": category.id if category else None,
        "tags": [plan.tags[key].title for key in dict.fromkeys(normal(tag.value) for tag in term.tags)],
        "relations": {
            kind: [id_ for id_ in ids if id_ in shown]
            for kind, ids in relations.by_kind()
            if any(id_ in shown for id_ in ids)
        },
        "extra": dict(term.extra),
    }
