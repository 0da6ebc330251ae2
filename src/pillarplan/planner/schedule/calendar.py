"""The days on which somebody can work on their growth, in whole quarter-hours."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import field
from datetime import date, timedelta
from math import ceil
from typing import NamedTuple

from pillarplan.domain.dataclass import dataclass
from pillarplan.domain.plan.availability import Availability, Pool
from pillarplan.domain.plan.roadmap import Session
from pillarplan.planner.schedule.slots import OpenDays, Slot, Slots, share_week

POOLS = tuple(Pool)

QUARTERS = 4
"""Quarter-hours in an hour.  All sums in this room are whole numbers, hence exact."""


def quarters_of(session: Session) -> int:
    """Return how long a session is, in quarter-hours."""
    return int(session.hours * QUARTERS)


class Capacity(NamedTuple):
    """How many quarter-hours each pool offers."""

    desk: int
    listening: int

    @property
    def hours(self) -> float:
        """Both pools together, in hours."""
        return (self.desk + self.listening) / QUARTERS


class Days(NamedTuple):
    """The days that a plan may use."""

    first: date
    number: int


class Day(NamedTuple):
    """A day with time for growth, in quarter-hours."""

    on: date
    desk: int
    listening: int
    longest: int = 24 * QUARTERS
    """No session is longer."""
    slots: Slots = ()
    """When the desk is free; empty if nobody said at what times."""

    def slots_for(self, pool: Pool) -> Slots:
        """Return the stretches of time that sessions have to fit in, in order."""
        if pool is Pool.DESK and self.slots:
            return self.slots
        return (Slot(None, self.free(pool)),)

    def free(self, pool: Pool) -> int:
        """Return what `pool` offers on this day."""
        return self.desk if pool is Pool.DESK else self.listening


@dataclass(frozen=True, slots=True)
class Calendar:
    """The days that sessions may be on, and how short a session may be."""

    days: tuple[Day, ...]
    shortest: int
    """In quarter-hours; only what ends an item may be shorter."""
    last: date
    """The last of all days, whether there is time on it or not."""
    usual: Capacity = Capacity(0, 0)
    """What a week without breaks offers."""
    first: date = date.min
    """No session is before it, though it may be none of the days."""
    open: OpenDays | None = None
    """All free time of any day; None if nobody said at what times there is any."""
    stretches: tuple[tuple[tuple[Pool, Slot], ...], ...] = field(init=False)
    """Of each day the free time in one piece, that at the desk first."""

    def __post_init__(self) -> None:
        # A frozen instance can only be completed this way.  Many timetables are tried
        # on the same days.
        stretches = tuple(
            tuple(
                (pool, slot)
                for pool in POOLS
                if day.free(pool)
                for slot in day.slots_for(pool)
            )
            for day in self.days
        )
        object.__setattr__(self, "stretches", stretches)

    @property
    def span(self) -> Days:
        """The first of the days that may be used, and their number."""
        if not self.days:
            return Days(date.min, 0)
        first, last = self.days[0].on, self.days[-1].on
        return Days(first, (last - first).days + 1)

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
    usual = (sum(week) for week in (availability.desk, availability.listening))
    week = Capacity(*(int(hours * availability.fill * QUARTERS) for hours in usual))
    shortest = _shortest_session(availability)
    return Calendar(days, shortest, last, week, first, _open_days(availability))


def find_days(availability: Availability, first: date, last: date) -> Iterator[Day]:
    """Yield the days from `first` to `last`, inclusive, that have time in any pool.

    A day on which a pool offers less than the shortest session counts as having none.
    Each week is looked at as a whole, also the days of it before the first one: so
    planning again in the middle of it finds the same days.
    """
    shortest = _shortest_session(availability)
    longest = int((availability.longest_session or 24) * QUARTERS)
    find_slots = _slots_of_week(availability, shortest)
    monday = first - timedelta(days=first.weekday())
    while monday <= last:
        week = [monday + timedelta(days=number) for number in range(7)]
        desk, listening = (_wanted(availability, week, pool, shortest) for pool in Pool)
        for on, slots, at_desk, heard in zip(
            week, find_slots(desk, week), desk, listening, strict=True
        ):
            if slots is not None:
                at_desk = sum(slot.quarters for slot in slots)
            if first <= on <= last and (at_desk or heard):
                yield Day(on, at_desk, heard, longest, slots or ())
        monday = week[-1] + timedelta(days=1)


def _wanted(
    availability: Availability, week: Sequence[date], pool: Pool, shortest: int
) -> list[int]:
    """Return how much of each day is to be used, in quarter-hours.

    Air is left at the end of the week, where it serves for what slipped.
    """
    stated = [int(availability.hours_on(day, pool) * QUARTERS) for day in week]
    wanted = [quarters if quarters >= shortest else 0 for quarters in stated]
    if availability.fill == 1:
        return wanted
    # Rounded, so that 70 % of 10 quarter-hours are not a hair less than 7.
    left = int(round(sum(wanted) * availability.fill, 6))
    for place, quarters in enumerate(wanted):
        used = min(quarters, left)
        if 0 < left - used < shortest <= used - shortest:
            used = left - shortest
        wanted[place] = used if used >= shortest else 0
        left -= wanted[place]
    return wanted


def _slots_of_week(
    availability: Availability, shortest: int
) -> Callable[[Sequence[int], Sequence[date]], Iterable[Slots | None]]:
    """Return what finds the slots of a week's days; None where no time is stated."""
    open_days = _open_days(availability)
    if open_days is None:
        return lambda wanted, week: (
            _stated_slot(availability, day, quarters)
            for day, quarters in zip(week, wanted, strict=True)
        )
    return lambda wanted, week: share_week(wanted, week, open_days, shortest)


def _open_days(availability: Availability) -> OpenDays | None:
    is_known = availability.meetings is not None or any(availability.ends_at)
    return OpenDays(availability) if is_known else None


def _stated_slot(availability: Availability, day: date, quarters: int) -> Slots | None:
    begins = availability.time_on(day)
    if begins is None:
        return None
    return (Slot(begins.hour * 60 + begins.minute, quarters),)


def _shortest_session(availability: Availability) -> int:
    """Return the length of the shortest session, in quarter-hours, at least one."""
    return max(1, ceil(availability.shortest_session * QUARTERS))
