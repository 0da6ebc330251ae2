"""The files of a knowledge base: what they may hold, read and joined."""
