"""What the person's own weeks say, pauses considered."""

from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from pillarplan.domain.person.profile import Profile
from pillarplan.domain.person.work import Spent
from pillarplan.domain.plan.availability import Break, BreakSource
from pillarplan.domain.reports.status import Consistency
from pillarplan.planner.pace.weeks import (
    OwnWeek,
    find_consistency,
    find_pace,
    find_weeks,
)

TODAY = date(2026, 11, 23)


def ago(days: int) -> date:
    return TODAY - timedelta(days=days)


def pause(first: int, last: int) -> Break:
    return Break(first=ago(first), last=ago(last), source=BreakSource.PAUSE)


def told(hours: list[float], *pauses: Break) -> Profile:
    """Somebody who checked in today and in each week before, latest first."""
    return Profile(
        checkins=tuple(ago(7 * place) for place in range(len(hours))),
        spent=tuple(
            Spent(on=ago(7 * place), item="x", hours=each)
            for place, each in enumerate(hours)
        ),
        pauses=pauses,
    )


def test_there_are_no_weeks_before_the_first_checkin() -> None:
    assert find_weeks(Profile(), TODAY) == ()
    assert find_consistency(()) is None


def test_weeks_end_on_the_weekday_of_the_last_checkin() -> None:
    profile = told([1.0, 2.0])

    assert find_weeks(profile, TODAY + timedelta(days=6)) == (
        OwnWeek(TODAY, 1.0, False),
        OwnWeek(ago(7), 2.0, False),
    )
    assert find_weeks(profile, TODAY + timedelta(days=7))[0] == OwnWeek(
        TODAY + timedelta(days=7), 0.0, False
    )


def test_a_week_is_excused_if_most_of_it_was_paused_and_nothing_was_done() -> None:
    weeks = find_weeks(told([0, 0, 1, 0], pause(27, 3)), TODAY)

    assert [week.is_excused for week in weeks] == [True, True, False, True]


def test_three_paused_days_excuse_no_week() -> None:
    assert not find_weeks(told([0, 1], pause(2, 0)), TODAY)[0].is_excused


def test_consistency_counts_the_last_eight_weeks() -> None:
    weeks = find_weeks(told([1, 1, 0, 2, 1, 0, 1, 1, 0, 0], pause(20, 14)), TODAY)

    assert find_consistency(weeks) == Consistency(worked=6, paused=1, weeks=8)


def test_paused_days_do_not_slow_the_pace() -> None:
    steady = told([2.0] * 4)
    paused = told([2.0, 0, 0, 2.0, 2.0, 2.0], pause(20, 7))

    assert find_pace(steady, TODAY) == 2.0
    assert find_pace(paused, TODAY) == 2.0


@given(
    early=st.lists(st.integers(22, 3000), max_size=5),
    hours=st.floats(0, 40),
    ahead=st.lists(st.integers(1, 3000), max_size=2),
)
def test_days_before_the_first_plan_and_days_to_come_tell_nothing(
    early: list[int], hours: float, ahead: list[int]
) -> None:
    known = replace(told([2.0, 3.0, 1.0]), planned_since=ago(21))
    odd = [*map(ago, early), *(ago(-days) for days in ahead)]

    also = replace(
        known,
        checkins=(*odd, *known.checkins),
        spent=(*(Spent(on=day, item="x", hours=hours) for day in odd), *known.spent),
    )

    assert find_weeks(also, TODAY) == find_weeks(known, TODAY)
    assert find_pace(also, TODAY) == find_pace(known, TODAY)


def test_there_is_no_pace_if_all_days_were_paused() -> None:
    assert find_pace(told([1.0], pause(30, 0)), TODAY) is None


@given(
    hours=st.lists(st.integers(0, 8).map(float), min_size=1, max_size=40),
    later=st.integers(0, 20),
)
def test_no_hour_is_lost_or_counted_twice(hours: list[float], later: int) -> None:
    weeks = find_weeks(told(hours), TODAY + timedelta(days=later))

    silent = later // 7
    assert len(weeks) == min(26, len(hours) + silent)
    assert sum(week.hours for week in weeks) == sum(hours[: 26 - silent])
