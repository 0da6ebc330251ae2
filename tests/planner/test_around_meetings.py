"""What holds for every plan around meetings, whatever they are."""

from dataclasses import replace
from datetime import date, timedelta

from hypothesis import assume, given
from hypothesis import strategies as st

from pillarplan.domain.plan.availability import Meeting, Pool
from tests.planner.test_laws import (
    after,
    law,
    plan,
    settled,
    without_ways_out,
)
from tests.planner.worlds import TODAY, World, worlds


@st.composite
def meetings(draw: st.DrawFn) -> tuple[Meeting, ...]:
    """Return what takes parts of the days of a plan, at odd minutes."""
    minutes = st.integers(0, 24 * 60)
    return tuple(
        Meeting(TODAY + timedelta(days=draw(st.integers(0, 30))), begins, ends)
        for begins, ends in draw(
            st.lists(st.tuples(minutes, minutes).map(sorted), max_size=40)
        )
    )


def around(world: World, busy: tuple[Meeting, ...], margin: int = 10) -> World:
    week = replace(world.limits.availability, meetings=busy, margin=margin)
    return replace(world, limits=replace(world.limits, availability=week))


@law
@given(worlds(), meetings(), st.sampled_from((0, 10, 30)))
def test_no_session_is_nearer_to_a_meeting_than_the_margin(
    world: World, busy: tuple[Meeting, ...], margin: int
) -> None:
    roadmap = plan(around(world, busy, margin))

    last: dict[date, float] = {}
    for session in roadmap.sessions:
        if session.pool is Pool.DESK:
            assert session.at is not None
            begins = session.at.hour * 60 + session.at.minute
            ends = begins + session.hours * 60
            assert last.get(session.on, 0) <= begins
            last[session.on] = ends
            for each in busy:
                apart = each.ends + margin <= begins or ends + margin <= each.begins
                assert each.on != session.on or apart
    assert roadmap.limits.availability.meetings is None


@settled
@given(worlds(), meetings(), st.integers(0, 20))
def test_planning_again_around_the_same_meetings_changes_nothing(
    world: World, busy: tuple[Meeting, ...], days: int
) -> None:
    # What is paid is no longer part of the plan, so a budget would buy more.
    free = replace(world, limits=replace(world.limits, budget=None))
    asked, today = around(free, busy), TODAY + timedelta(days=days)
    assume(today < asked.limits.until)
    first = plan(asked)
    past = [session for session in first.sessions if session.on < today]

    again = plan(replace(asked, today=today, profile=after(asked, first, past)))

    assume(again.totals.value == first.totals.value)
    assert again.sessions == tuple(s for s in first.sessions if s.on >= today)
    if not days:
        assert without_ways_out(again) == without_ways_out(first)
