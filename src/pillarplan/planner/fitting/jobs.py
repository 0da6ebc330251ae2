"""A selection as the schedule sees it: what is to be done, and what each is for."""

from collections.abc import Callable, Sequence, Set

from pillarplan.domain.knowledge.step import Step
from pillarplan.domain.plan.availability import Pool
from pillarplan.planner.schedule.job import Job
from pillarplan.planner.selection.candidates import Candidate
from pillarplan.planner.selection.selected import Selection


def make_tasks(
    selection: Selection, heard: Set[str], learnt: Set[Step] = frozenset()
) -> tuple[Job, ...]:
    """Return what is to be done for a selection, some of it to be heard on the way.

    For the steps of `learnt` a resource is finished already.
    """
    meant = _meant_for(selection.items, frozenset(selection.closed), learnt)
    return tuple(
        Job(
            id=item.id,
            is_practice=item.is_practice,
            closes=tuple(step for step in selection.closed if step in meant[item.id]),
            quarters=item.quarters,
            spent=item.spent,
            weeks=item.weeks,
            first_on=item.first_on,
            last_on=item.last_on,
            booked=tuple(booking.on for booking in item.bookings),
            pool=Pool.LISTENING if item.id in heard else Pool.DESK,
            started=item.started,
            place=item.place,
            due=item.due,
        )
        for item in selection.items
    )


def _meant_for(
    items: Sequence[Candidate], closed: frozenset[Step], learnt: Set[Step]
) -> dict[str, frozenset[Step]]:
    """Return the steps for which each item is chosen, of those that are closed.

    A practice serves all that it covers.  Of several resources one learns a step from
    the best, so that is what its practice waits for; and whatever is best at no step is
    there by wish, and serves all that it covers, too.
    """
    best: dict[Step, Candidate] = {}
    for item in items:
        for step in () if item.is_practice else closed.intersection(item.covers):
            if step not in learnt or item.graded.get(step):
                best[step] = max(best.get(step, item), item, key=_rank_at(step))
    meant = {item.id: closed.intersection(item.covers) for item in items}
    resources = {item.id for item in best.values()}
    for name in resources:
        steps = (step for step, item in best.items() if item.id == name)
        meant[name] = frozenset(steps)
    return meant


def _rank_at(step: Step) -> Callable[[Candidate], tuple[int, int]]:
    """Return how good a resource is at a step; of equals the shorter one is better."""
    return lambda item: (item.graded.get(step, 0), -item.quarters)
