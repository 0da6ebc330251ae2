"""Markdown and YAML pages that people read, print and fill in."""
