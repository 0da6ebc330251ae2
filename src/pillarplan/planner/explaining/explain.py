"""Why a skill or a whole plan stands as it stands, with numbers.

Every number comes from planning again: with another focus, or within wider limits.
`pillarplan.planner.explaining.explain_item` does the same for an item.
"""

from collections.abc import Iterator, Mapping
from datetime import date, timedelta

from pillarplan.domain.facts.about_plans import (
    Bound,
    ClosesAll,
    EndsSooner,
    Gained,
    KeptBack,
    NothingLeft,
    WouldClose,
)
from pillarplan.domain.facts.about_skills import (
    HeldBack,
    InFocus,
    OthersFirst,
    PlanCloses,
    Standing,
    TakenUp,
    WiderFocus,
)
from pillarplan.domain.facts.kinds import PlanFact, SkillFact
from pillarplan.domain.facts.parts import name_steps
from pillarplan.domain.knowledge.step import spans
from pillarplan.domain.plan.gap import Gap
from pillarplan.domain.reports.explanation import (
    Gain,
    PlanExplanation,
    SkillExplanation,
)
from pillarplan.planner.explaining.lifting import find_lifts, stated_limits
from pillarplan.planner.explaining.not_now import (
    least_priority,
    why_not_now,
)
from pillarplan.planner.explaining.surplus import focus_options, wider_choice
from pillarplan.planner.explaining.ways_out import with_more
from pillarplan.planner.fitting.draft import Draft, plan_again
from pillarplan.planner.fitting.fitting import Fit
from pillarplan.planner.gaps.gaps import find_tie_break
from pillarplan.planner.schedule.calendar import QUARTERS


def explain_skill(draft: Draft, skill: str) -> SkillExplanation | None:
    """Return why a skill is in the focus or not; None if there is no such skill."""
    gap = next((gap for gap in draft.gaps if gap.skill == skill), None)
    if gap is None:
        return None
    ranked = [gap for gap in draft.gaps if gap.size]
    closed = [step for step in draft.whole.selection.closed if step.skill == skill]
    return SkillExplanation(
        gap=gap,
        in_focus=gap in draft.focus,
        rank=ranked.index(gap) + 1 if gap in ranked else None,
        closes=spans(closed),
        leaves=spans([step for step in draft.missing if step.skill == skill]),
        facts=tuple(_about_skill(draft, gap, ranked)),
    )


def _about_skill(draft: Draft, gap: Gap, ranked: list[Gap]) -> Iterator[SkillFact]:
    if gap not in ranked:
        yield from why_not_now(draft, gap)
        return
    place = ranked.index(gap) + 1
    yield Standing(
        level=gap.current or 0,
        target=gap.target,
        role_target=gap.role_target,
        priority=gap.priority,
        importance=gap.importance,
        gap=gap.size,
        place=place,
        of=len(ranked),
    )
    if gap.constraint is not None:
        talk = draft.items[gap.talk].title if gap.talk else None
        yield HeldBack(constraint=gap.constraint, talk=talk)
    chosen = bool(draft.limits.skills)
    if gap not in draft.focus:
        least = least_priority(draft)
        yield OthersFirst(
            chosen=chosen,
            focus=len(draft.focus),
            least=least,
            is_tie=gap.priority == least,
            tie_break=find_tie_break(draft.focus[-1], gap) if draft.focus else None,
        )
        later = tuple(_taken_up(draft, gap))
        yield from later or (_with_it(draft, gap, ranked[:place]),)
        return
    yield InFocus(chosen=chosen, focus=len(draft.focus))
    yield from _what_closes(draft, gap)


def _taken_up(draft: Draft, gap: Gap) -> Iterator[SkillFact]:
    """Yield when a skill is taken up that follows on others, and what is closed."""
    wave = next((each for each in draft.whole.waves if each.gap == gap), None)
    if wave is None:
        return
    if on := draft.whole.starts_on(wave):
        yield TakenUp(on=on)
    yield from _what_closes(draft.for_wave(wave), gap)


def _what_closes(draft: Draft, gap: Gap) -> Iterator[SkillFact]:
    closed = [step for step in draft.fit.selection.closed if step.skill == gap.skill]
    if closed:
        yield PlanCloses(steps=name_steps(closed, draft.names))
    yield from why_not_now(draft, gap)


def _with_it(draft: Draft, gap: Gap, first: list[Gap]) -> WiderFocus:
    """Return what would come of a focus that also holds `gap`."""
    chosen = bool(draft.limits.skills)
    more = [gap] if chosen else [each for each in first if each not in draft.focus]
    again = plan_again(draft, choice=wider_choice(draft, more))
    steps = [step for step in again.selection.closed if step.skill == gap.skill]
    hours = again.selection.quarters - draft.fit.selection.quarters
    return WiderFocus(
        options=focus_options(draft, more),
        closes=name_steps(steps, draft.names),
        more_hours=hours / QUARTERS,
    )


def explain_plan(draft: Draft) -> PlanExplanation:
    """Return what limits the plan, and what it would gain from wider limits."""
    wider = with_more(draft.limits.availability, QUARTERS)
    later = draft.limits.until + timedelta(weeks=4)
    lifts = {lift.limit: _gain(draft, lift.fit) for lift in find_lifts(draft)}
    hour = _gain(draft, plan_again(draft, availability=wider))
    weeks = _gain(draft, plan_again(draft, until=later))
    lacks_time = draft.fit.selection.value < draft.fit.wanted.value
    binds: tuple[Bound, ...] = ("hours", "deadline") if lacks_time else ()
    binds += tuple(lifts)
    gains: dict[Gained, Gain] = {"hour": hour, "weeks": weeks}
    gains.update(lifts.items())
    return PlanExplanation(
        binds=binds,
        one_more_hour=hour,
        four_more_weeks=weeks,
        any_money=lifts.get("money", Gain(value=0, closes=())),
        facts=(
            _what_binds(draft, binds),
            *_would_close(draft, gains),
            *_sooner(draft, hour),
        ),
    )


def _what_binds(draft: Draft, binds: tuple[Bound, ...]) -> PlanFact:
    if binds:
        return KeptBack(limits=binds)
    if draft.missing:
        return NothingLeft(
            steps=name_steps(draft.missing, draft.names),
            limits=stated_limits(draft.limits),
        )
    return ClosesAll()


def _would_close(draft: Draft, gains: Mapping[Gained, Gain]) -> Iterator[WouldClose]:
    for having, gain in gains.items():
        if gain.closes:
            steps = [step for span in gain.closes for step in span.steps]
            yield WouldClose(having=having, steps=name_steps(steps, draft.names))


def _sooner(draft: Draft, hour: Gain) -> Iterator[EndsSooner]:
    """Yield how much sooner the same is done with one more hour a week."""
    ends_on = _end(draft.fit)
    if not hour.closes and hour.ends_on and ends_on and hour.ends_on < ends_on:
        yield EndsSooner(on=hour.ends_on, instead_of=ends_on)


def _gain(draft: Draft, other: Fit) -> Gain:
    closed = frozenset(draft.fit.selection.closed)
    more = [step for step in other.selection.closed if step not in closed]
    value = other.selection.value - draft.fit.selection.value
    return Gain(value=value, closes=spans(more) if value else (), ends_on=_end(other))


def _end(fit: Fit) -> date | None:
    return max((session.on for session in fit.timetable.sessions), default=None)
