"""What a person should know about a plan: what does not fit, and what is in vain."""

from collections.abc import Iterator, Sequence
from datetime import timedelta

from pillarplan.domain.knowledge.step import Step
from pillarplan.domain.plan.availability import Pool
from pillarplan.domain.text import counted, in_hours, join_words, say_day
from pillarplan.planner.explaining.lifting import say_limits
from pillarplan.planner.explaining.ways_out import say_lifts, say_ways_out
from pillarplan.planner.fitting.draft import Draft
from pillarplan.planner.fitting.placing import place
from pillarplan.planner.schedule.calendar import QUARTERS, find_calendar
from pillarplan.planner.words import say_few_steps

A_WEEK = 7


def find_notes(draft: Draft) -> tuple[str, ...]:
    """Return what does not fit and the ways out, in sentences; nothing if all fits."""
    notes = []
    if draft.fit.selection.value < draft.fit.wanted.value:
        notes += [_shortage(draft), say_ways_out(draft)]
    wanted = draft.fit.wanted.closed
    if lacking := [step for step in draft.choice.worth if step not in wanted]:
        notes += [_lack(draft, lacking), *say_lifts(draft)]
    if not (draft.fit.wanted.proven and draft.fit.selection.proven):
        notes.append("Time ran out while choosing; a better plan may exist.")
    notes += _too_light(draft)
    if pins := _vain_pins(draft):
        notes.append(
            f"Pinned in vain: {join_words(pins)}. Dropped, or for no gap of yours."
        )
    return tuple(notes)


def find_risk(draft: Draft) -> Iterator[str]:
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
        yield (
            f"The plan ends on {say_day(sessions[-1].on)}; one missed week would break "
            f"it. To keep the last week free: pillarplan plan --buffer {A_WEEK}"
        )


def _shortage(draft: Draft) -> str:
    wanted, steps = draft.fit.wanted, len(draft.choice.worth)
    closable = len(wanted.closed)
    what = f"{closable} of {counted(steps, 'step')}"
    if closable == steps:
        what = {1: "the one step", 2: "both steps"}.get(steps, f"all {steps} steps")
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


def _lack(draft: Draft, steps: Sequence[Step]) -> str:
    names = say_few_steps(steps, draft.names)
    if limits := say_limits(draft.limits):
        return f"Within {limits} nothing closes {names}, however much time there is."
    return f"The knowledge base offers nothing more that closes {names}."


def _too_light(draft: Draft) -> Iterator[str]:
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
            when = f"From {say_day(first)} to {say_day(last)}"
            yield (
                f"{when} a day has {in_hours(most)} at most, too little for a session; "
                f"--shortest {most:g} would use it."
            )


def _vain_pins(draft: Draft) -> list[str]:
    """Return the pinned items that are neither planned nor finished."""
    known = {item.id for item in draft.choice.candidates} | draft.profile.finished
    return [name for name in draft.limits.pinned if name not in known]
