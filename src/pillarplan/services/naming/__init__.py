"""What people call things, and the ids that are meant."""
