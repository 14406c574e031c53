"""Mentions: designations of terms found in running text that nobody marked up."""
