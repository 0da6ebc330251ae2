"""Items of one's own: told by command, kept in a file that a person can read."""
