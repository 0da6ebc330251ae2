"""The columns of the question: what may be one or zero, and what of it is aimed at."""

from collections.abc import Iterator, Sequence
from itertools import count

from pillarplan.planner.selection.candidates import Choice
from pillarplan.planner.selection.dominance import preference, undominated
from pillarplan.planner.selection.merit import GRADE, gains
from pillarplan.planner.selection.selected import Selection, make_selection
from pillarplan.planner.selection.solver import Terms


class Columns:
    """A column for each step, each item, each item heard, and each step learnt.

    An item that can be heard has a second column: one if it takes its hours from the
    listening pool.  A resource with a grade has one for each step, too: one if the step
    is learnt from it.  Of all that are chosen for a step that is the best one, since
    only one counts and the merit is to be greatest.
    """

    def __init__(self, choice: Choice, *, listening: bool) -> None:
        self.choice = choice
        cut = frozenset(name for cut in choice.cuts for name in cut.items)
        self.candidates = tuple(
            undominated(choice.candidates, listening=listening, cut=cut)
        )
        heard = [
            item.id
            for item in self.candidates
            if listening and item.listen and not item.bookings
        ]
        learnt = [
            (item.id, step, gain)
            for item in self.candidates
            for step, gain in gains(choice, item)
        ]
        free = count()
        self.steps = {step: next(free) for step in choice.worth}
        self.items = {item.id: next(free) for item in self.candidates}
        self.heard = {name: next(free) for name in heard}
        self.learnt_from = {
            (name, step): (next(free), gain) for name, step, gain in learnt
        }

    @property
    def money(self) -> Terms:
        """What each item costs."""
        return [(self.items[i.id], i.cents) for i in self.candidates if i.cents]

    def least(self) -> list[int]:
        """Return the least value of each: what is pinned is chosen."""
        pinned = [int(item.pinned) for item in self.candidates]
        others = len(self.heard) + len(self.learnt_from)
        return [0] * len(self.steps) + pinned + [0] * others

    def aims(self) -> Iterator[Terms]:
        """Yield what is to be greatest, the most important first."""
        candidates = self.candidates
        yield [(self.steps[step], worth) for step, worth in self.choice.worth.items()]
        yield [(self.items[item.id], 1) for item in candidates if item.settled]
        yield [(self.items[item.id], -1) for item in candidates if item.is_bare]
        yield [
            *((self.items[item.id], -GRADE * item.quarters) for item in candidates),
            *self.learnt_from.values(),
        ]
        yield [(column, -cents) for column, cents in self.money]
        if any(item.adopted for item in candidates):
            yield [(self.items[i.id], 1 if i.adopted else -1) for i in candidates]
        rank = preference(self.choice.candidates)
        yield [(self.items[item.id], -rank[item.id]) for item in candidates]

    def reached(self, rough: Selection) -> tuple[int, ...]:
        """Return how much of the first aims a selection for them has reached."""
        return rough.value, sum(item.settled for item in rough.items), rough.merit

    def selection(self, values: Sequence[int], *, proven: bool) -> Selection:
        """Return what values of all columns stand for."""
        return make_selection(
            self.choice,
            items=tuple(i for i in self.candidates if values[self.items[i.id]]),
            closed=tuple(s for s, column in self.steps.items() if values[column]),
            proven=proven,
        )
