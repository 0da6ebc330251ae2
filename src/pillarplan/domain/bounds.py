"""How far values may go, as plain numbers; files and flags are both held to them."""

from datetime import date

TOP_LEVEL = 10
"""No scale of levels goes higher; where it ends, each knowledge base says."""

MOST_HOURS = 500
"""How many hours an item may take, or somebody may spend on it at once."""

FIRST_DAY = date(1900, 1, 1)
LAST_DAY = date(2199, 12, 31)
"""Days before and after these are nobody's: plans would count for ever."""
