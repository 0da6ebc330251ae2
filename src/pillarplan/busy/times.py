"""Stretches of time in which one is busy, and what clocks show while they last."""

from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from typing import NamedTuple

from pillarplan.domain.plan.availability import Meeting

A_DAY = timedelta(days=1)
MINUTES = 24 * 60
QUARTER = 15


class Interval(NamedTuple):
    """From when to when one is busy: both in UTC, or both wherever the person is.

    The latter have no time zone: whole days, and times that calendars call floating.
    """

    begins: datetime
    ends: datetime


def merge(intervals: Iterable[Interval]) -> list[Interval]:
    """Return the same times in order, in as few stretches as possible.

    What lasts no time is left out.
    """
    merged: list[Interval] = []
    for each in sorted(intervals, key=_by_kind):
        last = merged[-1] if merged else None
        if each.ends <= each.begins:
            continue
        if (
            last
            and _is_floating(last) == _is_floating(each)
            and (each.begins <= last.ends)
        ):
            merged[-1] = Interval(last.begins, max(last.ends, each.ends))
        else:
            merged.append(each)
    return merged


def _by_kind(each: Interval) -> tuple[bool, datetime]:
    return _is_floating(each), each.begins


def _is_floating(each: Interval) -> bool:
    return each.begins.tzinfo is None


def as_meetings(
    intervals: Iterable[Interval], first: date, last: date, zone: tzinfo | None
) -> tuple[Meeting, ...]:
    """Return what clocks in a time zone show while one is busy, day by day.

    None is wherever this machine is.  A time that the clocks leave out in spring counts
    as busy, so that no session is longer than it looks.
    """
    near = (
        each
        for each in intervals
        # Without a look at the clocks, which takes longer than all else.
        if first - A_DAY <= each.ends.date() and each.begins.date() <= last + A_DAY
    )
    found = {
        meeting
        for each in near
        for meeting in _days(*_on_the_clock(each, zone))
        if first <= meeting.on <= last
    }
    days = (first + timedelta(days=n) for n in range((last - first).days + 1))
    found.update(meeting for day in days for meeting in _left_out(day, zone))
    return tuple(sorted(found, key=lambda each: (each.on, each.begins, each.ends)))


def _on_the_clock(each: Interval, zone: tzinfo | None) -> tuple[datetime, datetime]:
    """Return what clocks show at the begin and at the end.

    If they change meanwhile, an hour too much is better than one too little.
    """
    if _is_floating(each):
        return each
    offsets = [_offset(at, zone) for at in each]
    begins, ends = (at.astimezone(UTC).replace(tzinfo=None) for at in each)
    return begins + min(offsets), ends + max(offsets)


def _offset(at: datetime, zone: tzinfo | None) -> timedelta:
    return at.astimezone(zone).utcoffset() or timedelta()


def _days(begins: datetime, ends: datetime) -> Iterator[Meeting]:
    """Yield each day of a stretch of time, in whole minutes."""
    day = begins.date()
    while (midnight := datetime.combine(day, time())) < ends:
        since = max(timedelta(), begins - midnight)
        until = min(A_DAY, ends - midnight)
        yield Meeting(
            day, int(since.total_seconds() // 60), -int(-until.total_seconds() // 60)
        )
        day += A_DAY


def _left_out(day: date, zone: tzinfo | None) -> Iterator[Meeting]:
    """Yield the times that no clock shows on a day."""
    midnight = datetime.combine(day, time(), zone)
    if _offset(midnight, zone) >= _offset(midnight + A_DAY, zone):
        return
    for minute in range(0, MINUTES, QUARTER):
        at = midnight + timedelta(minutes=minute)
        shown = at.astimezone(UTC).astimezone(zone)
        if shown.replace(tzinfo=None) != at.replace(tzinfo=None):
            yield Meeting(day, minute, minute + QUARTER)
