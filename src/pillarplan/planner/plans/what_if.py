"""What a plan comes to in numbers, to compare it with others."""

from typing import Any

from pillarplan.domain.plan.roadmap import Limits
from pillarplan.domain.plan.variant import PlanOutcome
from pillarplan.planner.fitting.draft import Draft
from pillarplan.planner.schedule.calendar import QUARTERS


def find_outcome(draft: Draft) -> PlanOutcome:
    """Return what a whole plan closes, takes and costs, and when it ends."""
    selection, sessions = draft.whole.selection, draft.whole.timetable.sessions
    named = [
        draft.items[item.id].recommenders
        for item in selection.items
        if not item.is_practice
    ]
    return PlanOutcome(
        **_asked(draft.limits),
        fits=True,
        wanted_steps=_wanted_steps(draft),
        steps=len(selection.closed),
        value=selection.value,
        hours=selection.quarters / QUARTERS,
        money=selection.cents / 100,
        named_by=round(sum(named) / len(named), 1) if named else 0,
        ends_on=sessions[-1].on if sessions else None,
    )


def no_outcome(limits: Limits) -> PlanOutcome:
    """Return what becomes of limits that the pinned items alone break."""
    return PlanOutcome(
        **_asked(limits),
        fits=False,
        wanted_steps=0,
        steps=0,
        value=0,
        hours=0,
        money=0,
        named_by=0,
        ends_on=None,
    )


def _asked(limits: Limits) -> dict[str, Any]:
    return {
        "hours_per_week": limits.availability.hours_per_week,
        "until": limits.until,
        "depth": limits.depth,
        "focus": limits.focus,
        "role": limits.role,
    }


def _wanted_steps(draft: Draft) -> int:
    """Return how many steps are open in the skills that a plan may take up."""
    if draft.limits.once or draft.limits.skills:
        return sum(gap.size for gap in draft.focus)
    return sum(gap.size for gap in draft.gaps)
