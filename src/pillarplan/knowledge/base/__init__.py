"""The files of a knowledge base, read, changed by an overlay, and joined."""
