"""Verbs: one step of the way from files to pages each."""
