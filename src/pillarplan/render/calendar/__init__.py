"""The plan as a calendar (RFC 5545), with its time zones."""
