"""A command that is interrupted says nothing."""

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
