"""Which steps can be reached, and which items can end, by the last day."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta

from pillarplan.domain.knowledge.step import Step
from pillarplan.planner.schedule.calendar import Calendar, Days
from pillarplan.planner.schedule.growth import NO_DAYS
from pillarplan.planner.selection.candidates import Candidate, Choice
from pillarplan.planner.selection.selected import Selection


def in_time(choice: Choice, calendar: Calendar) -> Choice:
    """Return a choice without what the days of a calendar are too few for, in any case.

    That is what goes over too many weeks, and every step that could not settle by the
    last day, even if its practices were begun as soon as they may be.  Pinned items
    stay, as the person wants them.
    """
    if not calendar.days:
        return choice
    first, days = calendar.span
    candidates = [
        item
        for item in choice.candidates
        if item.pinned or item.days_needed(first) <= days
    ]
    worth = {
        step: choice.worth[step]
        for step, day in earliest(choice, candidates, first)
        if day <= calendar.last
    }
    return replace(
        choice,
        worth=worth,
        candidates=tuple(item.only_for(worth.keys()) for item in candidates),
    )


def earliest(
    choice: Choice,
    candidates: Sequence[Candidate],
    first: date,
    planned: Mapping[Step, date] = NO_DAYS,
) -> Iterator[tuple[Step, date]]:
    """Yield the earliest day on which each step that can be practised is reached.

    A practice of several steps begins when the step below the lowest of them is
    reached, and serves all of them at once.  `planned` says when practices end that
    have their place on the calendar.
    """
    practices: dict[Step, list[Candidate]] = {}
    for item in candidates:
        for step in item.covers if item.is_practice else ():
            practices.setdefault(step, []).append(item)
    ready: dict[str, date] = {}
    begun: dict[tuple[str, str], date] = {}
    practised: dict[Step, date] = {}
    for step in choice.worth:
        begins = ready.get(step.skill, first)
        ends = [
            begun.setdefault((item.id, step.skill), begins)
            + timedelta(days=item.days_needed(first) - 1)
            for item in practices.get(step, ())
        ]
        if step in planned:
            practised[step] = planned[step]
        elif step not in choice.practised:
            practised[step] = min(ends, default=begins)
        reached = choice.growth.reached(step, practised) or first
        ready[step.skill] = max(begins, reached)
        yield step, ready[step.skill]


def fits_span(selection: Selection, days: Days) -> bool:
    """Say whether the practices of each skill have time, one after the other."""
    needed: dict[str, int] = {}
    for item in selection.items:
        if item.is_practice and item.weeks > 1:
            for skill in {step.skill for step in item.covers}:
                span = item.days_needed(days.first)
                needed[skill] = needed.get(skill, 0) + span
    return all(span <= days.number for span in needed.values())
