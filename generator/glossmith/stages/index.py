"""Index: terms become a glossary, in which names, categories and organizations find them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from glossmith.model.addresses import slugs
from glossmith.model.finding import Finding, quoted
from glossmith.model.glossary import Glossary, Names, normal, sort_key
from glossmith.model.link import Step
from glossmith.model.place import Text
from glossmith.model.term import Term
from glossmith.model.vocabulary import Category, Organization, Vocabularies


def index(terms: Iterable[Term], vocabularies: Vocabularies) -> tuple[Glossary, tuple[Finding, ...]]:
    """The glossary of all terms whose ids are free; of terms with the same id, the first by path stays."""
    free, findings = _unique(sorted(terms, key=lambda term: term.path))
    ordered = tuple(sorted(free, key=lambda term: (sort_key(term.name), term.id)))
    categories = _categories(ordered, vocabularies)
    organizations = _organizations(ordered, vocabularies)
    glossary = Glossary(
        terms=ordered,
        names=_names(ordered),
        vocabularies=vocabularies,
        categories=categories,
        organizations=organizations,
        category_names=_called((category.id, (category.id, category.title)) for category in categories.values()),
        organization_names=_called(
            (organization.id, (organization.id, organization.name, *organization.aliases))
            for organization in organizations.values()
        ),
    )
    return glossary, findings


def _unique(terms: Iterable[Term]) -> tuple[list[Term], tuple[Finding, ...]]:
    first: dict[str, Term] = {}
    findings = []
    for term in terms:
        other = first.setdefault(normal(term.id), term)
        if other is not term:
            message = f"the id {quoted(term.id)} is taken by {quoted(other.path)}"
            findings.append(Finding("duplicate-id", message, term.path, term.id_span, "give one of them another `id`"))
    return list(first.values()), tuple(findings)


def _names(terms: Iterable[Term]) -> Names:
    steps: tuple[defaultdict[str, list[str]], ...] = tuple(defaultdict(list) for _ in Step)
    for term in terms:
        bearers: dict[Step, tuple[str, ...]] = {
            Step.ID: (term.id,),
            Step.TITLE: (term.title,) if term.disambiguation else (),
            Step.PREFERRED: (term.name,),
            Step.ADMITTED: tuple(text.value for text in term.admitted),
            Step.DEPRECATED: tuple(deprecated.term.value for deprecated in term.deprecated_terms),
        }
        for step, names in bearers.items():
            for key in {normal(name) for name in names}:
                steps[step][key].append(term.id)
    return Names(tuple({key: tuple(ids) for key, ids in step.items()} for step in steps))


def _called(bearers: Iterable[tuple[str, tuple[str | Text, ...]]]) -> Mapping[str, str]:
    """Which id answers to a name; ids come before names, and earlier ones before later ones."""
    listed = [(id_, [normal(str(name)) for name in names]) for id_, names in bearers]
    called = {names[0]: id_ for id_, names in listed}
    for id_, names in listed:
        for name in names[1:]:
            called.setdefault(name, id_)
    return called


def _categories(terms: Iterable[Term], vocabularies: Vocabularies) -> dict[str, Category]:
    if vocabularies.categories is not None:
        return {category.id: category for category in vocabularies.categories}
    written = _free_text(term.category for term in terms if term.category)
    return {id_: Category(title, id=id_) for id_, title in written.items()}


def _organizations(terms: Iterable[Term], vocabularies: Vocabularies) -> dict[str, Organization]:
    if vocabularies.organizations is not None:
        return {organization.id: organization for organization in vocabularies.organizations}
    written = _free_text(developer.organization for term in terms for developer in term.developers)
    return {id_: Organization(name, id=id_) for id_, name in written.items()}


def _free_text(texts: Iterable[Text]) -> dict[str, Text]:
    """Names that entries write where no vocabulary exists, under the ids made from them, in alphabetical order."""
    by_key: dict[str, Text] = {}
    for text in sorted(texts):
        by_key.setdefault(normal(text.value), text)
    stems = slugs(text.value for text in by_key.values())
    return {stems[text.value]: text for text in sorted(by_key.values(), key=lambda text: sort_key(text.value))}
