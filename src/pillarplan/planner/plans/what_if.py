"""What would come of a plan with other hours or another last day."""

from collections.abc import Iterable

from pillarplan.domain.plan.roadmap import Limits
from pillarplan.domain.plan.variant import PlanOutcome, WhatIf
from pillarplan.planner.fitting.draft import Draft, plan_again
from pillarplan.planner.fitting.fitting import Fit, PinsDoNotFitError
from pillarplan.planner.schedule.calendar import QUARTERS


def what_if(draft: Draft, hours: Iterable[Limits], until: Iterable[Limits]) -> WhatIf:
    """Plan again for each of the other limits, which differ in hours or in days."""
    return WhatIf(
        wanted_steps=len(draft.choice.worth),
        asked=_outcome(draft.limits, draft.fit),
        hours=tuple(_try(draft, limits) for limits in hours),
        until=tuple(_try(draft, limits) for limits in until),
    )


def _try(draft: Draft, limits: Limits) -> PlanOutcome:
    try:
        fit = plan_again(draft, availability=limits.availability, until=limits.until)
    except PinsDoNotFitError:
        fit = None
    return _outcome(limits, fit)


def _outcome(limits: Limits, fit: Fit | None) -> PlanOutcome:
    sessions = fit.timetable.sessions if fit else ()
    return PlanOutcome(
        hours_per_week=limits.availability.hours_per_week,
        until=limits.until,
        fits=fit is not None,
        steps=len(fit.selection.closed) if fit else 0,
        value=fit.selection.value if fit else 0,
        hours=fit.selection.quarters / QUARTERS if fit else 0,
        money=fit.selection.cents / 100 if fit else 0,
        ends_on=sessions[-1].on if sessions else None,
    )
