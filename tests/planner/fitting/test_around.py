"""What a new meeting drives out goes elsewhere; all else stays as it was adopted."""

from dataclasses import replace
from datetime import date, time, timedelta

from pillarplan.domain.person.profile import Profile
from pillarplan.domain.plan.availability import Availability, Meeting
from pillarplan.domain.plan.roadmap import Roadmap, Session
from tests.planner.worlds import TODAY, World, gap, limits, practice, resource

TUESDAY, WEDNESDAY, THURSDAY = (TODAY + timedelta(days=day) for day in range(1, 4))
WEEK = timedelta(weeks=1)
NINE, FIVE = 9 * 60, 17 * 60


def world(*meetings: Meeting) -> World:
    """Return an hour and a half on Tuesdays and Thursdays, between nine and five."""
    week = Availability(
        desk=(0.0, 1.5, 0.0, 1.5, 0.0, 0.0, 0.0),
        starts_at=(time(9),) * 7,
        ends_at=(time(17),) * 7,
        meetings=meetings,
    )
    return World(
        limits=replace(limits(), availability=week),
        gaps=(gap("asking", 0, 1),),
        items=(
            resource("book", ("asking", 0, 1), hours=2),
            practice("ask", ("asking", 0, 1), hours=2.5),
        ),
    )


def again(adopted: Roadmap, *meetings: Meeting) -> Roadmap:
    return replace(world(*meetings), profile=Profile(roadmap=adopted)).plan()


def told(sessions: tuple[Session, ...]) -> list[tuple[str, date, time | None, float]]:
    return [(each.item, each.on, each.at, each.hours) for each in sessions]


def test_a_session_goes_to_the_next_free_time_of_its_day() -> None:
    adopted = world().plan()

    moved = again(adopted, Meeting(TUESDAY, NINE, NINE + 45))

    assert told(adopted.sessions) == [
        ("book", TUESDAY, time(9), 1.5),
        ("ask", THURSDAY, time(9), 1.25),
        ("book", TUESDAY + WEEK, time(9), 0.5),
        ("ask", TUESDAY + WEEK, time(9, 30), 0.75),
        ("ask", THURSDAY + WEEK, time(9), 0.5),
    ]
    # The margin after a meeting is ten minutes.
    assert told(moved.sessions) == [
        ("book", TUESDAY, time(9, 55), 1.5),
        *told(adopted.sessions)[1:],
    ]


def test_from_a_full_day_it_goes_to_the_nearest_one_and_nothing_else_moves() -> None:
    adopted = world().plan()

    moved = again(adopted, Meeting(TUESDAY, NINE, FIVE))

    assert told(moved.sessions) == [
        ("book", WEDNESDAY, time(9), 1.5),
        *told(adopted.sessions)[1:],
    ]


def test_what_would_come_after_its_practice_is_dealt_out_anew() -> None:
    adopted = world().plan()
    full = (Meeting(TODAY + timedelta(days=day), NINE, FIVE) for day in range(3))

    moved = again(adopted, *full)

    # What is left of the week is free only after the first session of the practice.
    assert told(moved.sessions)[:2] == [
        ("book", THURSDAY, time(9), 2.0),
        ("ask", THURSDAY, time(11), 1.0),
    ]


def test_planning_once_more_leaves_it_there() -> None:
    meeting = Meeting(TUESDAY, NINE, FIVE)
    moved = again(world().plan(), meeting)

    assert again(moved, meeting).sessions == moved.sessions
