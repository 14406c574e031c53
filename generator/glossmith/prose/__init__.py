"""Prose: Markdown fields to HTML that is ready but for its links."""
