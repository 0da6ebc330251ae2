"""What to do when not everything fits: each way out is tried before it is named."""

from bisect import bisect_left
from dataclasses import replace
from datetime import date, timedelta
from itertools import count, takewhile
from typing import cast

from pillarplan.domain.availability import (
    DAY_ORDER,
    NO_HOURS,
    Availability,
    Week,
    spread,
)
from pillarplan.domain.roadmap import Limits
from pillarplan.domain.step import spans
from pillarplan.domain.text import counted, in_hours
from pillarplan.planner.calendar import (
    QUARTERS,
    add_up,
    find_days,
    shortest_session,
)
from pillarplan.planner.draft import Draft
from pillarplan.planner.placing import place
from pillarplan.planner.words import join_words, say_day, say_steps

MOST_A_WEEK = 40
MOST_A_DAY = 8
"""More hours than these are no way out, but a second job."""

DOUBLING = (1, 2, 4, 8, 16, 32, 64, 128, 256, 512)
"""How many weeks later a deadline may be: up to ten years."""

FEW = 3
"""More runs of steps than these are counted and not listed."""


def find_notes(draft: Draft) -> tuple[str, ...]:
    """Return what does not fit and the ways out, in sentences; nothing if all fits."""
    notes = []
    if draft.fit.selection.value < draft.fit.wanted.value:
        notes += [_shortage(draft), _ways_out(draft)]
    if not (draft.fit.wanted.proven and draft.fit.selection.proven):
        notes.append("Time ran out while choosing; a better plan may exist.")
    if pins := _vain_pins(draft):
        notes.append(
            f"Pinned in vain: {join_words(pins)}. Dropped, or for no gap of yours."
        )
    return tuple(notes)


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
    desk = availability.desk
    if desk == spread(sum(desk)):
        return replace(availability, desk=spread(sum(desk) + quarters / QUARTERS))
    days = [day for day in DAY_ORDER if desk[day] or desk == NO_HOURS]
    share, rest = divmod(quarters, len(days))
    more = {day: share + (place < rest) for place, day in enumerate(days)}
    week = [hours + more.get(day, 0) / QUARTERS for day, hours in enumerate(desk)]
    return replace(availability, desk=cast(Week, tuple(week)))


def _holds(draft: Draft, limits: Limits) -> bool:
    """Say whether all that is wanted finds its place on the days of other limits.

    A plan made for these days would try just this first, hence would hold it all.
    """
    days = tuple(find_days(limits.availability, draft.starts_on, limits.work_until))
    shortest = shortest_session(limits.availability)
    timetable = place(draft.choice, draft.fit.wanted, days, add_up(days), shortest)
    return timetable is not None and timetable.is_complete


def _shortage(draft: Draft) -> str:
    wanted, steps = draft.fit.wanted, len(draft.choice.worth)
    closable = len(wanted.closed)
    what = f"all {steps} steps" if closable == steps else f"{closable} of {steps} steps"
    needed, free = wanted.quarters / QUARTERS, draft.free.hours
    heard = draft.free.listening / QUARTERS
    but = ""
    if heard and needed > free - heard:
        but = f", {'all' if heard == free else in_hours(heard)} of it for listening"
    elif needed <= free:
        but = ", but not in pieces that are long enough"
    return (
        f"Closing {what} takes {in_hours(needed)}; {_days(draft)} you have "
        f"{in_hours(free)}{but}."
    )


def _days(draft: Draft) -> str:
    """Say between which days there may be sessions."""
    limits = draft.limits
    if not limits.buffer_days:
        return f"from {say_day(draft.starts_on)} to {say_day(limits.until)}"
    kept = f"the {counted(limits.buffer_days, 'day')} that you keep free"
    if limits.work_until < draft.starts_on:
        return f"before {kept} up to {say_day(limits.until)}"
    last = say_day(limits.work_until)
    return f"from {say_day(draft.starts_on)} to {last}, before {kept},"


def _ways_out(draft: Draft) -> str:
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
    ways.append(f"without {_left_out(draft)}, as planned here")
    return f"Ways out: {join_words(ways, 'or')}."


def _vain_pins(draft: Draft) -> list[str]:
    """Return the pinned items that are neither planned nor finished."""
    known = {item.id for item in draft.choice.candidates} | draft.profile.finished
    return [name for name in draft.limits.pinned if name not in known]


def _left_out(draft: Draft) -> str:
    """Name the steps that more time would close, or count them if they are many."""
    closed = frozenset(draft.fit.selection.closed)
    steps = [step for step in draft.fit.wanted.closed if step not in closed]
    if len(spans(steps)) > FEW:
        return f"{len(steps)} of the steps"
    return say_steps(steps, draft.names)
