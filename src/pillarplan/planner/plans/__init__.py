"""Whole roadmaps: the best one, variants of it, and what changes between two."""
