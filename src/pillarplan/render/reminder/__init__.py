"""A reminder in the form of each system that can run it, and the words it says."""
