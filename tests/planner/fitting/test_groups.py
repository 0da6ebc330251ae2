"""A group that meets again and again is joined near to the practice of it."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pillarplan.domain.knowledge.item import Resource, ResourceKind
from pillarplan.domain.knowledge.occasion import Occasion
from pillarplan.domain.person.profile import PRACTICE, Profile
from pillarplan.domain.person.work import Ended, Spent
from pillarplan.domain.plan.roadmap import Roadmap
from pillarplan.planner.fitting.fitting import PinsDoNotFitError
from tests.planner.test_laws import plan, quarters_of, settled, steps, teachers
from tests.planner.worlds import (
    TODAY,
    World,
    gap,
    limits,
    practice,
    resource,
    worlds,
)

WEEK = timedelta(weeks=1)


def club(when: Occasion, weeks: int | None = None) -> Resource:
    made = resource("club", ("asking", 0, 1), hours=2, kind=ResourceKind.COMMUNITY)
    return replace(made, when=when, weeks=weeks)


def world(group: Resource) -> World:
    """Return an hour a week; what matters more than the group takes nine of them."""
    return World(
        limits=limits(days=180, desk=(1.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0)),
        gaps=(gap("asking", 0, 1, 1), gap("building", 0, 1, 3)),
        items=(
            resource("build-book", ("building", 0, 1), hours=4),
            practice("build", ("building", 0, 1), hours=5),
            group,
            practice("ask", ("asking", 0, 1), hours=4),
        ),
    )


def meetings(roadmap: Roadmap) -> list[date]:
    return [booking.on for booking in roadmap.bookings]


def test_meetings_end_before_the_second_half_of_their_practice() -> None:
    roadmap = world(club(Occasion(every_weeks=1), weeks=3)).plan()

    ask = [each.on for each in roadmap.sessions if each.item == "ask"]
    assert ask == [TODAY + WEEK * number for number in range(9, 13)]
    assert meetings(roadmap) == [TODAY + WEEK * number for number in range(8, 11)]


def test_until_when_to_sign_up_is_put_off_with_the_first_meeting() -> None:
    roadmap = world(club(Occasion(every_weeks=1, book_weeks_ahead=2))).plan()

    (booking,) = roadmap.bookings
    assert booking.on == TODAY + WEEK * 9
    assert booking.book_by == TODAY + WEEK * 7


@settled
@given(worlds(), st.integers(1, 3), st.integers(1, 4))
def test_groups_begin_before_their_practice_and_end_before_its_second_half(
    world: World, every: int, weeks: int
) -> None:
    group = next((i for i in world.items if isinstance(i, Resource)), None)
    meets = Occasion(every_weeks=every)
    items = tuple(
        replace(item, when=meets, weeks=weeks)
        if item is group and isinstance(item, Resource)
        else item
        for item in world.items
    )
    asked = replace(world, items=items)
    roadmap = plan(asked)
    days: dict[str, list[date]] = {}
    for booking in roadmap.bookings:
        days.setdefault(booking.item, []).append(booking.on)

    done = {name: quarters_of(h) for name, h in world.profile.hours_spent.items()}
    whole = {item.id: quarters_of(item.hours) for item in items}
    learnt_from = teachers(asked, roadmap)
    for session in roadmap.sessions:
        before = done.get(session.item, 0)
        done[session.item] = before + quarters_of(session.hours)
        planned = roadmap.item(session.item)
        assert planned is not None
        for step in steps(planned) & learnt_from.keys():
            met = [days[name] for name in learnt_from[step] if name in days]
            if planned.kind != PRACTICE or len(met) < len(learnt_from[step]):
                continue
            if before == 0:
                assert min(meetings[0] for meetings in met) <= session.on
            if done[session.item] > whole[session.item] // 2:
                assert min(meetings[-1] for meetings in met) < session.on


def test_what_is_on_days_of_its_own_is_not_put_off() -> None:
    first, later = TODAY + WEEK, TODAY + WEEK * 8
    roadmap = world(club(Occasion(on=(first, later)))).plan()

    assert meetings(roadmap) == [first]


def test_what_was_booked_stays() -> None:
    asked = world(club(Occasion(every_weeks=1), weeks=3))
    first = asked.plan()
    early = tuple(replace(each, on=each.on - 2 * WEEK) for each in first.bookings)
    adopted = replace(first, bookings=early)

    again = replace(asked, profile=Profile(roadmap=adopted)).plan()

    assert again.bookings == early


def test_a_group_that_closes_a_step_by_itself_is_not_put_off() -> None:
    asked = world(club(Occasion(every_weeks=1), weeks=3))
    done = Profile(done=(Ended(on=TODAY, item="ask"),))

    roadmap = replace(asked, profile=done).plan()

    assert meetings(roadmap) == [TODAY + WEEK * number for number in range(1, 4)]


def test_a_pinned_group_that_meets_after_the_last_day_is_an_error() -> None:
    asked = world(club(Occasion(every_weeks=1), weeks=3))
    wishes = replace(asked.limits, pinned=("club",), until=TODAY)

    with pytest.raises(PinsDoNotFitError, match="club would meet after the last day"):
        replace(asked, limits=wishes).plan()


def test_a_begun_group_that_meets_after_the_last_day_is_given_up() -> None:
    asked = world(club(Occasion(every_weeks=1), weeks=3))
    begun = Profile(spent=(Spent(on=TODAY - WEEK, item="club", hours=0.5),))
    wishes = replace(asked.limits, until=TODAY - WEEK)

    roadmap = replace(asked, limits=wishes, profile=begun).plan()

    assert roadmap.items == ()


def test_a_group_may_meet_on_the_last_day() -> None:
    asked = world(club(Occasion(on=(TODAY + WEEK,))))
    done = Profile(done=(Ended(on=TODAY, item="ask"),))
    wishes = replace(asked.limits, until=TODAY + WEEK)

    roadmap = replace(asked, limits=wishes, profile=done).plan()

    assert meetings(roadmap) == [TODAY + WEEK]
    assert roadmap.totals.value == 1
