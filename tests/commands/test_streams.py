"""Output that nobody takes, or that has no room, ends a command in one line at most."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

ENTRY = "term: a\ndefinition: Harbour.\nx: y\n"


def ran(folder, words, redirection):
    command = f'"{sys.executable}" -m glossmith.hosts.command {words} {redirection}'
    return subprocess.run(command, shell=True, cwd=folder, capture_output=True, text=True, check=False)


@pytest.mark.skipif(os.name == "nt", reason="the shell of Windows closes no streams")
@pytest.mark.parametrize("redirection", [">&-", "2>&-", ">&- 2>&-"])
def test_a_closed_stream_changes_no_exit_code(project, redirection):
    process = ran(project({"terms/a.yml": ENTRY}), "check", redirection)
    assert process.stderr == ""
    assert process.returncode == 1


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no file that is always full")
@pytest.mark.parametrize("words", ["check", "check --format json", "list", "schema", "explain"])
def test_output_without_room_is_told_in_one_line(project, words):
    process = ran(project({"terms/a.yml": ENTRY}), words, "> /dev/full")
    assert process.stderr == "glossmith: the output cannot be written: No space left on device\n"
    assert process.returncode == 2
