"""What holds for every plan around meetings, whatever they are."""

from collections import Counter
from dataclasses import replace
from datetime import date, timedelta

from hypothesis import assume, given
from hypothesis import strategies as st

from pillarplan.domain.plan.availability import Meeting, Pool
from pillarplan.domain.plan.roadmap import Session
from pillarplan.planner.fitting.around import make_room
from pillarplan.planner.schedule.calendar import find_calendar
from tests.planner import test_laws
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


STILL_HOLDS = (
    test_laws.test_sessions_stay_between_the_first_day_and_the_buffer_before_the_last,
    test_laws.test_every_item_has_sessions_for_exactly_its_hours,
    test_laws.test_only_a_piece_at_either_end_of_an_item_may_be_short,
    test_laws.test_two_items_are_open_at_the_desk_one_is_heard_and_two_go_over_weeks,
    test_laws.test_what_goes_over_weeks_takes_them,
    test_laws.test_a_practice_begins_when_its_steps_are_half_learnt_and_goes_on_when_they_are,
    test_laws.test_practices_climb_a_skill_step_by_step,
    test_laws.test_a_step_has_time_to_grow_before_the_next_is_practised,
    test_laws.test_a_skill_is_rated_again_after_its_last_session_once_it_has_settled,
)
"""Laws of all plans that say nothing of the hours of a single day."""


def around(world: World, busy: tuple[Meeting, ...], margin: int = 10) -> World:
    week = replace(world.limits.availability, meetings=busy, margin=margin)
    return replace(world, limits=replace(world.limits, availability=week))


def is_clear(session: Session, busy: tuple[Meeting, ...], margin: int = 10) -> bool:
    """Say whether a session is no nearer to any meeting than the margin."""
    if session.pool is Pool.LISTENING:
        return True
    assert session.at is not None
    begins = session.at.hour * 60 + session.at.minute
    ends = begins + session.hours * 60
    return all(
        each.ends + margin <= begins or ends + margin <= each.begins
        for each in busy
        if each.on == session.on
    )


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
        assert is_clear(session, busy, margin)
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


@law
@given(worlds(), meetings(), meetings())
def test_only_sessions_in_the_way_of_new_meetings_move_and_each_within_its_week(
    world: World, busy: tuple[Meeting, ...], more: tuple[Meeting, ...]
) -> None:
    asked = around(world, (*busy, *more)).limits
    calendar = find_calendar(asked.availability, asked.starts_on, asked.work_until)
    before = plan(around(world, busy)).sessions

    after = make_room(before, calendar, lambda sessions: True)

    assume(after is not None)
    assert after is not None
    stay = [each for each in before if is_clear(each, more)]
    assert [each for each in after if each in stay] == stay
    assert all(is_clear(each, (*busy, *more)) for each in after)
    assert Counter((s.item, s.hours, s.on.isocalendar()[:2]) for s in after) == Counter(
        (s.item, s.hours, s.on.isocalendar()[:2]) for s in before
    )
    assert [*dict.fromkeys(s.item for s in after)] == [
        *dict.fromkeys(s.item for s in before)
    ]


@settled
@given(worlds(), meetings(), meetings())
def test_what_moves_for_new_meetings_breaks_no_law(
    world: World, busy: tuple[Meeting, ...], more: tuple[Meeting, ...]
) -> None:
    first = plan(around(world, busy))
    crowded = around(world, (*busy, *more))
    crowded = replace(crowded, profile=replace(world.profile, roadmap=first))

    again = plan(crowded)

    assume(again.sessions != first.sessions)
    for each in STILL_HOLDS:
        each.hypothesis.inner_test(crowded)  # type: ignore[attr-defined]  # not typed
    once_more = plan(replace(crowded, profile=replace(world.profile, roadmap=again)))
    assert once_more.sessions == again.sessions
