"""The best order of a selection, found by looking at all sets of finished items.

It knows nothing of the planner's own ordering.  The best way to finish a set of items
is the best way to finish all but one of them, and then that one (M. Held and R. M.
Karp, 1962), so the least delay of each set tells the least delay of all.
"""

from collections.abc import Collection, Iterable

from pillarplan.domain.knowledge.step import Step
from pillarplan.planner.selection.candidates import Candidate, Choice
from pillarplan.planner.selection.selected import Selection

Done = frozenset[str]


class Orders:
    """All orders in which the items of a selection may be done, one after the other."""

    def __init__(self, choice: Choice, selection: Selection) -> None:
        self.choice = choice
        self.items = {item.id: item for item in selection.items}
        self.closed = selection.closed
        self._covers = {
            item.id: frozenset(item.covers) & frozenset(selection.closed)
            for item in selection.items
        }
        self._teachers = self._find_teachers()
        self._tangled = self._find_tangled()

    def least_delay(self, most_sets: int | None = None) -> int | None:
        """Return the least delay of all orders; None if there are too many sets."""
        best: dict[Done, int] = {frozenset(): 0}
        seen = 0
        for _ in self.items:
            longer: dict[Done, int] = {}
            for done, delay in best.items():
                open_worth = self._open_worth(done)
                for item in self.items.values():
                    if item.id not in done and self._may_begin(item, done):
                        after = done | {item.id}
                        waited = delay + item.quarters * open_worth
                        longer[after] = min(waited, longer.get(after, waited))
            best = longer
            seen += len(best)
            if most_sets is not None and seen > most_sets:
                return None
        return best[frozenset(self.items)]

    def delay(self, order: Iterable[str]) -> int:
        """Return how long the steps wait to be closed, each weighed by its worth."""
        done: Done = frozenset()
        delay = 0
        for name in order:
            assert self._may_begin(self.items[name], done)
            delay += self.items[name].quarters * self._open_worth(done)
            done |= {name}
        return delay

    def _open_worth(self, done: Done) -> int:
        learnt, practised = self._achieved(done)
        return sum(
            self.choice.worth[step]
            for step in self.closed
            if step not in learnt or step not in practised
        )

    def _may_begin(self, item: Candidate, done: Done) -> bool:
        if not item.is_practice:
            return True
        learnt, practised = self._achieved(done)
        closes = self._covers[item.id]
        if not closes <= learnt:
            return False
        if item.id not in self._tangled:
            return self._below(closes) <= practised
        return closes <= practised or any(
            step not in practised and self._below({step}) <= practised
            for step in closes
        )

    def _below(self, steps: Collection[Step]) -> set[Step]:
        """Return the lower steps of the same skills, less the steps themselves."""
        return {
            lower
            for step in steps
            for lower in self.closed
            if lower.skill == step.skill and lower < step and lower not in steps
        }

    def _find_tangled(self) -> Done:
        """Return the practices that a climb step by step never reaches."""
        practised = set(self.choice.practised)
        left = {name for name, item in self.items.items() if item.is_practice}
        while reached := {
            name for name in left if self._below(self._covers[name]) <= practised
        }:
            practised.update(*(self._covers[name] for name in reached))
            left -= reached
        return frozenset(left)

    def _find_teachers(self) -> dict[Step, set[str]]:
        """Return from which resources each step is learnt: the best one, as a rule.

        What is best at no step is there by wish, so its steps wait for it, too.
        """
        resources = [item for item in self.items.values() if not item.is_practice]
        teachers: dict[Step, set[str]] = {step: set() for step in self.closed}
        for step in self.closed:
            able = [item for item in resources if step in item.covers]
            if step in self.choice.learnt:
                able = [item for item in able if item.graded.get(step)]
            able.sort(key=lambda item: (-item.graded.get(step, 0), item.quarters))
            teachers[step].update(item.id for item in able[:1])
        busy = set[str]().union(*teachers.values())
        for item in resources:
            for step in self._covers[item.id] if item.id not in busy else ():
                teachers[step].add(item.id)
        return teachers

    def _achieved(self, done: Done) -> tuple[set[Step], set[Step]]:
        learnt = {step for step in self.closed if self._teachers[step] <= done}
        practised = set(self.choice.practised)
        for name in done:
            if self.items[name].is_practice:
                practised.update(self._covers[name])
        return learnt, practised
