"""What people type and set, turned into values: options, dates, files, settings."""
