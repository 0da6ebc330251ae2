"""How far a plan is behind: only what still waits counts, and no pause."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from pillarplan.domain.person.profile import Profile
from pillarplan.domain.person.work import Ended, Spent
from pillarplan.domain.plan.availability import Break, BreakSource, spread
from pillarplan.domain.plan.roadmap import PlannedItem, Roadmap, Session
from pillarplan.planner.pace.lag import hours_far_behind, hours_planned
from tests.journal.meaning.test_replay import ROADMAP

MONDAY = date(2026, 11, 23)


def weekly(hours: float = 3.0, weeks: int = 6) -> Roadmap:
    """A plan that has a session each Monday, of two items in turns."""
    items = tuple(
        PlannedItem(
            id=name,
            kind="book",
            title=name,
            hours=9.0,
            closes=(),
            starts_on=MONDAY,
            ends_on=MONDAY,
        )
        for name in ("one", "two")
    )
    sessions = tuple(
        Session(
            on=MONDAY + timedelta(weeks=week),
            item=items[week % 2].id,
            hours=hours,
        )
        for week in range(weeks)
    )
    availability = replace(ROADMAP.limits.availability, desk=spread(3), breaks=())
    limits = replace(ROADMAP.limits, availability=availability)
    return replace(ROADMAP, items=items, sessions=sessions, limits=limits)


PROFILE = Profile(roadmap=weekly())


def after(weeks: int) -> date:
    return MONDAY + timedelta(weeks=weeks)


def test_what_was_in_mind_and_done_are_summed() -> None:
    spent = (
        Spent(on=MONDAY, item="one", hours=2.0),
        Spent(on=MONDAY, item="elsewhere", hours=5.0),
    )

    assert hours_planned(PROFILE, after(3)) == 9.0
    assert replace(PROFILE, spent=spent).hours_on(weekly().items) == 2.0
    assert hours_planned(Profile(), after(3)) == 0.0


@pytest.mark.parametrize(("weeks", "behind"), [(1, 0.0), (2, 6.0), (6, 18.0)])
def test_two_weeks_of_work_are_far(weeks: int, behind: float) -> None:
    assert hours_far_behind(PROFILE, after(weeks)) == behind


def test_what_is_done_dropped_paused_or_spent_is_not_behind() -> None:
    pause = Break(first=after(4), last=after(4), source=BreakSource.PAUSE)
    ended = (Ended(on=MONDAY, item="one"),)
    spent = (Spent(on=MONDAY, item="two", hours=1.5),)

    done, dropped = replace(PROFILE, done=ended), replace(PROFILE, dropped=ended)
    paused, worked = replace(PROFILE, pauses=(pause,)), replace(PROFILE, spent=spent)

    behind = [hours_far_behind(p, after(6)) for p in (done, dropped, paused, worked)]
    assert behind == [9.0, 9.0, 15.0, 16.5]


def test_without_a_plan_or_hours_nothing_is_behind() -> None:
    assert hours_far_behind(Profile(), after(6)) == 0.0
