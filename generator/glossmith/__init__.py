"""glossmith: YAML term entries, validated, cross-linked and published as a glossary."""

__version__ = "0.1.0"
