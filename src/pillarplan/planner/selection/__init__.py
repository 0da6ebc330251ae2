"""Which items to take: the exact choice."""
