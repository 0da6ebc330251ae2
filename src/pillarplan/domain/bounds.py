"""How far values may go, as plain numbers; files and flags are both held to them."""

TOP_LEVEL = 5
"""The highest level of the scale, on which 0 is not started."""

MOST_HOURS = 500
"""How many hours an item may take, or somebody may spend on it at once."""
