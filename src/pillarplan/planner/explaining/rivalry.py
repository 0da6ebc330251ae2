"""What a plan would be without an item that it holds, or with one that it lacks."""

from collections.abc import Mapping
from dataclasses import replace

from pillarplan.domain.dataclass import dataclass
from pillarplan.domain.facts.parts import Difference, name_steps
from pillarplan.domain.knowledge.step import Step
from pillarplan.domain.plan.variant import Loss
from pillarplan.planner.fitting.draft import Draft, plan_again
from pillarplan.planner.fitting.fitting import PinsDoNotFitError
from pillarplan.planner.schedule.calendar import QUARTERS
from pillarplan.planner.selection.candidates import Candidate
from pillarplan.planner.selection.selected import Selection


@dataclass(frozen=True, slots=True, kw_only=True)
class Rivalry:
    """The best plan that does otherwise with one item, against the plan itself."""

    comes: tuple[Candidate, ...]
    """What only the other plan holds."""
    goes: tuple[Candidate, ...]
    """What only the plan itself holds."""
    closes: tuple[Step, ...]
    """What only the other plan closes."""
    opens: tuple[Step, ...]
    """What only the plan itself closes."""
    loss: Loss


def without(draft: Draft, item: Candidate) -> Rivalry | None:
    """Return what would change if `item` were not to be had; None if it is pinned."""
    if item.pinned:
        return None
    others = tuple(each for each in draft.choice.candidates if each is not item)
    again = plan_again(draft, choice=replace(draft.choice, candidates=others))
    return compare_selections(draft.fit.selection, again.selection)


def with_it(draft: Draft, item: Candidate) -> Rivalry | None:
    """Return what would change if `item` were pinned; None if there is no room."""
    candidates = tuple(
        replace(each, pinned=each.pinned or each is item)
        for each in draft.choice.candidates
    )
    try:
        again = plan_again(draft, choice=replace(draft.choice, candidates=candidates))
    except PinsDoNotFitError:
        return None
    return compare_selections(draft.fit.selection, again.selection)


def find_difference(rivalry: Rivalry, names: Mapping[str, str]) -> Difference:
    """Return what the other plan would do, with the `names` of skills."""
    return Difference(
        closes=name_steps(rivalry.closes, names),
        opens=name_steps(rivalry.opens, names),
        hours=rivalry.loss.hours,
        money=rivalry.loss.money,
    )


def compare_selections(old: Selection, new: Selection) -> Rivalry:
    """Return what `new` holds and `old` does not, the reverse, and what is lost."""
    before = {item.id for item in old.items}
    after = {item.id for item in new.items}
    return Rivalry(
        comes=tuple(item for item in new.items if item.id not in before),
        goes=tuple(item for item in old.items if item.id not in after),
        closes=_only(new, old),
        opens=_only(old, new),
        loss=Loss(
            value=old.value - new.value,
            hours=(new.quarters - old.quarters) / QUARTERS,
            money=(new.cents - old.cents) / 100,
        ),
    )


def _only(one: Selection, other: Selection) -> tuple[Step, ...]:
    closed = frozenset(other.closed)
    return tuple(step for step in one.closed if step not in closed)
