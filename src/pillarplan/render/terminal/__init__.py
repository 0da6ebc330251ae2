"""Models as Rich renderables that fit the terminal, at 60 columns as at 120."""
