"""`glossmith check --fix` and `--diff`."""

from __future__ import annotations

import json
import re
import subprocess
import tempfile
from collections.abc import Mapping
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from glossmith.edits.mending import BOM
from glossmith.hosts.command import main
from glossmith.model.glossary import normal

CONFIGURATION = "site_name: Site\ndocs_dir: terms\nplugins: [glossmith]\n"
RATE = (
    "term: learning rate\ndefinition: Step size.\ndeprecated_terms: [gain]\nredirect_from: [lr]\n"
    "tags: [training, tuning]\n"
)


def project(folder: Path, files: Mapping[str, str]) -> None:
    (folder / "terms").mkdir(exist_ok=True)
    (folder / "mkdocs.yml").write_text(CONFIGURATION, encoding="utf-8")
    for name, text in {"learning-rate.yml": RATE, **files}.items():
        file = folder / "terms" / name
        file.parent.mkdir(exist_ok=True)
        file.write_bytes(text.encode())


@pytest.fixture(name="site")
def make_site(tmp_path, monkeypatch):
    """Writes entries beside `learning-rate`; the folder of entries."""
    monkeypatch.chdir(tmp_path)

    def site(**files: str) -> Path:
        project(tmp_path, {f"{name}.yml": text for name, text in files.items()})
        return tmp_path / "terms"

    return site


def fixed(site, text: str, *arguments: str) -> str:
    terms = site(x=text)
    main(["check", "--fix", *arguments])
    return (terms / "x.yml").read_bytes().decode()


def names_in(folder: Path) -> list[str]:
    return sorted(file.name for file in folder.iterdir())


ENTRY = "term: x\ndefinition: An X.\n"

FIXES = {
    "mixed-case-tag": ("tags: [Training] # why\n", "tags: [training] # why\n"),
    "duplicate-tag": ("tags:\r\n- tuning\r\n- training\r\n- tuning\r\n", "tags:\r\n- tuning\r\n- training\r\n"),
    "redundant-synonym": ("synonyms: [X, y, 'Y']\n", "synonyms: [y]\n"),
    "redundant-synonym that says more": ("synonyms: [y, {term: Y, note: why}, {term: X, type: symbol}]\n", None),
    "redundant-synonym, the only one": ("synonyms: X\ntags: [tuning]\n", "tags: [tuning]\n"),
    "deprecated-reference": ("related_terms: [ 'gain' ]\n", "related_terms: [ 'learning rate' ]\n"),
    "deprecated-reference in prose": ("background: A [[Gain]].\n", "background: A [[learning rate|Gain]].\n"),
    "a deprecated name with a text": ("background: A [[ gain | G ]].\n", "background: A [[ learning rate | G ]].\n"),
    "missing-heading": (
        "background: |-\n  A [[x#Background|b]],\n  [[ learning rate # Related  Terms ]].\n",
        "background: |-\n  A [[x#background|b]],\n  [[ learning rate # related-terms ]].\n",
    ),
    "a deprecated name in a table": (
        "background: |\n  | a |\n  |---|\n  | [[gain]] |\n",
        "background: |\n  | a |\n  |---|\n  | [[learning rate\\|gain]] |\n",
    ),
    "an old id": ("related_terms:\n  - LR\n", "related_terms:\n  - learning-rate\n"),
    "an old id in prose": (
        "background: '[[lr]], [[lr#use]], [[lr|rate]]'\n",
        "background: '[[learning-rate]], [[learning-rate#use]], [[learning-rate|rate]]'\n",
    ),
    "a successor": ("replaced_by: lr\n", "replaced_by: learning-rate\n"),
    "dashes without a space": ("tags:\n  -training\n  -tuning\n", "tags:\n  - training\n  - tuning\n"),
    "a dash too far to the right": ("tags:\n  - training\n     - tuning\n", "tags:\n  - training\n  - tuning\n"),
    "a missing dash": ("related_terms:\n  - learning rate\n    y\n", "related_terms:\n  - learning rate\n  - y\n"),
    "one long name": ("synonyms:\n  a name that\n  is long\n", None),
}


@pytest.mark.parametrize(("before", "after"), FIXES.values(), ids=FIXES)
def test_a_fix_changes_what_it_must_and_nothing_else(site, before, after):
    site(y="term: y\ndefinition: A Y.\ntags: [training]\n")
    assert fixed(site, ENTRY + before) == ENTRY + (before if after is None else after)


@pytest.mark.parametrize("before", [before for before, after in FIXES.values() if after], ids=re.escape)
def test_a_diff_shows_the_same_and_changes_nothing(site, capsys, before):
    terms = site(x=ENTRY + before, y="term: y\ndefinition: A Y.\ntags: [training]\n")
    contents = {file: file.read_bytes() for file in terms.iterdir()}
    assert main(["check", "--diff"]) == 1
    assert {file: file.read_bytes() for file in terms.iterdir()} == contents
    shown = capsys.readouterr().out
    main(["check", "--fix"])
    after = (terms / "x.yml").read_bytes()
    (terms / "x.yml").write_bytes(contents[terms / "x.yml"])
    subprocess.run(["git", "apply", "-"], input=shown.encode(), cwd=terms.parent, check=True)
    assert (terms / "x.yml").read_bytes() == after
    assert main(["check", "--diff"]) == 0


def test_what_cannot_be_mended_is_reported_after_the_fixes(site, capsys):
    site(x="term: x\ndefinition: An [[unheard of]].\ntags: [training, training]\nrelated_terms: [nobody]\n")
    assert main(["check", "--fix"]) == 1
    captured = capsys.readouterr()
    assert "mended 1 finding in 1 file" in captured.err
    assert "duplicate-tag" not in captured.out
    assert "unknown-term" in captured.out


def test_machine_formats_stay_whole(site, capsys):
    site(x=ENTRY + "tags: [training, training]\n")
    assert main(["check", "--fix", "--format", "json"]) == 0
    assert json.loads(capsys.readouterr().out)["findings"] == []


def test_only_the_files_and_rules_asked_for_are_mended(site):
    text = ENTRY + "tags: [training, training]\nrelated_terms: [gain]\n"
    terms = site(x=text, z=text.replace("term: x", "term: z"))
    main(["check", "--fix", "--select", "duplicate-tag", str(terms / "x.yml")])
    assert (terms / "x.yml").read_text() == ENTRY + "tags: [training]\nrelated_terms: [gain]\n"
    assert "training, training" in (terms / "z.yml").read_text()


def test_pages_are_mended_too(site):
    terms = site()
    (terms / "about.md").write_bytes(b"---\ntitle: x\n---\r\n# About\r\n\r\n[[gain]] and `[[gain]]`, [[lr|so]].\r\n")
    main(["check", "--fix"])
    after = b"---\ntitle: x\n---\r\n# About\r\n\r\n[[learning rate|gain]] and `[[gain]]`, [[learning-rate|so]].\r\n"
    assert (terms / "about.md").read_bytes() == after


def test_a_file_keeps_its_mode_and_leaves_none_behind(site):
    terms = site(x=ENTRY + "tags: [training, training]\n")
    (terms / "x.yml").chmod(0o640)
    main(["check", "--fix"])
    assert (terms / "x.yml").stat().st_mode & 0o777 == 0o640
    assert names_in(terms) == ["learning-rate.yml", "x.yml"]


def test_a_symbolic_link_stays_one_and_what_it_leads_to_is_mended(site):
    terms = site(x=ENTRY + "tags: [training, training]\n")
    (terms / "same.yml").symlink_to("x.yml")
    main(["check", "--fix"])
    assert (terms / "same.yml").is_symlink()
    assert (terms / "x.yml").read_text() == ENTRY + "tags: [training]\n"


def test_a_suppressed_finding_is_not_mended(site):
    text = ENTRY + "tags: [training, training] # glossmith: ignore[duplicate-tag] on purpose\n"
    assert fixed(site, text) == text


def test_a_file_that_cannot_be_written_is_named(site, capsys, monkeypatch):
    terms = site(x=ENTRY + "tags: [training, training]\n")

    def refuse(self: Path, target: Path) -> None:
        raise PermissionError(13, "Permission denied", str(target))

    monkeypatch.setattr(Path, "replace", refuse)
    assert main(["check", "--fix"]) == 2
    assert "x.yml: Permission denied" in capsys.readouterr().err
    assert names_in(terms) == ["learning-rate.yml", "x.yml"]


def test_in_a_folder_that_cannot_be_written_the_file_itself_is_named(site, capsys, monkeypatch):
    terms = site(x=ENTRY + "tags: [training, training]\n")

    def refuse(prefix: str, **_: object) -> None:
        raise PermissionError(13, "Permission denied", str(terms / f"{prefix}a1b2"))

    monkeypatch.setattr(tempfile, "mkstemp", refuse)
    assert main(["check", "--fix"]) == 2
    assert (
        capsys.readouterr().err == f"glossmith: cannot mend {terms / 'x.yml'}: Permission denied; nothing has changed\n"
    )


# Entries in many styles: a list of (text, whether a fix may change it).

TAGS = ["training", "Training", "TUNING", "tuning", "deep learning", "é: è"]
SYNONYMS = ["X", "x", "step", "Step", "a, b", "x's"]
RELATED = {"gain": "learning rate", "lr": "learning-rate", "LR": "learning-rate", "learning rate": "learning rate"}
PROSE = {
    "[[gain]]": "[[learning rate|gain]]",
    "[[lr|it's]]": "[[learning-rate|it's]]",
    "[[learning rate]]": "",
    "w": "",
}
PROSE["[[lr#use]]"] = "[[learning-rate#use]]"


def quote(name: str, style: str) -> str:
    if style == '"':
        return json.dumps(name, ensure_ascii=False)
    return "'" + name.replace("'", "''") + "'" if style == "'" or re.search("[:,]", name) else name


@st.composite
def lists(draw, field: str, names: list[str]):
    """The lines of a list: block, flow on one line or several, with comments."""
    items = [quote(name, draw(st.sampled_from(["", "'", '"']))) for name in names]
    comment = st.sampled_from(["", " # why", " # [x] - y: 'z'"])
    form = draw(st.sampled_from(["block", "unindented", "flow", "lines", "trailing"]))
    if form in {"block", "unindented"}:
        margin = "" if form == "unindented" else draw(st.sampled_from(["  ", "    "]))
        return f"{field}:{draw(comment)}\n" + "".join(f"{margin}-  {item}{draw(comment)}\n" for item in items)
    if form == "flow":
        return f"{field}: [ {', '.join(items)} ]{draw(comment)}\n"
    if form == "trailing":
        return f"{field}: [{', '.join(items)},]{draw(comment)}\n"
    return f"{field}: [\n" + "".join(f"  {item},{draw(comment)}\n" for item in items) + "  ]\n"


@st.composite
def entries(draw):
    tags = draw(st.lists(st.sampled_from(TAGS), min_size=1, max_size=5))
    synonyms = draw(st.lists(st.sampled_from(SYNONYMS), min_size=1, max_size=4))
    related = draw(st.lists(st.sampled_from(sorted(RELATED)), min_size=1, max_size=3, unique_by=RELATED.get))
    words = " ".join(draw(st.lists(st.sampled_from(sorted(PROSE)), min_size=1, max_size=5)))
    quoted = words.replace("'", "''")
    background = draw(
        st.sampled_from(
            [f"|\n  {words}\n", f">-\n   {words}\n   end.\n", f"See\n  {words}\n  # c\n", f"'{quoted}' # c\n"]
        )
    )
    kept = [
        "# head\n",
        "term: x # the name\n",
        "definition: >\n  An X.\n\n  # no comment\n",
        "extra: {tags: [Training, Training]}\n",
    ]
    changing = [
        draw(lists("tags", tags)),
        draw(lists("synonyms", synonyms)),
        draw(lists("related_terms", related)),
        f"background: {background}",
    ]
    segments = [part for pair in zip(kept, changing, strict=True) for part in pair]
    end = draw(st.sampled_from(["\n", "\r\n"]))
    text = "".join(segments).replace("\n", end)
    text = text if draw(st.booleans()) else text[: -len(end)]
    return draw(st.sampled_from(["", BOM])) + text, [part.replace("\n", end) for part in kept], related, words


def once(names: list[str], seen: set[str]) -> list[str]:
    return [name for name in names if not (normal(name) in seen or seen.add(normal(name)))]


@settings(max_examples=40, deadline=None)
@given(entries())
def test_a_mended_entry_holds_the_same_data_but_for_the_fixes(tmp_path_factory, entry):
    text, kept, related, words = entry
    folder = tmp_path_factory.mktemp("site")
    project(folder, {"x.yml": text})
    arguments = ["check", "--fix", "-f", str(folder / "mkdocs.yml")]
    file = folder / "terms" / "x.yml"
    before = yaml.load(file.read_bytes().decode("utf-8-sig"), yaml.BaseLoader)
    main(arguments)
    after_text = file.read_bytes().decode()
    after = yaml.load(after_text.removeprefix(BOM), yaml.BaseLoader)

    position = 0
    for part in kept:
        assert part in after_text[position:]
        position = after_text.index(part, position) + len(part)
    assert after_text.startswith(BOM) == text.startswith(BOM)
    assert after_text.endswith("\n") == text.endswith("\n")
    assert [normal(tag) for tag in after["tags"]] == [normal(tag) for tag in once(before["tags"], set())]
    assert after.get("synonyms", []) == once(before["synonyms"], {"x"})
    assert after["related_terms"] == [RELATED[name] for name in related]
    wanted = words
    for old, new in PROSE.items():
        wanted = wanted.replace(old, new or old)
    assert after["background"] == before["background"].replace(words, wanted)
    rest = {"tags", "synonyms", "related_terms", "background"}
    assert {k: v for k, v in after.items() if k not in rest} == {k: v for k, v in before.items() if k not in rest}

    main(arguments)
    assert file.read_bytes().decode() == after_text
