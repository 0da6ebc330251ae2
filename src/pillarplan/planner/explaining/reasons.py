"""Why an item stands in the plan, in plain words."""

from collections.abc import Iterable

from pillarplan.domain.knowledge.step import Step
from pillarplan.domain.text import in_hours, join_words
from pillarplan.planner.fitting.draft import Draft
from pillarplan.planner.schedule.calendar import QUARTERS
from pillarplan.planner.selection.candidates import Candidate
from pillarplan.planner.words import say_steps


def give_reason(draft: Draft, item: Candidate) -> str:
    """Return why `item` was selected: what it closes, with what, out of how many."""
    closes = closed_by(draft, item)
    if not closes:
        return "You pinned it."
    parts = [f"Closes {say_steps(closes, draft.names)}{_together_with(draft, item)}"]
    if item.pinned:
        parts.append("you pinned it")
    elif item.started:
        parts.append(
            f"you have begun it, {in_hours(item.quarters / QUARTERS)} are left"
        )
    else:
        parts.append(_rank(draft, item, closes))
    return "; ".join(parts) + "."


def closed_by(draft: Draft, item: Candidate) -> tuple[Step, ...]:
    """Return the steps of the plan that `item` helps to close."""
    closed = frozenset(draft.fit.selection.closed)
    return tuple(step for step in item.covers if step in closed)


def partners(draft: Draft, item: Candidate) -> tuple[Candidate, ...]:
    """Return the selected items of the other sort that close the same steps."""
    closes = frozenset(closed_by(draft, item))
    return tuple(
        other
        for other in draft.fit.selection.items
        if other.is_practice is not item.is_practice
        and not closes.isdisjoint(other.covers)
    )


def rivals(draft: Draft, steps: Iterable[Step], is_practice: bool) -> list[Candidate]:
    """Return all candidates of one sort that cover all of `steps`."""
    wanted = frozenset(steps)
    return [
        each
        for each in draft.choice.candidates
        if each.is_practice is is_practice and wanted.issubset(each.covers)
    ]


def _together_with(draft: Draft, item: Candidate) -> str:
    titles = [f"'{draft.items[other.id].title}'" for other in partners(draft, item)]
    return f", together with {join_words(titles)}" if titles else ""


def _rank(draft: Draft, item: Candidate, closes: tuple[Step, ...]) -> str:
    """Return how `item` stands among those that could do the same."""
    able = rivals(draft, closes, item.is_practice)
    sort = "practice" if item.is_practice else "resource"
    if len(able) == 1:
        rank = f"the only {sort} that does"
    elif item.quarters == min(each.quarters for each in able):
        rank = f"the shortest of {len(able)} that do"
    else:
        rank = f"one of {len(able)} that do"
    skills = {step.skill for step in closes}
    return (
        f"{rank}, and it serves {len(skills)} skills at once"
        if len(skills) > 1
        else rank
    )
