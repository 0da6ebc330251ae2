"""What the plan leaves for later, and why, with numbers."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Literal

from pillarplan.domain.facts.kept import NotNowReason, keep
from pillarplan.domain.facts.not_now import (
    AtTarget,
    DoesNotApply,
    HoursDoNotSuit,
    Lacking,
    NeedsDesk,
    NoEntry,
    NotRated,
    OutsideFocus,
    TooFewHours,
    TooLittleMoney,
    TooSoon,
)
from pillarplan.domain.facts.parts import SkillSteps, name_steps
from pillarplan.domain.knowledge.step import Step, spans
from pillarplan.domain.plan.depth import Depth
from pillarplan.domain.plan.gap import Gap
from pillarplan.domain.plan.roadmap import NotNow
from pillarplan.planner.explaining.settling import find_too_soon
from pillarplan.planner.fitting.draft import Draft
from pillarplan.planner.schedule.calendar import QUARTERS
from pillarplan.planner.selection.candidates import Choice
from pillarplan.planner.selection.selection import select


def find_not_now(draft: Draft) -> tuple[NotNow, ...]:
    """Return every skill with something left to close, those in the focus first."""
    later = {wave.gap.skill: draft.for_wave(wave) for wave in draft.whole.waves}
    first = {gap.skill for gap in draft.focus} | later.keys()
    taken_up = [gap for gap in draft.gaps if gap.skill in later]
    others = (gap for gap in draft.gaps if gap.skill not in first)
    return tuple(
        NotNow(skill=gap.skill, facts=keep((reason,)))
        for gap in (*draft.focus, *taken_up, *others)
        if gap.size or gap.skill in draft.limits.skills
        for reason in why_not_now(later.get(gap.skill, draft), gap)
    )


def why_not_now(draft: Draft, gap: Gap) -> Iterator[NotNowReason]:
    """Yield the reason why a skill, or some of its steps, is left out; or nothing."""
    if not gap.applies:
        yield DoesNotApply()
    elif gap.current is None:
        yield NotRated(skill=gap.skill)
    elif not gap.size:
        yield AtTarget(
            level=gap.current, target=gap.target, role_target=gap.role_target
        )
    elif gap not in draft.focus:
        yield OutsideFocus(
            priority=gap.priority,
            importance=gap.importance,
            gap=gap.size,
            chosen=bool(draft.limits.skills),
            focus=len(draft.focus),
            least=least_priority(draft),
            follow=len(draft.whole.waves),
            begun=least_priority(draft) < gap.priority and not draft.limits.skills,
        )
    elif steps := tuple(step for step in draft.missing if step.skill == gap.skill):
        yield from _obstacles(draft, steps)


def least_priority(draft: Draft) -> int:
    """Return the least priority of the skills in the focus; 0 if there is none."""
    return min((each.priority for each in draft.focus), default=0)


def _obstacles(draft: Draft, steps: tuple[Step, ...]) -> Iterator[NotNowReason]:
    """Yield what stands in the way of `steps`, which belong to one skill."""
    too_soon = find_too_soon(draft)
    if others := tuple(step for step in steps if step not in too_soon):
        yield _obstacle(draft, others)
    if late := tuple(step for step in steps if step in too_soon):
        yield TooSoon(
            steps=name_steps(late, draft.names),
            earliest=min(too_soon[step] for step in late),
        )


def _obstacle(draft: Draft, steps: tuple[Step, ...]) -> NotNowReason:
    """Return what stands in the way of `steps`, which belong to one skill."""
    choice, named = beside(draft, steps), name_steps(steps, draft.names)
    shortest = select(replace(choice, budget_cents=None), None)
    if shortest is None or len(shortest.closed) < len(steps):
        return NoEntry(steps=named, lacking=tuple(_lacking(choice)))
    if choice.budget_cents is not None and shortest.cents > choice.budget_cents:
        shortest = select(choice, None)
        if shortest is None or len(shortest.closed) < len(steps):
            return TooLittleMoney(steps=named, missing=_missing_money(choice))
    return _lack_of_time(draft, named, shortest.quarters / QUARTERS)


def _lack_of_time(
    draft: Draft, steps: tuple[SkillSteps, ...], needed: float
) -> NotNowReason:
    """Return how many hours are missing, or where those that are left lie."""
    placed, until = draft.fit.timetable.placed, draft.limits.work_until
    desk = (draft.free.desk - placed.desk) / QUARTERS
    listening = (draft.free.listening - placed.listening) / QUARTERS
    left = desk + listening
    if listening and not desk:
        return NeedsDesk(steps=steps, left=left, until=until)
    if needed > left:
        return TooFewHours(steps=steps, missing=needed - left, until=until)
    return HoursDoNotSuit(
        steps=steps, needs=needed, left=left, listening=listening, until=until
    )


def beside(draft: Draft, steps: tuple[Step, ...]) -> Choice:
    """Return how to close `steps` in fewest hours, besides all that is selected."""
    choice, selection = draft.choice, draft.fit.selection
    taken = {item.id for item in selection.items}
    learnt, practised = set(choice.learnt), set(choice.practised)
    for item in selection.items:
        (practised if item.is_practice else learnt).update(item.covers)
    budget = choice.budget_cents
    return Choice(
        growth=choice.growth,
        depth=Depth.LEAN,
        worth={step: choice.worth[step] for step in steps},
        learnt=learnt.intersection(steps),
        practised=practised.intersection(steps),
        candidates=tuple(
            narrowed
            for item in choice.candidates
            if item.id not in taken
            and (narrowed := item.only_for(frozenset(steps))).covers
        ),
        budget_cents=None if budget is None else budget - selection.cents,
    )


def _lacking(choice: Choice) -> Iterator[Lacking]:
    """Yield for which steps there is nothing to learn from, or nothing to do."""
    learnt, practised = set(choice.learnt), set(choice.practised)
    for item in choice.candidates:
        (practised if item.is_practice else learnt).update(item.covers)
    yield from _without(choice.worth, learnt, "resource")
    yield from _without(choice.worth, practised, "practice")


def _without(
    steps: Iterable[Step], has: set[Step], sort: Literal["resource", "practice"]
) -> Iterator[Lacking]:
    for span in spans([step for step in steps if step not in has]):
        yield Lacking(sort=sort, start=span.from_, end=span.to)


def _missing_money(choice: Choice) -> float:
    """Return how much money is missing, if the cheapest way is taken."""
    priced = tuple(replace(item, quarters=item.cents) for item in choice.candidates)
    cheapest = select(replace(choice, candidates=priced, budget_cents=None), None)
    missing = (cheapest.cents if cheapest else 0) - (choice.budget_cents or 0)
    return missing / 100
