"""On which days events and meetings are, for a plan that begins on some day."""

from datetime import date, timedelta
from math import ceil

from pillarplan.domain.knowledge.item import Item, Practice
from pillarplan.domain.knowledge.occasion import Occasion
from pillarplan.domain.plan.roadmap import Booking
from pillarplan.planner.schedule.calendar import QUARTERS

MID_MONTH = 15
"""The day that stands for a month of which no day is known."""

SETTLING_IN = timedelta(weeks=1)
"""The first meeting of a group is this far off: one has to find it."""


def find_bookings(item: Item, first: date) -> tuple[Booking, ...]:
    """Return when an item takes place, from a first day on; nothing if on any day.

    Of a series of days one is enough.  A group that meets again and again is gone to
    for as many weeks as the item says, its hours shared out evenly.
    """
    when = None if isinstance(item, Practice) else item.when
    if when is None:
        return ()
    ahead = timedelta(weeks=when.book_weeks_ahead or 0)
    if when.every_weeks:
        days = _meetings(when.every_weeks, item.weeks or 1, first + SETTLING_IN + ahead)
    else:
        days = _next_day(when, first + ahead)
    hours = ceil(item.hours / max(1, len(days)) * QUARTERS) / QUARTERS
    return tuple(
        Booking(
            item=item.id,
            on=day,
            hours=hours,
            book_by=day - ahead if ahead else None,
            is_exact=day in when.on,
        )
        for day in days
    )


def _meetings(every_weeks: int, weeks: int, first: date) -> list[date]:
    number = (weeks - 1) // every_weeks + 1
    return [first + timedelta(weeks=every_weeks * place) for place in range(number)]


def _next_day(when: Occasion, first: date) -> list[date]:
    """Return the next day of an event: a known one, else the middle of its month."""
    known = [day for day in sorted(when.on) if day >= first]
    months = (
        date(year, month, MID_MONTH)
        for year in (first.year, first.year + 1)
        for month in sorted(when.months)
    )
    return known[:1] or [day for day in months if day >= first][:1]
