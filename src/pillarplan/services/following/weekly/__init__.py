"""The check-in: what it asks, what it records, and what it answers."""
