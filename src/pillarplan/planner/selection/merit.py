"""What it is worth to learn a step from the better of two resources.

The merit of a choice is, over all closed steps,

    importance of the skill x best grade of a chosen resource x rate  -  hours,

where the rate says how many hours one grade is worth, for each point of importance.
(The weight of a step grows faster than that, for it says what to close first; how long
to read is another matter.)  A step for which something is finished adds only what it
still counts (`Candidate.beyond`).  Merit is counted in tenths of quarter-hours, so that
it is whole.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from pillarplan.domain.knowledge.step import Step
from pillarplan.domain.plan.depth import Depth
from pillarplan.domain.plan.gap import WEIGHTS
from pillarplan.planner.schedule.calendar import QUARTERS
from pillarplan.planner.selection.candidates import Candidate, Choice

RATES = {Depth.LEAN: 0, Depth.SOLID: 6, Depth.DEEP: 16}
"""Quarter-hours that one grade is worth for each point of importance: 0, 1.5, 4 h."""

IMPORTANCE = {weight: importance for importance, weight in WEIGHTS.items()}
"""How much a skill matters, by what each of its steps weighs."""

GRADE = 10
"""Grades are counted in tenths, and so are hours beside them."""


MOST_MORE = 20 * QUARTERS
"""By so much more than the shortest way to its steps an item may be preferred, in
quarter-hours: two long books.  Whatever the grades, a step is not worth a term."""


def within_reason(candidates: Sequence[Candidate]) -> tuple[Candidate, ...]:
    """Return candidates with the grades that count, whatever they take.

    For what takes far longer than the shortest way to its steps no more speaks than for
    that.  It stays, for it may be all that is free, or that can be heard.
    """
    ways: dict[Step, tuple[float, int]] = {}
    for item in candidates:
        for step, grade in item.graded.items():
            way = (item.quarters / len(item.covers), -grade)
            ways[step] = min(ways.get(step, way), way)
    return tuple(_as_short_ones(item, ways) for item in candidates)


def _as_short_ones(
    item: Candidate, ways: Mapping[Step, tuple[float, int]]
) -> Candidate:
    graded = item.graded
    if item.quarters <= MOST_MORE + sum(ways[step][0] for step in graded):
        return item
    grades = (min(grade, -ways[step][1]) for step, grade in graded.items())
    return replace(item, grades=tuple(grades))


def gains(choice: Choice, item: Candidate) -> Iterator[tuple[Step, int]]:
    """Yield what learning each step from `item` is worth, before its hours."""
    rate = RATES[choice.depth]
    if rate and not item.is_practice:
        for step, grade in item.graded.items():
            if grade:
                yield step, IMPORTANCE[choice.worth[step]] * grade * rate


def merit(choice: Choice, items: Iterable[Candidate], closed: Iterable[Step]) -> int:
    """Return the merit of some items that close some steps."""
    best = dict.fromkeys(closed, 0)
    cost = 0
    for item in items:
        cost += GRADE * item.quarters
        for step, gain in gains(choice, item):
            if step in best:
                best[step] = max(best[step], gain)
    return sum(best.values()) - cost
