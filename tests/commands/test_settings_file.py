"""The settings in `mkdocs.yml`: what cannot be used is told with its place or a guess, and nothing in it is run."""

from __future__ import annotations

import pytest

SITE = "site_name: x\ndocs_dir: terms\n"

WRONG = {
    "nothing": ("", "not a map of settings"),
    "no YAML": (SITE + "nav: [\n", "mkdocs.yml:4:1: not YAML: "),
    "no YAML in a line of its own": (SITE + 'x: "a" b\n', "mkdocs.yml:3:8: not YAML: "),
    "an alias of nothing": (SITE + "x: *y\n", "mkdocs.yml:3:4: not YAML: found undefined alias 'y'"),
    "no plugin": (SITE + "plugins: [search]\n", "the plugin `glossmith` is not among its plugins"),
    "a misspelt plugin": (SITE + "plugins: [glosmith: {}]\n", "did you mean it by 'glosmith'?"),
    "settings that are no map": (SITE + "plugins: [glossmith: 3]\n", "the settings of `glossmith` are not a map"),
    "a misspelt setting": (SITE + "plugins: {glossmith: {rule: {}}}\n", "did you mean `rules`?"),
    "a folder that is not there": ("plugins: [glossmith]\n", "there is no folder 'docs'"),
}


@pytest.mark.parametrize(("config", "message"), WRONG.values(), ids=WRONG)
def test_a_file_that_cannot_be_used_is_told_in_one_line(project, run, config, message):
    project({}, config)
    ran = run("check")
    assert (ran.code, ran.out) == (2, "")
    assert message in ran.err
    assert ran.err.count("\n") == 1


@pytest.mark.parametrize(
    "plugins",
    [
        "[glossmith]",
        "[search, glossmith: {}]",
        "[glossmith: null]",
        "{search: {}, glossmith: null}",
        "{glossmith: {enabled: true, rules: {}, workers: null}}",
        "!ENV [NO_SUCH_VARIABLE, [glossmith]]",
    ],
)
def test_every_form_that_mkdocs_takes_is_understood(project, run, plugins):
    project({}, f"{SITE}plugins: {plugins}\n")
    assert run("check").out == "0 terms: all is well\n"


@pytest.mark.parametrize("written", ["!ENV ALLOWED", "!ENV [ALLOWED]", "!ENV [NO_SUCH, ALLOWED, false]"])
def test_a_variable_is_read_as_if_it_stood_in_the_file(project, run, monkeypatch, written):
    """As MkDocs does it, for which the text `true` would be no truth value either."""
    project({}, f"{SITE}plugins: {{glossmith: {{allow_html: {written}}}}}\n")
    for value, code in (("true", 0), ("", 0), ("yes, please", 2)):
        monkeypatch.setenv("ALLOWED", value)
        assert run("check").code == code, value


def test_nothing_in_the_file_is_run(project, run, tmp_path):
    project({}, f"{SITE}x: !!python/object/apply:os.mkdir [{tmp_path}/made]\nplugins: [glossmith]\n")
    assert run("check").code == 0
    assert not (tmp_path / "made").exists()
