"""Which items to take: an exact choice by mixed-integer programming.

The question is solved in stages.  Each stage keeps what the ones before have reached:

1. the summed weight of all closed steps is greatest;
2. as many items as possible that the person has started, or wants to keep, stay in,
   if they are of use;
3. the merit is greatest: what speaks for the resources, less the hours of all items
   (`pillarplan.planner.selection.merit`; lean plans only count the hours);
4. the money is least;
5. as little as possible differs from the adopted roadmap;
6. items that stand earlier (the adopted ones, then by order of the knowledge base)
   are preferred.

All numbers are whole (quarter-hours, cents), so that a proven optimum is exact.
"""

from collections.abc import Iterator
from datetime import date
from itertools import islice
from typing import NamedTuple

import highspy

from pillarplan.domain.dataclass import dataclass
from pillarplan.domain.knowledge.step import Step
from pillarplan.planner.schedule.calendar import Capacity
from pillarplan.planner.selection.candidates import Candidate, Choice
from pillarplan.planner.selection.dominance import preference, undominated
from pillarplan.planner.selection.merit import GRADE, gains, merit
from pillarplan.planner.selection.solver import Terms, load_solver

SAFETY_SECONDS = 10.0
"""A stage that is not proven by then hands over the best that it has found."""

FEASIBLE = highspy.SolutionStatus.kSolutionStatusFeasible
NO_SOLUTION = (
    highspy.HighsModelStatus.kInfeasible,
    highspy.HighsModelStatus.kUnboundedOrInfeasible,
)


class Days(NamedTuple):
    """The days that a plan may use."""

    first: date
    number: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Selection:
    """The chosen items and the steps that they close."""

    items: tuple[Candidate, ...]
    """In the order of the knowledge base."""
    closed: tuple[Step, ...]
    value: int
    merit: int
    proven: bool
    """False if time ran out before a stage was proven to be optimal."""

    @property
    def quarters(self) -> int:
        """Quarter-hours that all items take together."""
        return sum(item.quarters for item in self.items)

    @property
    def desk_quarters(self) -> int:
        """Quarter-hours that they take of the hours of the plan."""
        return sum(item.desk_quarters for item in self.items)

    @property
    def cents(self) -> int:
        """What all items cost together."""
        return sum(item.cents for item in self.items)


def select(
    choice: Choice,
    capacity: Capacity | None,
    days: Days | None = None,
    *,
    stages: int | None = None,
) -> Selection | None:
    """Return the best choice within `capacity`; None if the pinned items do not fit.

    A capacity of None does not limit the hours, and no `days` do not limit how many
    weeks the practices of a skill may go, one after the other.  After fewer `stages`
    than all it is open which of equals is taken.
    """
    model = _Model(choice, capacity, days)
    proven = True
    for weights in islice(model.stages(), stages):
        if not weights:
            continue
        outcome = model.maximise(weights)
        if outcome is None:
            return None
        proven = proven and outcome
    return model.selection(proven)


def make_selection(
    choice: Choice,
    items: tuple[Candidate, ...],
    closed: tuple[Step, ...],
    *,
    proven: bool = True,
) -> Selection:
    """Return some items and the steps that they close, with what both are worth."""
    return Selection(
        items=items,
        closed=closed,
        value=sum(choice.worth[step] for step in closed),
        merit=merit(choice, items, closed),
        proven=proven,
    )


class _Model:
    """The question as columns and rows: steps, items, items heard, steps learnt.

    A step is closed only if the one below is, and if a resource and a practice that
    cover it are finished or chosen.  An item that can be heard has a second column: one
    if it takes its hours from the listening pool.  A resource with a grade has one for
    each step, too: one if the step is learnt from it.  Of all that are chosen
    for a step that is the best one, since only one counts and the merit is to be
    greatest.
    """

    def __init__(
        self, choice: Choice, capacity: Capacity | None, days: Days | None
    ) -> None:
        self.choice = choice
        listening = bool(capacity and capacity.listening)
        cut = frozenset(name for cut in choice.cuts for name in cut.items)
        self.candidates = tuple(
            undominated(choice.candidates, listening=listening, cut=cut)
        )
        self.steps = {step: column for column, step in enumerate(choice.worth)}
        self.items = {
            item.id: column
            for column, item in enumerate(self.candidates, len(self.steps))
        }
        listeners = self.candidates if listening else ()
        self.heard = {
            item.id: column
            for column, item in enumerate(
                (item for item in listeners if item.listen and not item.bookings),
                len(self.steps) + len(self.items),
            )
        }
        first = len(self.steps) + len(self.items) + len(self.heard)
        graded = (
            (item, step, gain)
            for item in self.candidates
            for step, gain in gains(choice, item)
        )
        self.learnt_from = {
            (item.id, step): (column, gain)
            for column, (item, step, gain) in enumerate(graded, first)
        }
        rows = [
            *self._step_rows(),
            *self._item_rows(),
            *self._cut_rows(),
            *self._grade_rows(),
        ]
        if capacity:
            rows += self._hour_rows(capacity)
        if days:
            rows += self._week_rows(days)
        if choice.budget_cents is not None:
            rows.append((self._money(), choice.budget_cents))
        # Holding just the pinned items is what is left, should time run out at once.
        self.values = self._least()
        self.solver = load_solver(self.values, rows)

    def stages(self) -> Iterator[Terms]:
        """Yield what is to be greatest, the most important first."""
        candidates = self.candidates
        yield [(self.steps[step], worth) for step, worth in self.choice.worth.items()]
        yield [(self.items[item.id], 1) for item in candidates if item.settled]
        yield [
            *((self.items[item.id], -GRADE * item.quarters) for item in candidates),
            *self.learnt_from.values(),
        ]
        yield [(column, -cents) for column, cents in self._money()]
        if any(item.adopted for item in candidates):
            yield [(self.items[i.id], 1 if i.adopted else -1) for i in candidates]
        rank = preference(self.choice.candidates)
        yield [(self.items[item.id], -rank[item.id]) for item in candidates]

    def maximise(self, weights: Terms) -> bool | None:
        """Make a sum greatest and hold it there; say whether that was proven.

        None if there is no solution at all.
        """
        solver = self.solver
        costs, columns = dict(weights), list(range(len(self.values)))
        solver.changeColsCost(
            len(columns), columns, [float(costs.get(c, 0)) for c in columns]
        )
        # Never hand over the values of the stage before as a start (setSolution): with
        # presolve, HiGHS 1.16 then calls a worse solution optimal now and then.
        solver.setOptionValue("time_limit", solver.getRunTime() + SAFETY_SECONDS)
        solver.run()
        status = solver.getModelStatus()
        if status in NO_SOLUTION:
            return None
        if solver.getInfo().primal_solution_status == FEASIBLE:
            self.values = [round(value) for value in solver.getSolution().col_value]
        reached = sum(weight * self.values[column] for column, weight in weights)
        solver.addRow(
            reached, highspy.kHighsInf, len(costs), list(costs), list(costs.values())
        )
        return bool(status == highspy.HighsModelStatus.kOptimal)

    def selection(self, proven: bool) -> Selection:
        """Return what the last stage chose."""
        chosen = self.values
        return make_selection(
            self.choice,
            items=tuple(i for i in self.candidates if chosen[self.items[i.id]]),
            closed=tuple(s for s, column in self.steps.items() if chosen[column]),
            proven=proven,
        )

    def _least(self) -> list[int]:
        pinned = [int(item.pinned) for item in self.candidates]
        others = len(self.heard) + len(self.learnt_from)
        return [0] * len(self.steps) + pinned + [0] * others

    def _money(self) -> Terms:
        return [(self.items[i.id], i.cents) for i in self.candidates if i.cents]

    def _step_rows(self) -> Iterator[tuple[Terms, int]]:
        """Yield rows: terms, and what they may amount to at most."""
        choice = self.choice
        covering: dict[tuple[Step, bool], list[tuple[int, int]]] = {}
        for item in self.candidates:
            for step in item.covers:
                covering.setdefault((step, item.is_practice), []).append(
                    (self.items[item.id], -1)
                )
        for step, column in self.steps.items():
            below = self.steps.get(Step(step.skill, step.level - 1))
            if below is not None:
                yield [(column, 1), (below, -1)], 0
            for held, is_practice in ((choice.learnt, False), (choice.practised, True)):
                if step not in held:
                    yield [(column, 1), *covering.get((step, is_practice), ())], 0

    def _item_rows(self) -> Iterator[tuple[Terms, int]]:
        for item in self.candidates:
            column = self.items[item.id]
            if item.settled and not item.pinned:
                yield [(column, 1), *((self.steps[s], -1) for s in item.covers)], 0
            if item.id in self.heard:
                yield [(self.heard[item.id], 1), (column, -1)], 0

    def _cut_rows(self) -> Iterator[tuple[Terms, int]]:
        for cut in self.choice.cuts:
            columns = (self.items.get(name) for name in sorted(cut.items))
            yield [(column, 1) for column in columns if column is not None], cut.most

    def _grade_rows(self) -> Iterator[tuple[Terms, int]]:
        """Yield rows: a closed step is learnt from one chosen resource at most."""
        sources: dict[Step, list[tuple[int, int]]] = {}
        for (name, step), (column, _) in self.learnt_from.items():
            yield [(column, 1), (self.items[name], -1)], 0
            sources.setdefault(step, []).append((column, 1))
        for step, columns in sources.items():
            yield [*columns, (self.steps[step], -1)], 0

    def _week_rows(self, days: Days) -> Iterator[tuple[Terms, int]]:
        """Yield rows: the practices of a skill follow on each other."""
        spans: dict[str, dict[int, int]] = {}
        for item in self.candidates:
            if item.is_practice and item.weeks > 1:
                needed = item.days_needed(days.first)
                for step in item.covers:
                    spans.setdefault(step.skill, {})[self.items[item.id]] = needed
        for columns in spans.values():
            if sum(columns.values()) > days.number:
                yield list(columns.items()), days.number

    def _hour_rows(self, capacity: Capacity) -> Iterator[tuple[Terms, int]]:
        sizes = {item.id: item.desk_quarters for item in self.candidates}
        taken = [(self.items[name], size) for name, size in sizes.items()]
        heard = [(column, sizes[name]) for name, column in self.heard.items()]
        yield [*taken, *((column, -size) for column, size in heard)], capacity.desk
        if heard:
            yield heard, capacity.listening
