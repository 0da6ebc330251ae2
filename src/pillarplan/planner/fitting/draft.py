"""A plan in the making: all that the roadmap, its reasons and its notes are made of."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from pillarplan.domain.knowledge.item import Item
from pillarplan.domain.knowledge.step import Step
from pillarplan.domain.person.profile import Profile
from pillarplan.domain.plan.availability import Availability
from pillarplan.domain.plan.gap import Gap
from pillarplan.domain.plan.roadmap import Limits
from pillarplan.planner.fitting.fitting import Fit, fit
from pillarplan.planner.gaps.gaps import choose_focus, find_begun
from pillarplan.planner.schedule.calendar import (
    Calendar,
    Capacity,
    find_calendar,
)
from pillarplan.planner.selection.candidates import Choice, find_choice, wanted_steps


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """What was asked, and what was chosen and placed."""

    limits: Limits
    starts_on: date
    """The first day that may be used: today, or later if the person says so."""
    gaps: tuple[Gap, ...]
    focus: tuple[Gap, ...]
    items: Mapping[str, Item]
    """All that the knowledge base offers for these gaps, by id and in its order."""
    profile: Profile
    choice: Choice
    calendar: Calendar
    fit: Fit

    @property
    def free(self) -> Capacity:
        """What the days offer together."""
        return self.calendar.capacity

    @property
    def names(self) -> dict[str, str]:
        """The names of all skills, by id."""
        return {gap.skill: gap.name for gap in self.gaps}

    @property
    def missing(self) -> tuple[Step, ...]:
        """The wanted steps that the plan does not close."""
        closed = frozenset(self.fit.selection.closed)
        return tuple(step for step in self.choice.worth if step not in closed)


def make_draft(
    limits: Limits,
    gaps: Sequence[Gap],
    items: Iterable[Item],
    profile: Profile,
    today: date,
) -> Draft:
    """Choose and place what closes most within the limits.

    Raises PinsDoNotFitError if the pinned items alone break a limit.
    """
    focus = choose_focus(gaps, limits, find_begun(profile))
    by_id = {item.id: item for item in items}
    choice = find_choice(wanted_steps(focus), limits, by_id.values(), profile)
    starts_on = max(limits.starts_on, today)
    calendar = find_calendar(limits.availability, starts_on, limits.work_until)
    return Draft(
        limits=limits,
        starts_on=starts_on,
        gaps=tuple(gaps),
        focus=focus,
        items=by_id,
        profile=profile,
        choice=choice,
        calendar=calendar,
        fit=fit(choice, calendar),
    )


def plan_again(
    draft: Draft,
    *,
    availability: Availability | None = None,
    until: date | None = None,
    choice: Choice | None = None,
) -> Fit:
    """Return what would be chosen and placed if one thing were different."""
    usual = availability or draft.limits.availability
    limits = replace(draft.limits, until=until or draft.limits.until)
    calendar = find_calendar(usual, draft.starts_on, limits.work_until)
    return fit(choice or draft.choice, calendar)
