"""How far one is from one's targets, and what to work on first."""
