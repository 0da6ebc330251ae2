"""When events and meetings take place, by the day on which a plan begins."""

from dataclasses import replace
from datetime import date, timedelta

from pillarplan.domain.knowledge.item import Resource, ResourceKind
from pillarplan.domain.knowledge.occasion import Occasion
from pillarplan.domain.plan.roadmap import Booking
from pillarplan.planner.schedule.occasions import find_bookings
from tests.planner.worlds import TODAY, World, gap, limits, practice, resource


def event(
    when: Occasion | None, hours: float = 3.0, weeks: int | None = None
) -> Resource:
    made = resource("fair", ("asking", 0, 1), hours=hours, kind=ResourceKind.EVENT)
    return replace(made, when=when, weeks=weeks)


def test_what_can_be_done_on_any_day_is_not_booked() -> None:
    assert find_bookings(event(None), TODAY) == ()
    assert find_bookings(practice("do", ("asking", 0, 1)), TODAY) == ()


def test_an_event_is_booked_on_its_next_known_day_ahead_of_which_one_can_sign_up() -> (
    None
):
    when = Occasion(
        on=(date(2026, 12, 1), date(2027, 3, 9)), months=(3,), book_weeks_ahead=4
    )

    assert find_bookings(event(when), TODAY) == (
        Booking(item="fair", on=date(2027, 3, 9), hours=3.0, book_by=date(2027, 2, 9)),
    )


def test_a_month_stands_for_an_event_of_which_no_day_is_known() -> None:
    assert find_bookings(event(Occasion(months=(4, 10))), TODAY) == (
        Booking(item="fair", on=date(2027, 4, 15), hours=3.0, is_exact=False),
    )


def test_a_group_is_gone_to_for_all_its_weeks() -> None:
    meetings = find_bookings(event(Occasion(every_weeks=2), 14, weeks=16), TODAY)

    first = TODAY + timedelta(weeks=1)
    assert [each.on for each in meetings] == [
        first + timedelta(weeks=2 * number) for number in range(8)
    ]
    assert {each.hours for each in meetings} == {1.75}


def world() -> World:
    return World(
        limits=limits(days=60),
        gaps=(gap("asking", 0, 1),),
        items=(
            event(Occasion(every_weeks=1), hours=4.0, weeks=3),
            practice("ask", ("asking", 0, 1), hours=2),
        ),
    )


def test_an_event_needs_no_session_and_its_practice_begins_once_it_has_begun() -> None:
    roadmap = world().plan()

    assert [(each.item, each.on - TODAY) for each in roadmap.bookings] == [
        ("fair", timedelta(days=7)),
        ("fair", timedelta(days=14)),
        ("fair", timedelta(days=21)),
    ]
    assert {session.item for session in roadmap.sessions} == {"ask"}
    fair, ask = roadmap.items
    assert (fair.id, fair.starts_on, fair.ends_on) == (
        "fair",
        TODAY + timedelta(days=7),
        TODAY + timedelta(days=21),
    )
    assert ask.starts_on == fair.starts_on
    assert ask.ends_on > fair.ends_on


def test_planning_again_keeps_the_days_that_were_booked() -> None:
    first = world().plan()
    again = replace(
        world(),
        today=TODAY + timedelta(days=3),
        limits=replace(world().limits, starts_on=TODAY + timedelta(days=3)),
        profile=replace(world().profile, roadmap=first),
    ).plan()

    assert again.bookings == first.bookings


def test_an_event_after_the_last_day_is_not_chosen() -> None:
    late = replace(world(), items=(event(Occasion(months=(5,))), *world().items[1:]))

    assert late.plan().items == ()
