"""What to do when not everything fits: each way out is tried before it is named."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence, Set
from dataclasses import replace
from datetime import date, timedelta
from itertools import count, takewhile
from math import ceil
from typing import cast

from pillarplan.domain.knowledge.step import Step
from pillarplan.domain.plan.availability import (
    DAY_ORDER,
    NO_HOURS,
    Availability,
    Week,
    spread,
)
from pillarplan.domain.plan.roadmap import Limits
from pillarplan.domain.text import counted, in_hours, join_words, say_day
from pillarplan.planner.explaining.lifting import OPTIONS, Lift, find_lifts
from pillarplan.planner.explaining.not_now import beside
from pillarplan.planner.fitting.draft import Draft
from pillarplan.planner.fitting.placing import place
from pillarplan.planner.schedule.calendar import QUARTERS, find_calendar
from pillarplan.planner.selection.selection import select
from pillarplan.planner.words import say_few_steps, say_steps

MOST_A_WEEK = 40
MOST_A_DAY = 8
"""More hours than these are no way out, but a second job."""

DOUBLING = (1, 2, 4, 8, 16, 32, 64, 128, 256, 512)
"""How many weeks later a deadline may be: up to ten years."""

LONGEST_FOR_ONE = 104
"""Weeks after the deadline within which a single step should be closed."""


def hours_needed(draft: Draft) -> float | None:
    """Return the fewest hours a week that hold all that is wanted; None if too many."""
    wider = [
        *takewhile(
            lambda week: (
                week.hours_per_week <= MOST_A_WEEK and max(week.desk) <= MOST_A_DAY
            ),
            (with_more(draft.limits.availability, more) for more in count(1)),
        )
    ]

    def holds(availability: Availability) -> bool:
        return _holds(draft, replace(draft.limits, availability=availability))

    first = bisect_left(wider, True, key=holds)
    return wider[first].hours_per_week if first < len(wider) else None


def earliest_end(draft: Draft) -> date | None:
    """Return the first day, whole weeks after the deadline, by which all is done.

    None if that would take longer than ten years.
    """

    def holds(weeks: int) -> bool:
        end = draft.limits.until + timedelta(weeks=weeks)
        return _holds(draft, replace(draft.limits, until=end))

    far = next((weeks for weeks in DOUBLING if holds(weeks)), None)
    if far is None:
        return None
    weeks = bisect_left(range(far), True, lo=far // 2 + 1, key=holds)
    return draft.limits.until + timedelta(weeks=weeks)


def longest_buffer(draft: Draft) -> int | None:
    """Return how many days can be kept free if all is done; None if no fewer help."""

    def holds(days: int) -> bool:
        return _holds(draft, replace(draft.limits, buffer_days=days))

    shorter = range(draft.limits.buffer_days - 1, -1, -1)
    first = bisect_left(shorter, True, key=holds)
    return shorter[first] if first < len(shorter) else None


def with_more(availability: Availability, quarters: int) -> Availability:
    """Return a week with more time at the desk, on the days that have some already.

    A week that was spread out from a number of hours is spread out anew.
    """
    desk, shortest = availability.desk, availability.shortest_session
    if desk == spread(sum(desk), shortest):
        wider = spread(sum(desk) + quarters / QUARTERS, shortest)
        return replace(availability, desk=wider)
    days = [day for day in DAY_ORDER if desk[day] or desk == NO_HOURS]
    share, rest = divmod(quarters, len(days))
    more = {day: share + (place < rest) for place, day in enumerate(days)}
    week = [hours + more.get(day, 0) / QUARTERS for day, hours in enumerate(desk)]
    return replace(availability, desk=cast(Week, tuple(week)))


def _holds(draft: Draft, limits: Limits) -> bool:
    """Say whether all that is wanted finds its place on the days of other limits.

    A plan made for these days would try just this first, hence would hold it all.
    """
    last = limits.work_until
    calendar = find_calendar(limits.availability, draft.starts_on, last)
    timetable = place(draft.choice, draft.fit.wanted, calendar)
    return timetable is not None and timetable.is_complete


def say_ways_out(draft: Draft) -> str:
    """Return what would hold all that is wanted, or what to do without."""
    hours, end, buffer = hours_needed(draft), earliest_end(draft), longest_buffer(draft)
    week = draft.limits.availability
    heard, desk = sum(week.listening), sum(week.desk)
    at_desk = " at a desk" if heard else ""
    ways = []
    if hours is not None:
        more = f"{in_hours(hours - heard)} a week{at_desk}"
        ways.append(f"{more} instead of {in_hours(desk)}")
    if end is not None:
        ways.append(f"{say_day(end)} as the last day")
    if buffer is not None:
        fewer = counted(buffer, "day") if buffer else "no day"
        ways.append(f"{fewer} kept free instead of {draft.limits.buffer_days}")
    if draft.fit.selection.closed:
        ways.append(f"without {_left_out(draft)}, as planned here")
    else:
        ways += _first_step(draft)
    if not ways:
        return "Nothing fits into these days, and no hours a week would change that."
    return _as_ways(ways)


def _left_out(draft: Draft) -> str:
    """Name the steps that more time would close, or count them if they are many."""
    closed = frozenset(draft.fit.selection.closed)
    steps = [step for step in draft.fit.wanted.closed if step not in closed]
    return say_few_steps(steps, draft.names)


def _first_step(draft: Draft) -> Iterator[str]:
    """Yield the step that takes the fewest hours by itself, and when it is closed."""
    found = [
        (selection.quarters, step, choice, selection)
        for step in _lowest(draft)
        for choice in (beside(draft, (step,)),)
        if (selection := select(choice, None)) and selection.closed
    ]
    if not found:
        return
    _, step, choice, selection = min(found, key=lambda each: each[0])
    end = draft.limits.until + timedelta(weeks=LONGEST_FOR_ONE)
    calendar = find_calendar(draft.limits.availability, draft.starts_on, end)
    timetable = place(choice, selection, calendar)
    if timetable and timetable.is_complete:
        done = max(session.on for session in timetable.sessions)
        yield f"{say_steps((step,), draft.names)} alone, done by {say_day(done)}"


def _lowest(draft: Draft) -> Iterator[Step]:
    """Yield the first wanted step of each skill."""
    seen = set()
    for step in draft.choice.worth:
        if step.skill not in seen:
            seen.add(step.skill)
            yield step


def say_lifts(draft: Draft) -> Iterator[str]:
    """Yield with which limits lifted, other than time, the plan would close more."""
    closed = frozenset(draft.fit.selection.closed)
    if ways := [_lifting(lift, closed) for lift in find_lifts(draft)]:
        yield _as_ways(ways)


def _lifting(lift: Lift, closed: Set[Step]) -> str:
    """Return what to type to lift a limit, and how many more steps that closes."""
    budget = ceil(lift.fit.selection.cents / 100)
    option = f"{OPTIONS[lift.limit]} {budget if lift.limit == 'money' else 'any'}"
    more = len(set(lift.fit.selection.closed) - closed)
    return f"{option} ({counted(more, 'step')} more)"


def _as_ways(ways: Sequence[str]) -> str:
    return f"{'Ways' if len(ways) > 1 else 'A way'} out: {join_words(ways, 'or')}."
