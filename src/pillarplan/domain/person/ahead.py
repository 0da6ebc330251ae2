"""What was told of days that are still to come, as by a clock that was wrong."""

from datetime import date, timedelta

from pillarplan.domain.dataclass import dataclass

GRACE = timedelta(days=1)
"""Elsewhere on earth it may be tomorrow already."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ToCome:
    """Something in the record that does not count before its day has come."""

    on: date
    told: str
    """What it is, in a word or two: ``check-in``."""
    id: str
    """The id of its event, by which it can be withdrawn."""


def last_day(today: date) -> date:
    """Return the last day of which something may have been told by now."""
    return today if date.max - today < GRACE else today + GRACE
