"""Times of the day, and sessions that are not too long."""

from dataclasses import replace
from datetime import date, time
from math import inf

from hypothesis import given
from hypothesis import strategies as st

from pillarplan.domain.plan.availability import NO_HOURS, Availability, Pool
from pillarplan.domain.plan.roadmap import Session
from pillarplan.planner.schedule.times import with_times
from tests.planner.worlds import TODAY, World, worlds

SEVEN = time(7, 30)


def session(hours: float, pool: Pool = Pool.DESK) -> Session:
    return Session(on=TODAY, item="x", hours=hours, pool=pool)


def begin(first: time | None, *sessions: Session) -> list[time | None]:
    week = Availability(desk=NO_HOURS, starts_at=(first, *[None] * 6))
    return [each.at for each in with_times(sessions, week)]


def test_sessions_at_the_desk_follow_each_other() -> None:
    assert begin(SEVEN, session(1.5), session(0.25), session(2)) == [
        time(7, 30),
        time(9, 0),
        time(9, 15),
    ]


def test_what_is_heard_on_the_way_has_no_time() -> None:
    listening = session(1, Pool.LISTENING)

    assert begin(SEVEN, session(1), listening, session(1)) == [
        time(7, 30),
        None,
        time(8, 30),
    ]


def test_what_would_begin_on_the_next_day_has_no_time() -> None:
    assert begin(time(23), session(0.5), session(0.5), session(1)) == [
        time(23),
        time(23, 30),
        None,
    ]


def test_a_day_without_a_time_has_none() -> None:
    assert begin(None, session(1)) == [None]
    sunday = replace(session(1), on=date(2026, 11, 29))
    assert begin(SEVEN, sunday) == [None]


@given(worlds(), st.sampled_from((None, 0.75, 1.0)))
def test_no_session_is_longer_than_the_longest_and_all_get_their_hours(
    world: World, longest: float | None
) -> None:
    week = replace(world.limits.availability, longest_session=longest)
    limits = replace(world.limits, availability=week, pinned=())

    roadmap = replace(world, limits=limits).plan()

    assert all(each.hours <= (longest or inf) for each in roadmap.sessions)
    assert sum(each.hours for each in roadmap.sessions) == roadmap.totals.hours
    days = [(each.on, each.item) for each in roadmap.sessions]
    assert len(set(days)) == len(days)
