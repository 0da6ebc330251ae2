"""What to do when not everything fits: each way out is tried before it is named."""

from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta
from functools import cache
from itertools import count, takewhile
from typing import TypeVar, cast

from pillarplan.domain.facts.parts import Options, PlanOption, name_steps
from pillarplan.domain.facts.ways_out import (
    LaterEnd,
    LeaveOut,
    MoreHours,
    NoWayOut,
    OneStep,
    ShorterBuffer,
    WayOut,
    WaysOut,
)
from pillarplan.domain.knowledge.step import Step
from pillarplan.domain.plan.availability import (
    DAY_ORDER,
    NO_HOURS,
    Availability,
    Week,
    spread,
)
from pillarplan.domain.plan.roadmap import Limits
from pillarplan.domain.text import WEEKDAYS
from pillarplan.planner.explaining.not_now import beside
from pillarplan.planner.explaining.settling import find_end
from pillarplan.planner.fitting.draft import Draft
from pillarplan.planner.fitting.fitting import hold
from pillarplan.planner.fitting.placing import place
from pillarplan.planner.schedule.calendar import QUARTERS, find_calendar
from pillarplan.planner.schedule.schedule import Timetable
from pillarplan.planner.selection.selection import select

Limit = TypeVar("Limit")

MOST_A_WEEK = 40
MOST_A_DAY = 8
"""More hours than these are no way out, but a second job."""

FAR = (8, 64, 512)
"""So many weeks later a deadline is tried, to see when all would be done by itself."""

LONGEST_FOR_ONE = 104
"""Weeks after the deadline within which a single step should be closed."""


def hours_needed(draft: Draft) -> float | None:
    """Return the fewest hours a week that hold all that is wanted; None if too many."""
    week = _wide_enough(draft)
    return week.hours_per_week if week else None


def _wide_enough(draft: Draft) -> Availability | None:
    wider = [
        *takewhile(
            lambda week: (
                week.hours_per_week <= MOST_A_WEEK and max(week.desk) <= MOST_A_DAY
            ),
            (with_more(draft.limits.availability, more) for more in count(1)),
        )
    ]

    def holds(availability: Availability) -> bool:
        limits = replace(draft.limits, availability=availability)
        return _hold(draft, limits) is not None

    return _first(wider, holds)


def earliest_end(draft: Draft) -> date | None:
    """Return the first day, whole weeks after the deadline, by which all is done.

    None if that would take longer than ten years.
    """

    @cache
    def held(weeks: int) -> Timetable | None:
        until = draft.limits.until + timedelta(weeks=weeks)
        return _hold(draft, replace(draft.limits, until=until))

    most = next((weeks for weeks in FAR if held(weeks)), None)
    far = held(most) if most else None
    if most is None or far is None:
        return None
    # With so much time it ends about when it would with just enough.
    closed = draft.fit.wanted.closed
    last = find_end(draft.choice, closed, far.sessions) or draft.starts_on
    missing = last - draft.limits.work_until
    weeks = min(most, max(1, -(-missing // timedelta(weeks=1))))
    while weeks < most and not held(weeks):
        weeks += 1
    while weeks > 1 and held(weeks - 1):
        weeks -= 1
    return draft.limits.until + timedelta(weeks=weeks)


def longest_buffer(draft: Draft) -> int | None:
    """Return how many days can be kept free if all is done; None if no fewer help."""

    def holds(days: int) -> bool:
        limits = replace(draft.limits, buffer_days=days)
        return _hold(draft, limits) is not None

    return _first(range(draft.limits.buffer_days - 1, -1, -1), holds)


def _first(wider: Sequence[Limit], holds: Callable[[Limit], bool]) -> Limit | None:
    """Return the first of ever wider limits that holds all; None if none does.

    Where time to settle is missing nothing helps, and that is soon seen.
    """
    if not wider or not holds(wider[-1]):
        return None
    return wider[bisect_left(wider, True, key=holds)]


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


def _hold(draft: Draft, limits: Limits) -> Timetable | None:
    """Return all that is wanted on the days of other limits; None if it has no room."""
    last = limits.work_until
    calendar = find_calendar(limits.availability, draft.starts_on, last)
    return hold(draft.choice, draft.fit.wanted, calendar)


def find_ways_out(draft: Draft) -> WaysOut | NoWayOut:
    """Return what would hold all that is wanted, or what to do without."""
    ways: list[WayOut] = [*_more_time(draft)]
    if draft.fit.selection.closed:
        ways.append(LeaveOut(steps=name_steps(_left_out(draft), draft.names)))
    else:
        ways += _first_step(draft)
    return WaysOut(ways=tuple(ways)) if ways else NoWayOut()


def _more_time(draft: Draft) -> Iterator[WayOut]:
    limits, week = draft.limits, _wide_enough(draft)
    end, buffer = earliest_end(draft), longest_buffer(draft)
    if week is not None:
        yield MoreHours(
            options=_hours_option(week),
            hours=sum(week.desk),
            instead_of=sum(limits.availability.desk),
            listens=any(week.listening),
        )
    if end is not None:
        yield LaterEnd(options=_until_option(end), until=end)
    if buffer is not None:
        yield ShorterBuffer(
            options=buffer_option(buffer), days=buffer, instead_of=limits.buffer_days
        )


def _hours_option(week: Availability) -> Options:
    """Return what to type for the hours at the desk, day by day if need be."""
    desk = week.desk
    value = f"{sum(desk):g}"
    if desk != spread(sum(desk), week.shortest_session):
        days = zip(WEEKDAYS, desk, strict=True)
        value = ",".join(f"{day[:3].lower()}={hours:g}" for day, hours in days if hours)
    return (PlanOption(name="--hours", value=value),)


def _until_option(day: date) -> Options:
    return (PlanOption(name="--until", value=day.isoformat()),)


def buffer_option(days: int) -> Options:
    """Return what to type to keep so many days free."""
    return (PlanOption(name="--buffer", value=f"{days}" if days else "none"),)


def _left_out(draft: Draft) -> list[Step]:
    """Return the steps that more time would close."""
    closed = frozenset(draft.fit.selection.closed)
    return [step for step in draft.fit.wanted.closed if step not in closed]


def _first_step(draft: Draft) -> Iterator[OneStep]:
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
    if timetable and timetable.is_complete and timetable.sessions:
        done = max(session.on for session in timetable.sessions)
        yield OneStep(
            options=_one_step_options(draft.limits, step, done),
            steps=name_steps((step,), draft.names),
            done_on=done,
        )


def _one_step_options(limits: Limits, step: Step, done: date) -> Options:
    """Return what to type for the skill alone, and as many days free at the end."""
    until = max(limits.until, done + timedelta(days=limits.buffer_days))
    return (PlanOption(name="--skill", value=step.skill), *_until_option(until))


def _lowest(draft: Draft) -> Iterator[Step]:
    """Yield the first wanted step of each skill."""
    seen = set()
    for step in draft.choice.worth:
        if step.skill not in seen:
            seen.add(step.skill)
            yield step
