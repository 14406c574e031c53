"""Nouns: immutable data."""
