"""The days on which somebody can work on their growth, in whole quarter-hours."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from math import ceil
from typing import NamedTuple

from pillarplan.domain.plan.availability import Availability, Pool

QUARTERS = 4
"""Quarter-hours in an hour.  All sums in this room are whole numbers, hence exact."""


class Capacity(NamedTuple):
    """How many quarter-hours each pool offers."""

    desk: int
    listening: int

    @property
    def hours(self) -> float:
        """Both pools together, in hours."""
        return (self.desk + self.listening) / QUARTERS


class Day(NamedTuple):
    """A day with time for growth, in quarter-hours."""

    on: date
    desk: int
    listening: int
    longest: int = 24 * QUARTERS
    """No session is longer."""

    def free(self, pool: Pool) -> int:
        """Return what `pool` offers on this day."""
        return self.desk if pool is Pool.DESK else self.listening


@dataclass(frozen=True, slots=True)
class Calendar:
    """The days that sessions may be on, and how short a session may be."""

    days: tuple[Day, ...]
    shortest: int
    """In quarter-hours; only what ends an item may be shorter."""

    @property
    def capacity(self) -> Capacity:
        """What all days offer together."""
        return Capacity(
            desk=sum(day.desk for day in self.days),
            listening=sum(day.listening for day in self.days),
        )


def find_calendar(availability: Availability, first: date, last: date) -> Calendar:
    """Return the days from `first` to `last`, inclusive, that have time in any pool."""
    days = tuple(find_days(availability, first, last))
    return Calendar(days, _shortest_session(availability))


def find_days(availability: Availability, first: date, last: date) -> Iterator[Day]:
    """Yield the days from `first` to `last`, inclusive, that have time in any pool.

    A day on which a pool offers less than the shortest session counts as having none.
    """
    shortest = _shortest_session(availability)
    longest = int((availability.longest_session or 24) * QUARTERS)
    for number in range((last - first).days + 1):
        on = first + timedelta(days=number)
        desk, listening = (
            quarters if quarters >= shortest else 0
            for pool in Pool
            for quarters in (int(availability.hours_on(on, pool) * QUARTERS),)
        )
        if desk or listening:
            yield Day(on, desk, listening, longest)


def _shortest_session(availability: Availability) -> int:
    """Return the length of the shortest session, in quarter-hours, at least one."""
    return max(1, ceil(availability.shortest_session * QUARTERS))
