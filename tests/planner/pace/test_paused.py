"""Pauses in plans that were made around meetings."""

from dataclasses import replace
from datetime import date, time, timedelta

from pillarplan.domain.person.profile import Profile
from pillarplan.domain.plan.availability import Break, BreakSource, Week
from pillarplan.domain.plan.roadmap import Roadmap, Session
from pillarplan.planner.pace.paused import around_pauses
from tests.planner.worlds import TODAY, World, gap, limits, practice, resource

TUESDAYS: Week = (0.0, 1.0, 0.0, 0.0, 0.0, 0.0, 0.0)


def day(number: int) -> date:
    return TODAY + timedelta(days=number)


def roadmap(*sessions: Session) -> Roadmap:
    world = World(
        limits=limits(desk=TUESDAYS),
        gaps=(gap("asking", 0, 1),),
        items=(resource("read", ("asking", 0, 1)), practice("do", ("asking", 0, 1))),
    )
    return replace(world.plan(), sessions=sessions)


def session(on: int, hours: float, at: time | None = None) -> Session:
    return Session(on=day(on), item="read", hours=hours, at=at)


def paused(plan: Roadmap, first: int, last: int) -> list[tuple[int, time | None]]:
    pause = Break(first=day(first), last=day(last), source=BreakSource.PAUSE)
    moved = around_pauses(plan, Profile(roadmap=plan, pauses=(pause,)))
    return [((each.on - TODAY).days, each.at) for each in moved.sessions]


def test_sessions_after_a_pause_keep_the_days_and_times_that_meetings_left() -> None:
    plan = roadmap(session(1, 1), session(10, 1, time(17, 10)), session(11, 1))

    assert paused(plan, 1, 1) == [(8, None), (10, time(17, 10)), (11, None)]


def test_a_session_longer_than_any_usual_day_takes_a_whole_one() -> None:
    plan = roadmap(session(2, 3, time(9)), session(8, 1))

    assert paused(plan, 1, 7) == [(8, None), (15, None)]
