"""A command that is interrupted says nothing, and leaves a terminal as it should be."""

from __future__ import annotations

import sys
from types import ModuleType

import pytest

from glossmith.hosts.command import main


class Interrupting(ModuleType):
    def __getattr__(self, name: str) -> object:
        raise KeyboardInterrupt


@pytest.mark.parametrize("module", ["glossmith.hosts.configuration", "glossmith.hosts.explain"])
def test_a_command_that_is_interrupted_while_it_loads_what_it_needs_says_nothing(
    module: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setitem(sys.modules, module, Interrupting(module))
    assert main(["explain"]) == 130
    assert capsys.readouterr() == ("", "")


def test_on_a_terminal_what_follows_an_interruption_has_a_line_of_its_own(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setitem(sys.modules, "glossmith.hosts.explain", Interrupting("explain"))
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    assert main(["explain"]) == 130
    assert capsys.readouterr() == ("", "\n")
