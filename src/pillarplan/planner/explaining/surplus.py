"""What else would fit if much time stays free: planned before it is named."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from pillarplan.domain.facts.notes import (
    HoldsEveryGap,
    OnlyListeningLeft,
    SkillsFitToo,
    StepsFitToo,
)
from pillarplan.domain.facts.parts import Options, PlanOption, name_steps
from pillarplan.domain.plan.availability import Pool
from pillarplan.domain.plan.gap import Gap
from pillarplan.planner.fitting.draft import Draft, plan_again
from pillarplan.planner.fitting.fitting import hold
from pillarplan.planner.schedule.calendar import QUARTERS
from pillarplan.planner.selection.candidates import Choice
from pillarplan.planner.selection.question import wanted_steps
from pillarplan.planner.selection.selected import Selection
from pillarplan.planner.selection.selection import select

FREE_SHARE = 0.2
FREE_HOURS = 5
"""Less free time than either of these is a reserve that every plan should have."""

MOST_MORE = 3
"""A focus that widens by more at once is none; two questions find the best of three."""


Surplus = HoldsEveryGap | OnlyListeningLeft | SkillsFitToo | StepsFitToo


def find_surplus(draft: Draft) -> Iterator[Surplus]:
    """Yield what else would fit, if all that is wanted does and much time is free.

    Only who takes up no other skill when one is closed has to choose; else what stays
    free is of no use.
    """
    selection = draft.whole.selection
    hours, free = selection.quarters / QUARTERS, draft.free.hours
    is_much = _is_much(free - hours, free)
    all_fits = draft.fit.selection.value == draft.fit.wanted.value
    if not draft.focus or not all_fits or not is_much:
        return
    others = _other_gaps(draft)
    if others and not (draft.limits.once or draft.limits.skills):
        yield from _only_listening(draft)
        return
    if draft.limits.skills:
        others = others[:1]  # who chose the skills wants no list of all the others
    if not others:
        unrated = [gap for gap in draft.gaps if gap.applies and gap.current is None]
        yield HoldsEveryGap(takes=hours, free=free, unrated=len(unrated))
    elif more := _all_of_some(draft, others) or _part_of_one(draft, others[0]):
        yield more


def _is_much(left: float, free: float) -> bool:
    return left >= max(FREE_HOURS, FREE_SHARE * free)


def _only_listening(draft: Draft) -> Iterator[OnlyListeningLeft]:
    """Yield what is left of the way to work once the desk is used up."""
    used = dict.fromkeys(Pool, 0.0)
    for each in draft.whole.timetable.sessions:
        used[each.pool] += each.hours
    free = {
        pool: hours / QUARTERS for pool, hours in zip(Pool, draft.free, strict=True)
    }
    is_left = {pool: _is_much(free[pool] - used[pool], free[pool]) for pool in Pool}
    if is_left[Pool.LISTENING] and not is_left[Pool.DESK]:
        yield OnlyListeningLeft(hours=free[Pool.LISTENING] - used[Pool.LISTENING])


def _other_gaps(draft: Draft) -> tuple[Gap, ...]:
    focus = {gap.skill for gap in draft.focus}
    focus.update(wave.gap.skill for wave in draft.whole.waves)
    return tuple(gap for gap in draft.gaps if gap.size and gap.skill not in focus)


def _all_of_some(draft: Draft, others: Sequence[Gap]) -> SkillsFitToo | None:
    """Return how many more skills fit whole, the most urgent first."""
    found: dict[int, Selection] = {}

    def is_too_wide(number: int) -> bool:
        selection = _holding(draft, others[:number])
        if selection:
            found[number] = selection
        return selection is None

    bisect_left(range(1, min(len(others), MOST_MORE) + 1), True, key=is_too_wide)
    if not found:
        return None
    widest = max(found)
    return SkillsFitToo(
        takes=draft.fit.selection.quarters / QUARTERS,
        free=draft.free.hours,
        options=focus_options(draft, others[:widest]),
        skills=tuple(gap.skill for gap in others[:widest]),
        names=tuple(gap.name for gap in others[:widest]),
        in_all=found[widest].quarters / QUARTERS,
    )


def _part_of_one(draft: Draft, gap: Gap) -> StepsFitToo | None:
    """Return the steps of one more skill that fit beside the whole focus."""
    selection = plan_again(draft, choice=wider_choice(draft, (gap,))).selection
    steps = [step for step in selection.closed if step.skill == gap.skill]
    if not steps or not set(selection.closed).issuperset(draft.fit.selection.closed):
        return None
    return StepsFitToo(
        takes=draft.fit.selection.quarters / QUARTERS,
        free=draft.free.hours,
        options=focus_options(draft, (gap,)),
        steps=name_steps(steps, draft.names),
        in_all=selection.quarters / QUARTERS,
    )


def _holding(draft: Draft, more: Sequence[Gap]) -> Selection | None:
    """Return the choice that also closes all of `more`; None if that does not fit."""
    choice = wider_choice(draft, more)
    selection = select(choice, None)
    asked = {*draft.fit.selection.closed, *wanted_steps(more)}
    if selection is None or not asked.issubset(selection.closed):
        return None
    return selection if hold(choice, selection, draft.calendar) else None


def wider_choice(draft: Draft, more: Sequence[Gap]) -> Choice:
    """Return the question of what to choose if the focus also held `more`."""
    return draft.wide.only_for(wanted_steps((*draft.focus, *more)))


def focus_options(draft: Draft, more: Sequence[Gap]) -> Options:
    """Return what to type for a focus that also holds `more`."""
    if not draft.limits.skills:
        number = len(draft.focus) + len(more)
        return (PlanOption(name="--focus", value=f"{number}"),)
    return tuple(
        PlanOption(name="--skill", value=gap.skill) for gap in (*draft.focus, *more)
    )
