"""Plain lines for any terminal, fast and without Rich."""
