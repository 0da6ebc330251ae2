"""What a person should know about a plan: what does not fit, and what is in vain."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

from pillarplan.domain.facts.kept import PlanNote
from pillarplan.domain.facts.notes import (
    DepthInVain,
    MeetingsTake,
    NoEntries,
    NoReserve,
    NothingCloses,
    PinnedInVain,
    Shortage,
    SpendsMoney,
    TimeRanOut,
    TooLight,
)
from pillarplan.domain.facts.parts import PlanOption, name_steps
from pillarplan.domain.knowledge.step import Step
from pillarplan.domain.plan.availability import Pool
from pillarplan.domain.plan.depth import Depth
from pillarplan.planner.explaining.lifting import find_lifting, stated_limits
from pillarplan.planner.explaining.settling import find_too_soon
from pillarplan.planner.explaining.ways_out import (
    buffer_option,
    find_ways_out,
)
from pillarplan.planner.fitting.draft import Draft
from pillarplan.planner.fitting.placing import place
from pillarplan.planner.schedule.calendar import QUARTERS, find_calendar

A_WEEK = 7

WORTH_A_WORD = 0.05
"""A smaller share of the hours changes no plan that one would notice."""


def find_notes(draft: Draft) -> Iterator[PlanNote]:
    """Yield what does not fit and the ways out; nothing if all fits."""
    if draft.fit.selection.value < draft.fit.wanted.value:
        yield _shortage(draft)
        yield find_ways_out(draft)
        yield from _depth_in_vain(draft)
    wanted = draft.fit.wanted.closed
    if lacking := [step for step in draft.choice.worth if step not in wanted]:
        yield NothingCloses(
            steps=name_steps(lacking, draft.names), limits=stated_limits(draft.limits)
        )
        yield from find_lifting(draft)
    if bare := tuple(_bare_steps(draft)):
        yield NoEntries(steps=name_steps(bare, draft.names))
    if not (draft.fit.wanted.proven and draft.fit.selection.proven):
        yield TimeRanOut()
    yield from _too_light(draft)
    yield from _meetings(draft)
    if pins := _vain_pins(draft):
        yield PinnedInVain(items=tuple(pins))


def find_risk(draft: Draft) -> Iterator[NoReserve]:
    """Yield a note if what is planned would not fit without its first week.

    Whoever named no last day, or keeps a week free before it, needs no such note.
    """
    limits, sessions = draft.limits, draft.fit.timetable.sessions
    if not sessions or not limits.has_deadline or limits.buffer_days >= A_WEEK:
        return
    a_week_later = sessions[0].on + timedelta(days=A_WEEK)
    calendar = find_calendar(limits.availability, a_week_later, limits.until)
    timetable = place(draft.choice, draft.fit.selection, calendar)
    if timetable is None or not timetable.is_complete:
        yield NoReserve(ends_on=sessions[-1].on, options=buffer_option(A_WEEK))


def find_spending(draft: Draft) -> Iterator[SpendsMoney]:
    """Yield a note if what is planned costs money."""
    selection = draft.whole.selection
    open_prices = count_open_prices(draft)
    if selection.cents or open_prices:
        yield SpendsMoney(at_most=selection.cents / 100, open_prices=open_prices)


def count_open_prices(draft: Draft) -> int:
    """Return how many planned items cost money of which no upper end is known."""
    chosen = (draft.items[each.id] for each in draft.whole.selection.items)
    return sum(bool(item.cost) and item.most_money is None for item in chosen)


def _shortage(draft: Draft) -> Shortage:
    limits, wanted = draft.limits, draft.fit.wanted
    return Shortage(
        wanted=len(draft.choice.worth),
        closable=len(wanted.closed),
        needs=wanted.quarters / QUARTERS,
        free=draft.free.hours,
        listening=draft.free.listening / QUARTERS,
        first=draft.starts_on,
        last=limits.work_until,
        until=limits.until,
        kept_free=limits.buffer_days,
        too_soon=bool(find_too_soon(draft)),
    )


def _depth_in_vain(draft: Draft) -> Iterator[DepthInVain]:
    """Yield a note if the hours are used up by what closes the steps in hand."""
    limits, fewer = draft.limits, (len(draft.focus) + 1) // 2
    left = draft.free.hours - draft.fit.selection.quarters / QUARTERS
    is_tight = left <= WORTH_A_WORD * draft.free.hours
    has_others = fewer < len(draft.focus) and not limits.skills
    if is_tight and has_others and limits.depth is not Depth.LEAN:
        yield DepthInVain(
            hours=max(0.0, left),
            options=(PlanOption(name="--what-if", value=f"focus={fewer}"),),
        )


def _bare_steps(draft: Draft) -> Iterator[Step]:
    """Yield the steps of the whole plan for which bare steps stand in."""
    for item in draft.whole.selection.items:
        if item.is_bare:
            yield from item.covers


def _too_light(draft: Draft) -> Iterator[TooLight]:
    """Yield which lighter days have too little time for a session."""
    week = draft.limits.availability
    for lighter in week.breaks:
        first = max(lighter.first, draft.starts_on)
        last = min(lighter.last, draft.limits.until)
        days = [first + timedelta(days=n) for n in range((last - first).days + 1)]
        most = max(
            (week.hours_on(day, pool) for day in days for pool in Pool), default=0
        )
        if 0 < most < week.shortest_session:
            yield TooLight(
                first=first,
                last=last,
                hours=most,
                options=(PlanOption(name="--shortest", value=f"{most:g}"),),
            )


def _meetings(draft: Draft) -> Iterator[MeetingsTake]:
    """Yield what meetings take of the stated hours, if that is worth a word."""
    week = draft.limits.availability
    if not week.meetings:
        return
    alone = replace(week, meetings=())
    stated = find_calendar(alone, draft.starts_on, draft.limits.work_until).capacity
    taken = stated.hours - draft.calendar.capacity.hours
    if taken >= stated.hours * WORTH_A_WORD:
        yield MeetingsTake(hours=taken, stated=stated.hours)


def _vain_pins(draft: Draft) -> list[str]:
    """Return the pinned items that are neither planned nor finished."""
    known = {item.id for item in draft.choice.candidates} | draft.profile.finished
    return [name for name in draft.limits.pinned if name not in known]
