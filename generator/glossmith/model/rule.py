"""A rule: what findings are named after."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

from glossmith.model.addresses import Addresses
from glossmith.model.finding import Finding, Severity
from glossmith.model.glossary import Glossary
from glossmith.model.link import Backlinks, Relations


@dataclass(frozen=True)
class Subject:
    """What a rule may look at: the glossary, its links, and definitions as plain text, by the ids of terms.

    `today` is an ISO date.
    """

    glossary: Glossary
    relations: Mapping[str, Relations] = field(default_factory=dict)
    backlinks: Mapping[str, Backlinks] = field(default_factory=dict)
    definitions: Mapping[str, str] = field(default_factory=dict)
    today: str = ""
    addresses: Addresses = field(default_factory=Addresses)


Check = Callable[[Subject], Iterable[Finding]]


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule has a name for what is wrong, a severity, and a page in the manual whose first line says what must hold.

    Rules without a check are found by a stage on its way: a YAML error while loading, an unknown field while
    validating.
    """

    name: str
    severity: Severity
    page: str
    check: Check | None = None

    @property
    def doc(self) -> str:
        """What must hold, in one line."""
        return self.page.partition("\n")[0]

    @classmethod
    def of_module(cls, module: str, docstring: str | None, severity: Severity, check: Check | None = None) -> Rule:
        """The rule of a file in `rules/`: named like the file, its docstring is the page."""
        return cls(module.rpartition(".")[2].replace("_", "-"), severity, (docstring or "").strip(), check)
