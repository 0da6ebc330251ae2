"""Plans: the adopted or proposed roadmap, over time, and beside others."""
