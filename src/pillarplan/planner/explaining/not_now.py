"""What the plan leaves for later, and why, with numbers."""

from collections.abc import Iterator
from dataclasses import replace

from pillarplan.domain.knowledge.step import Step, spans
from pillarplan.domain.plan.gap import Gap
from pillarplan.domain.plan.roadmap import NotNow
from pillarplan.domain.text import in_hours, join_words, say_day
from pillarplan.planner.fitting.draft import Draft
from pillarplan.planner.schedule.calendar import QUARTERS
from pillarplan.planner.selection.candidates import Choice
from pillarplan.planner.selection.selection import select
from pillarplan.planner.words import say_gap, say_steps


def find_not_now(draft: Draft) -> tuple[NotNow, ...]:
    """Return every skill with something left to close, those in the focus first."""
    focus = {gap.skill for gap in draft.focus}
    others = (gap for gap in draft.gaps if gap.skill not in focus)
    return tuple(
        NotNow(skill=gap.skill, reason=reason)
        for gap in (*draft.focus, *others)
        if gap.size or gap.skill in draft.limits.skills
        for reason in why_not_now(draft, gap)
    )


def why_not_now(draft: Draft, gap: Gap) -> Iterator[str]:
    """Yield the reason why a skill, or some of its steps, is left out; or nothing."""
    if not gap.applies:
        yield "You said that it does not apply to your work."
    elif gap.current is None:
        yield f"It is not rated yet. Try: pillarplan assess --skill {gap.skill}"
    elif not gap.size:
        yield say_gap(gap)
    elif gap not in draft.focus:
        yield _outside(draft, gap)
    elif steps := tuple(step for step in draft.missing if step.skill == gap.skill):
        yield f"{say_steps(steps, draft.names)} {_obstacle(draft, steps)}"


def _outside(draft: Draft, gap: Gap) -> str:
    numbers = f"Priority {gap.priority} (importance {gap.importance} x gap {gap.size})"
    if draft.limits.skills:
        return f"{numbers}; you chose other skills."
    least = min((each.priority for each in draft.focus), default=0)
    if len(draft.focus) == 1:
        return f"{numbers}; the one in focus has {least}."
    return f"{numbers}; the {len(draft.focus)} in focus have {least} or more."


def _obstacle(draft: Draft, steps: tuple[Step, ...]) -> str:
    """Return what stands in the way of `steps`, which belong to one skill."""
    choice = beside(draft, steps)
    shortest = select(replace(choice, budget_cents=None), None)
    if shortest is None or len(shortest.closed) < len(steps):
        return _lack(choice)
    if choice.budget_cents is not None and shortest.cents > choice.budget_cents:
        shortest = select(choice, None)
        if shortest is None or len(shortest.closed) < len(steps):
            return _money(choice)
    return _hours(draft, shortest.quarters / QUARTERS)


def _hours(draft: Draft, needed: float) -> str:
    """Say how many hours are missing, or where those that are left lie."""
    placed, until = draft.fit.timetable.placed, say_day(draft.limits.work_until)
    desk = (draft.free.desk - placed.desk) / QUARTERS
    listening = (draft.free.listening - placed.listening) / QUARTERS
    left = desk + listening
    if listening and not desk:
        return f"needs a desk; the {in_hours(left)} until {until} are for listening."
    if needed > left:
        return f"needs {in_hours(needed - left)} more than there are until {until}."
    needs = f"needs {in_hours(needed)}; of the {in_hours(left)} left until {until}"
    if needed > desk:
        return f"{needs}, {in_hours(listening)} are for listening."
    return f"{needs}, too few follow each other."


def beside(draft: Draft, steps: tuple[Step, ...]) -> Choice:
    """Return the question of how to close `steps` besides all that is selected."""
    choice, selection = draft.choice, draft.fit.selection
    taken = {item.id for item in selection.items}
    learnt, practised = set(choice.learnt), set(choice.practised)
    for item in selection.items:
        (practised if item.is_practice else learnt).update(item.covers)
    budget = choice.budget_cents
    return Choice(
        worth={step: choice.worth[step] for step in steps},
        learnt=learnt.intersection(steps),
        practised=practised.intersection(steps),
        candidates=tuple(
            replace(item, covers=covers)
            for item in choice.candidates
            if item.id not in taken
            and (covers := tuple(step for step in item.covers if step in steps))
        ),
        budget_cents=None if budget is None else budget - selection.cents,
    )


def _lack(choice: Choice) -> str:
    """Say for which steps there is nothing to learn from, or nothing to do."""
    has = {False: set(choice.learnt), True: set(choice.practised)}
    for item in choice.candidates:
        has[item.is_practice].update(item.covers)
    lacking = [
        f"{sort} from {span.from_} to {span.to}"
        for sort, is_practice in (("resource", False), ("practice", True))
        for span in spans(
            [step for step in choice.worth if step not in has[is_practice]]
        )
    ]
    return f"has no {join_words(lacking, 'or')} within your limits."


def _money(choice: Choice) -> str:
    """Say how much money is missing, if the cheapest way is taken."""
    priced = tuple(replace(item, quarters=item.cents) for item in choice.candidates)
    cheapest = select(replace(choice, candidates=priced, budget_cents=None), None)
    missing = (cheapest.cents if cheapest else 0) - (choice.budget_cents or 0)
    return f"needs {missing / 100:g} USD more than is left of the budget."
