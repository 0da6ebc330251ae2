"""Entries of a YAML file changed in its text; all else stays as it is written."""
