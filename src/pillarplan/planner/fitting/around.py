"""Adopted sessions around new meetings: which stay, and where the others may go.

A session that a meeting drives out goes to the nearest free time of its week.  All
others stay: to deal out a week anew for the sake of one of them would move several.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date, time, timedelta

from pillarplan.domain.plan.availability import Pool
from pillarplan.domain.plan.roadmap import Session
from pillarplan.planner.schedule.calendar import Calendar, quarters_of
from pillarplan.planner.schedule.slots import MINUTES, QUARTER, OpenDays, Slot

Sessions = tuple[Session, ...]


def make_room(
    sessions: Sessions, calendar: Calendar, may_be: Callable[[Sessions], bool]
) -> Sessions | None:
    """Return sessions with another place for each that lost its own to a meeting.

    It stays in its week, so that no week has more than before, and items begin in the
    same order; `may_be` says what else sessions keep to.  None if there is no place.
    """
    for lost in _lost(sessions, calendar):
        rest = [each for each in sessions if each is not lost]
        tried = (_sorted([*rest, each]) for each in _elsewhere(lost, rest, calendar))
        order = _beginnings(sessions)
        found = (each for each in tried if _beginnings(each) == order and may_be(each))
        moved = next(found, None)
        if moved is None:
            return None
        sessions = moved
    return sessions


def _lost(sessions: Iterable[Session], calendar: Calendar) -> list[Session]:
    """Return the sessions for which there is no time any more where they are."""
    days = {day.on: day for day in calendar.days}
    used = Counter[tuple[date, Pool]]()
    for each in sessions:
        used[each.on, each.pool] += quarters_of(each)

    def has_place(session: Session) -> bool:
        if calendar.open and session.pool is Pool.DESK:
            return session.at is not None and calendar.open.is_free(
                session.on, *_minutes(session)
            )
        day, taken = days.get(session.on), used[session.on, session.pool]
        return (
            day is not None
            and taken <= day.free(session.pool)
            and any(_fits(session, slot) for slot in day.slots_for(session.pool))
        )

    return [each for each in sessions if not has_place(each)]


def _fits(session: Session, slot: Slot) -> bool:
    room = slot.quarters - quarters_of(session)
    return any(slot.at(before) == session.at for before in range(room + 1))


def _elsewhere(
    lost: Session, rest: Sequence[Session], calendar: Calendar
) -> list[Session]:
    """Return where in its week a session may be instead, the nearest first."""
    free = calendar.open
    if free is None or lost.at is None:
        return []
    monday = lost.on - timedelta(days=lost.on.weekday())
    others = [
        other
        for day in (monday + timedelta(days=number) for number in range(7))
        if calendar.first <= day <= calendar.last
        if day == lost.on or free.may_take(day)
        for other in _on(day, lost, rest, free)
        if _keeps_turn(lost, other, rest)
    ]
    return sorted(others, key=lambda other: _farness(lost, other, rest))


def _keeps_turn(lost: Session, other: Session, rest: Iterable[Session]) -> bool:
    """Say whether it stays between those of its item that were around it."""
    own = (_turn(each) for each in rest if each.item == lost.item)
    return all((turn < _turn(other)) is (turn < _turn(lost)) for turn in own)


def _on(
    day: date, lost: Session, rest: Iterable[Session], free: OpenDays
) -> Iterator[Session]:
    """Yield a session at the beginning of all free time of a day that it fits in."""
    taken = [_minutes(each) for each in rest if each.on == day and each.at]
    starts = {slot.begins or 0 for slot in free.free_on(day)}
    for begins in starts.union(end for _, end in taken if end < MINUTES):
        other = replace(lost, on=day, at=time(*divmod(begins, 60)))
        first, last = _minutes(other)
        overlaps = any(begin < last and first < end for begin, end in taken)
        if not overlaps and free.is_free(day, first, last):
            yield other


def _farness(lost: Session, other: Session, rest: Iterable[Session]) -> tuple[int, ...]:
    """Return how far a place is from another one: first in days, then in sessions.

    Two sessions of one item on a day are as good as one, so that is the last resort.
    """
    (begins, _), (instead, _) = _minutes(lost), _minutes(other)
    low, high = sorted((_turn(lost), _turn(other)))
    return (
        any(each.on == other.on and each.item == other.item for each in rest),
        abs((other.on - lost.on).days),
        sum(low < _turn(each) < high for each in rest),
        other.on < lost.on,
        abs(instead - begins),
        instead,
    )


def _minutes(session: Session) -> tuple[int, int]:
    """Return when a session begins and ends, in minutes since midnight."""
    at = session.at or time.min
    begins = at.hour * 60 + at.minute
    return begins, begins + quarters_of(session) * QUARTER


def _turn(session: Session) -> tuple[date, bool, time]:
    """Return what sessions are sorted by: what is heard comes after the desk."""
    return session.on, session.pool is Pool.LISTENING, session.at or time.min


def _sorted(sessions: Iterable[Session]) -> Sessions:
    return tuple(sorted(sessions, key=_turn))


def _beginnings(sessions: Iterable[Session]) -> tuple[str, ...]:
    """Return the items in the order in which they begin."""
    return tuple(dict.fromkeys(each.item for each in sessions))
