"""Which steps come too late in a plan to settle by its last day, whatever the hours."""

from collections.abc import Iterable, Mapping
from datetime import date

from pillarplan.domain.knowledge.step import Step
from pillarplan.domain.plan.roadmap import Session
from pillarplan.planner.fitting.draft import Draft
from pillarplan.planner.selection.candidates import Candidate, Choice
from pillarplan.planner.selection.in_time import earliest


def find_too_soon(draft: Draft) -> Mapping[Step, date]:
    """Return the open steps that would be reached after the last day, and when.

    The days count from the practices of the steps below, as they are planned.
    """
    choice, calendar = draft.choice, draft.calendar
    first = calendar.span.first if calendar.days else draft.starts_on
    last = {each.item: each.on for each in draft.whole.timetable.sessions}
    practised = _practised(draft.wide.candidates, last)
    reached = earliest(choice, choice.candidates, first, practised)
    missing = frozenset(draft.missing)
    if not calendar.days:
        # All that is still to be done lacks hours first.
        missing &= choice.learnt & choice.practised
    return {s: on for s, on in reached if s in missing and on > calendar.last}


def find_end(
    choice: Choice, closed: Iterable[Step], sessions: Iterable[Session]
) -> date | None:
    """Return on which day all is done and some steps have settled; None if at once."""
    last = {each.item: each.on for each in sessions}
    practised = _practised(choice.candidates, last)
    reached = (choice.growth.reached(step, practised) for step in closed)
    return max((*last.values(), *(day for day in reached if day)), default=None)


def _practised(
    candidates: Iterable[Candidate], last: Mapping[str, date]
) -> dict[Step, date]:
    """Return the last day of the first practice of each step that is planned.

    A practice that is there for a lower step may be one of those that come too late.
    """
    ends: dict[Step, date] = {}
    for item in candidates:
        if item.is_practice and item.id in last:
            for step in item.covers:
                ends[step] = min(last[item.id], ends.get(step, last[item.id]))
    return ends
