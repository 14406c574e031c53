"""`glossmith explain`: a rule's page of the manual, or a table of all rules."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Mapping

from glossmith import pipeline
from glossmith.hosts import screen
from glossmith.hosts.configuration import ConfigurationError
from glossmith.hosts.settings_file import settings_of
from glossmith.model.nearest import did_you_mean_one_of
from glossmith.report.manual import manual_page
from glossmith.report.table import table


def run(options: Namespace) -> int:
    """Explain one rule, or list them; the severities are those of the site, if there is one."""
    wanted, rules = _severities(options), {rule.name: rule for rule in pipeline.rules()}
    if options.rule is None:
        rows = [(name, wanted.get(name, str(rule.severity)), rule.doc) for name, rule in sorted(rules.items())]
        for line in table(("rule", "severity", "what must hold"), rows, screen.columns(), screen.paint()):
            print(line)  # noqa: T201 -- a command's output
        return 0
    rule = rules.get(options.rule)
    if rule is None:
        advice = did_you_mean_one_of(options.rule, sorted(rules)) or "`glossmith explain` lists all"
        raise ConfigurationError(f"there is no rule {options.rule!r}; {advice}")
    page = manual_page(rule, wanted.get(rule.name, str(rule.severity)), screen.paint())
    print(page.rstrip())  # noqa: T201 -- a command's output
    return 0


def _severities(options: Namespace) -> Mapping[str, str]:
    """What the site has set; nothing where there is none, since rules can be read about anywhere."""
    try:
        return settings_of(options.config_file).rules
    except ConfigurationError:
        if options.config_file is not None:
            raise
        return {}
