"""The committed reference pages say what the tables say, and their examples are valid."""

from pathlib import Path

import pytest

from glossmith.hosts.reference import main, reference_pages
from glossmith.model import forms
from glossmith.model.fields import FIELDS
from glossmith.report.reference import WORDS, _example
from glossmith.stages.load import load
from glossmith.stages.validate import validate

PAGES = Path(__file__).parents[2] / "terms" / "using"
AGAIN = "run `python -m glossmith.hosts.reference terms/using`"


@pytest.mark.parametrize("name", reference_pages())
def test_a_committed_reference_page_is_what_the_table_makes(name):
    assert (PAGES / name).read_text(encoding="utf-8") == reference_pages()[name], AGAIN


def test_the_command_writes_the_pages_into_a_folder(tmp_path):
    assert main([str(tmp_path)]) == 0
    assert {path.name for path in tmp_path.iterdir()} == set(reference_pages())


@pytest.mark.parametrize("arguments", [[], ["no-such-folder"], ["one", "two"]])
def test_wrong_use_of_the_command_is_told_by_its_exit_code(arguments, capsys):
    assert main(arguments) == 2
    assert "usage" in capsys.readouterr().err


def test_every_form_is_said_in_words():
    assert set(WORDS) == set(forms.Form.__args__)


@pytest.mark.parametrize("field", FIELDS, ids=lambda field: field.name)
def test_the_example_of_a_field_is_valid(field):
    others = "".join(f"{name}: x\n" for name in ("term", "definition") if name != field.name)
    entry, unread = load(f"{others}{_example(field)}\n".encode(), "terms/x.yml", "x.yml")
    _, wrong = validate(entry)
    assert not (*unread, *wrong)
