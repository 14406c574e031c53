"""The JSON Schema of entries says what the loader says: valid entries pass, wrong ones do not."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from core_yaml import load
from jsonschema import Draft202012Validator

from effort import IN_PROPORTION, growth
from glossmith import pipeline
from glossmith.hosts.schema import PLACE, keep_fresh
from glossmith.hosts.settings_file import settings_of
from glossmith.model.edition import Edition
from glossmith.model.fields import FIELDS
from glossmith.model.forms import Form
from glossmith.model.glossary import Glossary
from glossmith.model.place import START, Text
from glossmith.model.settings import Settings
from glossmith.model.term import Synonym, Term
from glossmith.report.known_names import Known, known_names
from glossmith.report.schema import SHAPES, schema, schema_text, vocabulary_schema
from glossmith.stages.index import index
from glossmith.stages.load import load as load_entry
from glossmith.stages.validate import validate

ROOT = Path(__file__).parents[2]
ENTRIES = sorted(path for path in (ROOT / "terms").rglob("*.yml") if not path.name.startswith("_"))


@pytest.fixture(scope="module")
def validator():
    """The schema of this repository's own glossary."""
    made = json.loads(schema_text(pipeline.read(settings_of(ROOT / "mkdocs.yml"))))
    return Draft202012Validator(made)


def faults(validator, entry):
    return [f"{list(error.path)}: {error.message[:100]}" for error in validator.iter_errors(entry)]


def test_the_schema_is_one_of_draft_2020_12(validator):
    assert validator.schema["$schema"] == Draft202012Validator.META_SCHEMA["$id"]
    Draft202012Validator.check_schema(validator.schema)


@pytest.mark.parametrize("path", ENTRIES, ids=lambda path: path.stem)
def test_every_entry_of_this_repository_is_valid(validator, path):
    assert faults(validator, load(path.read_text(encoding="utf-8"))) == []


@pytest.mark.parametrize("kind", ["categories", "organizations"])
def test_the_vocabularies_of_this_repository_are_valid(kind):
    made = vocabulary_schema(pipeline.read(settings_of(ROOT / "mkdocs.yml")), kind)
    Draft202012Validator.check_schema(made)
    vocabulary = load((ROOT / "terms" / f"_{kind}.yml").read_text(encoding="utf-8"))
    assert faults(Draft202012Validator(made), vocabulary) == []


WRONG_VOCABULARIES = {
    "categories": ["a: {titel: A}", "a: {title: A, parent: nowhere}", "a: [A]", "a b: A", "- a", "a: {title: ''}"],
    "organizations": ["a: {name: A, url: a.example}", "a: {url: 'https://a.example'}", "a: {name: A, aliases: {b: c}}"],
}


@pytest.mark.parametrize(("kind", "text"), [(kind, text) for kind, some in WRONG_VOCABULARIES.items() for text in some])
def test_what_is_wrong_in_a_vocabulary_is_wrong_by_its_schema_too(project, run, kind, text):
    root = project({f"terms/_{kind}.yml": text, "terms/a.yml": "term: a\ndefinition: An A.\n"})
    made = vocabulary_schema(pipeline.read(settings_of(root / "mkdocs.yml")), kind)
    assert faults(Draft202012Validator(made), load(text))
    assert run("check", f"terms/_{kind}.yml").code == 1


def test_each_schema_can_be_written(harbour, run):
    titles = [
        json.loads(run("schema", "--of", kind).out)["title"] for kind in ("entries", "categories", "organizations")
    ]
    assert titles == ["entry", "categories", "organizations"]
    assert "did you mean `categories`?" in run("schema", "--of", "category").err


LEGAL = [
    "term: NO",
    "term: 1.0",
    "term: true",
    "term: 2026-01-01",
    "term: null",
    "synonyms: step",
    "synonyms: [1984, {term: 2.5, type: symbol}]",
    "synonyms: {term: a}",
    "abbreviation: [A, B]",
    "related_terms: adam",
    "related_terms: [Adam, ADAM, Learning  Rate, step size]",
    "replaced_by: learning-rate",
    "category: Optimization",
    "category: optimization",
    "category: generalization AND regularization",
    "tags: [a new tag, training, 2024]",
    "developers: [{organization: DeepMind, note: x, url: 'https://x.org'}, hugging-face]",
    "references: ['HTTPS://x.org/a', 'https://x.org/?b#c']",
    "references: {url: https://x.org, published: 1951, accessed: 2026-01-31}",
    "key_facts: {Origin: 1951, On: true}",
    "linking: {auto: false, case_sensitive: 'TRUE'}",
    "created: '2026-01-31'",
    "id: Ωmega_3.5-x",
    "id: '3'",
    "seo: {title: x, keywords: a}",
    "extra: {anything: [1, {a: null}]}",
    "sections: [{title: a, body: b}]",
    "redirect_from: [old, /old/page/, 7]",
    "definition: |\n  Two.\n\n  Paragraphs.",
]


def read(text):
    """What the loader finds in an entry that gives the required fields and those of the text."""
    given = "".join(f"{name}: x\n" for name in ("term", "definition") if not text.startswith(name))
    entry, unread = load_entry(f"{given}{text}\n".encode(), "x.yml", "x.yml")
    return unread or validate(entry)[1]


@pytest.mark.parametrize("text", LEGAL)
def test_what_the_loader_takes_is_valid(validator, text):
    assert faults(validator, {"term": "x", "definition": "y"} | load(text)) == []
    assert list(read(text)) == []


WRONG = [
    ("sinonyms: [a]", "sinonyms"),
    ("term: [a]", "term"),
    ("term: ''", "term"),
    ('term: "a\\nb"', "term"),
    (f"term: {'x' * 301}", "term"),
    (f"disambiguation: {'x' * 61}", "disambiguation"),
    ("definition: {a: b}", "definition"),
    ("definition: '  '", "definition"),
    ("id: a b", "id"),
    ("id: a/b", "id"),
    ("id: -a", "id"),
    ("id: a.", "id"),
    ("category: cooking", "category"),
    ("category: [data]", "category"),
    ("related_terms: [gradient decent]", "related_terms"),
    ("related_terms: [adam, no such term]", "related_terms"),
    ("related_terms: {adam: x}", "related_terms"),
    ("broader_terms: ['']", "broader_terms"),
    ("replaced_by: [adam]", "replaced_by"),
    ("developers: [Nobody Inc]", "developers"),
    ("developers: [{organization: DeepMind, nota: x}]", "developers"),
    ("tags: [[a]]", "tags"),
    (f"tags: [{'x' * 61}]", "tags"),
    ("status: publishd", "status"),
    ("part_of_speech: Noun", "part_of_speech"),
    ("synonyms: [{term: a, type: nickname}]", "synonyms"),
    ("synonyms: [{note: a}]", "synonyms"),
    ("sections: [just text]", "sections"),
    ("sections: {title: a, body: b}", "sections"),
    ("sections: [{title: a}]", "sections"),
    ("key_facts: [a]", "key_facts"),
    ("figures: [{src: a.png}]", "figures"),
    ("references: [ftp://x.org]", "references"),
    ("references: [{url: 'https://x.org', kind: poem}]", "references"),
    ("same_as: wikidata", "same_as"),
    ("created: 2026-13-01", "created"),
    ("created: 2026", "created"),
    ("linking: {auto: maybe}", "linking"),
    ("linking: [auto]", "linking"),
    ("extra: text", "extra"),
    ("redirect_from: ['a?b']", "redirect_from"),
]

NAMES = {"category", "related_terms", "developers", "broader_terms"}
"""Fields whose names are looked up when all entries are read."""


@pytest.mark.parametrize(("text", "field"), WRONG)
def test_what_the_loader_refuses_is_not_valid(validator, text, field):
    found = faults(validator, {"term": "x", "definition": "y"} | load(text))
    assert len(found) == 1
    assert field in found[0]
    assert len(read(text)) == 1 or field in NAMES


@pytest.mark.parametrize("entry", [{}, {"term": "x"}, {"definition": "y"}, [], "text", None])
def test_an_entry_is_a_map_with_a_term_and_a_definition(validator, entry):
    assert faults(validator, entry)


def test_every_field_is_described_and_every_form_has_a_shape(validator):
    properties = validator.schema["properties"]
    assert list(properties) == [row.name for row in FIELDS]
    assert [name for name, one in properties.items() if not one["description"] or not one["markdownDescription"]] == []
    assert set(SHAPES) == set(Form.__args__)


def test_examples_and_defaults_are_valid_themselves(validator):
    examples = [(name, one["examples"][0]) for name, one in validator.schema["properties"].items() if "examples" in one]
    assert len(examples) > 15
    for name, example in examples:
        assert faults(validator, {"term": "x", "definition": "y", name: example}) == []
    defaults = [part for part in parts_of(validator.schema) if "default" in part]
    assert [part["title"] for part in defaults if part["default"] not in part["enum"]] == []
    assert {"status": "published"}.items() <= {part["title"]: part["default"] for part in defaults}.items()


def parts_of(schema):
    """Every object in a schema."""
    inner = schema.values() if isinstance(schema, dict) else schema if isinstance(schema, list) else ()
    return ([schema] if isinstance(schema, dict) else []) + [part for value in inner for part in parts_of(value)]


def offered(part):
    return next(one["enum"] for one in part["anyOf"] if "enum" in one)


def test_names_that_exist_are_offered_and_explained(validator):
    known = validator.schema["$defs"]
    assert {"adam", "Adam", "learning-rate", "learning rate", "step size", "LR"} <= set(offered(known["term"]))
    assert {"optimization", "Optimization"} <= set(offered(known["category"]))
    assert {"google-deepmind", "Google DeepMind", "DeepMind"} <= set(offered(known["organization"]))
    assert "training" in offered(known["tag"])
    told = dict(zip(*(next(iter(one.values())) for one in offers(known["term"])), strict=True))
    assert told["step size"].startswith("**learning rate** (`learning-rate`): Hyperparameter")


def offers(part):
    offer = next(one for one in part["anyOf"] if "enum" in one)
    return {"": offer["enum"]}, {"": offer["markdownEnumDescriptions"]}


def test_names_to_avoid_and_names_of_two_terms_are_not_offered(validator):
    names = offered(validator.schema["$defs"]["term"])
    assert "gain" not in names
    assert faults(validator, {"term": "x", "definition": "y", "related_terms": "gain"}) == []
    assert len(names) == len(set(names))


def edition(terms, **settings):
    glossary, _ = index(terms, Glossary().vocabularies)
    return Edition(Settings(Path(), Path(), Path(), **settings), glossary)


def term(name, *synonyms, **fields):
    texts = tuple(Synonym(Text.at(synonym, START)) for synonym in synonyms)
    id_ = fields.pop("id", name.replace(" ", "-"))
    definition = Text.at("It is " + name, START)
    return Term(id=id_, path=f"{id_}.yml", source=f"{id_}.yml", term=Text.at(name, START), definition=definition,
                synonyms=texts, **fields)  # fmt: skip


def test_without_vocabularies_any_category_and_organization_will_do():
    free = Draft202012Validator(schema(edition([term("quay")])))
    Draft202012Validator.check_schema(free.schema)
    assert faults(free, {"term": "a", "definition": "b", "category": "any", "developers": ["one"]}) == []


def test_an_empty_glossary_has_a_schema_too():
    empty = Draft202012Validator(schema(edition([])))
    Draft202012Validator.check_schema(empty.schema)
    assert faults(empty, {"term": "a", "definition": "b", "tags": ["new"]}) == []
    assert len(faults(empty, {"term": "a", "definition": "b", "related_terms": ["none"]})) == 1


def test_a_rule_that_is_off_closes_nothing():
    lenient = Draft202012Validator(schema(edition([term("quay")], rules={"unknown-term": "off"})))
    assert faults(lenient, {"term": "a", "definition": "b", "related_terms": ["none"]}) == []


ODD = ["C++", "C#", "a|b", "[x]", "{y}", "^z$", "-dash", "a.b*c?", "(p)", "back\\slash", "sla/sh", "β-VAE", "ǅ", "İst",
       "ß", "学习率", "𝕏-ray", "“quoted”", "1984", "two  blanks", "$\\eta$", "`code`", "]", "~&&--"]  # fmt: skip


@pytest.mark.parametrize("name", ODD)
def test_a_name_of_any_characters_is_known_and_only_that_name(name):
    known = [Known(one, f"**{one}**") for one in (*ODD, "plain")]
    made = Draft202012Validator(known_names(known, "doc", "fault", is_closed=True))
    Draft202012Validator.check_schema(made.schema)
    assert faults(made, name) == []
    assert faults(made, name.upper() if len(name.upper()) == len(name) else name) == []
    assert len(faults(made, f"{name} not")) == 1


def test_the_order_of_terms_does_not_change_a_byte():
    terms = [term(f"term {number}", f"name {number}") for number in range(50)]
    assert schema_text(edition(terms)) == schema_text(edition(reversed(terms)))


def large(size):
    return edition([term(f"{number % 97} word {number}", f"other {number}") for number in range(size)])


def test_a_schema_takes_steps_in_proportion_to_the_terms():
    assert growth(schema_text, large, 1_000) <= IN_PROPORTION


def test_ten_thousand_terms_take_a_few_megabytes():
    assert len(schema_text(large(10_000))) < 8_000_000


def test_the_command_prints_the_schema_or_writes_it(harbour, run):
    printed = run("schema")
    assert run("schema", "-o", "made.json").code == printed.code == 0
    assert json.loads(printed.out) == json.loads((harbour / "made.json").read_text(encoding="utf-8"))
    assert run("schema", "-o", "no/such/folder.json").code == 2


def test_a_schema_that_is_there_is_kept_fresh_and_none_is_made(harbour):
    now = pipeline.read(settings_of(None))
    keep_fresh(now)
    assert not (harbour / PLACE).exists()
    (harbour / PLACE).parent.mkdir()
    (harbour / PLACE).write_text("old", encoding="utf-8")
    keep_fresh(now)
    fresh = (harbour / PLACE).stat()
    keep_fresh(now)
    assert (harbour / PLACE).stat().st_mtime_ns == fresh.st_mtime_ns
    assert (harbour / PLACE).read_text(encoding="utf-8") == schema_text(now)
    assert [path.name for path in (harbour / PLACE).parent.iterdir()] == ["schema.json"]


def test_a_schema_that_is_a_link_out_of_the_folder_is_left_alone(harbour, tmp_path_factory):
    outside = tmp_path_factory.mktemp("outside") / "schema.json"
    outside.write_text("mine", encoding="utf-8")
    (harbour / ".glossmith").mkdir()
    (harbour / PLACE).symlink_to(outside)
    keep_fresh(pipeline.read(settings_of(None)))
    assert outside.read_text(encoding="utf-8") == "mine"
    assert (harbour / PLACE).is_symlink()
