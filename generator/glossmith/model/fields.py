"""The one table of fields: the validator, the schema for editors and the reference page are made from it."""

from __future__ import annotations

from glossmith.model import term as nouns
from glossmith.model.forms import (
    Anything,
    CategoryName,
    Choice,
    Date,
    Field,
    Flag,
    Identifier,
    ImagePath,
    Line,
    ListOf,
    OrganizationName,
    Pairs,
    Prose,
    Record,
    SitePath,
    TermName,
    Url,
)
from glossmith.model.vocabulary import Category, Organization

SYNONYM = Record(
    nouns.Synonym,
    (
        Field("term", Line(), "The other name.", "step size", required=True),
        Field("type", Choice(("synonym", "abbreviation", "acronym", "symbol", "spelling")), "What sort of name it is."),
        Field("note", Line(), "Where or by whom it is used.", "in numerical optimization"),
    ),
    shorthand="term",
)

DEPRECATED = Record(
    nouns.DeprecatedTerm,
    (
        Field("term", Line(), "The name to avoid.", "learning speed", required=True),
        Field("reason", Line(), "Why to avoid it.", "it suggests wall-clock time"),
    ),
    shorthand="term",
)

SECTION = Record(
    nouns.Section,
    (
        Field("title", Line(), "The heading.", "Choosing a value", required=True),
        Field("body", Prose(), "The text below it.", required=True),
        Field("id", Identifier(), "The heading's address on the page.", default="made from the title"),
    ),
)

QUESTION = Record(
    nouns.Question,
    (
        Field("question", Line(), "The question, as a reader would ask it.", required=True),
        Field("answer", Prose(), "Its answer.", required=True),
    ),
)

FIGURE = Record(
    nouns.Figure,
    (
        Field("src", ImagePath(), "The picture, relative to the entry.", "images/loss-curves.svg", required=True),
        Field("alt", Line(2000), "What the picture shows, for those who do not see it.", required=True),
        Field("caption", Prose(), "A line below the picture."),
    ),
)

DEVELOPER = Record(
    nouns.Developer,
    (
        Field("organization", OrganizationName(), "The organization.", "nvidia", required=True),
        Field("note", Prose(), "What it does about the term."),
        Field("url", Url(), "Where it says so."),
    ),
    shorthand="organization",
)

SOURCE_KINDS = ("encyclopedia", "paper", "documentation", "specification", "article", "video", "source")

SOURCE = Record(
    nouns.Source,
    (
        Field("url", Url(), "Its address.", "https://example.org/paper", required=True),
        Field("title", Line(), "Its title.", default="the address"),
        Field("kind", Choice(SOURCE_KINDS), "What it is.", "paper"),
        Field("author", Line(), "Who wrote it."),
        Field("published", Line(40), "When it appeared.", "2014"),
        Field("accessed", Date(), "When it was last looked at.", "2026-01-31"),
    ),
    shorthand="url",
)

EXTENTS = ("field", "section", "page", "all", "none")

LINKING = Record(
    nouns.Linking,
    (
        Field(
            "auto",
            Flag(),
            "Whether mentions of the term become links.",
            default="yes, but those of everyday words only where the text speaks of the term",
        ),
        Field(
            "case_sensitive",
            Flag(),
            "Whether only mentions written with the same capitals do.",
            default="only for words with capitals behind the first letter, such as WHO",
        ),
        Field(
            "mentions",
            Choice(EXTENTS),
            "Which mentions on this term's own page become links.",
            "none",
            default="the setting",
        ),
    ),
)

SEO = Record(
    nouns.Seo,
    (
        Field("title", Line(), "The page's title.", default="the term"),
        Field("description", Line(500), "The page's description.", default="the definition"),
        Field("keywords", ListOf(Line(), or_one=True), "Key words."),
    ),
)

SPEECH = Choice(("noun", "verb", "adjective", "adverb", "other"))
STATUS = Choice(("draft", "published", "deprecated", "superseded"))
NAMES = ListOf(Line(), or_one=True)
TERMS = ListOf(TermName(), or_one=True)
PROSES = ListOf(Prose(), or_one=True)

FIELDS: tuple[Field, ...] = (
    Field("id", Identifier(), "Stable address of the term.", "learning-rate", default="the file's name"),
    Field("term", Line(), "Preferred designation.", "learning rate", required=True, source="skos:prefLabel"),
    Field("disambiguation", Line(60), "Tells terms apart that share a designation.", "machine learning"),
    Field("abbreviation", NAMES, "Admitted designation, abbreviated.", "LR", source="ISO 10241-1"),
    Field("synonyms", ListOf(SYNONYM, or_one=True), "Admitted designations.", "[step size]", source="skos:altLabel"),
    Field("deprecated_terms", ListOf(DEPRECATED, or_one=True), "Names to avoid: found by search, never linked.",
          source="ISO 10241-1"),
    Field("hidden_terms", NAMES, "Misspellings, for search only.", "[lerning rate]", source="skos:hiddenLabel"),
    Field("inflections", NAMES, "Further forms that link: irregular plurals, verb forms.", "[learning rates]"),
    Field("pronunciation", Line(), "Pronunciation, in IPA.", "/ˈlɜːnɪŋ reɪt/"),
    Field("part_of_speech", SPEECH, "Part of speech.", "noun"),
    Field("symbol", Line(), "Symbol; TeX between dollar signs.", r"$\eta$", source="ISO 10241-1"),
    Field("definition", Prose(), "What the term means, in one or two sentences.", "Step size of gradient descent.",
          required=True, source="skos:definition"),
    Field("technical_definition", Prose(), "The precise version of the definition."),
    Field("background", Prose(), "History and context."),
    Field("usage_note", Prose(), "How to use the word, or the thing, well.", source="skos:scopeNote"),
    Field("notes", PROSES, "Remarks.", source="ISO 10241-1 note"),
    Field("examples", PROSES, "Examples.", source="ISO 10241-1 example"),
    Field("sections", ListOf(SECTION), "The article: headings of the author's choice, in order."),
    Field("key_facts", Pairs(Line()), "A fact box: label and text.", "{Origin: statistics}"),
    Field("faq", ListOf(QUESTION), "Questions and answers, shown folded.", source="schema.org FAQPage"),
    Field("figures", ListOf(FIGURE), "Pictures."),
    Field("category", CategoryName(), "The category of the term.", "optimization"),
    Field("tags", ListOf(Line(60), or_one=True), "Tags.", "[training, hyperparameters]"),
    Field("broader_terms", TERMS, "Wider concepts.", "[hyperparameter]", source="ISO 25964 BT"),
    Field("narrower_terms", TERMS, "Narrower concepts.", source="ISO 25964 NT"),
    Field("part_of", TERMS, "Wholes that this is a part of.", source="ISO 25964 BTP"),
    Field("related_terms", TERMS, "Other terms worth knowing.", "[batch-size]", source="ISO 25964 RT"),
    Field("contrasts_with", TERMS, "Terms to tell this one from."),
    Field("developers", ListOf(DEVELOPER, or_one=True), "Organizations that develop technology related to the term.",
          "[nvidia]"),
    Field("references", ListOf(SOURCE, or_one=True), "Further reading; an encyclopedia is shown as “Read more”."),
    Field("same_as", ListOf(Url(), or_one=True), "The same concept elsewhere.",
          "[https://www.wikidata.org/entity/Q1047452]", source="schema.org sameAs"),
    Field("status", STATUS, "State of the entry; drafts are shown in the preview only.", default="published"),
    Field("replaced_by", TermName(), "The term to use instead; required when superseded."),
    Field("redirect_from", ListOf(SitePath(), or_one=True), "Old ids or site paths that lead here.", "[lr]"),
    Field("linking", LINKING, "Whether mentions of this term, and those on its page, become links.", "{auto: false}"),
    Field("created", Date(), "When the entry was written.", "2026-01-31"),
    Field("updated", Date(), "When it last changed.", "2026-02-28", default="the file's last commit"),
    Field("reviewed", Date(), "When somebody last checked it.", "2026-02-28"),
    Field("review_by", Date(), "When it should be checked again.", "2027-02-28"),
    Field("owners", NAMES, "Who answers for the entry.", "[optimization-team]"),
    Field("seo", SEO, "What search engines are told."),
    Field("extra", Anything(), "Anything else; passed on to templates and exports.", "{difficulty: beginner}"),
)  # fmt: skip

CATEGORY = Record(
    Category,
    (
        Field("title", Line(), "Its title.", "Optimization", required=True),
        Field("description", Prose(), "What belongs to it.", "Algorithms that minimize a loss."),
        Field("parent", CategoryName(), "The category above it, by id or title.", "training"),
    ),
    shorthand="title",
)
"""What `_categories.yml` says of each category."""

ORGANIZATION = Record(
    Organization,
    (
        Field("name", Line(), "Its name.", "Hugging Face", required=True),
        Field("url", Url(), "Its web site.", "https://huggingface.co/"),
        Field("description", Prose(), "What it does.", "Hosts models and data sets."),
        Field("aliases", ListOf(Line(), or_one=True), "Its other names.", "[HF]"),
        Field("same_as", ListOf(Url(), or_one=True), "The same organization elsewhere.",
              "[https://en.wikipedia.org/wiki/Hugging_Face]"),
    ),
    shorthand="name",
)  # fmt: skip
"""What `_organizations.yml` says of each organization."""
