"""Tasks and days by hand, and their sessions as one reads them."""

from collections.abc import Iterable, Sequence
from datetime import timedelta

from pillarplan.domain.knowledge.step import Step
from pillarplan.domain.plan.availability import Pool
from pillarplan.planner.schedule.calendar import Calendar, Capacity, Day
from pillarplan.planner.schedule.growth import Growth
from pillarplan.planner.schedule.hand import ANY_NUMBER, Hand
from pillarplan.planner.schedule.job import Job
from pillarplan.planner.schedule.manner import MANNERS, Manner
from pillarplan.planner.schedule.order import find_order
from pillarplan.planner.schedule.rules import Rules
from pillarplan.planner.schedule.schedule import Timetable, schedule
from tests.planner.worlds import TODAY

A, B = Step("asking", 1), Step("asking", 2)
C, D = Step("building", 1), Step("building", 2)
E = Step("coaching", 1)
USUAL = Capacity(desk=4, listening=8)
"""Quarter-hours of a week."""

NO_GROWTH = Growth()
"""Levels need no time to settle."""

WORTH = {A: 2, B: 2, C: 1, D: 1, E: 1}


def read(name: str, quarters: int, *closes: Step, pool: Pool = Pool.DESK) -> Job:
    return Job(id=name, is_practice=False, closes=closes, quarters=quarters, pool=pool)


def do(name: str, quarters: int, *closes: Step, weeks: int = 1) -> Job:
    return Job(
        id=name,
        is_practice=True,
        closes=closes,
        quarters=quarters,
        weeks=weeks,
        pool=Pool.DESK,
    )


def days(*quarters: int, listening: int = 0) -> list[Day]:
    return [
        Day(TODAY + timedelta(days=number), desk, listening)
        for number, desk in enumerate(quarters)
    ]


def place(
    tasks: list[Job],
    on: list[Day],
    manner: Manner = MANNERS[0],
    learnt: Iterable[Step] = (),
    *,
    order: Sequence[int] | None = None,
    growth: Growth = NO_GROWTH,
    hand: Hand = ANY_NUMBER,
) -> Timetable:
    """Lay tasks out on days, in their best order if none is given."""
    rules = Rules(tasks, WORTH, (learnt, ()))
    return schedule(
        rules,
        find_order(rules) if order is None else order,
        Calendar(tuple(on), shortest=2, last=on[-1].on, usual=USUAL),
        growth,
        manner,
        hand,
    )


def sessions(timetable: Timetable) -> list[tuple[int, str, int]]:
    """Return sessions as number of the day, item and quarter-hours."""
    return [
        ((session.on - TODAY).days, session.item, int(session.hours * 4))
        for session in timetable.sessions
    ]


def with_longest(on: list[Day], longest: int) -> list[Day]:
    return [day._replace(longest=longest) for day in on]
