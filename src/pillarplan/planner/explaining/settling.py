"""Which steps come too late in a plan to settle by its last day, whatever the hours."""

from collections.abc import Mapping
from datetime import date

from pillarplan.domain.knowledge.step import Step
from pillarplan.planner.fitting.draft import Draft
from pillarplan.planner.selection.in_time import earliest


def find_too_soon(draft: Draft) -> Mapping[Step, date]:
    """Return the open steps that would be reached after the last day, and when.

    The days count from the practices of the steps below, as they are planned.
    """
    choice, calendar = draft.choice, draft.calendar
    first = calendar.span.first if calendar.days else draft.starts_on
    reached = earliest(choice, choice.candidates, first, _practised(draft))
    missing = frozenset(draft.missing)
    if not calendar.days:
        # All that is still to be done lacks hours first.
        missing &= choice.learnt & choice.practised
    return {s: on for s, on in reached if s in missing and on > calendar.last}


def _practised(draft: Draft) -> dict[Step, date]:
    """Return the last day of the first practice of each step that is planned.

    A practice that is there for a lower step may be one of those that come too late.
    """
    last = {each.item: each.on for each in draft.whole.timetable.sessions}
    ends: dict[Step, date] = {}
    for item in draft.wide.candidates:
        if item.is_practice and item.id in last:
            for step in item.covers:
                ends[step] = min(last[item.id], ends.get(step, last[item.id]))
    return ends
