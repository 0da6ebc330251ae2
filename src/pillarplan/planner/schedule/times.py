"""At what time of the day each session begins."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, time

from pillarplan.domain.plan.availability import Availability, Pool
from pillarplan.domain.plan.roadmap import Session

MINUTES = 24 * 60
"""In a day."""


def with_times(
    sessions: Iterable[Session], availability: Availability
) -> tuple[Session, ...]:
    """Return the sessions with the times at which they begin, where there are any.

    The first session at the desk begins when the person said, and each later one when
    the one before ends.  What is heard on the way has no time, nor has a session that
    would begin on the next day; what has a time keeps it
    where it can.
    """
    if not any(availability.starts_at):
        return tuple(sessions)
    next_free: dict[date, int] = {}
    timed = []
    for each in sessions:
        first = availability.time_on(each.on)
        if each.pool is Pool.DESK and first is not None:
            stated = each.at or first
            begins = max(next_free.get(each.on, 0), stated.hour * 60 + stated.minute)
            next_free[each.on] = begins + int(each.hours * 60)
            timed.append(replace(each, at=_time(begins)))
        else:
            timed.append(each)
    return tuple(timed)


def _time(minutes: int) -> time | None:
    return time(*divmod(minutes, 60)) if minutes < MINUTES else None
