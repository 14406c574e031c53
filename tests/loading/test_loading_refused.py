"""Entries that cannot be used: each gets the one finding that says so, where it is wrong, and never an exception."""

from __future__ import annotations

from pathlib import Path

import pytest

from scratch import Scratch

VALID = b"term: a\ndefinition: b\n"

LEVELS = 70
BOMB = b"".join(b"  %c: &%c [%s]\n" % (98 + n, 98 + n, b",".join([b"*%c" % (97 + n)] * 9)) for n in range(8))

FILES: dict[str, tuple[bytes, list[str]]] = {
    # what is not a YAML document at all
    "an empty file": (b"", ["empty-entry 1:1"]),
    "white space": (b"  \n\n", ["empty-entry 1:1"]),
    "comments alone": (b"# to do\n# later\n", ["empty-entry 1:1"]),
    "a BOM alone": (b"\xef\xbb\xbf", ["empty-entry 1:1"]),
    "a list": (b"- a\n- b\n", ["wrong-form 1:1"]),
    "a scalar": (b"\nhello\n", ["wrong-form 2:1"]),
    "Latin-1": ("term: a\ndefinition: caf\xe9\n".encode("latin-1"), ["not-utf8 2:16"]),
    "Latin-1 behind a letter of two bytes": ("term: é\n".encode() + b"definition: \xe9\n", ["not-utf8 2:13"]),
    "UTF-16": (VALID.decode().encode("utf-16"), ["not-utf8 1:1"]),
    "UTF-16 without a BOM": (VALID.decode().encode("utf-16-le"), ["forbidden-character 1:2"]),
    "UTF-32": (VALID.decode().encode("utf-32"), ["not-utf8 1:1"]),
    "a picture": (b"\x89PNG\r\n\x1a\n", ["not-utf8 1:1"]),
    # size and depth
    "5 MB": (b'term: a\ndefinition: "' + b"x" * 5_000_000 + b'"\n', ["oversized-entry 1:1"]),
    "100,000 brackets": (b"[" * 100_000, ["oversized-entry 1:65"]),
    "100,000 brackets in a field": (b"term: a\nextra: " + b"[" * 100_000, ["oversized-entry 2:71"]),
    "100,000 braces": (b"{" * 100_000, ["oversized-entry 1:65"]),
    "100,000 dashes": (b"- " * 100_000, ["oversized-entry 1:129"]),
    "deep indentation": (b"".join(b" " * n + b"a:\n" for n in range(1000)), ["oversized-entry 64:64"]),
    "an alias bomb": (b"term: a\nextra:\n  a: &a [x,x,x,x,x,x,x,x,x]\n" + BOMB, ["oversized-entry 7:13"]),
    "25,000 values": (VALID + b"extra: {a: [" + b"x," * 25_000 + b"]}\n", ["oversized-entry 3:39995"]),
    # characters
    "NUL": (b"term: a\ndefinition: b\0c\n", ["forbidden-character 2:14"]),
    "an escaped NUL": (b'term: a\ndefinition: "b\\0c"\n', ["forbidden-character 2:15"]),
    "an escaped escape": (b'term: a\ndefinition: "b\\ec"\n', ["forbidden-character 2:15"]),
    "a bell": (b"term: a\ndefinition: b\x07\n", ["forbidden-character 2:14"]),
    "a character of C1": ("term: a\ndefinition: b\x81\n".encode(), ["forbidden-character 2:14"]),
    "what turns text round": ("term: a\u202eb\ndefinition: c\n".encode(), ["forbidden-character 1:8"]),
    "no character": (b'term: a\ndefinition: "\\uffff"\n', ["forbidden-character 2:14"]),
    "half a character, raw": (b"term: a\ndefinition: b\xed\xa0\x80c\n", ["not-utf8 2:14"]),
    "half a character, escaped": (b'term: a\ndefinition: "b\\ud800c"\n', ["yaml-syntax 2:15"]),
    "a character in two escaped halves": (b'term: a\ndefinition: "b\\ud83d\\ude00c"\n', ["yaml-syntax 2:15"]),
    # syntax
    "a colon in a text": (b"term: a: b\n", ["yaml-syntax 1:8"]),
    "a colon in a text behind a BOM": (b"\xef\xbb\xbfterm: a: b\n", ["yaml-syntax 1:8"]),
    "a tab for indentation": (b"term: a\nsections:\n\t- title: a\n", ["yaml-syntax 3:1"]),
    "a tab in a folded line": (b"term: a\ndefinition: b\n\tc\n", ["yaml-syntax 3:1"]),
    "a quotation that never ends": (b'term: "a\ndefinition: b\n', ["yaml-syntax 1:7"]),
    "a field that is indented": (b"term: a\n  definition: b\n", ["yaml-syntax 2:3"]),
    "an at sign": (b"term: @a\ndefinition: b\n", ["yaml-syntax 1:7"]),
    "a backtick": (b"term: `a`\ndefinition: b\n", ["yaml-syntax 1:7"]),
    "an asterisk": (b"term: *a\ndefinition: b\n", ["yaml-syntax 1:7"]),
    "an asterisk behind CRLF": (b"term: a\r\ndefinition: *b\r\n", ["yaml-syntax 2:13"]),
    "two documents": (VALID + b"---\n" + VALID, ["yaml-syntax 3:1"]),
    "an empty second document": (VALID + b"---\n", ["yaml-syntax 3:1"]),
    "YAML 3.0": (b"%YAML 3.0\n---\n" + VALID, ["yaml-syntax 1:1"]),
    "a directive that nobody knows": (b"%FOO x\n---\n" + VALID, ["yaml-syntax 1:1"]),
    "an empty key": (b": a\n" + VALID, ["yaml-syntax 1:1"]),
    "a bracket that never ends": (b"term: a\ntags: [b, c\ndefinition: b\n", ["yaml-syntax 2:7"]),
    # YAML that entries do without
    "a merge key": (b"a: &a\n  term: x\n<<: *a\n", ["merge-key 3:1"]),
    "an anchor that holds itself": (VALID + b"extra: &x\n  y: *x\n", ["recursive-alias 4:6"]),
    "a list that holds itself": (b"&x [*x]\n", ["recursive-alias 1:5"]),
    "a tag of Python": (b"term: !!python/object:os.system a\ndefinition: b\n", ["yaml-tag 1:7"]),
    "a tag of somebody's": (b"term: !foo a\ndefinition: b\n", ["yaml-tag 1:7"]),
    "a tag by a directive": (b"%TAG !e! tag:x,2000:\n---\nterm: !e!a a\ndefinition: b\n", ["yaml-tag 3:7"]),
    "a set": (b"!!set {a, b}\n", ["yaml-tag 1:1"]),
    "bytes": (b"term: !!binary aGk=\ndefinition: b\n", ["yaml-tag 1:7"]),
    # keys
    "a list for a key": (b"? [a, b]\n: c\n" + VALID, ["wrong-form 1:3"]),
    "a map for a key": (b"? {a: b}\n: c\n" + VALID, ["wrong-form 1:3"]),
    "a list for a key, deep inside": (VALID + b"extra:\n  ? [a]\n  : b\n", ["wrong-form 4:5"]),
    "a merge key between quotes": (b'"<<": a\n' + VALID, ["unknown-field 1:1"]),
    "a key given twice": (VALID + b"term: c\n", ["duplicate-key 3:1"]),
    "a key given twice in a record": (VALID + b"seo: {title: a, title: b}\n", ["duplicate-key 3:17"]),
    "a label given twice": (VALID + b"key_facts:\n  A: x\n  A: y\n", ["duplicate-key 5:3"]),
    "a key given twice in extra": (VALID + b"extra:\n  A: x\n  A: y\n", ["duplicate-key 5:3"]),
    "a field that nobody knows, behind a BOM": (b"\xef\xbb\xbffoo: a\n" + VALID, ["unknown-field 1:1"]),
    # fields
    "no term": (b"definition: b\n", ["missing-field 1:1"]),
    "no definition": (b"term: a\n", ["missing-field 1:1"]),
    "nothing but what is unknown": (b"a: b\n", ["missing-field 1:1", "missing-field 1:1", "unknown-field 1:1"]),
    "an empty term": (b'term: ""\ndefinition: b\n', ["empty-value 1:1"]),
    "a term of spaces": (b'term: "  "\ndefinition: b\n', ["empty-value 1:1"]),
    "a term without width": ("term: \u200b\u2060\ndefinition: b\n".encode(), ["empty-value 1:1"]),
    "an anchor for a term": (b"term: &a\ndefinition: b\n", ["empty-value 1:1"]),
    "a term in brackets": (b"term: [x]\ndefinition: b\n", ["wrong-form 1:7"]),
    "a term in braces": (b"term: {x}\ndefinition: b\n", ["wrong-form 1:7"]),
    "a term in two braces": (b"term: {{x}}\ndefinition: b\n", ["wrong-form 1:7"]),
    "a term on two lines": (b"term: |\n  a\n  b\ndefinition: b\n", ["wrong-form 1:7"]),
    "a term with a carriage return": (b'term: "a\\rb"\ndefinition: b\n', ["wrong-form 1:7"]),
    "a term with a line separator": (b'term: "a\\Lb"\ndefinition: b\n', ["wrong-form 1:7"]),
    "a term of 400 characters": (b"term: " + b"x" * 400 + b"\ndefinition: b\n", ["wrong-value 1:7"]),
    "a definition that is a map": (b"term: a\ndefinition: {x: y}\n", ["wrong-form 2:13"]),
    "an extra that is a list": (VALID + b"extra: [a]\n", ["wrong-form 3:8"]),
    "an extra that is a text": (VALID + b"extra: a\n", ["wrong-form 3:8"]),
    "an empty extra": (VALID + b"extra:\n", ["empty-value 3:1"]),
    "an address without its end": (VALID + b'same_as: "http://["\n', ["bad-url 3:10"]),
    "an address with an impossible port": (VALID + b"same_as: http://x:99999999/\n", ["bad-url 3:10"]),
    "a script for an address": (VALID + b'same_as: "javascript:alert(1)"\n', ["bad-url 3:10"]),
    "a date that does not exist": (VALID + b"created: 2026-02-30\n", ["bad-date 3:10"]),
    "a date of another calendar": (VALID + b"created: 31.1.2026\n", ["bad-date 3:10"]),
    "a status that nobody knows": (VALID + b"status: publishd\n", ["wrong-value 3:9"]),
    "a flag that is neither": (VALID + b"linking: {auto: yes}\n", ["wrong-value 3:17"]),
    "an old address out of the site": (VALID + b"redirect_from: [../x, a/../b]\n", ["bad-path 3:17", "bad-path 3:23"]),
    "an old address that leads up when it is decoded": (VALID + b"redirect_from: /a/%2e%2e/b\n", ["bad-path 3:16"]),
    "an old address too long for a file": (VALID + b"redirect_from: " + b"x" * 251 + b"\n", ["bad-path 3:16"]),
    "an old address that git keeps for itself": (
        VALID + b"redirect_from: [/.git/x/, a/.GIT]\n",
        ["bad-path 3:17", "bad-path 3:27"],
    ),
    "an old address with a backslash": (VALID + b"redirect_from: c\\d\n", ["bad-path 3:16"]),
    "a picture from a script": (VALID + b"figures: [{src: 'javascript:x', alt: y}]\n", ["bad-path 3:17"]),
    "a picture without a text": (VALID + b"figures:\n- src: https://e.org/a.png\n", ["missing-field 4:3"]),
    # ids
    "an id that leads up": (b"id: ../x\n" + VALID, ["bad-id 1:5"]),
    "an id of dots": (b"id: ..\n" + VALID, ["bad-id 1:5"]),
    "an id with a slash": (b"id: a/b\n" + VALID, ["bad-id 1:5"]),
    "an id with a backslash": (b"id: a\\b\n" + VALID, ["bad-id 1:5"]),
    "an id with a NUL": (b'id: "a\\0b"\n' + VALID, ["forbidden-character 1:7"]),
    "an id with a space": (b"id: a b\n" + VALID, ["bad-id 1:5"]),
    "an id that begins with a dot": (b"id: .a\n" + VALID, ["bad-id 1:5"]),
    "an id that begins with a hyphen": (b"id: -a\n" + VALID, ["bad-id 1:5"]),
    "an id that ends with a dot": (b"id: a.\n" + VALID, ["bad-id 1:5"]),
    "an id of 151 bytes": (b"id: " + b"x" * 151 + b"\n" + VALID, ["bad-id 1:5"]),
    "an id of 76 letters and 152 bytes": (b"id: " + "é".encode() * 76 + b"\n" + VALID, ["bad-id 1:5"]),
    "an id of emoji": ("id: 🙂\n".encode() + VALID, ["bad-id 1:5"]),
    "an id with an unseen joiner": ("id: a\u200db\n".encode() + VALID, ["bad-id 1:5"]),
    "an id that is a list": (b"id: [a]\n" + VALID, ["wrong-form 1:5"]),
    "an empty id": (b"id:\n" + VALID, ["empty-value 1:1"]),
}


@pytest.mark.parametrize(("content", "expected"), FILES.values(), ids=FILES)
def test_a_bad_entry_is_found_where_it_is_wrong(tmp_path: Path, content: bytes, expected: list[str]) -> None:
    scratch = Scratch(tmp_path, {"terms/x.yml": content, "terms/good.yml": "term: good\ndefinition: Fine."})
    assert scratch.findings() == [f"{finding} terms/x.yml" for finding in expected]


@pytest.mark.parametrize(
    ("content", "advice"),
    [
        (b"term: {x}\ndefinition: b\n", 'put it between quotes: "{x}"'),
        (b"term: a: b\n", "put the text between quotes"),
        (b"term: `a`\n", "put the text between quotes"),
        (b"term: *a\n", "put a text that begins with `*` between quotes"),
        (b"term: a\nsections:\n\t- title: a\n", "indent with spaces; YAML does not allow tabs there"),
        (b'term: "a\n', "close it where the text ends"),
        (VALID + b"synonym: c\n", "did you mean `synonyms`?"),
        (VALID + b"status: publishd\n", "did you mean `published`?"),
    ],
)
def test_the_help_shows_the_way_out(tmp_path: Path, content: bytes, advice: str) -> None:
    findings = Scratch(tmp_path, {"terms/x.yml": content}).read().findings
    assert advice in [finding.help for finding in findings]


def test_references_to_a_broken_entry_are_not_reported_as_well(tmp_path: Path) -> None:
    good = "term: good\ndefinition: See [[bad-one]] and [[bad one]].\nrelated_terms: [bad-one]\n"
    scratch = Scratch(tmp_path, {"terms/bad-one.yml": "term: [", "terms/good.yml": good})
    assert [finding.split()[2] for finding in scratch.findings()] == ["terms/bad-one.yml"]


def test_a_broken_vocabulary_is_the_only_thing_reported(tmp_path: Path) -> None:
    entry = "term: a\ndefinition: b\ncategory: c\ndevelopers: [d]\n"
    broken = {"terms/_categories.yml": "c: C: C\n", "terms/_organizations.yml": b"d: \xff\n"}
    found = Scratch(tmp_path, {"terms/a.yml": entry, **broken}).findings()
    assert found == ["yaml-syntax 1:5 terms/_categories.yml", "not-utf8 1:4 terms/_organizations.yml"]
