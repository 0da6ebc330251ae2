"""Bringing in a framework of others: where things are in it, and what came of it."""
