"""Opinions about a glossary: one file each."""
