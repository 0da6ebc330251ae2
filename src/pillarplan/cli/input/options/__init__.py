"""The option table: from one row come an option, its help, its setting and its wish."""
