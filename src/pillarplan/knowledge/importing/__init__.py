"""Skill frameworks of others, in whatever files they come, read as a knowledge base."""
