"""Every command that reads all entries shows how far it has come."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import pytest

from glossmith.hosts import progress


@pytest.mark.parametrize("command", ["check", "list", "show quay", "wanted", "mentions quay"])
def test_a_command_that_takes_long_shows_a_bar_on_a_terminal(
    command: str, harbour: Path, run: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(progress, "PATIENCE", 0)
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    assert " of 6 entries" in run(*command.split()).err
