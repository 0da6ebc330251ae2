"""A plan in the making: all that the roadmap, its reasons and its notes are made of."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date

from pillarplan.domain.dataclass import dataclass
from pillarplan.domain.knowledge.item import Item
from pillarplan.domain.knowledge.scale import Scale
from pillarplan.domain.knowledge.step import Step
from pillarplan.domain.person.profile import Profile
from pillarplan.domain.plan.availability import Availability
from pillarplan.domain.plan.gap import Gap
from pillarplan.domain.plan.roadmap import Limits
from pillarplan.planner.fitting.fitting import Fit, fit
from pillarplan.planner.fitting.standing import comes_first, find_standing
from pillarplan.planner.fitting.waves import Wave, Whole, find_whole
from pillarplan.planner.gaps.gaps import choose_focus, choose_next, find_begun
from pillarplan.planner.schedule.calendar import (
    Calendar,
    Capacity,
    find_calendar,
)
from pillarplan.planner.selection.candidates import Choice
from pillarplan.planner.selection.question import find_choice, wanted_steps


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """What was asked, and what was chosen and placed."""

    limits: Limits
    starts_on: date
    """The first day that may be used: today, or later if the person says so."""
    gaps: tuple[Gap, ...]
    focus: tuple[Gap, ...]
    others: tuple[Gap, ...]
    """Those that are taken up when one of the focus is closed, in turn."""
    items: Mapping[str, Item]
    """All that the knowledge base offers for these gaps, by id and in its order."""
    profile: Profile
    scale: Scale
    wide: Choice
    """What could close the gaps of all skills."""
    choice: Choice
    """What could close those of the focus."""
    calendar: Calendar
    fit: Fit
    """Of the focus alone."""
    whole: Whole
    """That, and what follows on it."""

    @property
    def free(self) -> Capacity:
        """What the days offer together."""
        return self.calendar.capacity

    @property
    def names(self) -> dict[str, str]:
        """The names of all skills, by id."""
        return {gap.skill: gap.name for gap in self.gaps}

    def holding(self, item_id: str) -> "Draft":
        """Return the draft for which an item was chosen: a later wave's, or this."""
        for wave in self.whole.waves:
            if item_id in {item.id for item in wave.selection.items}:
                return self.for_wave(wave)
        return self

    def for_wave(self, wave: Wave) -> "Draft":
        """Return the draft of a skill that is taken up later, as if it were alone."""
        return replace(
            self,
            focus=(wave.gap,),
            choice=wave.choice,
            calendar=wave.calendar,
            fit=replace(self.fit, wanted=wave.selection, selection=wave.selection),
        )

    @property
    def missing(self) -> tuple[Step, ...]:
        """The wanted steps that the plan does not close."""
        closed = {*self.fit.selection.closed, *self.whole.selection.closed}
        return tuple(step for step in self.choice.worth if step not in closed)


def make_draft(
    limits: Limits,
    gaps: Sequence[Gap],
    items: Iterable[Item],
    profile: Profile,
    today: date,
    scale: Scale,
) -> Draft:
    """Choose and place what closes most within the limits.

    Raises PinsDoNotFitError if the pinned items alone break a limit.
    """
    by_id = {item.id: item for item in items}
    wide = find_choice(wanted_steps(gaps), limits, by_id.values(), profile, scale)
    # Where it is not the skill that is missing, there is nothing to learn first.
    talks = wanted_steps(gap for gap in gaps if gap.size and gap.talk)
    wide = replace(wide, learnt=frozenset((*wide.learnt, *talks)))
    begun = find_begun(profile)
    adopted = profile.roadmap.focus if profile.roadmap and wide.asked_again else begun
    # What is begun of a later skill, as planned, pushes out nothing that is in hand.
    focus = choose_focus(gaps, limits, begun.intersection(adopted))
    choice = wide.only_for(wanted_steps(focus))
    starts_on = max(limits.starts_on, today)
    calendar = find_calendar(limits.availability, starts_on, limits.work_until)
    others = choose_next(gaps, focus, limits, begun)
    first = fit(choice, calendar)
    whole = find_whole(wide, first, focus, others, calendar, by_id)
    standing = find_standing(wide, first, focus, others, calendar, by_id, profile)
    if standing and comes_first(standing, (first, whole)):
        first, whole = standing
    return Draft(
        limits=limits,
        starts_on=starts_on,
        gaps=tuple(gaps),
        focus=focus,
        items=by_id,
        profile=profile,
        scale=scale,
        wide=wide,
        choice=choice,
        calendar=calendar,
        others=others,
        fit=first,
        whole=whole,
    )


def choose_again(draft: Draft, wide: Choice) -> Draft:
    """Return the draft of a whole plan from other candidates, for the same steps.

    Raises PinsDoNotFitError if the pinned items alone break a limit.
    """
    choice = wide.only_for(draft.choice.worth)
    first = fit(choice, draft.calendar)
    whole = find_whole(
        wide, first, draft.focus, draft.others, draft.calendar, draft.items
    )
    return replace(draft, wide=wide, choice=choice, fit=first, whole=whole)


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
    asked = replace(choice or draft.choice, adopted_closes=frozenset())
    return fit(asked, calendar)
