"""When on a day there is time: what meetings leave of one's hours of the day."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, time
from functools import partial
from typing import NamedTuple

from pillarplan.domain.plan.availability import Availability, Meeting

QUARTER = 15
"""Minutes."""

MINUTES = 24 * 60
"""In a day."""

USUAL_BEGIN = 8 * 60
"""When the hours of a day begin for who looks at calendars and names no time."""

USUAL_LENGTH = 10 * 60
"""How long they last for who names no end; in minutes."""

NEAT = 5
"""Sessions begin on a full five minutes, however odd the end of a meeting is."""

WORKDAYS = 5


class Slot(NamedTuple):
    """A stretch of free time in one piece."""

    begins: int | None
    """Minutes since midnight; None if nothing is known but how long it is."""
    quarters: int

    def at(self, quarters: int) -> time | None:
        """Return the time of the day when so many quarter-hours of it are over."""
        if self.begins is None:
            return None
        minutes = self.begins + quarters * QUARTER
        return time(*divmod(minutes, 60)) if minutes < MINUTES else None

    def without(self, quarters: int) -> "Slot":
        """Return what is left after its first quarter-hours."""
        begins = None if self.begins is None else self.begins + quarters * QUARTER
        return Slot(begins, self.quarters - quarters)


Slots = tuple[Slot, ...]


class OpenDays:
    """The free slots of any day, once hours of the day or meetings are known."""

    def __init__(self, availability: Availability) -> None:
        self.availability = availability
        self.meetings: Mapping[date, list[Meeting]] = _by_day(
            availability.meetings or ()
        )

    def free_on(self, day: date) -> Slots:
        """Return the free slots of a day, in order; none on a day without hours."""
        hours = _hours_of_day(self.availability, day)
        if hours is None:
            return ()
        margin = self.availability.margin
        slots, (begins, ends) = [], hours
        for meeting in self.meetings.get(day, ()):
            slots.append(_slot(begins, min(ends, meeting.begins - margin)))
            begins = max(begins, meeting.ends + margin)
        slots.append(_slot(begins, ends))
        return tuple(slot for slot in slots if slot.quarters > 0)

    def is_free(self, day: date, begins: int, ends: int) -> bool:
        """Say whether all of a stretch is free, from one minute of a day to another."""
        hours, margin = _hours_of_day(self.availability, day), self.availability.margin
        return (
            hours is not None
            and hours[0] <= begins
            and ends <= hours[1]
            and all(
                ends + margin <= each.begins or each.ends + margin <= begins
                for each in self.meetings.get(day, ())
            )
        )

    def may_take(self, day: date) -> bool:
        """Say whether a day may get hours that another one cannot give."""
        breaks = self.availability.breaks
        return not any(each.factor < 1 and each.covers(day) for each in breaks)


def _by_day(meetings: Iterable[Meeting]) -> dict[date, list[Meeting]]:
    days: dict[date, list[Meeting]] = defaultdict(list)
    for each in sorted(meetings, key=lambda meeting: meeting.begins):
        days[each.on].append(each)
    return days


def _slot(begins: int, ends: int) -> Slot:
    neat = -(-begins // NEAT) * NEAT
    return Slot(neat, (ends - neat) // QUARTER)


def _hours_of_day(availability: Availability, day: date) -> tuple[int, int] | None:
    """Return from when to when sessions may be on a day; None if not at all.

    A day without hours of its own takes those of others if it is a working day, and one
    of those with times, if any are stated.  Usual times stand for those that are not.
    """
    weekday = day.weekday()
    begins, ends = (
        times[weekday] if times else None
        for times in (availability.starts_at, availability.ends_at)
    )
    is_open = begins is not None or not any(availability.starts_at)
    works = weekday < WORKDAYS and is_open
    if not (works or availability.desk[weekday]):
        return None
    first = USUAL_BEGIN if begins is None else _minutes(begins)
    last = min(MINUTES, first + USUAL_LENGTH) if ends is None else _minutes(ends)
    return first, last


def _minutes(at: time) -> int:
    return at.hour * 60 + at.minute


def share_week(
    wanted: Sequence[int], days: Sequence[date], free: OpenDays, shortest: int
) -> list[Slots]:
    """Return the slots of each day of a week that together hold what is wanted.

    `wanted` are the quarter-hours of each day.  What a day cannot give in pieces that
    are long enough comes from others: in one piece from the nearest one that can, else
    in several pieces, its own ones first.
    """
    rest = [free.free_on(day) for day in days]
    taken: list[Slots] = [()] * len(days)

    def take(place: int, quarters: int) -> int:
        found, left = cut(rest[place], quarters, shortest)
        taken[place] += found
        rest[place] = left
        return sum(slot.quarters for slot in found)

    short = [
        place
        for place, quarters in enumerate(wanted)
        if _size(cut(rest[place], quarters, shortest)[0]) < quarters
    ]
    for place, quarters in enumerate(wanted):
        if place not in short:
            take(place, quarters)
    for place in short:
        quarters = wanted[place]
        others = [n for n, day in enumerate(days) if n != place and free.may_take(day)]
        others.sort(key=partial(_farness, taken, place))
        whole = [n for n in others if any(s.quarters >= quarters for s in rest[n])]
        for other in whole[:1] or (place, *others):
            quarters -= take(other, quarters)
    return [_joined(slots) for slots in taken]


def _farness(taken: Sequence[Slots], place: int, other: int) -> tuple[int, ...]:
    """Return how far another day is from one: first of all, over how many with hours.

    Sessions that are not jumped over stay where they are.
    """
    between = taken[min(place, other) + 1 : max(place, other)]
    return (
        sum(map(bool, between)),
        bool(taken[other]),
        abs(other - place),
        other < place,
    )


def cut(slots: Slots, wanted: int, shortest: int) -> tuple[Slots, Slots]:
    """Return slots that hold what is wanted, as far as that can be, and the rest.

    The first slot that has room for all is best, else the longest ones are; none is
    shorter than the shortest session.
    """
    taken, rest = list[Slot](), list(slots)
    while rest and wanted >= shortest:
        best = next((slot for slot in rest if slot.quarters >= wanted), None)
        best = best or max(rest, key=lambda slot: slot.quarters)
        length = min(best.quarters, wanted)
        if length < shortest:
            break
        if 0 < wanted - length < shortest <= wanted - shortest:
            length = wanted - shortest
        taken.append(Slot(best.begins, length))
        rest[rest.index(best)] = best.without(length)
        wanted -= length
    return tuple(taken), tuple(rest)


def _size(slots: Slots) -> int:
    return sum(slot.quarters for slot in slots)


def _joined(slots: Slots) -> Slots:
    """Return slots in the order of the day, those that follow on each other as one."""
    joined = list[Slot]()
    for slot in sorted(slots):
        last = joined[-1] if joined else None
        if last and last.without(last.quarters).begins == slot.begins:
            joined[-1] = Slot(last.begins, last.quarters + slot.quarters)
        else:
            joined.append(slot)
    return tuple(joined)
