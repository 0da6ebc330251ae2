"""How far values and days may go; files, flags and people are held to it."""

from datetime import date

from pillarplan.errors import UsageError

TOP_LEVEL = 10
"""No scale of levels goes higher; where it ends, each knowledge base says."""

MOST_HOURS = 500
"""How many hours an item may take, or somebody may spend on it at once."""

FIRST_DAY = date(1900, 1, 1)
LAST_DAY = date(2199, 12, 31)
"""Days before and after these are nobody's: plans would count for ever."""

EARLIEST = date(2000, 1, 1)
"""What is dated before is a slip: nobody tells of it by day."""


def check_day(on: date, today: date, what: str) -> None:
    """Raise UsageError if `what` cannot be of this day: one to come, or long ago."""
    if on > today:
        raise UsageError(f"{what} cannot be from the future ({on}).")
    if on < EARLIEST:
        raise UsageError(f"{what} cannot be from so long ago ({on}).")
