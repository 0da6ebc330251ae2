"""Gaps, hours, roadmaps, and how roadmaps differ."""
