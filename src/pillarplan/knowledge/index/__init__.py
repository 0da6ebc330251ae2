"""The compiled knowledge base: built, opened, searched."""
