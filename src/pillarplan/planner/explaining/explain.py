"""Why a skill or a whole plan stands as it stands, with numbers.

Every number comes from planning again: with another focus, or within wider limits.
`pillarplan.planner.explaining.explain_item` does the same for an item.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from pillarplan.domain.knowledge.step import Span, spans
from pillarplan.domain.plan.gap import Gap
from pillarplan.domain.text import in_hours, join_words, say_day
from pillarplan.planner.explaining.lifting import find_lifts, say_limits
from pillarplan.planner.explaining.not_now import why_not_now
from pillarplan.planner.explaining.surplus import focus_options, wider_choice
from pillarplan.planner.explaining.ways_out import with_more
from pillarplan.planner.fitting.draft import Draft, plan_again
from pillarplan.planner.fitting.fitting import Fit
from pillarplan.planner.schedule.calendar import QUARTERS
from pillarplan.planner.words import say_few_steps, say_gap, say_steps


@dataclass(frozen=True, slots=True, kw_only=True)
class SkillExplanation:
    """Why a skill is in the focus, or why it is not."""

    gap: Gap
    in_focus: bool
    rank: int | None
    """Its place by priority among the skills that have a gap, from 1."""
    closes: tuple[Span, ...]
    leaves: tuple[Span, ...]
    """Wanted steps that the plan does not close."""
    sentences: tuple[str, ...]

    @property
    def title(self) -> str:
        """The name of the skill."""
        return self.gap.name


@dataclass(frozen=True, slots=True, kw_only=True)
class Gain:
    """What a plan within wider limits would close more."""

    value: int
    closes: tuple[Span, ...]
    ends_on: date | None = None
    """The day of its last session."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanExplanation:
    """What keeps the plan from being better."""

    title = "The plan"

    binds: tuple[str, ...]
    """Those of ``hours``, ``deadline``, ``money``, ``formats``, ``languages`` and
    ``price`` that keep it from closing more."""
    one_more_hour: Gain
    """With one more hour a week."""
    four_more_weeks: Gain
    """With a later deadline."""
    any_money: Gain
    """Without a limit on money."""
    sentences: tuple[str, ...]


def explain_skill(draft: Draft, skill: str) -> SkillExplanation | None:
    """Return why a skill is in the focus or not; None if there is no such skill."""
    gap = next((gap for gap in draft.gaps if gap.skill == skill), None)
    if gap is None:
        return None
    ranked = [gap for gap in draft.gaps if gap.size]
    closed = [step for step in draft.fit.selection.closed if step.skill == skill]
    return SkillExplanation(
        gap=gap,
        in_focus=gap in draft.focus,
        rank=ranked.index(gap) + 1 if gap in ranked else None,
        closes=spans(closed),
        leaves=spans([step for step in draft.missing if step.skill == skill]),
        sentences=tuple(_say_skill(draft, gap, ranked)),
    )


def _say_skill(draft: Draft, gap: Gap, ranked: list[Gap]) -> Iterator[str]:
    if gap not in ranked:
        yield from why_not_now(draft, gap)
        return
    place = ranked.index(gap) + 1
    yield (
        f"{say_gap(gap)} "
        f"Priority {gap.priority} (importance {gap.importance} x gap {gap.size}), "
        f"number {place} of {len(ranked)} skills with a gap."
    )
    if gap not in draft.focus:
        yield _why_outside(draft, gap)
        yield _with_it(draft, gap, ranked[:place])
        return
    yield (
        "It is in the focus since you chose it."
        if draft.limits.skills
        else f"It is in the focus, which takes the first {len(draft.focus)}."
    )
    closed = [step for step in draft.fit.selection.closed if step.skill == gap.skill]
    if closed:
        yield f"The plan closes {say_steps(closed, draft.names)}."
    yield from why_not_now(draft, gap)


def _why_outside(draft: Draft, gap: Gap) -> str:
    if draft.limits.skills:
        return "It is outside the focus, since you chose other skills."
    least = min((each.priority for each in draft.focus), default=0)
    tie = "; between equals, the first one listed wins" * (gap.priority == least)
    if len(draft.focus) == 1:
        return f"It is outside the focus, whose one skill has priority {least}{tie}."
    return (
        f"It is outside the focus, whose {len(draft.focus)} skills have priority "
        f"{least} or more{tie}."
    )


def _with_it(draft: Draft, gap: Gap, first: list[Gap]) -> str:
    """Say what would come of a focus that also holds `gap`."""
    chosen = bool(draft.limits.skills)
    more = [gap] if chosen else [each for each in first if each not in draft.focus]
    options = focus_options(draft, more)
    again = plan_again(draft, choice=wider_choice(draft, more))
    steps = [step for step in again.selection.closed if step.skill == gap.skill]
    if not steps:
        return f"With {options} it would still find no place in your time."
    hours = again.selection.quarters - draft.fit.selection.quarters
    takes = f" and take {in_hours(hours / QUARTERS)} more" if hours > 0 else ""
    return (
        f"With {options} the plan would close {say_steps(steps, draft.names)}{takes}."
    )


def explain_plan(draft: Draft) -> PlanExplanation:
    """Return what limits the plan, and what it would gain from wider limits."""
    wider = with_more(draft.limits.availability, QUARTERS)
    later = draft.limits.until + timedelta(weeks=4)
    lifts = {lift.limit: _gain(draft, lift.fit) for lift in find_lifts(draft)}
    hour = _gain(draft, plan_again(draft, availability=wider))
    weeks = _gain(draft, plan_again(draft, until=later))
    binds = ["hours", "deadline"] * (draft.fit.selection.value < draft.fit.wanted.value)
    binds += lifts
    gains = {
        "One more hour a week": hour,
        "Four more weeks": weeks,
        **{LIFTED[limit]: gain for limit, gain in lifts.items()},
    }
    return PlanExplanation(
        binds=tuple(binds),
        one_more_hour=hour,
        four_more_weeks=weeks,
        any_money=lifts.get("money", Gain(value=0, closes=())),
        sentences=(
            _say_binds(draft, binds),
            *(
                f"{what} would close {_say(gain, draft)} too."
                for what, gain in gains.items()
                if gain.closes
            ),
            *_sooner(draft, hour),
        ),
    )


LIFTED = {
    "money": "More money",
    "formats": "Any kind of resource",
    "languages": "Any language",
    "price": "Resources that cost money",
}

BOUND = {
    "hours": "your hours",
    "deadline": "the last day",
    "money": "the budget",
    "formats": "the kinds of resource",
    "languages": "the languages",
    "price": "that all must be free",
}


def _say_binds(draft: Draft, binds: list[str]) -> str:
    if binds:
        limits = join_words([BOUND[limit] for limit in binds])
        return f"What keeps the plan from closing more: {limits}."
    if draft.missing:
        steps = say_few_steps(draft.missing, draft.names)
        limits = say_limits(draft.limits)
        within = f"Within {limits} nothing" if limits else "No entry that is left"
        return f"{within} closes {steps}."
    return "The plan closes all that is in focus; no limit holds it back."


def _sooner(draft: Draft, hour: Gain) -> Iterator[str]:
    """Say how much sooner the same is done with one more hour a week."""
    ends_on = _end(draft.fit)
    if not hour.closes and hour.ends_on and ends_on and hour.ends_on < ends_on:
        yield (
            f"With one more hour a week it would end on {say_day(hour.ends_on)}, "
            f"not on {say_day(ends_on)}."
        )


def _gain(draft: Draft, other: Fit) -> Gain:
    closed = frozenset(draft.fit.selection.closed)
    more = [step for step in other.selection.closed if step not in closed]
    value = other.selection.value - draft.fit.selection.value
    return Gain(value=value, closes=spans(more) if value else (), ends_on=_end(other))


def _end(fit: Fit) -> date | None:
    return max((session.on for session in fit.timetable.sessions), default=None)


def _say(gain: Gain, draft: Draft) -> str:
    return say_few_steps(
        [step for span in gain.closes for step in span.steps], draft.names
    )
