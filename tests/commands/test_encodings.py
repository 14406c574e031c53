"""Names of any script come out, whatever the console's encoding; as programs see it, in processes of their own."""

from __future__ import annotations

import json
import os
import subprocess
import sys

import pytest

ENTRY = "term: 港\ndefinition: Harbour, [[nöwhere]].\n"
COMMANDS = [
    ["check"],
    ["check", "--format", "github"],
    ["list"],
    ["show", "港"],
    ["new", "Ωx", "--dry-run"],
    ["explain"],
]


def ran(folder, *words, **variables):
    """What a command prints where Python takes the console for one of ASCII."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHONIO", "PYTHONUTF8"))}
    environment |= {"LC_ALL": "C", "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0"} | variables
    command = [sys.executable, "-m", "glossmith.hosts.command", *words]
    return subprocess.run(command, cwd=folder, env=environment, capture_output=True, check=False)


@pytest.mark.parametrize("words", COMMANDS, ids=" ".join)
@pytest.mark.parametrize("variables", [{}, {"PYTHONIOENCODING": "ascii"}, {"PYTHONIOENCODING": "cp1252"}], ids=str)
def test_no_encoding_ends_in_a_traceback(project, words, variables):
    process = ran(project({"terms/a.yml": ENTRY}), *words, **variables)
    assert process.stderr == b""
    assert process.returncode == 0


def test_a_pipe_gets_utf_8(project):
    folder = project({"terms/a.yml": ENTRY})
    found = json.loads(ran(folder, "check", "--format", "json").stdout.decode("utf-8"))["findings"]
    assert [one["message"] for one in found] == ["no term is called `nöwhere`"]
    assert "港".encode() in ran(folder, "list").stdout


@pytest.mark.parametrize(
    "words", [["show"], ["new"], ["rename", "a"], ["explain"], ["list", "--tag"], ["check"]], ids=" ".join
)
def test_an_argument_that_is_no_text_is_refused_in_one_line(project, words):
    process = ran(project({"terms/a.yml": ENTRY}), *words, os.fsdecode(b"\xff/x"))
    assert process.returncode in {1, 2}
    assert process.stderr.startswith(b"glossmith: ")
    assert b"Traceback" not in process.stderr
