"""Stretches of time, and what clocks show meanwhile."""

import itertools
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

from pillarplan.busy.times import Interval, as_meetings, merge
from pillarplan.domain.plan.availability import Meeting

BERLIN = ZoneInfo("Europe/Berlin")
BACK, FORWARD = date(2026, 10, 25), date(2027, 3, 28)


def utc(day: date, hour: int, minute: int = 0) -> datetime:
    return datetime(day.year, day.month, day.day, hour, minute, tzinfo=UTC)


def clocks(day: date, *intervals: Interval) -> list[tuple[int, int]]:
    return [
        (each.begins, each.ends) for each in as_meetings(intervals, day, day, BERLIN)
    ]


def test_a_meeting_is_where_the_clock_shows_it() -> None:
    monday = date(2026, 11, 23)

    assert clocks(monday, Interval(utc(monday, 8), utc(monday, 9))) == [(540, 600)]
    floating = Interval(datetime(2026, 11, 22, 23, 0), datetime(2026, 11, 23, 1, 0, 1))
    assert clocks(monday, floating) == [(0, 61)]
    days = as_meetings([floating], monday - timedelta(days=1), monday, BERLIN)
    assert days == (
        Meeting(monday - timedelta(days=1), 1380, 1440),
        Meeting(monday, 0, 61),
    )


def test_the_hour_that_comes_twice_is_busy_if_either_is() -> None:
    for hour in (0, 1):
        meeting = Interval(utc(BACK, hour, 15), utc(BACK, hour, 45))
        assert clocks(BACK, meeting) == [(135, 165)]
    across = Interval(utc(BACK, 0, 30), utc(BACK, 1, 30))
    assert clocks(BACK, across) == [(90, 210)]


def test_the_hour_that_no_clock_shows_is_busy() -> None:
    assert clocks(FORWARD) == [(120 + n, 135 + n) for n in (0, 15, 30, 45)]
    meeting = Interval(utc(FORWARD, 1), utc(FORWARD, 2))
    assert clocks(FORWARD, meeting)[-1] == (180, 240)


moments = st.datetimes(
    datetime(2026, 10, 24), datetime(2026, 10, 27), timezones=st.just(UTC)
) | st.datetimes(datetime(2027, 3, 27), datetime(2027, 3, 30), timezones=st.just(UTC))


@given(moments, st.timedeltas(timedelta(minutes=1), timedelta(days=2)), st.floats(0, 1))
def test_every_moment_of_a_meeting_is_on_the_clock(
    begins: datetime, length: timedelta, block: float
) -> None:
    moment = (begins + length * min(block, 0.999)).astimezone(BERLIN)
    around = moment.date()

    shown = as_meetings([Interval(begins, begins + length)], around, around, BERLIN)

    minute = moment.hour * 60 + moment.minute
    assert any(each.begins <= minute < each.ends for each in shown)


@given(
    st.lists(st.tuples(st.integers(0, 60), st.integers(0, 60)).map(sorted), max_size=12)
)
def test_merged_times_are_the_same_times(pairs: list[list[int]]) -> None:
    start = datetime(2026, 11, 23, tzinfo=UTC)
    all_times = [
        Interval(*(start + timedelta(minutes=each) for each in pair)) for pair in pairs
    ]

    merged = merge(all_times)

    def minutes(intervals: list[Interval]) -> set[int]:
        return {
            minute
            for each in intervals
            for minute in range(
                (each.begins - start).seconds // 60, (each.ends - start).seconds // 60
            )
        }

    assert minutes(merged) == minutes(all_times)
    assert all(a.ends < b.begins for a, b in itertools.pairwise(merged))
