"""The best choice, found in another way than by the solver: by trying and covering.

For each height to which the skills can be closed, the most valuable first, it looks for
the items of greatest merit that cover all steps up to there, and drops a branch as soon
as it cannot become better than what was found.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import chain, combinations, product
from math import ceil

from pillarplan.domain.knowledge.step import Step
from pillarplan.domain.plan.depth import Depth
from pillarplan.planner.schedule.calendar import Capacity
from pillarplan.planner.selection.candidates import Candidate, Choice

Answer = tuple[int, int, int, int]
"""Value, items that go on, merit and money below zero: more is better."""

RATES = {Depth.LEAN: 0, Depth.SOLID: 6, Depth.DEEP: 16}
"""Quarter-hours that a grade is worth, for each point of importance."""

IMPORTANCE = {1: 1, 2: 2, 4: 3}
"""By the weight of a step."""

Need = tuple[Step, bool]
"""A step that wants a resource, or (True) a practice."""


def best_answer(choice: Choice, capacity: Capacity | None) -> Answer | None:
    """Return what the best choice comes to; None if the pinned items do not fit."""
    best, search = None, _Search(choice, capacity)
    for closed in _heights(choice):
        value = sum(choice.worth[step] for step in closed)
        if best and value < best[0]:
            break
        for going_on, forced in _forced(choice, closed):
            if best and (value, going_on) < best[:2]:
                break
            most = best[2:] if best and (value, going_on) == best[:2] else None
            found = search.worthiest(closed, forced, most)
            if found:
                best = (value, going_on, *found)
    return best


def _heights(choice: Choice) -> list[tuple[Step, ...]]:
    """Return all sets of steps that may be closed together, the most valuable first."""
    ladders: dict[str, list[Step]] = {}
    for step in choice.worth:
        ladders.setdefault(step.skill, []).append(step)
    parts = [[each[:n] for n in range(len(each) + 1)] for each in ladders.values()]
    heights = [tuple(chain(*chosen)) for chosen in product(*parts)]
    return sorted(heights, key=lambda h: -sum(choice.worth[step] for step in h))


def _forced(
    choice: Choice, closed: Sequence[Step]
) -> Iterator[tuple[int, list[Candidate]]]:
    """Yield what goes on and how much that is, the most first; pinned items always."""
    pinned = [item for item in choice.candidates if item.pinned]
    begun = [
        item
        for item in choice.candidates
        if item.settled and not item.pinned and not set(closed).isdisjoint(item.covers)
    ]
    always = sum(item.settled for item in pinned)
    for number in range(len(begun), -1, -1):
        for some in combinations(begun, number):
            yield always + number, [*pinned, *some]


class _Search:
    """The search for the items of greatest merit that cover some steps."""

    def __init__(self, choice: Choice, capacity: Capacity | None) -> None:
        self.choice, self.capacity = choice, capacity
        self.free = [i for i in choice.candidates if not (i.settled or i.pinned)]
        # What covers a need, and what an item brings, is asked a million times.
        self.able = {
            (step, is_practice): [
                i
                for i in self.free
                if step in i.covers and i.is_practice == is_practice
            ]
            for step in choice.worth
            for is_practice in (False, True)
        }
        self.covered = {i.id: _covers(i) for i in choice.candidates}
        rate = RATES[choice.depth]
        self.gains = {
            item.id: {
                step: grade * IMPORTANCE[choice.worth[step]] * rate
                for step, grade in item.graded.items()
            }
            for item in choice.candidates
        }

    def worthiest(
        self,
        closed: Sequence[Step],
        forced: Sequence[Candidate],
        most: tuple[int, int] | None,
    ) -> tuple[int, int] | None:
        """Return merit, and money below zero, if they are better than `most`.

        All that is `closed` is covered, and what is `forced` is among the items.
        """
        learnt, practised = self.choice.learnt, self.choice.practised
        self.learning = closed
        self.needs = {(step, False) for step in closed if step not in learnt}
        self.needs |= {(step, True) for step in closed if step not in practised}
        self.teaching = {step: self.able[step, False] for step in self.learning}
        self.shared = Counter(i.id for items in self.teaching.values() for i in items)
        self.best = most
        self._cover(tuple(forced))
        return self.best if self.best != most else None

    def _cover(self, chosen: tuple[Candidate, ...]) -> None:
        """Choose what is still needed, one need at a time, then what is better."""
        left = self.needs.difference(*(self.covered[item.id] for item in chosen))
        able = {need: self.able[need] for need in left}
        if not all(able.values()) or self._is_hopeless(chosen, able):
            return
        if not left:
            self._improve(chosen, self.free)
            return
        hardest = min(sorted(left), key=lambda need: len(able[need]))
        for item in sorted(able[hardest], key=lambda i: -self._merit((*chosen, i))):
            self._cover((*chosen, item))

    def _improve(self, chosen: tuple[Candidate, ...], others: list[Candidate]) -> None:
        """Take what is chosen, or add any of the others for a better grade."""
        others = [item for item in others if self._may_better(item, chosen)]
        if self._is_hopeless(chosen, {}):
            return
        rank = self._merit(chosen), -sum(item.cents for item in chosen)
        if (self.best is None or rank > self.best) and self._has_room(chosen):
            self.best = rank
        for place, item in enumerate(others):
            self._improve((*chosen, item), others[place + 1 :])

    def _may_better(self, item: Candidate, chosen: tuple[Candidate, ...]) -> bool:
        """Say whether the grades that an item may better pay for its hours."""
        if item in chosen:
            return False
        return self._merit((*chosen, item)) > self._merit(chosen)

    def _gain(self, item: Candidate, step: Step) -> int:
        return self.gains[item.id].get(step, 0)

    def _merit(self, chosen: Sequence[Candidate]) -> int:
        gained = sum(
            max((self._gain(item, step) for item in chosen), default=0)
            for step in self.learning
        )
        return gained - 10 * sum(item.quarters for item in chosen)

    def _is_hopeless(
        self, chosen: Sequence[Candidate], able: dict[Need, list[Candidate]]
    ) -> bool:
        # Each item's hours are shared out among all that it could still cover.
        hours = sum(item.quarters for item in chosen)
        cents = sum(item.cents for item in chosen)
        shares = (
            min(i.quarters / len(able.keys() & self.covered[i.id]) for i in items)
            for items in able.values()
        )
        least = hours + ceil(sum(shares) - 0.001)
        budget = self.choice.budget_cents
        return (
            (budget is not None and cents > budget)
            or (self.capacity is not None and least > sum(self.capacity))
            or self._is_cut(chosen)
            or (
                self.best is not None
                and (self._most_merit(chosen, able), -cents) <= self.best
            )
        )

    def _most_merit(
        self, chosen: Sequence[Candidate], able: dict[Need, list[Candidate]]
    ) -> int:
        """Return a merit that nothing with these items exceeds: shares again."""
        most = float(self._merit(chosen))
        for (_, is_practice), items in able.items():
            if is_practice:
                most -= 10 * min(
                    i.quarters / len(able.keys() & self.covered[i.id]) for i in items
                )
        for step in self.learning:
            had = max((self._gain(item, step) for item in chosen), default=0)
            gained = (
                self._gain(item, step) - had - 10 * item.quarters / self.shared[item.id]
                for item in self.teaching[step]
            )
            best = max(gained, default=0.0)
            most += best if (step, False) in able else max(0.0, best)
        return ceil(most - 0.001)

    def _is_cut(self, chosen: Sequence[Candidate]) -> bool:
        return any(
            sum(item.id in cut.items for item in chosen) > cut.most
            for cut in self.choice.cuts
        )

    def _has_room(self, chosen: Sequence[Candidate]) -> bool:
        if self.capacity is None:
            return True
        hours, sums = sum(item.quarters for item in chosen), {0}
        for item in chosen:
            sums |= {heard + item.quarters for heard in sums if item.listen}
        return any(
            heard <= self.capacity.listening and hours - heard <= self.capacity.desk
            for heard in sums
        )


def _covers(item: Candidate) -> set[Need]:
    return {(step, item.is_practice) for step in item.covers}
