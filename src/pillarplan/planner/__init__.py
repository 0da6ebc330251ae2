"""Pure functions from ratings, wishes and hours to a dated, explained roadmap."""
