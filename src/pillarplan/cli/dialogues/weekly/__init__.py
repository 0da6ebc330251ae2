"""The check-in, what it asks of what is done, what it leads to, and recall."""
