"""The whole record as an SQLite database, for questions in SQL."""
