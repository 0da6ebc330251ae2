"""Living with a plan: check-in, what is next, status, pauses, recall, reminders."""
