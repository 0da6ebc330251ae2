"""Days, hours and order: when to do what was chosen."""
