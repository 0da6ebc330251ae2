from datetime import date, timedelta
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pillarplan.domain.plan.availability import (
    FULL_DAY,
    Availability,
    Break,
    Pool,
    Week,
    spread,
    spread_over,
)

MONDAY = date(2026, 11, 23)

quarters = st.integers(0, 12).map(lambda number: number / 4)
weeks = st.tuples(*[quarters] * 7)
days = st.dates(date(2026, 1, 1), date(2028, 1, 1))
percents = st.integers(0, 100).map(lambda number: number / 100)
breaks = st.builds(
    lambda first, length, factor: Break(
        first=first, last=first + timedelta(days=length), factor=factor
    ),
    st.dates(date(2026, 1, 1), date(2027, 12, 1)),
    st.integers(0, 200),
    percents,
)


@given(st.floats(0, 100))
def test_hours_a_week_are_spread_in_quarters_and_none_is_lost(hours: float) -> None:
    week = spread(hours)

    assert sum(week) == int(hours * 4) / 4
    assert all(day * 4 == int(day * 4) for day in week)


@given(st.floats(0, 100))
def test_hours_are_spread_over_as_few_days_as_possible_and_evenly(
    hours: float,
) -> None:
    worked = [day for day in spread(hours) if day]

    assert max(worked, default=0) - min(worked, default=0) <= 0.25
    if len(worked) < 7:
        assert max(worked, default=0) <= FULL_DAY
        assert len(worked) == -(-sum(worked) // FULL_DAY)


@given(st.floats(0, 100), st.integers(1, 96).map(lambda number: number / 4))
def test_no_day_is_shorter_than_a_session_if_there_is_time_for_one(
    hours: float, shortest: float
) -> None:
    week = spread(hours, shortest)

    assert sum(week) == sum(spread(hours))
    if hours >= shortest:
        assert min(day for day in week if day) >= shortest


@pytest.mark.parametrize(
    ("hours", "week"),
    [
        (0.2, (0, 0, 0, 0, 0, 0, 0)),
        (1, (0, 1, 0, 0, 0, 0, 0)),
        (4, (1.25, 1.5, 0, 1.25, 0, 0, 0)),
        (10.5, (1.5, 1.5, 1.5, 1.5, 1.5, 1.5, 1.5)),
        (21.25, (3, 3.25, 3, 3, 3, 3, 3)),
    ],
)
def test_tuesday_and_thursday_come_first(hours: float, week: Week) -> None:
    assert spread(hours) == week


@given(weeks, weeks, st.lists(breaks, max_size=3), days)
def test_no_day_offers_more_than_its_weekday_nor_less_than_its_breaks_leave(
    desk: Week, listening: Week, pauses: list[Break], day: date
) -> None:
    availability = Availability(desk=desk, listening=listening, breaks=tuple(pauses))
    left = min(
        (pause.factor for pause in pauses if pause.first <= day <= pause.last),
        default=1.0,
    )

    for pool, week in ((Pool.DESK, desk), (Pool.LISTENING, listening)):
        usual = week[day.weekday()]
        exact = Fraction(usual) * Fraction(str(left))
        # Down to quarters of an hour, but not a quarter too far for a rounding error.
        assert availability.hours_on(day, pool) == int(exact * 4) / 4


@pytest.mark.parametrize(
    ("usual", "factor", "left"), [(12.5, 0.58, 7.25), (22.5, 0.7, 15.75)]
)
def test_a_rounding_error_costs_no_quarter_of_an_hour(
    usual: float, factor: float, left: float
) -> None:
    pause = Break(first=MONDAY, last=MONDAY, factor=factor)
    availability = Availability(desk=(usual, 0, 0, 0, 0, 0, 0), breaks=(pause,))

    assert availability.hours_on(MONDAY, Pool.DESK) == left


def test_a_break_begins_on_its_first_day_and_ends_with_its_last() -> None:
    availability = Availability(
        desk=(1, 1, 1, 1, 1, 0, 0),
        breaks=(
            Break(first=MONDAY + timedelta(days=1), last=MONDAY + timedelta(days=3)),
            Break(first=MONDAY + timedelta(days=3), last=MONDAY + timedelta(days=3)),
        ),
    )

    offered = [
        availability.hours_on(MONDAY + timedelta(days=n), Pool.DESK) for n in range(7)
    ]

    assert offered == [1, 0, 0, 0, 1, 0, 0]
    assert availability.hours_per_week == 5


@given(
    quarters=st.integers(1, 160),
    days=st.lists(st.integers(0, 6), min_size=1, max_size=7, unique=True),
)
def test_hours_over_named_days_are_all_there_and_even(
    quarters: int, days: list[int]
) -> None:
    week = spread_over(quarters / 4, days)

    assert sum(week) == quarters / 4
    assert {day for day, hours in enumerate(week) if hours} <= {*days}
    share = [week[day] for day in days]
    assert max(share) - min(share) <= 0.25
