"""What the adopted roadmap still holds, as a selection of its own."""

from collections.abc import Iterable

from pillarplan.domain.knowledge.step import Step, climb
from pillarplan.planner.selection.candidates import Candidate, Choice
from pillarplan.planner.selection.merit import merit
from pillarplan.planner.selection.selected import Selection, make_selection


def find_adopted(choice: Choice) -> Selection | None:
    """Return what is left of the adopted roadmap, with what is pinned or begun.

    Items that nothing needs any more, to close a step or to learn one from something
    better, are left out.  None if it costs too much by now,
    or if another plan than the adopted one is asked for.
    """
    items = [
        item
        for item in choice.candidates
        if item.adopted or item.pinned or item.settled
    ]
    closed = _closed_as_adopted(choice, items)
    for item in reversed(items):
        others = [other for other in items if other is not item]
        needed = item.pinned or (item.settled and not closed.isdisjoint(item.covers))
        if needed or _closed_as_adopted(choice, others) != closed:
            continue
        if merit(choice, others, closed) >= merit(choice, items, closed):
            items = others
    selection = make_selection(
        choice, tuple(items), tuple(step for step in choice.worth if step in closed)
    )
    budget = choice.budget_cents
    too_dear = budget is not None and selection.cents > budget
    return None if choice.cuts or too_dear else selection


def _closed_as_adopted(choice: Choice, items: Iterable[Candidate]) -> frozenset[Step]:
    """Return the steps that items close; none that could not settle when adopted."""
    closed = find_closed(choice, items)
    return closed & choice.adopted_closes if choice.asked_again else closed


def find_closed(choice: Choice, items: Iterable[Candidate]) -> frozenset[Step]:
    """Return the steps that items close, with what was finished before."""
    learnt, practised = set(choice.learnt), set(choice.practised)
    for item in items:
        (practised if item.is_practice else learnt).update(item.covers)
    return climb(choice.worth, learnt & practised)
