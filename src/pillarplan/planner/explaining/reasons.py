"""Why an item stands in the plan."""

from collections.abc import Iterable

from pillarplan.domain.facts.kept import Reason
from pillarplan.domain.facts.parts import name_steps
from pillarplan.domain.facts.reasons import ClosesSteps, OnlyPinned, StandsIn
from pillarplan.domain.knowledge.item import Origin
from pillarplan.domain.knowledge.step import Step
from pillarplan.planner.explaining.naming import titled
from pillarplan.planner.fitting.draft import Draft
from pillarplan.planner.schedule.calendar import QUARTERS
from pillarplan.planner.selection.candidates import Candidate


def give_reason(draft: Draft, item: Candidate) -> Reason:
    """Return why `item` was selected: what it closes, with what, out of how many."""
    closes = closed_by(draft, item)
    if not closes:
        return OnlyPinned()
    steps = name_steps(closes, draft.names)
    together_with = titled(draft, partners(draft, item))
    hours_left = item.quarters / QUARTERS if item.started else None
    if item.is_bare:
        return StandsIn(
            steps=steps,
            together_with=together_with,
            hours_left=hours_left,
            is_practice=item.is_practice,
        )
    able = rivals(draft, closes, item.is_practice)
    known = draft.items[item.id]
    shortest = min(each.quarters for each in able)
    return ClosesSteps(
        steps=steps,
        together_with=together_with,
        pinned=item.pinned,
        hours_left=hours_left,
        rivals=len(able),
        is_shortest=item.quarters == shortest,
        is_practice=item.is_practice,
        more_hours=(item.quarters - shortest) / QUARTERS,
        recommenders=known.recommenders,
        by_article=not item.is_practice and known.origin is Origin.ARTICLE,
        is_best=all(_grade(item, closes) >= _grade(each, closes) for each in able),
    )


def _grade(item: Candidate, steps: Iterable[Step]) -> int:
    graded = item.graded
    return sum(graded.get(step, 0) for step in steps)


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
